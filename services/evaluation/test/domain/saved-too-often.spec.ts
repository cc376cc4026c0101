import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SAVES_PER_SHEET_MAX } from '../../src/domain/limits.ts';
import { controlsRefusal } from '../../src/domain/sheet/controls.ts';
import type { EntryMarks, SheetFact } from '../../src/domain/sheet/facts.ts';
import { isNearer, missingCells, withChanges } from '../../src/domain/sheet/lacking.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import type { Draft, SheetRound } from '../../src/domain/sheet/state.ts';
import { after, known, NOW, untilOpen } from './round/example-round.ts';
import { given, marks, save, saved, submit, without } from './sheet-example.ts';

const TOO_OFTEN = { reason: 'SHEET_SAVED_TOO_OFTEN', details: { savesMax: SAVES_PER_SHEET_MAX } } as const;

const one = (name: string, criterionId: string, mark: number): EntryMarks => ({
  entryId: `entry-${name}`,
  marks: [{ criterionId, mark }],
});

/** Saved as often as it may be: b has its marks, and of c one is lacking. */
const usedUp: readonly SheetFact[] = [
  saved(marks('b', 50, 100), one('c', 'effect', 100)),
  ...Array.from({ length: SAVES_PER_SHEET_MAX - 1 }, (_, at) => saved(one('b', 'effect', at % 2 === 0 ? 50 : 100))),
];
const lacked = one('c', 'innovation', 0);

describe('a sheet that was saved as often as it may be', () => {
  it('is changed no more', () =>
    given(...usedUp)
      .when(save([one('b', 'effect', 150)]))
      .thenRefused(TOO_OFTEN));
  it('loses no mark', () =>
    given(...usedUp)
      .when(save([without('b', 'effect')]))
      .thenRefused(TOO_OFTEN));
  it('may be saved again as it is, which costs nothing', () =>
    given(...usedUp)
      .when(save([one('c', 'effect', 100)]))
      .then());
  it('is still filled in, with what was changed beside it, and then submitted', () => {
    const last = [lacked, one('b', 'effect', 150)];
    given(...usedUp)
      .when(save(last))
      .then(saved(...last));
    const facts = given(...usedUp, saved(...last))
      .when(submit())
      .decision();
    expect(facts).toMatchObject([{ type: 'SheetSubmitted.v1', data: { markCount: 4 } }]);
    given(...usedUp, saved(...last))
      .when(save([one('b', 'effect', 100)]))
      .thenRefused(TOO_OFTEN);
  });
});

/** Two criteria of ten points by three levels over three entries; at most one is given all points, and no two the same. */
const paper: SheetRound = {
  ...sheetRoundOf(after(...untilOpen), known('officer-a'), NOW),
  source: {
    ...{ id: 'peers', kind: 'panel', marks: 'points', pointsTotal: 2_000 },
    criteria: ['q1', 'q2'].map((id) => ({
      ...{ id, points: 1_000 },
      scale: { kind: 'levels', levels: [10_000, 8_000, 6_000].map((share, at) => ({ id: `L${at}`, share })) },
    })),
  },
  controls: { fullAtMost: 4_000, spread: { L0: 5_000 }, distinct: true },
  pooled: false,
  dealt: false,
  entries: ['e0', 'e1', 'e2'].map((entryId) => ({ entryId, recused: null })),
};
const level = fc.integer({ min: 0, max: 2 });
const cell = fc.option(level, { nil: undefined });
const drafts: fc.Arbitrary<Draft> = fc
  .array(fc.record({ q1: cell, q2: cell }), { minLength: 3, maxLength: 3 })
  .map((rows) =>
    Object.fromEntries(
      rows.map((row, at) => [
        `e${at}`,
        Object.fromEntries(Object.entries(row).flatMap(([id, mark]) => (mark === undefined ? [] : [[id, mark]]))),
      ]),
    ),
  );
const isFit = (draft: Draft): boolean =>
  missingCells(draft, paper).length === 0 && controlsRefusal(draft, paper) === undefined;
const FIT: Draft = { e0: { q1: 0, q2: 0 }, e1: { q1: 0, q2: 1 }, e2: { q1: 1, q2: 1 } };

describe('the steps that are left to a sheet saved too often', () => {
  it('lead from whatever stands on it to a paper that is taken, in one save', () => {
    expect(isFit(FIT)).toBe(true);
    fc.assert(fc.property(drafts, (held) => isNearer(FIT, held, paper) === !isFit(held)));
  });
  it('never lead back', () =>
    fc.assert(
      fc.property(drafts, drafts, (a, b) => {
        expect(isNearer(a, b, paper) && isNearer(b, a, paper)).toBe(false);
        expect(isNearer(a, a, paper)).toBe(false);
      }),
    ));
  it('leave the draft that was held as it was', () => {
    const held: Draft = { e0: { q1: 2 } };
    const changed = [{ entryId: 'e1', marks: [{ criterionId: 'q1', mark: 1 }] }];
    expect(withChanges(held, changed, [{ entryId: 'e0', criterionId: 'q1' }])).toEqual({ e0: {}, e1: { q1: 1 } });
    expect(held).toEqual({ e0: { q1: 2 } });
  });
});
