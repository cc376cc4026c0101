import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileEdition } from '../../src/application/round-tables.ts';
import { controlsOf, controlsRefusal } from '../../src/domain/sheet/controls.ts';
import type { Controls } from '../../src/domain/sheet/paper-limits.ts';
import { distributionOf } from '../../src/domain/sheet/distribution.ts';
import { sheetDecider } from '../../src/domain/sheet/decider.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import type { Draft, SheetRound } from '../../src/domain/sheet/state.ts';
import { lectureContest } from '../lecture-contest.ts';
import { after, known, NOW, untilOpen } from './round/example-round.ts';
import { marks, saved, submit } from './sheet-example.ts';

const NONE: Controls = { fullAtMost: null, spread: {}, distinct: false };
const LEVELS = [
  { id: 'A', share: 10_000 },
  { id: 'B', share: 8_000 },
  { id: 'C', share: 6_000 },
];
const [A, B, C] = [0, 1, 2];
/** Two questions of ten points by three levels, over so many entries; `controls` as the template says. */
const paper = (count: number, controls: Partial<Controls>, pooled = false): SheetRound => ({
  ...sheetRoundOf(after(...untilOpen), known('officer-a'), NOW),
  source: {
    ...{ id: 'peers', kind: 'panel', marks: 'points', pointsTotal: 2_000 },
    criteria: ['q1', 'q2'].map((id) => ({ id, points: 1_000, scale: { kind: 'levels', levels: LEVELS } })),
  },
  controls: { ...NONE, ...controls },
  pooled,
  entries: Array.from({ length: count }, (_, at) => ({ entryId: `e${at}`, recused: null })),
});
const given = (...levels: readonly (readonly [number, number])[]): Draft =>
  Object.fromEntries(levels.map(([q1, q2], at) => [`e${at}`, { q1, q2 }]));

describe('what a template allows on one paper', () => {
  it('full marks: so great a share of the entries, rounded down', () => {
    const round = paper(10, { fullAtMost: 3_000 });
    const three = given([A, A], [A, A], [A, A], [A, B]);
    expect(controlsOf(three, round)).toEqual([{ limit: 'full', level: '', given: 3, most: 3 }]);
    expect(controlsRefusal(three, round)).toBeUndefined();
    expect(controlsRefusal(given([A, A], [A, A], [A, A], [A, A]), round)).toEqual({
      ...{ reason: 'FULL_MARKS_TOO_MANY', field: 'scores', details: { given: 4, most: 3 } },
    });
    expect(controlsOf({}, paper(9, { fullAtMost: 3_000 }))).toMatchObject([{ most: 2 }]);
  });
  it('a level: so great a share of all marks that could be at it', () => {
    const round = paper(5, { spread: { A: 3_000 } });
    expect(controlsOf(given([A, B], [A, C], [A, B]), round)).toEqual([
      { limit: 'level', level: 'A', given: 3, most: 3 },
    ]);
    expect(controlsRefusal(given([A, A], [A, C], [A, B]), round)).toMatchObject({
      ...{ reason: 'LEVEL_GIVEN_TOO_OFTEN', details: { level: 'A', given: 4, most: 3 } },
    });
  });
  it('distinct points: no two entries have the same', () => {
    const round = paper(3, { distinct: true });
    expect(controlsRefusal(given([A, A], [A, B], [B, B]), round)).toBeUndefined();
    expect(controlsRefusal(given([A, B], [B, A], [C, C]), round)).toMatchObject({
      ...{ reason: 'POINTS_NOT_DISTINCT', details: { given: 1, most: 0 } },
    });
  });
  it('an entry that is left out of a paper that may leave some out widens no share', () => {
    const marked = given([A, A], [A, A], [B, B]);
    expect(controlsRefusal(marked, paper(10, { fullAtMost: 3_000 }))).toBeUndefined();
    expect(controlsRefusal(marked, paper(10, { fullAtMost: 3_000 }, true))).toMatchObject({
      details: { given: 2, most: 0 },
    });
  });
  it('an entry that one does not score counts for nothing', () => {
    const round = paper(4, { fullAtMost: 5_000 });
    const [first, ...rest] = round.entries;
    const recused = { ...round, entries: [{ ...first, entryId: 'e0', recused: 'own-unit' as const }, ...rest] };
    expect(controlsOf(given([A, A], [A, A]), recused)).toMatchObject([{ given: 1, most: 1 }]);
  });
  it('is told beside how one’s own marks lie, before anything is handed in', () =>
    expect(distributionOf(given([A, A]), paper(4, { fullAtMost: 5_000, distinct: true })).controls).toEqual([
      { limit: 'full', level: '', given: 1, most: 2 },
      { limit: 'distinct', level: '', given: 0, most: 0 },
    ]));
  it('never changes by the order of entries, and one mark less at a level never goes beyond it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 12 }),
        fc.nat(10_000),
        (levels, share) => {
          const round = paper(levels.length, { spread: { A: share }, fullAtMost: share, distinct: true });
          const turned = { ...round, entries: [...round.entries].reverse() };
          const draft = given(...(levels as [number, number][]));
          expect(controlsOf(draft, turned)).toEqual(controlsOf(draft, round));
          const lower = given(...(levels as [number, number][]).map(([, q2]) => [C, q2] as const));
          const of = (one: Draft) => controlsOf(one, round).find(({ limit }) => limit === 'level')?.given ?? 0;
          return of(lower) <= of(draft);
        },
      ),
    ));
});

describe('a paper beyond what the template allows', () => {
  const limited = (order: ReturnType<typeof submit>): ReturnType<typeof submit> => ({
    ...order,
    round: { ...order.round, controls: { ...NONE, distinct: true } },
  });
  it('is kept as a draft, and handed in only when it keeps to it', () => {
    const drafted = (b: number, c: number) =>
      [saved(marks('b', b, 100), marks('c', c, 100))].reduce(sheetDecider.evolve, sheetDecider.initial);
    expect(sheetDecider.decide(drafted(50, 50), limited(submit()))).toMatchObject({ reason: 'POINTS_NOT_DISTINCT' });
    expect(sheetDecider.decide(drafted(50, 100), limited(submit()))).toMatchObject([{ type: 'SheetSubmitted.v1' }]);
  });
  it('stands in the tables of the round only where the template limits something', () => {
    const { tables } = compileEdition(lectureContest.canonicalText, {}, 2021);
    expect(tables.seating.map((seating) => 'controls' in seating)).toEqual([false]);
  });
});
