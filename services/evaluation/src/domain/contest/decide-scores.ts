import type { CarriedValue, PhaseOutcome } from '@jiangong/scoring';
import { lackingRefusal } from '../round/lacking-refusal.ts';
import type { RoundFact } from '../round/facts.ts';
import type { SecondPerson } from '../round/proposal.ts';
import type { ScoringRefusal } from '../round/refusals.ts';
import type { Round, RunningRound } from '../round/state.ts';
import { roundInputs, tallyBlind, tallyRound } from '../round/tally-round.ts';
import type { OpenedSheet } from '../round/orders.ts';
import { contestSources, heldContest, openContest, shownTables } from './contest-of.ts';
import { judgedRefusal, turnsRefusal } from './decide-stage.ts';
import type { OpenMarks, ReopenEntry, ShowScore } from './orders.ts';
import { closedTurn, nextTurn, onStage, type Turn } from './state.ts';
import { isRemarkingReason } from './words.ts';

type Decision = readonly RoundFact[] | ScoringRefusal;
type Ready = Readonly<{ live: RunningRound; turn: Turn }>;

/** A closed entry whose score is to be shown; else why nothing is shown of it. */
const readyToShow = (round: Round, entryId: string): Ready | ScoringRefusal => {
  const held = heldContest(round);
  if ('reason' in held) return held;
  const { live, rules } = held;
  if (rules.shown !== 'at-once') return { reason: 'SCORES_SHOWN_AFTER_CLOSE', field: 'roundId' };
  const wrong = judgedRefusal(live, entryId);
  if (wrong) return wrong;
  if (onStage(live.contest)?.entryId === entryId) return { reason: 'ENTRY_ON_STAGE', field: 'entryId' };
  const turn = closedTurn(live.contest, entryId);
  return turn === undefined ? { reason: 'ENTRY_NOT_MARKED', field: 'entryId' } : { live, turn };
};

/** The round as if nothing but this entry were judged, and by nothing but what is marked on the stage. Draws between entries mean nothing for one: any seed is as good. */
const aboutOne = (live: RunningRound, entryId: string): RunningRound => ({
  ...live,
  tables: shownTables(live),
  entries: live.entries.filter((entry) => entry.entryId === entryId),
  seed: '0'.repeat(64),
});

/** What the entry takes from earlier phases, as far as what is shown of it counts that: nothing of it where the stage is shown by itself. */
const takenAlong = (
  { tables, phase }: RunningRound,
  entryId: string,
  carried: readonly CarriedValue[],
): readonly CarriedValue[] => {
  const rows = tables.phases.find(({ id }) => id === phase)?.rows ?? [];
  const from = new Set(rows.flatMap((row) => (row.op === 'carry' ? [row.phase] : [])));
  return carried.filter((value) => value.entryId === entryId && from.has(value.phase));
};

/** While a round runs its closing has no place in the log yet: what was handed in within its turn is in time. */
const endless = ({ closing }: RunningRound) =>
  Array.from({ length: closing }, (_, at) => ({
    closing: at + 1,
    lastIndex: Number.MAX_SAFE_INTEGER,
    closesAt: '9999-12-31T00:00:00.000Z',
  }));

/** Why there is no score to show; undefined: there is. */
const withoutScore = (outcome: PhaseOutcome): ScoringRefusal | undefined => {
  if (outcome.kind !== 'computed') return lackingRefusal(outcome);
  const [none] = outcome.result.unranked;
  if (none === undefined) return undefined;
  return { reason: 'ENTRY_WITHOUT_SCORE', field: 'entryId', details: { why: none.reason } };
};

/** The opening stands in the log before it happens; what is lacking is said before. */
export const openMarks = (round: Round, { entryId, sheets, carried }: OpenMarks): Decision => {
  const ready = readyToShow(round, entryId);
  if ('reason' in ready) return ready;
  const one = aboutOne(ready.live, entryId);
  const { entries, seats, recusals, roundId, editionId } = one;
  const mine = takenAlong(one, entryId, carried);
  const blind = tallyBlind(one, { entries, seats, recusals, cuts: endless(one) }, sheets, { carried: mine });
  const lacking = withoutScore(blind);
  if (lacking) return lacking;
  const { turn, opened } = ready.turn;
  return opened ? [] : [{ type: 'MarksOpened.v1', data: { roundId, editionId, entryId, turn } }];
};

