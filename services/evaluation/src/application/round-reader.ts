import type { EventStore } from '@jiangong/event-store';
import { roundDecider } from '../domain/round/decider.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { Round } from '../domain/round/state.ts';
import { roundStream } from './streams.ts';

export type RoundRead = Readonly<{ round: Round; revision: number }>;

/** Rounds remembered by one process; the longest unused go first. */
const ROUNDS_REMEMBERED_MAX = 20;

/**
 * The round as it stands in the log now. What was folded before is remembered and only what came since is read: a stream
 * is never rewritten, so this is the same as reading it all.
 */
export const roundReader = (store: EventStore): ((roundId: string) => Promise<RoundRead>) => {
  const remembered = new Map<string, RoundRead>();
  return async (roundId) => {
    const before = remembered.get(roundId) ?? { round: roundDecider.initial, revision: -1 };
    const events = await store.readStream(roundStream(roundId), { fromRevision: before.revision + 1 });
    const round = events.reduce(
      (state, { type, data }) => roundDecider.evolve(state, { type, data } as RoundFact),
      before.round,
    );
    const read = { round, revision: before.revision + events.length };
    remembered.delete(roundId);
    remembered.set(roundId, read);
    if (remembered.size > ROUNDS_REMEMBERED_MAX) remembered.delete(remembered.keys().next().value as string);
    return read;
  };
};
