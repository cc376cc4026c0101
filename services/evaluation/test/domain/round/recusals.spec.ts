import { describe, expect, it } from '@jest/globals';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { RunningRound } from '../../../src/domain/round/state.ts';
import { LATE_ACTS_PER_ROUND_MAX } from '../../../src/domain/limits.ts';
import {
  AFTER,
  after,
  answer,
  assign,
  carryOut,
  factsOf,
  INSPECTOR,
  NOW,
  OFFICE,
  prepare,
  propose,
  secondly,
  sheet,
  sheets,
  tablesOf,
  tally,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './example-round.ts';

const declare = (personId: string, name: string, reason = 'kinship'): ScoringOrder => ({
  type: 'DeclareRecusal',
  now: NOW,
  personId,
  entryId: `entry-${name}`,
  reason,
});
const open = after(...untilOpen);
const scored = after(...untilClosed, ...tally());
const late = { act: 'DeclareRecusal', personId: 'officer-z', entryId: 'entry-b', reason: 'kinship' } as const;
const lift = { act: 'LiftRecusal', personId: 'officer-z', entryId: 'entry-b', reason: 'entered-in-error' } as const;
const vacate = (personId: string): ScoringOrder => ({
  type: 'VacateSeat',
  now: NOW,
  personId,
  reason: 'left-post',
  by: 'office',
});

describe('a recusal', () => {
  it('is a person’s, with a word for its reason', () =>
    expect(factsOf(open, declare('officer-z', 'b'))[0]?.data).toMatchObject({
      personId: 'officer-z',
      seatId: 'unit-z',
      entryId: 'entry-b',
      reason: 'kinship',
      late: false,
      proposedBy: null,
    }));
  it('declared twice, or structural anyway, is no new fact', () => {
    expect(answer(after(...untilOpen, declare('officer-z', 'b')), declare('officer-z', 'b', 'interest'))).toBe('');
    expect(answer(open, declare('officer-a', 'a'))).toBe('');
  });
  it('names somebody who sits or sat, and an entry of the round', () => {
    expect(answer(open, declare('expert-9', 'b'))).toBe('SEAT_UNKNOWN personId');
    expect(answer(open, declare('officer-z', 'x'))).toBe('ENTRY_NOT_IN_ROUND entryId');
    expect(answer(open, declare('officer-z', 'b', 'a long story'))).toBe('RECUSAL_REASON_UNKNOWN reason');
  });
  it('outlives the removing of all evaluators and preparing again', () => {
    const round = after(
      ...untilPrepared,
      assign('officer-z', 'expert-1'),
      declare('officer-z', 'b'),
      vacate('officer-z'),
      vacate('expert-1'),
      prepare(tablesOf({ least: 2 })),
      assign('officer-z'),
    );
    expect(round.kind === 'prepared' && round.recusals).toEqual([{ personId: 'officer-z', entryId: 'entry-b' }]);
  });
  it('leaves out marks that were given before it', () => {
    const without = after(...untilOpen, declare('officer-z', 'b'), ...untilClosed.slice(-1), ...tally());
    const [before] = (scored as RunningRound).results;
    const [result] = (without as RunningRound).results;
    expect(result?.ranking).not.toEqual(before?.ranking);
    expect(result?.inputsHash).not.toBe(before?.inputsHash);
  });
});

describe('a late recusal, when somebody could have seen an aggregate', () => {
  it('is not one person’s to declare', () =>
    expect(answer(scored, declare('officer-z', 'b'))).toBe('PROPOSAL_NEEDED roundId'));
  it('is proposed by the office and carried out by discipline inspection', () => {
    const round = after(...untilClosed, ...tally(), propose(late));
    expect(answer(round, carryOut('proposal-1', OFFICE))).toBe('SECOND_PERSON_NEEDED');
    expect(answer(round, carryOut('proposal-1', { personId: 'office-2', role: 'committee-officer' }))).toBe(
      'SECOND_ROLE_NEEDED',
    );
    expect(factsOf(round, carryOut('proposal-1', INSPECTOR))[0]?.data).toMatchObject({
      late: true,
      proposedBy: 'office-1',
      proposalId: 'proposal-1',
    });
  });
  it('has a reason that does not fit everybody', () =>
    expect(answer(scored, propose({ ...late, reason: 'other' }))).toBe('RECUSAL_REASON_VAGUE reason'));
  it('makes another result, which says why it is another and which one it follows', () => {
    const round = after(...untilClosed, ...tally(), ...secondly(late), ...tally()) as RunningRound;
    expect(round.results).toHaveLength(2);
    expect(round.results[0]).toMatchObject({ because: [], predecessor: null });
    expect(round.results[1]).toMatchObject({
      because: [{ change: 'recusal-declared', proposalId: 'proposal-1' }],
      predecessor: round.results[0]?.resultHash,
    });
  });
  it('is bounded in number: nobody tries fifty until the result pleases', () => {
    const limited = { ...(scored as RunningRound), lateActs: LATE_ACTS_PER_ROUND_MAX };
    expect(answer(limited, propose(late))).toBe('TOO_MANY_LATE_ACTS');
    expect(answer(limited, propose({ act: 'AnnulRound', reason: 'irregularity' }))).toBe('ActProposed');
  });
});

describe('a wrong recusal is lifted', () => {
  it('always by a second person', () => {
    const declared = [...untilOpen, declare('officer-z', 'b')];
    expect(after(...declared, ...secondly(lift))).toMatchObject({ recusals: [] });
    expect(answer(open, propose(lift))).toBe('RECUSAL_NOT_DECLARED entryId');
  });
  it('late too, and the marks that were there count again', () => {
    const round = after(
      ...untilClosed,
      ...tally(),
      ...secondly(late, 'one'),
      ...tally(),
      ...secondly(lift, 'two'),
      ...tally(),
    ) as RunningRound;
    expect(round.results[2]?.ranking).toEqual(round.results[0]?.ranking);
    expect(round.results[2]?.because).toEqual([{ change: 'recusal-lifted', proposalId: 'two' }]);
  });
});

describe('recusal by what somebody is', () => {
  it('follows a handing over until the sheets are opened, and moves nobody’s marks out afterwards: one person hands over', () => {
    const handedOver = {
      type: 'MoveEntry',
      now: AFTER,
      entryId: 'entry-b',
      homeId: 'unit-z',
      answerable: ['leader-b'],
      effectiveOn: '2021-12-10',
    } as const;
    const ranks = (round: RunningRound) => round.results.at(-1)?.ranking;
    const before = after(...untilClosed, handedOver, ...tally()) as RunningRound;
    const late = after(...untilClosed, ...tally(), handedOver, ...tally()) as RunningRound;
    const scored = after(...untilClosed, ...tally()) as RunningRound;
    expect(ranks(before)).not.toEqual(ranks(scored));
    expect(ranks(late)).toEqual(ranks(scored));
    expect(late.entries.find(({ entryId }) => entryId === 'entry-b')).toMatchObject({ homeId: 'unit-z' });
  });
  it('takes home at assignment and home at submission', () => {
    const moved = sheets.map((one) => (one.personId === 'officer-z' ? { ...one, homeId: 'unit-b' } : one));
    const [stayed] = (scored as RunningRound).results;
    const [result] = (after(...untilClosed, ...tally(moved)) as RunningRound).results;
    expect(result?.inputsHash).not.toBe(stayed?.inputsHash);
    expect(result?.ranking.find(({ entryId }) => entryId === 'entry-b')?.score).not.toBe(
      stayed?.ranking.find(({ entryId }) => entryId === 'entry-b')?.score,
    );
  });
  it('takes whoever answers for an entry', () => {
    const leading = sheet('expert-1', { a: [4_000, 5_000], b: [3_000, 5_000], c: [3_000, 3_000] });
    const round = after(...untilClosed.slice(0, -1), {
      type: 'MoveEntry',
      now: NOW,
      entryId: 'entry-b',
      homeId: 'unit-b',
      answerable: ['expert-1'],
      effectiveOn: '2021-12-06',
    });
    expect(answer(round, declare('expert-1', 'b'))).toBe('');
    expect(leading.personId).toBe('expert-1');
  });
});
