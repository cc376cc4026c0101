import { describe, expect, it } from '@jest/globals';
import { isDeclared, isScored, ENTRIES_PER_UNIT_MAX, QUOTA } from './campaign-year.ts';
import { sheetOf } from './evaluators.ts';
import { decidedAwards, departuresOf, excellentUnits, expectedPacesetters } from './expected-honours.ts';
import { expectedRanking } from './expected-result.ts';
import { inventWorld } from './invented-world.ts';
import { CRITERIA } from './scoring-scheme.ts';

const YEARS = [2021, 2022, 2023, 2024, 2025];
const world = inventWorld('seed', YEARS);

const played = (seed: string) => {
  const { units, editions, evaluators } = inventWorld(seed, YEARS);
  const years = editions.map(({ year, entries }) => {
    const scored = entries.filter(isScored);
    const sheets = evaluators.map((evaluator) => ({ evaluator, lines: sheetOf(seed, evaluator, year, scored) }));
    const ranking = expectedRanking(scored, sheets, new Map());
    const awards = decidedAwards(ranking, departuresOf(ranking));
    const firstPrizes = new Set(awards.filter(({ grade }) => grade === 'first').map(({ unit }) => unit));
    return {
      year,
      ranking,
      awards,
      firstPrizes,
      declared: new Set(entries.filter(isDeclared).map(({ unit }) => unit)),
    };
  });
  return {
    years,
    pacesetters: expectedPacesetters(
      years,
      units.map(({ code }) => code),
    ),
  };
};

describe('the invented world', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(inventWorld('seed', YEARS)).toEqual(world);
    expect(inventWorld('another', YEARS)).not.toEqual(world);
  });

  it('has 70 units of one to four branches and about 170 people, all marked as invented', () => {
    expect(world.units.length).toBe(70);
    expect(world.units.every(({ branches }) => branches.length >= 1 && branches.length <= 4)).toBe(true);
    expect(world.people.length).toBeGreaterThanOrEqual(160);
    expect(world.people.length).toBeLessThanOrEqual(180);
    expect(world.people.every(({ name }) => name.endsWith('（虚构）'))).toBe(true);
    expect(new Set(world.people.map(({ login }) => login)).size).toBe(world.people.length);
  });

  it.each(YEARS)('%s: one to four projects a unit, the quota kept, and every turn of fate', (year) => {
    const { entries } = world.editions.find((edition) => edition.year === year) ?? { entries: [] };
    for (const { code } of world.units) {
      const own = entries.filter(({ unit }) => unit === code);
      expect(own.length).toBeGreaterThanOrEqual(1);
      expect(own.length).toBeLessThanOrEqual(ENTRIES_PER_UNIT_MAX);
      expect(own.filter(isDeclared).length).toBeLessThanOrEqual(QUOTA);
      expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
    }
    const fates = (fate: string) => entries.filter((entry) => entry.fate === fate).length;
    expect([fates('blocked'), fates('objection-upheld'), fates('objection-rejected'), fates('late')]).toEqual([
      1, 1, 2, 1,
    ]);
    expect(entries.filter(isScored).length).toBeGreaterThan(60);
  });

  it('fills in sheets within the points and steps, never for the own unit', () => {
    const { year, entries } = world.editions[0] ?? { year: 0, entries: [] };
    const scored = entries.filter(isScored);
    for (const evaluator of world.evaluators) {
      const lines = sheetOf('seed', evaluator, year, scored);
      expect(lines.length).toBe(scored.filter(({ unit }) => unit !== evaluator.unit).length);
      for (const { points } of lines)
        points.forEach((one, index) => {
          const { pointsMax, step } = CRITERIA[index] ?? { pointsMax: 0, step: 1 };
          expect(Number.isInteger(one / step) && one >= 0 && one <= pointsMax).toBe(true);
        });
    }
  });

  it('ends with awards, and with pacesetter units that the two readings tell apart', () => {
    const { years, pacesetters } = played('seed');
    for (const { awards, ranking } of years) {
      expect(awards.length).toBeGreaterThanOrEqual(40);
      expect(ranking.map(({ rank }) => rank)).toEqual([...ranking.map(({ rank }) => rank)].sort((a, b) => a - b));
      expect(excellentUnits(awards).length).toBeGreaterThanOrEqual(10);
    }
    expect(pacesetters.once.length).toBeGreaterThan(pacesetters.everyYear.length);
    expect(pacesetters.once).toEqual(expect.arrayContaining([...pacesetters.everyYear]));
  });
});
