import { describe, expect, it } from '@jest/globals';
import { askedOfResult } from '../../../src/domain/round/asked-of-result.ts';
import { FIRST, ORGANIZER, rule } from '../decision/example-decidable.ts';

const row = (id: string, numerator: string | null) => ({
  ...{ row: id, numerator, denominator: numerator === null ? null : '7' },
  ...{ absent: null, panel: null },
});

const ranked = (entryId: string, rows: readonly ReturnType<typeof row>[]) => ({
  ...{ entryId, within: null, rank: 1, score: 1, numerator: '1', denominator: '1', tie: null },
  rows,
});

const list = (sourceId: string, vetoes: readonly string[]) => ({
  ...{ sourceId, owners: {}, parts: {}, time: { from: '2024-01-01', months: 12 }, vetoes, answer: false, names: {} },
});

const found = (entryId: string, itemId: string, count: number, sourceId = 'standard') => ({
  ...{ sourceId, entryId, itemId, period: 1, occurrenceId: `${entryId} ${itemId}`, count },
});

const result = {
  entries: [ranked('a', [row('experts', '600'), row('total', '700')]), ranked('b', [row('experts', null)])],
};

describe('what the rules of an outcome ask of a result', () => {
  it('is nothing where they read ranks, scores and awards', () =>
    expect(askedOfResult({ outcome: [FIRST, ORGANIZER] }, result, [found('a', 'law', 1)])).toEqual([]));

  it('are the rows that are named, exactly, and no others; a row without a value is not told', () => {
    const needs = [{ anyOf: [{ query: { fact: 'step', kind: ['experts'] }, atLeast: 8_500 }] }];
    const outcome = [rule({ id: 'first', pick: { by: 'first', count: 1 }, needs })];
    expect(askedOfResult({ outcome }, result, [])).toEqual([
      { entryId: 'a', steps: [{ row: 'experts', numerator: '600', denominator: '7' }], vetoes: [] },
      { entryId: 'b', steps: [], vetoes: [] },
    ]);
  });

  it('is how often something that shuts out was found in the list that is named, and of whom it was not: never', () => {
    const never = [{ query: { fact: 'item', source: 'standard', kind: ['veto'] }, atLeast: 100 }];
    const outcome = [rule({ id: 'first', pick: { by: 'first', count: 1 }, never })];
    const checklists = [list('standard', ['law', 'safety']), list('other', ['law'])];
    const occurrences = [
      found('a', 'law', 1),
      found('a', 'safety', 2),
      found('a', 'complaints', 5),
      found('a', 'law', 9, 'other'),
    ];
    expect(askedOfResult({ outcome, checklists }, result, occurrences)).toEqual([
      { entryId: 'a', steps: [], vetoes: [{ sourceId: 'standard', count: 3 }] },
      { entryId: 'b', steps: [], vetoes: [{ sourceId: 'standard', count: 0 }] },
    ]);
  });
});
