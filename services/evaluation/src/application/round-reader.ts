import type { EventStore, StoredEvent } from '@jiangong/event-store';
import { onStage, partOf } from '../domain/contest/state.ts';
import { roundDecider } from '../domain/round/decider.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import { isRunning, type Round } from '../domain/round/state.ts';
import { roundStream } from './streams.ts';

/** Where `RoundClosed` of a closing stands in the log, and its hash. */
export type ClosingPlace = Readonly<{ closing: number; lastIndex: number; hash: string }>;
/** Where a turn of a contest ended in the log: its marks count up to there. */
export type TurnPlace = Readonly<{ part: string; lastIndex: number }>;
export type RoundRead = Readonly<{
  round: Round;
  revision: number;
  closings: readonly ClosingPlace[];
  /** Turns that are over, in the order of their ends. */
  turns: readonly TurnPlace[];
}>;

/** Rounds remembered by one process; the longest unused go first. */
const ROUNDS_REMEMBERED_MAX = 20;

/** A turn ends with its entry's closing, or with the round's. */
const turnEnded = ({ round }: RoundRead, fact: RoundFact): string | undefined => {
  if (fact.type === 'EntryClosed.v1') return partOf(fact.data);
  if (fact.type !== 'RoundClosed.v1' || !isRunning(round)) return undefined;
  const turn = onStage(round.contest);
  return turn === undefined ? undefined : partOf(turn);
};

const withEvent = (read: RoundRead, { type, data, revision, position, hash }: StoredEvent): RoundRead => {
  const fact = { type, data } as RoundFact;
  const closings =
    fact.type === 'RoundClosed.v1'
      ? [...read.closings, { closing: fact.data.closing, lastIndex: position, hash }]
      : read.closings;
  const part = turnEnded(read, fact);
  const turns = part === undefined ? read.turns : [...read.turns, { part, lastIndex: position }];
  return { round: roundDecider.evolve(read.round, fact), revision, closings, turns };
};

/**
 * The round as it stands in the log now. What was folded before is remembered and only what came since is read: a stream
 * is never rewritten, so this is the same as reading it all. Sealed fields stay sealed: no state holds them.
 */
export const roundReader = (store: EventStore): ((roundId: string) => Promise<RoundRead>) => {
  const remembered = new Map<string, RoundRead>();
  return async (roundId) => {
    const before = remembered.get(roundId) ?? {
      round: roundDecider.initial,
      revision: -1,
      closings: [],
      turns: [],
    };
    const events = await store.readStream(roundStream(roundId), { fromRevision: before.revision + 1 });
    const read = events.reduce(withEvent, before);
    remembered.delete(roundId);
    remembered.set(roundId, read);
    if (remembered.size > ROUNDS_REMEMBERED_MAX) remembered.delete(remembered.keys().next().value as string);
    return read;
  };
};
