import type { EventStore, StoredEvent } from '@jiangong/event-store';
import type { ProjectedEvent } from '@jiangong/read-models';
import type { EventPage } from '@jiangong/read-models/postgres';

/** At most so many events in one transaction of the readers. */
export const PAGE_EVENTS_MAX = 500;

/** A stored event as a projection sees it. */
export const eventOfStored = ({
  position,
  eventId,
  stream,
  revision,
  type,
  data,
  entry,
  hash,
}: StoredEvent): ProjectedEvent => ({
  position,
  eventId,
  stream,
  revision,
  type,
  data,
  occurredAt: entry.occurredAt,
  actor: entry.actor,
  correlationId: entry.correlationId,
  causationId: entry.causationId,
  traceparent: entry.traceparent,
  hash,
});

export const pageOfLog = (events: readonly StoredEvent[], through: number): EventPage => ({
  events: events.map((stored) => ({ event: eventOfStored(stored), ordinal: 0 })),
  through,
});

/** The log from zero up to and including a position, in pages. */
export async function* replayLog(
  store: EventStore,
  streamPrefixes: readonly string[],
  through: number,
): AsyncGenerator<EventPage> {
  for (let after = 0; after < through;) {
    const page = await store.readLog({ after, limitMax: PAGE_EVENTS_MAX, filter: { streamPrefixes } });
    if (page.through <= after) throw new Error(`the log ends at ${after}, before ${through}`);
    yield pageOfLog(
      page.events.filter(({ position }) => position <= through),
      Math.min(page.through, through),
    );
    after = page.through;
  }
}
