export type { Fact, Refusal } from './fact.ts';
export { type Decider, isRefusal } from './decider.ts';
export { type Actor, canonicalBytes, DATA_BYTES_MAX, type Entry, ENTRY_BYTES_MAX, sha256Hex } from './entry.ts';
export { InvalidAppend, STREAM_NAME_CHARS_MAX } from './check-append.ts';
export { aggregateIdOf, eventIdOf, JIANGONG_NAMESPACE, requestIdOf } from './event-ids.ts';
export {
  APPEND_EVENTS_MAX,
  type AppendOutcome,
  type EventStore,
  type LogFilter,
  type LogPage,
  type NewEvent,
  READ_EVENTS_MAX,
  type StoredEvent,
  type StreamAppend,
  type StreamEnd,
} from './event-store.ts';
export { LogAway } from './log-away.ts';
export { type OrderContext, sealEntries } from './seal-entries.ts';
export { commandHandler, type CommandHandler, type CommandHandlerPorts, type OrderEnvelope } from './handle-command.ts';
export { type FactCodec, plainCodec } from './fact-codec.ts';
export { type Accepted, type CommandRefusal, type Handled, type Receipt } from './handled.ts';
export { KEPT_BYTES_MAX, KEPT_STREAMS_MAX } from './kept-streams.ts';
export { readThenUpcast, type Upcast, type Upcaster, upcastingCodec, upcastWith } from './upcast.ts';
export { isSameData } from './same-data.ts';
export { type Checked, withPreconditions } from './precondition.ts';
export { type Proposal, secondPersonRefusal, type SecondPersonReason } from './second-person.ts';