type Scored = Readonly<{ outcome: PhaseOutcome; count: number }>;

const scored = (live: RunningRound, { entryId, sheets, carried }: ShowScore): Scored => {
  const one = { ...aboutOne(live, entryId), cuts: endless(live) };
  const mine = takenAlong(one, entryId, carried);
  const read = roundInputs(one, sheets, { carried: mine }, (sheet: OpenedSheet) => sheet);
  return { outcome: tallyRound(one, read), count: read.inputs.sheets.length };
};

/** Shown again only where it comes to something else: a recusal since, or another turn. */
export const showScore = (round: Round, order: ShowScore): Decision => {
  const { entryId } = order;
  const ready = readyToShow(round, entryId);
  if ('reason' in ready) return ready;
  const { live, turn } = ready;
  if (!turn.opened) return { reason: 'SHEETS_NOT_OPENED', field: 'entryId' };
  const { outcome, count } = scored(live, order);
  const lacking = withoutScore(outcome);
  if (lacking) return lacking;
  const [entry] = outcome.kind === 'computed' ? outcome.result.entries : [];
  if (outcome.kind !== 'computed' || entry === undefined) return [];
  const { decimals } = outcome.result;
  const { score } = entry;
  const { roundId, editionId, contest } = live;
  const before = contest.shown.find((one) => one.entryId === entryId);
  if (before !== undefined && before.turn === turn.turn && before.score === score && before.sheets === count) return [];
  return [
    { type: 'ScoreShown.v1', data: { roundId, editionId, entryId, turn: turn.turn, score, decimals, sheets: count } },
  ];
};

type Remarking = Pick<ReopenEntry, 'entryId' | 'seatIds' | 'reason'>;

/** Another turn for the seats named. One person alone gives it only while nobody has opened what the entry was given. */
export const reopenEntry = (round: Round, order: Remarking, second: SecondPerson, now: string): Decision => {
  const held = openContest(round, now);
  if ('reason' in held) return held;
  const { live } = held;
  const { roundId, editionId, contest } = live;
  const { entryId, seatIds, reason } = order;
  const wrong = judgedRefusal(live, entryId);
  if (wrong) return wrong;
  const closed = closedTurn(contest, entryId);
  const there = onStage(contest);
  if (there !== undefined) return { reason: 'ENTRY_ON_STAGE', field: 'entryId', details: { entryId: there.entryId } };
  if (closed === undefined) return { reason: 'ENTRY_NOT_MARKED', field: 'entryId' };
  if (!isRemarkingReason(reason)) return { reason: 'CONTEST_REASON_UNKNOWN', field: 'reason' };
  if (second.proposalId === null && contest.turns.some((turn) => turn.entryId === entryId && turn.opened))
    return { reason: 'PROPOSAL_NEEDED', field: 'entryId' };
  const sources = contestSources(live);
  if (seatIds.length === 0) return { reason: 'SEATS_NONE', field: 'seatIds' };
  for (const [at, seatId] of seatIds.entries()) {
    const seat = live.seats.find((one) => one.seatId === seatId && one.held === 'held');
    if (seat === undefined || !sources.includes(seat.sourceId))
      return { reason: 'SEAT_UNKNOWN', field: `seatIds[${at}]` };
    if (seatIds.indexOf(seatId) !== at) return { reason: 'SEAT_TWICE', field: `seatIds[${at}]` };
  }
  const often = turnsRefusal(live, entryId);
  if (often) return often;
  const turn = nextTurn(contest, entryId);
  return [{ type: 'EntryReopened.v1', data: { roundId, editionId, entryId, turn, seatIds, reason, ...second } }];
};
