import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import { BLANK } from '../../../src/domain/checklist/state.ts';
import { roundDecider, type RoundOrder } from '../../../src/domain/round/decider.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { answer, factsOf, LATER, prepare, secondly } from '../round/example-round.ts';
import {
  admitBranch,
  answer as answerFinding,
  answerOf,
  by,
  listAfter,
  openRound,
  proposeAct,
  record,
  review,
  scoreSelf,
  tables,
  type Who,
  withdraw,
} from './example-checklist.ts';

const made = tables();
/** The branch rates itself, the organizers accept, the level above confirms; publicity has no stage of its own. */
const staged: RoundTables = {
  ...made,
  parties: [
    ...made.parties,
    { id: 'self', role: 'branch-secretary', scope: 'own', least: null, recuse: 'home', attest: null },
  ],
  stages: [
    { stageId: 'self-rating', phase: 'main', act: 'check', by: ['self'] },
    { stageId: 'accepting', phase: 'main', act: 'review', by: ['organizers'] },
    { stageId: 'confirming', phase: 'main', act: 'recheck', by: ['acceptance'] },
  ],
};

const at = (day: number): string => `2021-12-${String(day).padStart(2, '0')}T16:00:00.000Z`;
const during = (day: number): string => `2021-12-${String(day).padStart(2, '0')}T20:00:00.000Z`;
const WHOLE = [1, 10] as const;
const WINDOWS = { 'self-rating': [1, 3], accepting: [3, 6], confirming: [6, 10] } as const;

const set = (stageId: string, [from, to]: readonly [number, number], revision = 1, now = during(0)): ScoringOrder => ({
  ...{ type: 'SetStageWindow', now, stageId, opensAt: at(from), closesAt: at(to), editionRevision: revision },
});
const then = (round: Round, ...orders: readonly RoundOrder[]): Round =>
  orders.reduce((state, order) => factsOf(state, order).reduce(roundDecider.evolve, state), round);
const entering = (entered: number): ScoringOrder => ({
  ...{ type: 'SetWindow', now: at(1), opensAt: at(WHOLE[0]), closesAt: at(WHOLE[1]), editionRevision: 2, entered },
});

const prepared = then(
  { kind: 'absent' },
  prepare(staged),
  admitBranch('a'),
  admitBranch('b'),
  ...Object.entries(WINDOWS).map(([stageId, window]) => set(stageId, window)),
);
const DRAW = { secret: 's', commitment: 'c' };
const opened = then(prepared, entering(2), { type: 'OpenRound', now: during(1), draw: DRAW });
const over = (stageId: string, day: number): ScoringOrder => ({
  ...{ type: 'CloseRound', now: at(day), why: 'stage', stageId },
});
const closed = then(opened, over('confirming', 10));

const windowOf = (round: Round) => (round.kind === 'absent' ? null : [round.window?.opensAt, round.window?.closesAt]);
const endOf = (round: Round): string => (round.kind === 'open' ? round.closesAt : round.kind);

type Writing = Readonly<{ round?: Round; now: string }>;
const DONE = { selfScored: 'SelfScored', recorded: 'OccurrenceRecorded', marked: 'ItemReviewed' } as const;
const refused = (who: Who, order: Parameters<typeof by>[1], { round = opened, now }: Writing) => {
  const decision = checklistDecider.decide(BLANK, by(who, order, { round, now }));
  return isRefusal(decision) ? decision : undefined;
};
const told = (who: Who, order: Parameters<typeof by>[1], { round = opened, now }: Writing): string =>
  answerOf(BLANK, by(who, order, { round, now }));
const found = record({ effectiveOn: '2021-11-10' });
const press = record({ itemId: 'press', effectiveOn: '2021-11-10' });
const NOT_NOW = 'STAGE_NOT_YOURS_NOW entryId';

