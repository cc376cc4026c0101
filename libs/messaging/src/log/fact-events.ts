import { crashpoint } from '@jiangong/crashpoints';
import { NOBODY, type ProjectedEvent } from '@jiangong/read-models';
import type { EventPage, PageReader } from '@jiangong/read-models/postgres';
import { contextOfStream } from '../frontier.ts';
import type { ProcessManager, PublicFact } from '../public-fact.ts';
import type { PublicFactPage } from '../public-fact-log.ts';
import { refuseUndecodable } from '../undecodable.ts';

/** A public fact as a projection sees it. */
export const eventOfFact = (fact: PublicFact): ProjectedEvent => ({
  position: fact.position,
  eventId: fact.eventId,
  stream: fact.stream,
  revision: fact.revision,
  type: fact.type,
  data: fact.data,
  occurredAt: fact.occurredAt,
  actor: NOBODY,
  correlationId: fact.correlationId,
  causationId: null,
  traceparent: fact.traceparent,
  hash: '',
});

/** And back: nothing of a fact is lost in between, its context being that of its stream. */
export const factOfEvent = (event: ProjectedEvent, ordinal: number): PublicFact => ({
  position: event.position,
  ordinal,
  context: contextOfStream(event.stream),
  stream: event.stream,
  revision: event.revision,
  eventId: event.eventId,
  type: event.type,
  data: event.data,
  occurredAt: event.occurredAt,
  correlationId: event.correlationId,
  traceparent: event.traceparent,
});

export const pageOfFacts = (page: PublicFactPage): EventPage => ({
  events: page.facts.map((fact) => ({ event: eventOfFact(fact), ordinal: fact.ordinal })),
  through: page.through,
});

/** The name of a process manager's checkpoint, apart from the projections'. */
export const processReaderName = (process: Pick<ProcessManager, 'name'>): string => `process/${process.name}`;

/**
 * A process manager as a reader of pages. Its effect is orders, not rows: a page that fails or is cut short by a crash comes
 * again as a whole, which its derived request ids make harmless. The lock on its checkpoint keeps it single.
 */
export const processReader = (process: ProcessManager): PageReader => ({
  name: processReaderName(process),
  version: 1,
  wants: ({ stream }) => process.contexts.includes(contextOfStream(stream)),
  install: async () => undefined,
  reset: async () => undefined,
  apply: async (_rows, event, ordinal) => {
    crashpoint('before-reaction');
    await process.handle(factOfEvent(event, ordinal));
    crashpoint('after-reaction');
  },
});

/** What could not be read when it came is poison to whoever wants it: parked at its place, and its stream behind it. */
export const refusingUndecodable = (reader: PageReader): PageReader => ({
  ...reader,
  apply: async (rows, event, ordinal) => {
    refuseUndecodable(event.data);
    await reader.apply(rows, event, ordinal);
  },
});
