import type { EventStore } from '@jiangong/event-store';
import type { Lag, ReadersLag } from '@jiangong/read-models';
import type { ReaderGroup } from '@jiangong/read-models/postgres';

/** The name under which the reader of the log itself appears. */
const LOG = 'log';

const NO_LAG: Lag = { events: 0, seconds: 0 };

type Parts = Readonly<{ store: EventStore; now: () => string }>;

/** The age of the first event beyond a position. */
const ageAfter = async ({ store, now }: Parts, position: number): Promise<number> => {
  const next = (await store.readLog({ after: position, limitMax: 1 })).events[0];
  return next ? Math.max(0, (Date.parse(now()) - Date.parse(next.entry.recordedAt)) / 1_000) : 0;
};

/** How far everything is behind the log's head of this moment; its age is that of the oldest event not yet taken. */
export const lagOf = async (
  parts: Parts,
  groups: readonly ReaderGroup[],
  looked: () => number,
): Promise<ReadersLag> => {
  const head = await parts.store.head();
  const positions = new Map<string, number>([[LOG, looked()]]);
  for (const { readers } of groups) for (const { reader, position } of readers) positions.set(reader.name, position);
  const ages = new Map<number, number>();
  const byReader: Record<string, Lag> = {};
  for (const [reader, position] of positions) {
    if (position < head && !ages.has(position)) ages.set(position, await ageAfter(parts, position));
    byReader[reader] = position < head ? { events: head - position, seconds: ages.get(position) ?? 0 } : NO_LAG;
  }
  const lags = Object.values(byReader);
  return {
    head,
    byReader,
    events: Math.max(...lags.map(({ events }) => events)),
    seconds: Math.max(...lags.map(({ seconds }) => seconds)),
  };
};
