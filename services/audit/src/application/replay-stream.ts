import type { EventStore, StoredEvent } from '@jiangong/event-store';
import { refused } from '@jiangong/service-host';
import { asItWas, type UpTo } from './as-it-was.ts';
import { chainedEvents } from './chain.ts';
import { withinBytes } from './within-bytes.ts';

export type Replay = Readonly<{
  events: readonly StoredEvent[];
  /** The revision behind which the next page begins; null at the end. */
  next: number | null;
  throughRevision: number;
  chained: number;
  count: number;
}>;

/** A stream as it was at a revision or a moment, a page of it, and how far its chain of hashes holds. */
export const replayStream =
  (store: EventStore) =>
  async (stream: string, upTo: UpTo, page: Readonly<{ after: number | null; size: number }>): Promise<Replay> => {
    const whole = asItWas(await store.readStream(stream), upTo);
    if (whole.length === 0) throw refused({ reason: 'STREAM_NOT_FOUND', field: 'stream' });
    const begin = page.after === null ? 0 : page.after + 1;
    const events = withinBytes(whole.slice(begin, begin + page.size));
    const last = events.at(-1);
    const more = last !== undefined && last.revision < whole.length - 1;
    return {
      events,
      next: more ? last.revision : null,
      throughRevision: whole.length - 1,
      chained: chainedEvents(whole),
      count: whole.length,
    };
  };
