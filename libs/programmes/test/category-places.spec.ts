import { describe, expect, it } from '@jest/globals';
import { sampleOf } from '../src/sample/sample.ts';
import { edited } from './parts-not-yet.ts';
import { templateOf, textOf } from './template-files.ts';

const APART =
  'within: category, first: 2, edge: body, needs: [{fact: best.result, atLeast: $share}, {fact: entry.category, is: member}]';

describe('places for one category', () => {
  it('are not counted in an order in which all categories stand: others would take them and be given nothing', () =>
    expect(edited('paper-recommendation', [APART, APART.replace('within: category, ', '')])).toEqual([
      'PLACES_NOT_YET $.outcome[0].needs[1]',
    ]));

  it('nor where the category is one of several tests of which one must hold', () =>
    expect(
      edited('paper-recommendation', [
        APART,
        'first: 2, edge: body, needs: [{anyOf: [{fact: entry.category, is: member}, {fact: best.result, atLeast: 90}]}]',
      ]),
    ).toEqual(['PLACES_NOT_YET $.outcome[0].needs[0]']));

  it('are counted where the next moves up, apart by category, or where a body chooses', () => {
    expect(edited('paper-recommendation', [APART, APART.replace('within: category', 'giveWay: true')])).toEqual([]);
    expect(edited('paper-recommendation')).toEqual([]);
    expect(edited('labour-recommendation')).toEqual([]);
  });

  it.each([
    ['paper-recommendation', 2],
    ['two-excellences', 1],
  ])('are all given in the sample of %s', (name, least) => {
    const given = sampleOf(templateOf(textOf(name)), 2026)?.given ?? [];
    const ranked = given.filter(({ chosen }) => chosen === null);
    expect(ranked.length).toBeGreaterThan(1);
    for (const { holders, more } of ranked) expect(holders.length + more).toBeGreaterThanOrEqual(least);
  });
});
