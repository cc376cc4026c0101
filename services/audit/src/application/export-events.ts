import type { EventStore, StoredEvent } from '@jiangong/event-store';
import { withinBytes } from './within-bytes.ts';

export type Export = Readonly<{ events: readonly StoredEvent[]; through: number; head: number }>;

/** A page of the log, whole events in order. An export is itself recorded, so the log grows by one event a page. */
export const exportEvents =
  (store: EventStore) =>
  async (after: number, size: number): Promise<Export> => {
    const head = await store.head();
    const page = await store.readLog({ after, limitMax: size });
    const events = withinBytes(page.events);
    const through = events.length < page.events.length ? (events.at(-1)?.position ?? after) : page.through;
    return { events, through, head };
  };
