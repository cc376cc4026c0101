import { describe, expect, it } from '@jest/globals';
import type { Terms } from '../../../src/domain/decision/award.ts';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import { reasonsRefusal } from '../../../src/domain/decision/terms.ts';
import {
  decidable,
  entryOf,
  FIRST,
  LEADER,
  ORGANIZER,
  outcome,
  PHASE,
  ranked as rankedAt,
  rule,
  SECOND,
} from './example-decidable.ts';

const NOTHING: Terms = { departures: [], choices: [], exceeding: [] };
const awarded = (of: Decidable, terms: Partial<Terms> = {}): readonly string[] => {
  const awards = awardsOf(of, { ...NOTHING, ...terms });
  if ('reason' in awards) throw new Error(awards.reason);
  return awards.map(({ rule: id, holder }) => `${id} ${holder.id}`);
};
const answered = (terms: Partial<Terms>, of: Decidable = decidable()) => awardsOf(of, { ...NOTHING, ...terms });
const to = (entryId: string, name: string) => ({ entryId: `entry-${entryId}`, rule: name });

/** Entries with these ranks, in the order of the alphabet. */
const ranked = (...ranks: readonly number[]): Decidable => {
  const names = ranks.map((_, at) => String.fromCodePoint(97 + at));
  const result = decidable().result;
  if (result === null) throw new Error('no result');
  const ranking = names.map((name, at) => rankedAt(name, ranks[at] as number));
  return decidable({ entries: names.map(entryOf), result: { ...result, ranking } });
};

describe('awards', () => {
  it('follow from the ranks, then from what the entries have', () =>
    expect(awarded(decidable())).toEqual([
      'first project-a',
      'second project-b',
      'leader leader-a',
      'organizer unit-a',
    ]));
  it('carry their lasting code, their rank, and whether the body departed', () => {
    const awards = awardsOf(decidable(), {
      ...NOTHING,
      departures: [to('a', 'second'), to('b', 'first')],
    });
    expect(awards).toContainEqual({
      rule: 'first',
      code: 'jiangong.first',
      gives: 'honour',
      holder: { kind: 'project', id: 'project-b' },
      entryId: 'entry-b',
      rank: 2,
      shared: false,
      departed: true,
    });
  });
  it('give an organization or a person what was put forward as one', () => {
    const [a, ...rest] = decidable().entries;
    if (a === undefined) throw new Error('no entry');
    const organization = { ...a, subject: { kind: 'organization', id: 'branch-1' } };
    const [won] = awardsOf(decidable({ entries: [organization, ...rest] }), NOTHING) as never[];
    expect(won).toMatchObject({ holder: { kind: 'organization', id: 'branch-1' } });
  });
  it('name a leader once, however many entries he leads', () => {
    const entries = decidable().entries.map((entry) => ({ ...entry, answerable: ['one'] }));
    const many = decidable({ entries, outcome: [{ ...FIRST, pick: { by: 'first', count: 3 } }, LEADER] });
    expect(awarded(many).filter((line) => line.startsWith('leader'))).toEqual(['leader one']);
  });
  it('of equal organizations share a place, also the last', () => {
    const entries = decidable().entries;
    const equal = ranked(1, 1, 3);
    const two = { ...equal, entries, outcome: [{ ...FIRST, pick: { by: 'first' as const, count: 2 } }, ORGANIZER] };
    expect(
      awarded({
        ...two,
        outcome: [
          { ...FIRST, pick: { by: 'first', count: 2 } },
          { ...ORGANIZER, order: ORGANIZER.order.slice(0, 1) },
        ],
      }),
    ).toEqual(['first project-a', 'first project-b', 'organizer unit-a', 'organizer unit-b']);
  });
  it('are given within each category, where the template says so', () => {
    const [a, b, c] = decidable().entries;
    if (a === undefined || b === undefined || c === undefined) throw new Error('no entries');
    const entries = [a, { ...b, track: 'unit' }, { ...c, track: 'unit' }];
    const first = { ...FIRST, within: 'category' as const };
    expect(awarded(decidable({ entries, outcome: [first] }))).toEqual(['first project-a', 'first project-b']);
    const ranks = decidable({ entries, outcome: [first], phase: { ...PHASE, within: 'category' } });
    expect(awarded(ranks)).toEqual(['first project-a', 'first project-b']);
  });
  it('are given from a threshold on, by the printed score', () => {
    const stars = rule({ id: 'star', pick: { by: 'at-least', score: 9_800 } });
    expect(awarded(decidable({ outcome: [stars] }))).toEqual(['star project-a', 'star project-b']);
  });
  it('that need what nobody knows here are left to a person: nobody gets them by it', () => {
    const unknown = rule({
      id: 'named',
      pick: { by: 'each' },
      needs: [{ query: { fact: 'org.weak' }, is: false }],
    });
    expect(awarded(decidable({ outcome: [unknown] }))).toEqual([]);
    const given = awarded(decidable({ outcome: [unknown] }), { departures: [to('a', 'named')] });
    expect(given).toEqual(['named project-a']);
  });
  it('of a share of a roll that is not known here are refused', () =>
    expect(
      answered(
        {},
        decidable({ outcome: [rule({ id: 'named', of: 'roll', pick: { by: 'first-share', share: 1_000 } })] }),
      ),
    ).toMatchObject({ reason: 'OUTCOME_IMPOSSIBLE' }));
  it('of a share are rounded down', () => {
    const shares = {
      ...ranked(1, 2, 3, 4, 5),
      outcome: [rule({ id: 'named', pick: { by: 'first-share', share: 3_000 } })],
    };
    expect(awarded(shares)).toEqual(['named project-a']);
  });
});

