import { describe, expect, it } from '@jest/globals';
import type { Round } from '../../../src/domain/round/state.ts';
import {
  admit,
  after,
  answer,
  assign,
  candidate,
  carryOut,
  close,
  factsOf,
  INSPECTOR,
  LEADER,
  OFFICE,
  open,
  prepare,
  propose,
  secondly,
  setWindow,
  tablesOf,
  tally,
  untilClosed,
} from './example-round.ts';
import { afterFact, all, chosen, choice, equals, final, goesOn, main } from './equal-entries.ts';

describe('equal ones across the edge of a phase that is left to the body', () => {
  it('stand in the result, with how many of them go on', () =>
    expect(equals()).toMatchObject({
      results: [{ edges: [{ phase: 'final', entryIds: ['entry-a', 'entry-b', 'entry-c'], places: 1, atMost: 1 }] }],
    }));
  it('keep everybody waiting: nobody goes on before the body has chosen', () => expect(goesOn(equals())).toEqual([]));
  it('are chosen among by two persons, the second of the body: who was chosen goes on', () =>
    expect(goesOn(chosen(equals(), ['b']))).toEqual(['entry-b']));
  it('are no matter of the body where ranks alone say who goes on', () => {
    const scored = after(prepare({ ...tablesOf(), phases: [main, final()] }), ...untilClosed.slice(1), ...tally());
    expect(scored).not.toMatchObject({ results: [{ edges: expect.anything() }] });
    expect(goesOn(scored)).toEqual(['entry-a']);
    expect(answer(scored, propose(choice('a')))).toBe('CHOICE_NOT_OPEN terms.phase');
  });
  it('are told with the phase that the ranks lead on to; the last phase leads nowhere', () => {
    const told = (phases: readonly ReturnType<typeof final>[]) => {
      const scored = after(prepare({ ...tablesOf(), phases: [main, ...phases] }), ...untilClosed.slice(1), tally()[0]);
      return factsOf(scored, tally()[1]).map(({ data }) => 'goesOnTo' in data && data.goesOnTo);
    };
    expect(told([final()])).toEqual(['final']);
    expect(told([])).toEqual([false]);
  });
  it('go on together with those who are before them', () =>
    expect(goesOn(chosen(equals(final(2)), ['a', 'c']), final(2))).toEqual(['entry-a', 'entry-c']));
});