describe('the window of a round of several stages', () => {
  it('goes from the first opening to the last closing, whatever came last', () => {
    expect(windowOf(prepared)).toEqual([at(1), at(10)]);
    const shuffled = then(
      { kind: 'absent' },
      prepare(staged),
      ...Object.entries(WINDOWS)
        .toReversed()
        .map(([stageId, window]) => set(stageId, window)),
    );
    expect(windowOf(shuffled)).toEqual([at(1), at(10)]);
  });

  it('follows a stage that is moved, and none that came before what is known', () => {
    expect(answer(opened, set('confirming', [6, 14], 5, during(4)))).toBe('StageWindowSet WindowSet');
    expect(endOf(then(opened, set('confirming', [6, 14], 5, during(4))))).toBe(at(14));
    expect(answer(opened, set('self-rating', [1, 4], 5, during(2)))).toBe('StageWindowSet');
    expect(answer(opened, set('accepting', WINDOWS.accepting, 5))).toBe('');
    const moved = then(opened, set('accepting', [3, 7], 5));
    expect(answer(moved, set('accepting', [3, 5], 4))).toBe('');
    expect(answer(opened, set('another', [1, 2], 5))).toBe('');
  });

  it('never ends before it was heard of', () =>
    expect(endOf(then(opened, set('confirming', [6, 8], 5, during(9))))).toBe(during(9)));

  it('is over with the last stage, not with one before it', () => {
    expect(answer(opened, over('self-rating', 3))).toBe('');
    expect(answer(opened, over('accepting', 6))).toBe('');
    expect(answer(opened, over('confirming', 10))).toBe('RoundClosed');
    const beside = then(opened, set('accepting', [3, 12], 5));
    expect(answer(beside, over('confirming', 10))).toBe('');
    expect(answer(beside, over('accepting', 12))).toBe('RoundClosed');
  });
});

describe('who writes in which stage', () => {
  it('is whoever is judged in his, the office in its own, the level above in the last', () => {
    const marks = [200, 100] as const;
    const rows = [2, 4, 8].map((day) => [
      told('secretary', scoreSelf([250, 100]), { now: during(day) }),
      told('organizer', found, { now: during(day) }),
      told('organizer', review(marks), { now: during(day) }),
      told('acceptor', review(marks), { now: during(day) }),
    ]);
    expect(rows).toEqual([
      [DONE.selfScored, NOT_NOW, NOT_NOW, NOT_NOW],
      [NOT_NOW, DONE.recorded, DONE.marked, NOT_NOW],
      [NOT_NOW, NOT_NOW, NOT_NOW, DONE.marked],
    ]);
  });

  it('is told with the stage and its times: the one to come, or the last that was', () => {
    expect(refused('acceptor', review([200, 100]), { now: during(2) })?.details).toEqual({
      ...{ stage: 'confirming', opensAt: at(6), closesAt: at(10) },
    });
    expect(refused('secretary', scoreSelf([250, 100]), { now: during(8) })?.details).toEqual({
      ...{ stage: 'self-rating', opensAt: at(1), closesAt: at(3) },
    });
  });

  it('is in none of them for a party without a stage: it has the whole window', () =>
    expect([2, 4, 8].map((day) => told('publicist', press, { now: during(day) }))).toEqual([
      ...[DONE.recorded, DONE.recorded, DONE.recorded],
    ]));

  it('is nobody before the first opening and after the last closing, whatever his stage', () => {
    expect(told('organizer', found, { round: closed, now: during(10) })).toBe('ROUND_CLOSED entryId');
    expect(told('secretary', scoreSelf([250, 100]), { round: prepared, now: during(0) })).toBe(
      'ROUND_NOT_OPEN entryId',
    );
  });

  it('follows a stage that was moved', () => {
    const later = then(opened, set('self-rating', [1, 5], 5, during(2)));
    expect(told('secretary', scoreSelf([250, 100]), { round: later, now: during(4) })).toBe(DONE.selfScored);
    expect(told('organizer', found, { round: later, now: during(4) })).toBe(DONE.recorded);
  });

  it('is everybody in a round that has no stages', () =>
    expect(told('acceptor', review([200, 100]), { round: openRound(), now: during(4) })).toBe(DONE.marked));
});

