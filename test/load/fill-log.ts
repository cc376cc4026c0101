import { randomUUID } from 'node:crypto';
import type { EventStore } from '@jiangong/event-store';
import { sealedSample } from './sample-event.ts';

const AT_ONCE = 1_000;

/** So many events, each the first of a stream of its own. */
export const fillLog = async (store: EventStore, events: number): Promise<void> => {
  for (let done = 0; done < events; done += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, events - done) }, () => {
        const stream = `bench.entry-${randomUUID()}`;
        return store.append({ stream, expected: 'no-stream', events: [sealedSample(stream, 'no-stream')] });
      }),
    );
};
