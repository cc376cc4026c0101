import { describe, expect, it } from '@jest/globals';
import type { OutcomeInputs } from '@jiangong/scoring';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { AwardRule } from '../../../src/domain/decision/outcome-table.ts';
import { rollsOf } from '../../../src/domain/round/decide-roll.ts';
import type { RollCount } from '../../../src/domain/round/facts.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import { decidable, FIRST, ORGANIZER } from '../decision/example-decidable.ts';
import { after, answer, factsOf, NOW, prepare, tablesOf, untilOpen, untilPrepared } from './example-round.ts';

const take = (...counts: readonly RollCount[]): ScoringOrder => ({ type: 'TakeRoll', now: NOW, counts });
const units = (count: number): RollCount => ({ track: null, count });
const category = (track: string, count: number): RollCount => ({ track, count });

const organizer: AwardRule = { ...ORGANIZER, pick: { by: 'first-share', share: 1_000 }, of: 'roll', edge: 'body' };
const best: AwardRule = { ...FIRST, pick: { by: 'first-share', share: 3_000 }, of: 'roll', within: 'category' };
const terms = { departures: [], choices: [], exceeding: [] };

/** How many organizations get the organizers' award, and how many first prizes are given, over three ranked entries of three units. */
const givenOf = (rolls: OutcomeInputs['rolls'], ...outcome: readonly AwardRule[]): number | string => {
  const awards = awardsOf(decidable({ outcome, rolls }), terms);
  return 'reason' in awards ? awards.reason : awards.filter(({ rule }) => rule === outcome.at(-1)?.id).length;
};

describe('the roll of an edition in its rounds', () => {
  it('is taken as the edition counted it, anew when it was put right, and no more once scoring has begun', () => {
    const taken = after(...untilPrepared, take(units(70)));
    expect(factsOf(after(...untilPrepared), take(units(70)))).toMatchObject([
      { type: 'RollTaken.v1', data: { counts: [{ track: null, count: 70 }] } },
    ]);
    expect(answer(taken, take(units(70)))).toBe('');
    expect(answer(taken, take(units(69)))).toBe('RollTaken');
    expect(answer(after(...untilOpen), take(units(69)))).toBe('');
  });

  it('stays when the round is prepared anew', () => {
    const anew = after(...untilPrepared, take(units(70)), prepare(tablesOf({ least: 2 })));
    expect(anew.kind === 'prepared' && anew.roll).toEqual([units(70)]);
  });

  it('is the whole of shares: of units for those whom entries belong to, of categories for entries', () => {
    expect(rollsOf(null, [organizer], [])).toEqual([]);
    expect(rollsOf([units(70), category('project', 9)], [FIRST, organizer], [])).toEqual([
      { rule: 'organizer', within: null, count: 70 },
    ]);
    const both = [category('unit', 20), category('division', 30), units(70)];
    expect(rollsOf(both, [{ ...best, within: 'all' }], [])).toEqual([{ rule: 'first', within: null, count: 50 }]);
    expect(rollsOf(both, [best], [])).toEqual([
      { rule: 'first', within: 'unit', count: 20 },
      { rule: 'first', within: 'division', count: 30 },
    ]);
  });

  it('of a category that the office did not count, is those who were let in; of what nobody has told yet it is nothing', () => {
    const entered = [{ track: 'unit' }, { track: 'division' }, { track: 'division' }];
    expect(rollsOf([category('unit', 20)], [best], entered)).toEqual([
      { rule: 'first', within: 'unit', count: 20 },
      { rule: 'first', within: 'division', count: 2 },
    ]);
    expect(rollsOf([category('unit', 20)], [{ ...best, within: 'all' }], entered)).toEqual([
      { rule: 'first', within: null, count: 22 },
    ]);
    expect(rollsOf(null, [best], entered)).toEqual([]);
  });

  it('decides how many are given, whatever number of entries there is; without it nothing is', () => {
    const outcome = [FIRST, organizer];
    expect(givenOf(rollsOf([units(9)], outcome, []), ...outcome)).toBe(0);
    expect(givenOf(rollsOf([units(10)], outcome, []), ...outcome)).toBe(1);
    expect(givenOf([], ...outcome)).toBe('OUTCOME_IMPOSSIBLE');
    expect(givenOf(rollsOf([category('project', 9)], [best], []), best)).toBe(2);
  });
});
