import { describe, expect, it } from '@jest/globals';
import type { Terms } from '../../../src/domain/decision/award.ts';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import { decidable, entryOf, rule } from './example-decidable.ts';

const NOTHING: Terms = { departures: [], choices: [], exceeding: [] };
const awarded = (of: Decidable, terms: Partial<Terms> = {}): readonly string[] => {
  const awards = awardsOf(of, { ...NOTHING, ...terms });
  if ('reason' in awards) throw new Error(awards.reason);
  return awards.map(({ rule: id, holder }) => `${id} ${holder.id}`);
};
const answered = (terms: Partial<Terms>, of: Decidable = decidable()) => awardsOf(of, { ...NOTHING, ...terms });
const to = (entryId: string, name: string) => ({ entryId: `entry-${entryId}`, rule: name });

describe('a choice without scores', () => {
  const choice = rule({ id: 'named', of: 'admitted', pick: { by: 'choice', count: 2 } });
  const list = decidable({ basis: 'list', phase: null, outcome: [choice] });
  it('is the body’s, up to the planned number', () => {
    expect(answered({}, list)).toMatchObject({ reason: 'CHOICE_NEEDED' });
    expect(awarded(list, { choices: [{ rule: 'named', entryIds: ['entry-a', 'entry-c'] }] })).toEqual([
      'named project-a',
      'named project-c',
    ]);
    const all = [{ rule: 'named', entryIds: ['entry-a', 'entry-b', 'entry-c'] }];
    const above = { reason: 'CHOICE_ABOVE_MOST', details: { rule: 'named', chosen: 3, atMost: 2 } };
    expect(answered({ choices: all }, list)).toMatchObject(above);
    expect(answered({ choices: all, exceeding: ['named'] }, list)).toMatchObject(above);
  });
  it('may be nobody, and departs from nothing', () => {
    const none = [{ rule: 'named', entryIds: [] }];
    expect(awarded(list, { choices: none })).toEqual([]);
    const beside = { choices: none, departures: [to('a', 'named')] };
    expect(answered(beside, list)).toMatchObject({ reason: 'DEPARTURES_NOT_OPEN' });
  });
  it('is made apart in each category, among those of whom the rule is told', () => {
    const entries = ['a', 'b', 'c']
      .map(entryOf)
      .map((one) => ({ ...one, track: one.homeId === 'unit-c' ? 'person' : 'collective' }));
    const ofKind = (id: string, is: string) =>
      rule({
        id,
        within: 'category',
        of: 'admitted',
        pick: { by: 'choice', count: 1 },
        needs: [{ query: { fact: 'entry.category' }, is }],
      });
    const apart = decidable({
      basis: 'list',
      phase: null,
      entries,
      outcome: [ofKind('collectives', 'collective'), ofKind('persons', 'person')],
    });
    const chosen = (collectives: readonly string[], persons: readonly string[]) => ({
      choices: [
        { rule: 'collectives', entryIds: collectives },
        { rule: 'persons', entryIds: persons },
      ],
    });
    expect(awarded(apart, chosen(['entry-a'], ['entry-c']))).toEqual(['collectives project-a', 'persons project-c']);
    expect(answered(chosen(['entry-a', 'entry-b'], []), apart)).toMatchObject({ reason: 'CHOICE_ABOVE_MOST' });
    expect(answered(chosen(['entry-c'], []), apart)).toMatchObject({ reason: 'CHOICE_NOT_OPEN' });
  });
  it('gives everybody on a computed list what it confirms', () => {
    const each = decidable({ basis: 'list', phase: null, outcome: [rule({ id: 'pacesetter', pick: { by: 'each' } })] });
    expect(awarded(each)).toHaveLength(3);
    expect(awarded(each, { departures: [to('b', 'none')] })).toHaveLength(2);
  });
});
