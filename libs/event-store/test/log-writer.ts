import { createListener } from '@jiangong/database/postgres';
import type { StreamEnd } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { endOf, sampleAppend } from '../src/testing/sample-appends.ts'; // the testing door needs jest, which runs only in the parent

/**
 * Program of several-writers.int-spec.ts: appends to streams of its own and to one that all writers share, many at a time, and
 * tells its parent of each append before it is sent (`sending`) and after it was acknowledged (`stored`, with its positions).
 */
const [url, name, appendsText] = process.argv.slice(2) as [string, string, string];
const LANES = 16;
const listener = createListener({ url });
const store = createPostgresEventStore({ url, listener });

const tell = (message: unknown): void => {
  process.send?.(message);
};

/** Told for sure: the parent's end of the channel has it, also when this process is killed next. */
const told = (message: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });

const fact = (index: number): { type: string; data: unknown } => ({
  type: 'ThingHappened.v1',
  data: { writer: name, index },
});

const lane = async (number: number): Promise<void> => {
  const stream = number === 0 ? 'several.shared-1' : `several.own-${name}-${number}`;
  let expected: StreamEnd = 'no-stream';
  for (let index = 0; index < Number(appendsText) / LANES;) {
    const append = sampleAppend(
      stream,
      expected,
      [fact(index), ...(index % 3 === 0 ? [fact(-index)] : [])],
      `${name} ${number} ${index} ${JSON.stringify(expected)}`,
    );
    const ids = append.events.map(({ eventId }) => eventId);
    await told({ kind: 'sending', ids });
    const outcome = await store.append(append);
    if (outcome.kind === 'conflict') {
      tell({ kind: 'refused', ids });
      expected = outcome.actual;
      continue;
    }
    tell({ kind: 'stored', ids, firstPosition: outcome.firstPosition });
    expected = endOf(append);
    index += 1;
  }
};

await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
tell({ kind: 'done' });
await store.close();
await listener.close();
process.disconnect();