describe('departures', () => {
  it('move one entry and nobody else', () =>
    expect(awarded(decidable(), { departures: [to('a', 'none')] })).toEqual(['second project-b', 'organizer unit-b']));
  it('are of ranked entries, each once, to a rule of the template', () => {
    expect(answered({ departures: [to('x', 'first')] })).toEqual({
      reason: 'ENTRY_NOT_RANKED',
      field: 'departures[0].entryId',
    });
    expect(answered({ departures: [to('a', 'none'), to('a', 'second')] })).toMatchObject({ reason: 'DEPARTURE_TWICE' });
    expect(answered({ departures: [to('a', 'gold')] })).toEqual({
      reason: 'RULE_UNKNOWN',
      field: 'departures[0].rule',
    });
    expect(answered({ departures: [to('a', 'leader')] })).toEqual({
      reason: 'RULE_UNKNOWN',
      field: 'departures[0].rule',
    });
  });
  it('are none where the rank earns it anyway', () =>
    expect(answered({ departures: [to('a', 'first')] })).toEqual({
      reason: 'NO_DEPARTURE',
      field: 'departures[0].rule',
    }));
  it('are not open where the template lets the body confirm only', () =>
    expect(
      answered({ departures: [to('a', 'none')] }, decidable({ outcome: [{ ...FIRST, decide: 'confirm' }] })),
    ).toEqual({
      reason: 'DEPARTURES_NOT_OPEN',
      field: 'departures[0].rule',
    }));
  it('have a reason each, of at most 1,000 characters', () => {
    const terms = { ...NOTHING, departures: [to('a', 'none')] };
    const given = (...departures: readonly string[]) => ({ departures, choices: [], exceeding: [] });
    expect(reasonsRefusal(terms, given())).toEqual({ reason: 'REASONS_MISSING', field: 'departures' });
    expect(reasonsRefusal(terms, given(''))).toMatchObject({ reason: 'TEXT_EMPTY', field: 'departures[0].reason' });
    expect(reasonsRefusal(terms, given('字'.repeat(1_001)))).toMatchObject({ reason: 'TEXT_TOO_LONG' });
    expect(reasonsRefusal(terms, given('理由'))).toBeUndefined();
    const many = Array.from({ length: 101 }, () => to('a', 'none'));
    expect(reasonsRefusal({ ...NOTHING, departures: many }, given())).toMatchObject({ reason: 'TOO_MANY_DEPARTURES' });
  });
});

