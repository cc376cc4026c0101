import type { StoredEvent } from '@jiangong/event-store';
import type { PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';

/** Streams read at once. */
const READS_AT_ONCE_MAX = 16;

/** What stands in one stream of each entry of a round, by entry. */
export const entryStreams = async (
  { ground }: Pick<Evaluation, 'ground'>,
  { entries }: Pick<PreparedRound, 'entries'>,
  streamOf: (entryId: string) => string,
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> => {
  const found = new Map<string, readonly StoredEvent[]>();
  for (let at = 0; at < entries.length; at += READS_AT_ONCE_MAX) {
    const some = entries.slice(at, at + READS_AT_ONCE_MAX);
    const read = await Promise.all(some.map(({ entryId }) => ground.store.readStream(streamOf(entryId))));
    for (const [index, { entryId }] of some.entries()) found.set(entryId, read[index] ?? []);
  }
  return found;
};