describe('the body’s choice', () => {
  it('is carried out by a leader, neither by an inspector nor by who proposed it', () => {
    const proposed = after(
      ...[prepare({ ...tablesOf(), phases: [main, final()] }), admit('a'), admit('b'), admit('c'), admit('d')],
      ...[assign('expert-1', 'officer-z'), setWindow(4), open, close, ...tally(all), propose(choice('a'))],
    );
    expect(answer(proposed, carryOut('proposal-1', INSPECTOR))).toBe('SECOND_ROLE_NEEDED');
    expect(answer(proposed, carryOut('proposal-1', { ...OFFICE, role: 'committee-leader' }))).toBe(
      'SECOND_PERSON_NEEDED',
    );
    expect(answer(proposed, carryOut('proposal-1', LEADER))).toBe('GoingOnChosen');
  });
  it('is nobody’s who answers for one of them', () => {
    const led = { personId: 'leader-a', role: 'committee-officer' };
    expect(answer(equals(), propose(choice('b'), 'proposal-1', led))).toBe('OWN_CHOICE terms.entryIds');
    const proposed = factsOf(equals(), propose(choice('b'))).reduce(afterFact, equals());
    expect(answer(proposed, carryOut('proposal-1', { personId: 'leader-a', role: 'committee-leader' }))).toBe(
      'OWN_CHOICE terms.entryIds',
    );
  });
  it.each([
    [['a', 'a'], 'CHOICE_TWICE terms.entryIds'],
    [['d'], 'CHOICE_NOT_OPEN terms.entryIds[0]'],
    [['a', 'b'], 'CHOICE_TOO_MANY terms.entryIds'],
    [[], 'GOING_ON_TOO_FEW terms.entryIds'],
  ])('of %j is refused: %s', (names, reason) => expect(answer(equals(), propose(choice(...names)))).toBe(reason));
  it('may be of more than the places only as the template says', () => {
    const wide = equals(final(1, 1));
    expect(goesOn(chosen(wide, ['a', 'b']), final(1, 1))).toEqual(['entry-a', 'entry-b']);
    expect(answer(wide, propose(choice('a', 'b', 'c')))).toBe('CHOICE_TOO_MANY terms.entryIds');
  });
  it('names the minutes, and a phase that follows', () => {
    expect(answer(equals(), propose({ ...choice('a'), minutesNumber: '' }))).toBe('TEXT_EMPTY terms.minutesNumber');
    expect(answer(equals(), propose({ ...choice('a'), phase: 'main' }))).toBe('PHASE_UNKNOWN terms.phase');
  });
  it('made in error is made anew, and both stand; it may not be made anew for ever', () => {
    const corrected = chosen(chosen(equals(), ['a']), ['c'], 'proposal-2');
    expect(goesOn(corrected)).toEqual(['entry-c']);
    expect(corrected).toMatchObject({ goingOn: [{ entryIds: ['entry-a'] }, { entryIds: ['entry-c'] }] });
    const often = Array.from({ length: 10 }, (_, at) => at).reduce(
      (round, at) => chosen(round, [at % 2 === 0 ? 'a' : 'b'], `proposal-${at}`),
      equals(),
    );
    expect(answer(often, propose(choice('c')))).toBe('CHOSEN_TOO_OFTEN roundId');
  });
  it('is about one result: once something has moved nobody chooses, and the next result asks again', () => {
    const moved = secondly({ act: 'TakeOutEntry', entryId: 'entry-a', reason: 'ineligible' }, 'out');
    const [first, ...rest] = moved;
    const before = chosen(equals(), ['b']);
    const out = [first, ...rest].reduce((round, order) => factsOf(round, order).reduce(afterFact, round), before);
    expect(answer(out, propose(choice('b')))).toBe('RESULT_OUTDATED roundId');
    const again = tally(all).reduce((round, order) => factsOf(round, order).reduce(afterFact, round), out);
    expect(goesOn(again)).toEqual([]);
    expect(goesOn(chosen(again, ['c'], 'proposal-3'))).toEqual(['entry-c']);
  });
  it('is asked again also of a result that comes out the same', () => {
    const back = { act: 'PutBackEntry', entryId: 'entry-a', reason: 'taken-out-in-error' } as const;
    const again = [
      ...secondly({ act: 'TakeOutEntry', entryId: 'entry-a', reason: 'ineligible' }, 'out'),
      ...tally(all),
      ...secondly(back, 'back'),
      ...tally(all),
    ].reduce((round, order) => factsOf(round, order).reduce(afterFact, round), chosen(equals(), ['b']));
    if (!('results' in again)) throw new Error('the round has results');
    const [first, , third] = again.results;
    expect(third?.resultHash).toBe(first?.resultHash);
    expect(goesOn(again)).toEqual([]);
  });
  it('leaves acts over the sheets as many as there were', () =>
    expect(chosen(equals(), ['a'])).toMatchObject({ lateActs: 0 }));
});

describe('an officer who sits in the panel', () => {
  const seated = (): Round =>
    after(
      ...[prepare(), admit('a'), admit('b'), admit('c')],
      ...[assign('expert-1', candidate('office-1', 'expert', null)), setWindow(), open, close],
    );
  it.each([
    { act: 'VacateSeat', seatId: 'office-1', reason: 'other' },
    { act: 'ExcuseSeat', seatId: 'office-1', reason: 'ill' },
    { act: 'ReopenRound', seatIds: ['expert-1', 'office-1'], until: '2021-12-15T16:00:00.000Z', reason: 'wrong-sheet' },
    { act: 'DrawReplacement', seatId: 'expert-1', personIds: ['office-1', 'x', 'y'] },
    { act: 'LiftRecusal', personId: 'office-1', entryId: 'entry-a', reason: 'ground-gone' },
  ] as const)('does not propose $act about himself', (terms) =>
    expect(answer(seated(), propose(terms))).toBe('OWN_SEAT terms'),
  );
  it('proposes it about others', () =>
    expect(answer(seated(), propose({ act: 'ExcuseSeat', seatId: 'expert-1', reason: 'ill' }))).toBe('ActProposed'));
});