describe('what a stage is over for', () => {
  const list = listAfter(by('organizer', found, { round: opened, now: during(4) }));
  const ask = (who: Who, order: Parameters<typeof by>[1], day: number, round = opened): string =>
    answerOf(list, by(who, order, { round, now: during(day) }));
  const withdrawal = { act: 'WithdrawOccurrence', occurrenceId: 'o1', reason: 'not-established' } as const;

  it('is withdrawn by one person while it lasts, afterwards by two', () => {
    expect(ask('organizer', withdraw(), 5)).toBe('OccurrenceWithdrawn');
    expect(ask('organizer', withdraw(), 8)).toBe('PROPOSAL_NEEDED occurrenceId');
    expect(ask('organizer', proposeAct(withdrawal), 8)).toBe('ActProposed');
    expect(ask('organizer', proposeAct(withdrawal), 12, closed)).toBe('ActProposed');
  });

  it('is answered by whoever is judged all the same', () =>
    expect(ask('secretary', answerFinding(), 8)).toBe('FindingAnswered'));
});

describe('a stage that is opened again', () => {
  const reopening = (stageId: string, day: number): ScoringOrder => ({
    ...{ type: 'ReopenWithStage', now: during(11), stageId, closesAt: at(day), editionRevision: 9 },
  });
  const again = then(closed, reopening('self-rating', 13));

  it('is open for its parties alone', () => {
    expect(answer(closed, reopening('self-rating', 13))).toBe('StageWindowSet RoundReopened');
    expect(told('secretary', scoreSelf([250, 100]), { round: again, now: during(12) })).toBe(DONE.selfScored);
    expect(told('organizer', found, { round: again, now: during(12) })).toBe(NOT_NOW);
    expect(told('publicist', press, { round: again, now: during(12) })).toBe(DONE.recorded);
  });

  it('is followed by another that is opened again until later', () => {
    const both = then(again, set('accepting', [3, 15], 10, during(11)));
    expect(endOf(both)).toBe(at(15));
    expect(told('organizer', found, { round: both, now: during(14) })).toBe(DONE.recorded);
    expect(told('secretary', scoreSelf([250, 100]), { round: both, now: during(14) })).toBe(NOT_NOW);
    expect(answer(both, { type: 'CloseRound', now: at(13), why: 'due' })).toBe('ROUND_NOT_DUE roundId');
    expect(answer(both, { type: 'CloseRound', now: at(15), why: 'due' })).toBe('RoundClosed');
  });

  it('while others go on moves the end where it ends later than they', () => {
    const longer = then(opened, set('self-rating', [1, 12], 9, during(8)));
    expect(endOf(longer)).toBe(at(12));
    expect(told('secretary', scoreSelf([250, 100]), { round: longer, now: during(11) })).toBe(DONE.selfScored);
    expect(told('acceptor', review([200, 100]), { round: longer, now: during(11) })).toBe(NOT_NOW);
    expect(answer(longer, over('confirming', 10))).toBe('');
  });
});

describe('a round that two persons open', () => {
  const act = {
    act: 'ReopenRound',
    seatIds: [],
    until: '2021-12-15T16:00:00.000Z',
    reason: 'technical-fault',
  } as const;
  const byTwo = then(closed, ...secondly(act));

  it('is open for everybody: they opened it because something is lacking', () => {
    expect(told('organizer', found, { round: byTwo, now: during(12) })).toBe(DONE.recorded);
    expect(told('acceptor', review([200, 100]), { round: byTwo, now: during(12) })).toBe(DONE.marked);
    expect(told('secretary', scoreSelf([250, 100]), { round: byTwo, now: during(12) })).toBe(DONE.selfScored);
  });

  it('keeps its own end, whatever becomes of the stages', () =>
    expect(answer(byTwo, set('confirming', [6, 20], 9))).toBe(''));

  it('and late, once its stages have passed by, too', () => {
    const late = then(prepared, entering(2), ...secondly({ act: 'OpenLate', until: '2021-12-18T16:00:00.000Z' }));
    expect(told('organizer', found, { round: late, now: LATER })).toBe(DONE.recorded);
  });
});

describe('a round that is prepared anew', () => {
  it('keeps what is known of its stages', () => {
    const anew = prepare({ ...staged, notices: [{ id: 'n', after: 'decide', what: [], days: 5, clock: 'working' }] });
    expect(windowOf(then(prepared, anew))).toEqual([at(1), at(10)]);
    const round = then(prepared, anew);
    expect(round.kind === 'prepared' && round.stageWindows.map(({ stageId }) => stageId).toSorted()).toEqual([
      ...['accepting', 'confirming', 'self-rating'],
    ]);
  });
});
