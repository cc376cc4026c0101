import { describe, expect, it } from '@jest/globals';
import { sheetDecider } from '../../src/domain/sheet/decider.ts';
import type { SheetFact } from '../../src/domain/sheet/facts.ts';
import { cleared, given, OF_SHEET, save, saved, submit, submitted, whole, without } from './sheet-example.ts';

describe('a mark that is taken back', () => {
  it('is gone from the draft, and the rest stays', () => {
    given(whole)
      .when(save([without('b', 'effect')]))
      .then(cleared(['b', 'effect']));
    expect([whole, cleared(['b', 'effect'])].reduce(sheetDecider.evolve, sheetDecider.initial)).toMatchObject({
      kind: 'draft',
      saves: 2,
      scores: { 'entry-b': { innovation: 50 }, 'entry-c': { innovation: 0, effect: 6_000 } },
    });
  });
  it('was not there: nothing happens, however often', () => {
    given()
      .when(save([without('b', 'effect')]))
      .then();
    given(whole, cleared(['b', 'effect']))
      .when(save([without('b', 'effect')]))
      .then();
  });
  it('is taken back and another given in one save', () =>
    given(whole)
      .when(
        save([
          { entryId: 'entry-b', marks: [{ criterionId: 'innovation', mark: 100 }, ...without('b', 'effect').marks] },
        ]),
      )
      .then(
        saved({ entryId: 'entry-b', marks: [{ criterionId: 'innovation', mark: 100 }] }),
        cleared(['b', 'effect']),
      ));
  it('is missing when the sheet is submitted', () =>
    given(whole, cleared(['b', 'effect']))
      .when(submit())
      .thenRefused({ reason: 'SHEET_INCOMPLETE', field: 'scores' }));
  it('can not be taken back from what was submitted, nor in an entry or a criterion that there is not', () => {
    given(whole, submitted)
      .when(save([without('b', 'effect')]))
      .thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' });
    given(whole)
      .when(save([without('b', 'beauty')]))
      .thenRefused({ reason: 'CRITERION_UNKNOWN', field: 'scores[0].marks[0].criterionId' });
    given(whole)
      .when(save([without('z', 'effect')]))
      .thenRefused({ reason: 'ENTRY_NOT_IN_ROUND', field: 'scores[0].entryId' });
  });
  it('counts as a save, and is nothing once its key is gone', () =>
    expect(
      [whole, { ...cleared(), data: { ...OF_SHEET, draft: 1, cells: 'ERASED' as const } } as SheetFact].reduce(
        sheetDecider.evolve,
        sheetDecider.initial,
      ),
    ).toMatchObject({ saves: 2, scores: { 'entry-b': { effect: 100 } } }));
});
