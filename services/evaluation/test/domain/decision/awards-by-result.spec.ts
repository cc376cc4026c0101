import { describe, expect, it } from '@jest/globals';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import { decidable, rule } from './example-decidable.ts';

const awarded = (of: Decidable): readonly string[] => {
  const awards = awardsOf(of, { departures: [], choices: [], exceeding: [] });
  if ('reason' in awards) throw new Error(awards.reason);
  return awards.map(({ rule: id, holder }) => `${id} ${holder.id}`);
};

describe('awards by what a result tells beside ranks and scores', () => {
  it('that never go to whom something was found against that shuts out of honours pass him over, and nobody else', () => {
    const clean = rule({
      id: 'named',
      pick: { by: 'first', count: 3 },
      never: [{ query: { fact: 'item', source: 'standard', kind: ['veto'] }, atLeast: 100 }],
    });
    const found = (count: number) => [{ sourceId: 'standard', count }];
    const asked = [
      { entryId: 'entry-a', steps: [], vetoes: found(1) },
      { entryId: 'entry-b', steps: [], vetoes: found(0) },
    ];
    const { result } = decidable();
    // Of the third nothing is told: he stays for a person to look at.
    expect(awarded(decidable({ outcome: [clean], result: result && { ...result, asked } }))).toEqual([
      'named project-b',
    ]);
  });
  it('that need a row of the result read its exact value', () => {
    const excellent = rule({
      id: 'named',
      pick: { by: 'first', count: 3 },
      needs: [{ query: { fact: 'step', kind: ['experts'] }, atLeast: 8_500 }],
    });
    const step = (numerator: string) => [{ row: 'experts', numerator, denominator: '3' }];
    const asked = [
      { entryId: 'entry-a', steps: step('25500'), vetoes: [] },
      { entryId: 'entry-b', steps: step('25499'), vetoes: [] },
      { entryId: 'entry-c', steps: step('29000'), vetoes: [] },
    ];
    const { result } = decidable();
    expect(awarded(decidable({ outcome: [excellent], result: result && { ...result, asked } }))).toEqual([
      'named project-a',
      'named project-c',
    ]);
  });
});
