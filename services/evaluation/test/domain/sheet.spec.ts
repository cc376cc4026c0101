import { describe, expect, it } from '@jest/globals';
import type { ScoringOrder } from '../../src/domain/round/orders.ts';
import type { Round } from '../../src/domain/round/state.ts';
import type { EntryMarks, SheetFact, SheetSubmitted } from '../../src/domain/sheet/facts.ts';
import {
  AFTER,
  after,
  candidate,
  CLOSES,
  known,
  NOW,
  secondly,
  tablesOf,
  untilClosed,
  untilOpen,
  untilPrepared,
} from './round/example-round.ts';
import {
  type At,
  given,
  marks,
  OF_SHEET,
  open,
  REOPENED,
  save,
  saved,
  submit,
  submitted,
  whole,
} from './sheet-example.ts';

describe('a score sheet', () => {
  it('is saved', () =>
    given()
      .when(save([marks('b', 50, 100)]))
      .then(saved(marks('b', 50, 100))));
  it('is changed: only what differs is a new fact', () =>
    given(saved(marks('b', 50, 100)))
      .when(save([marks('b', 50, 150)]))
      .then(saved({ entryId: 'entry-b', marks: [{ criterionId: 'effect', mark: 150 }] })));
  it('saved again as it is makes no fact', () =>
    given(saved(marks('b', 50, 100)))
      .when(save([marks('b', 50, 100)]))
      .then());
  it('is submitted whole, items once, with home and grant of the day', () =>
    given(whole).when(submit()).then(submitted));
  it('with a gap is not submitted', () =>
    given(saved(marks('b', 50, 100)))
      .when(submit())
      .thenRefused({
        reason: 'SHEET_INCOMPLETE',
        field: 'scores',
        details: { missing: 2, entryId: 'entry-c', criterionId: 'innovation' },
      }));
  it('may have holes where every row over it pools its marks', () => {
    const tables = tablesOf();
    const pooled = {
      ...open,
      tables: {
        ...tables,
        phases: tables.phases.map((phase) => ({
          ...phase,
          rows: phase.rows.map((row) => (row.op === 'take-panel' ? { ...row, reduce: { how: 'pooled' } } : row)),
        })),
      },
    } as Round;
    const decision = given(saved({ entryId: 'entry-b', marks: [{ criterionId: 'effect', mark: 100 }] }))
      .when(submit({ round: pooled }))
      .decision();
    expect((decision as readonly SheetSubmitted[])[0]?.data).toMatchObject({
      markCount: 1,
      scores: [
        { entryId: 'entry-b', marks: [null, 100] },
        { entryId: 'entry-c', marks: [null, null] },
      ],
    });
  });
  it('is not changed after submission, and not submitted twice', () => {
    given(whole, submitted)
      .when(save([marks('b', 0, 0)]))
      .thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' });
    given(whole, submitted).when(submit()).thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' });
  });
  it('whose draft key is destroyed reads as submitted', () =>
    given({ ...whole, data: { ...whole.data, scores: 'ERASED' } } as SheetFact, submitted)
      .when(submit())
      .thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' }));
});

describe('who writes into a sheet, and when', () => {
  const order = (at: At) => save([marks('b', 50, 100)], at);
  const refused = (at: At, reason: string) =>
    given()
      .when(order(at))
      .thenRefused({ reason, field: 'roundId' } as never);

  it('not before the opening', () => refused({ round: after(...untilPrepared) }, 'NOT_AN_EVALUATOR'));
  it('not after the closing, for saving and for submitting', () => {
    refused({ round: after(...untilClosed) }, 'ROUND_CLOSED');
    given(whole)
      .when(submit({ round: after(...untilClosed) }))
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' });
  });
  it('not from the deadline on, heard of the closing or not', () => {
    refused({ now: CLOSES }, 'ROUND_CLOSED');
    given(whole)
      .when(submit({ now: CLOSES }))
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' });
    given()
      .when(order({ now: '2021-12-10T15:59:59.999Z' }))
      .then(saved(marks('b', 50, 100)));
  });
  it('not somebody without a seat', () => refused({ personId: 'stranger' }, 'NOT_AN_EVALUATOR'));
  it('not somebody whose role ended since', () =>
    refused({ person: { ...known('officer-a'), grants: [] } }, 'NOT_IN_PARTY'));
  it('not for a unit that he belongs to no more', () =>
    refused({ person: candidate('officer-a', 'unit-officer', 'unit-b') }, 'SEAT_OF_ANOTHER_ORGANIZATION'));
  it('not in an annulled round', () =>
    refused(
      { round: after(...untilClosed, ...secondly({ act: 'AnnulRound', reason: 'irregularity' })) },
      'NOT_AN_EVALUATOR',
    ));
});

describe('a reopened round', () => {
  const anew = { round: REOPENED, now: AFTER };
  it('takes a sheet anew, which says what it replaces', () => {
    const decision = given(whole, submitted, {
      type: 'SheetSaved.v1',
      data: { ...OF_SHEET, draft: 2, scores: [marks('b', 0, 0), marks('c', 0, 0)] },
    })
      .when(submit(anew))
      .decision();
    expect((decision as readonly SheetSubmitted[])[0]?.data).toMatchObject({ draft: 2, closing: 2, replaces: 1 });
  });
  it('begins with a new draft, under a key of its own', () =>
    given(whole, submitted)
      .when(save([marks('b', 0, 0)], anew))
      .then({ type: 'SheetSaved.v1', data: { ...OF_SHEET, draft: 2, scores: [marks('b', 0, 0)] } }));
  it('does not take over what was handed in', () =>
    given(whole, submitted).when(submit(anew)).thenRefused({ reason: 'SHEET_INCOMPLETE', field: 'scores' }));
  it('is open for the seats named only', () =>
    given()
      .when(save([marks('b', 50, 100)], { ...anew, personId: 'officer-z' }))
      .thenRefused({ reason: 'SEAT_NOT_REOPENED', field: 'roundId' }));
});

describe('a submission behind the closing', () => {
  const late = { type: 'MarkLate', now: NOW, ...OF_SHEET, closing: 1 } as const;
  const fact: SheetFact = { type: 'SheetCameLate.v1', data: { ...OF_SHEET, closing: 1 } };
  it('is marked, once', () => {
    given(whole, submitted).when(late).then(fact);
    given(whole, submitted, fact).when(late).then();
  });
  it('is no submission: a reopened round takes the seat’s sheet', () =>
    given(whole, submitted, fact)
      .when(save([marks('b', 0, 0)], { round: REOPENED, now: AFTER }))
      .then({ type: 'SheetSaved.v1', data: { ...OF_SHEET, draft: 2, scores: [marks('b', 0, 0)] } }));
});

describe('marks', () => {
  it.each<[string, readonly EntryMarks[], string, string]>([
    ['for the own unit', [marks('b', 50, 100), marks('a', 50, 100)], 'OWN_UNIT', 'scores[1].entryId'],
    ['out of range', [marks('b', 50, 6_050)], 'SCORE_OUT_OF_RANGE', 'scores[0].marks[1].mark'],
    ['below zero', [marks('b', -50, 0)], 'SCORE_OUT_OF_RANGE', 'scores[0].marks[0].mark'],
    ['with too many decimals', [marks('b', 25, 0)], 'SCORE_TOO_FINE', 'scores[0].marks[0].mark'],
    ['that are no integers', [marks('b', 0.5, 0)], 'SCORE_TOO_FINE', 'scores[0].marks[0].mark'],
    ['for an entry outside the round', [marks('x', 0, 0)], 'ENTRY_NOT_IN_ROUND', 'scores[0].entryId'],
    [
      'for an unknown criterion',
      [{ entryId: 'entry-b', marks: [{ criterionId: 'colour', mark: 0 }] }],
      'CRITERION_UNKNOWN',
      'scores[0].marks[0].criterionId',
    ],
    ['twice for an entry', [marks('b', 0, 0), marks('b', 0, 0)], 'SCORE_TWICE', 'scores[1].entryId'],
    ['that are none for an entry', [{ entryId: 'entry-b', marks: [] }], 'SCORES_NONE', 'scores[0].marks'],
    ['that are none', [], 'SCORES_NONE', 'scores'],
  ])('%s are refused', (_, scores, reason, field) =>
    given()
      .when(save(scores))
      .thenRefused({ reason, field } as never),
  );
  it('for an entry that was taken out are refused', () => {
    const block: ScoringOrder = { type: 'TakeOutEntry', now: NOW, entryId: 'entry-b', reason: 'blocked' };
    given()
      .when(save([marks('b', 50, 100)], { round: after(...untilOpen, block) }))
      .thenRefused({ reason: 'ENTRY_NOT_IN_ROUND', field: 'scores[0].entryId' });
  });
  it('for an entry that the evaluator answers for, or is recused from, are refused', () => {
    const moved: ScoringOrder = {
      type: 'MoveEntry',
      now: NOW,
      entryId: 'entry-b',
      homeId: 'unit-b',
      answerable: ['officer-a'],
      effectiveOn: '2021-12-04',
    };
    given()
      .when(save([marks('b', 50, 100)], { round: after(...untilOpen, moved) }))
      .thenRefused({ reason: 'OWN_ENTRY', field: 'scores[0].entryId' });
    const recused: ScoringOrder = {
      type: 'DeclareRecusal',
      now: NOW,
      personId: 'officer-a',
      entryId: 'entry-b',
      reason: 'kinship',
    };
    given()
      .when(save([marks('b', 50, 100)], { round: after(...untilOpen, recused) }))
      .thenRefused({ reason: 'RECUSED', field: 'scores[0].entryId' });
  });
  it('of somebody moved since his assignment are not given to his new unit either', () => {
    const expert = { ...known('expert-1'), homeId: 'unit-c' };
    given()
      .when(save([marks('c', 50, 100)], { personId: 'expert-1', person: expert }))
      .thenRefused({ reason: 'OWN_UNIT', field: 'scores[0].entryId' });
  });
});