describe('the planned number of awards', () => {
  it('is not exceeded by a departure unsaid', () =>
    expect(answered({ departures: [to('b', 'first')] })).toEqual({
      reason: 'AWARDS_EXCEED_PLAN',
      field: 'departures',
      details: { rule: 'first', planned: 1, given: 2 },
    }));
  it('is exceeded where the body says so, with its reason', () =>
    expect(awarded(decidable(), { departures: [to('b', 'first')], exceeding: ['first'] })).toContain(
      'first project-b',
    ));
  it('is not said to be exceeded where it is not', () =>
    expect(answered({ exceeding: ['first'] })).toEqual({ reason: 'NOTHING_EXCEEDS', field: 'exceeding[0]' }));
  it('is exceeded by equal ranks where the template lets all in', () =>
    expect(awarded(ranked(1, 1, 3))).toEqual([
      'first project-a',
      'first project-b',
      'leader leader-a',
      'leader leader-b',
      'organizer unit-a',
      'organizer unit-b',
    ]));
  it('is kept where the template lets none of the equal ones in: they are next', () => {
    const out = {
      ...ranked(1, 1, 3),
      outcome: [
        { ...FIRST, edge: 'out' as const },
        { ...SECOND, pick: { by: 'next' as const, after: 'first', count: 2 } },
      ],
    };
    expect(awarded(out)).toEqual(['second project-a', 'second project-b']);
  });
});

describe('equal ranks at an edge that the body settles', () => {
  const open = { ...ranked(1, 1, 3), outcome: [{ ...FIRST, edge: 'body' as const }, SECOND] };
  it('need its choice', () =>
    expect(answered({}, open)).toEqual({
      reason: 'CHOICE_NEEDED',
      field: 'choices',
      details: { rule: 'first', room: 1, open: 2 },
    }));
  it('are given to whom it chooses; the other is next', () =>
    expect(awarded(open, { choices: [{ rule: 'first', entryIds: ['entry-b'] }] })).toEqual([
      'first project-b',
      'second project-a',
    ]));
  it('exceed the plan only with a reason', () => {
    const both = [{ rule: 'first', entryIds: ['entry-a', 'entry-b'] }];
    expect(answered({ choices: both }, open)).toMatchObject({ reason: 'AWARDS_EXCEED_PLAN' });
    expect(awarded(open, { choices: both, exceeding: ['first'] })).toEqual(['first project-a', 'first project-b']);
  });
  it('are chosen among the equal ones only, once a rule', () => {
    expect(answered({ choices: [{ rule: 'first', entryIds: ['entry-c'] }] }, open)).toMatchObject({
      reason: 'CHOICE_NOT_OPEN',
    });
    expect(answered({ choices: [{ rule: 'gold', entryIds: [] }] }, open)).toMatchObject({ reason: 'RULE_UNKNOWN' });
    const twice = { rule: 'first', entryIds: ['entry-a'] };
    expect(answered({ choices: [twice, twice] }, open)).toMatchObject({ reason: 'CHOICE_TWICE' });
  });
  it('are settled by it as well where letting all in would add more than the template allows', () => {
    const most = { ...ranked(1, 1, 1), outcome: [{ ...FIRST, edgeMax: 1 }] };
    expect(answered({}, most)).toMatchObject({ reason: 'CHOICE_NEEDED' });
    expect(awarded({ ...most, ...ranked(1, 1, 3), outcome: most.outcome })).toEqual([
      'first project-a',
      'first project-b',
    ]);
  });
});

describe('today’s demo', () => {
  it('swaps the last first and the best second prize without exceeding anything', () => {
    const ranks = ranked(1, 2, 3, 4);
    const two = {
      ...ranks,
      outcome: [
        { ...FIRST, pick: { by: 'first' as const, count: 2 } },
        { ...SECOND, pick: { by: 'next' as const, after: 'first', count: 2 } },
        ...outcome.slice(2),
      ],
    };
    expect(awarded(two, { departures: [to('b', 'second'), to('c', 'first')] }).slice(0, 4)).toEqual([
      'first project-a',
      'first project-c',
      'second project-b',
      'second project-d',
    ]);
  });
});
