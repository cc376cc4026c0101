import type { RoundFact } from '../round/facts.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import { entriesIn, entryOf, type Round, type RunningRound } from '../round/state.ts';
import { type Held, openContest, seatsFor } from './contest-of.ts';
import { TURNS_PER_ENTRY_MAX } from './limits.ts';
import type { CallEntry, CloseEntry, PutOffEntry } from './orders.ts';
import { closedTurn, nextTurn, onStage, queueOf } from './state.ts';
import { isClosingReason, isPuttingOffReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;

/** Seats named in an answer, so that it stays an answer. */
const SEATS_NAMED_MAX = 20;

/** An entry that is judged; else why it is not. */
export const judgedRefusal = (live: RunningRound, entryId: string): ScoringRefusal | undefined => {
  const entry = entryOf(live, entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  return entry.out === null ? undefined : { reason: 'ENTRY_OUT_ALREADY', field: 'entryId' };
};

export const turnsRefusal = ({ contest }: RunningRound, entryId: string): ScoringRefusal | undefined =>
  nextTurn(contest, entryId) > TURNS_PER_ENTRY_MAX
    ? { reason: 'TOO_MANY_TURNS', field: 'entryId', details: { turnsMax: TURNS_PER_ENTRY_MAX } }
    : undefined;

/** Who waits, the next one first. */
export const waiting = (live: RunningRound): readonly string[] =>
  queueOf(
    live.contest,
    entriesIn(live).map(({ entryId }) => entryId),
  );

/** Whom nobody may call now. By lot the next one appears, and no other: who is not there is put off. */
const callRefusal = ({ live, rules }: Held, entryId: string): ScoringRefusal | undefined => {
  const { contest } = live;
  const wrong = judgedRefusal(live, entryId) ?? turnsRefusal(live, entryId);
  if (wrong) return wrong;
  const there = onStage(contest);
  if (there !== undefined) return { reason: 'ENTRY_ON_STAGE', field: 'entryId', details: { entryId: there.entryId } };
  if (closedTurn(contest, entryId) !== undefined) return { reason: 'ENTRY_MARKED_ALREADY', field: 'entryId' };
  if (rules.order === 'given') return undefined;
  if (contest.order === null) return { reason: 'ORDER_NOT_DRAWN', field: 'roundId' };
  const [next = ''] = waiting(live);
  return next === entryId ? undefined : { reason: 'ENTRY_NOT_NEXT', field: 'entryId', details: { entryId: next } };
};

/** Called twice is called once. */
export const callEntry = (round: Round, { entryId, now }: CallEntry): Decision => {
  const held = openContest(round, now);
  if ('reason' in held) return held;
  const { roundId, editionId, contest } = held.live;
  if (onStage(contest)?.entryId === entryId) return [];
  const wrong = callRefusal(held, entryId);
  if (wrong) return wrong;
  return [{ type: 'EntryCalled.v1', data: { roundId, editionId, entryId, turn: nextTurn(contest, entryId) } }];
};

/** Whoever is on the stage, or is next and not there, appears behind the others; whatever was marked of it meanwhile does not count. */
export const putOffEntry = (round: Round, { entryId, reason, now }: PutOffEntry): Decision => {
  const held = openContest(round, now);
  if ('reason' in held) return held;
  const { live } = held;
  const { roundId, editionId, contest } = live;
  const wrong = judgedRefusal(live, entryId);
  if (wrong) return wrong;
  if (!isPuttingOffReason(reason)) return { reason: 'CONTEST_REASON_UNKNOWN', field: 'reason' };
  const there = onStage(contest);
  const turn = there?.entryId === entryId ? there.turn : 0;
  const order = waiting(live);
  if (turn === 0 && !order.includes(entryId)) return { reason: 'ENTRY_MARKED_ALREADY', field: 'entryId' };
  if (turn === 0 && order.find((one) => one !== there?.entryId) !== entryId)
    return { reason: 'ENTRY_NOT_NEXT', field: 'entryId', details: { entryId: order[0] ?? '' } };
  return [{ type: 'EntryPutOff.v1', data: { roundId, editionId, entryId, turn, reason } }];
};

/** Closed twice is closed once. Nobody closes over marks that are not in without saying why. */
export const closeEntry = (round: Round, { entryId, reason, handedIn, now }: CloseEntry): Decision => {
  const held = openContest(round, now);
  if ('reason' in held) return held;
  const { live } = held;
  const { roundId, editionId, contest } = live;
  const there = onStage(contest);
  if (there === undefined && closedTurn(contest, entryId) !== undefined) return [];
  if (there?.entryId !== entryId) return { reason: 'ENTRY_NOT_ON_STAGE', field: 'entryId' };
  const missing = seatsFor(live, entryId)
    .map(({ seatId }) => seatId)
    .filter((seatId) => there.seatIds === null || there.seatIds.includes(seatId))
    .filter((seatId) => !handedIn.includes(seatId));
  if (missing.length > 0 && reason === '')
    return {
      reason: 'MARKS_MISSING',
      field: 'reason',
      details: { missing: missing.length, seatIds: missing.slice(0, SEATS_NAMED_MAX).join(' ') },
    };
  if (reason !== '' && !isClosingReason(reason)) return { reason: 'CONTEST_REASON_UNKNOWN', field: 'reason' };
  const why = missing.length > 0 && reason !== '' ? reason : null;
  return [{ type: 'EntryClosed.v1', data: { roundId, editionId, entryId, turn: there.turn, missing, reason: why } }];
};
