export { followPublicFacts } from './follow-public-facts.ts';
export { contextOfStream, Frontier } from './frontier.ts';
export {
  FACTS_PER_EVENT_MAX,
  type ProcessManager,
  type PublicFact,
  READ_FACTS_MAX,
  type Translator,
} from './public-fact.ts';
export type { PublicFactLog, PublicFactPage, TranslatedPositions } from './public-fact-log.ts';
export type { FactTransport, OpenTransport, TransportLag, TransportParts } from './fact-transport.ts';
export { Undecodable, UndecodableFactError } from './undecodable.ts';
