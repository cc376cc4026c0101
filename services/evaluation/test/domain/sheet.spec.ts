import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { roundDecider } from '../../src/domain/round/decider.ts';
import type { RoundFact } from '../../src/domain/round/facts.ts';
import type { Round } from '../../src/domain/round/state.ts';
import { sheetDecider } from '../../src/domain/sheet/decider.ts';
import type { EntryPoints, SheetFact } from '../../src/domain/sheet/facts.ts';
import { sheetRoundOf } from '../../src/domain/sheet/sheet-round.ts';
import { admitted, NOW, panel, prepared, ROUND, untilClosed, untilOpen } from './example-round.ts';

const { given } = deciderSpec(sheetDecider);
const roundOf = (facts: readonly RoundFact[]): Round => facts.reduce(roundDecider.evolve, roundDecider.initial);
const points = (name: string, innovation: number, effect: number): EntryPoints => ({
  entryId: `entry-${name}`,
  points: [
    { criterionId: 'innovation', hundredths: innovation },
    { criterionId: 'effect', hundredths: effect },
  ],
});
const CLOSES_AT = '2021-12-10T16:00:00.000Z';
const ids = (personId: string, facts: readonly RoundFact[]) => ({
  roundId: ROUND,
  sheetId: 'sheet',
  personId,
  round: sheetRoundOf(roundOf(facts), personId, CLOSES_AT),
  now: NOW,
});
const save = (scores: readonly EntryPoints[], personId = 'officer-a', facts: readonly RoundFact[] = untilOpen) =>
  ({ kind: 'save-sheet', ...ids(personId, facts), scores }) as const;
const submit = (personId = 'officer-a', facts: readonly RoundFact[] = untilOpen) =>
  ({ kind: 'submit-sheet', ...ids(personId, facts) }) as const;
const saved = (...scores: readonly EntryPoints[]): SheetFact => ({
  type: 'SheetSaved.v1',
  data: { roundId: ROUND, sheetId: 'sheet', personId: 'officer-a', scores },
});
const submitted: SheetFact = {
  type: 'SheetSubmitted.v1',
  data: {
    roundId: ROUND,
    sheetId: 'sheet',
    personId: 'officer-a',
    scoreCount: 4,
    scores: [
      { entryId: 'entry-b', points: [50, 100] },
      { entryId: 'entry-c', points: [0, 6_000] },
    ],
  },
};

describe('a score sheet', () => {
  it('is saved', () =>
    given()
      .when(save([points('b', 50, 100)]))
      .then(saved(points('b', 50, 100))));
  it('is changed: only what differs is a new fact', () =>
    given(saved(points('b', 50, 100)))
      .when(save([points('b', 50, 150)]))
      .then(saved({ entryId: 'entry-b', points: [{ criterionId: 'effect', hundredths: 150 }] })));
  it('saved again as it is makes no fact', () =>
    given(saved(points('b', 50, 100)))
      .when(save([points('b', 50, 100)]))
      .then());
  it('is submitted whole, in the order of ids and criteria', () =>
    given(saved(points('c', 0, 6_000)), saved(points('b', 50, 100)))
      .when(submit())
      .then(submitted));
  it('with a gap is not submitted', () =>
    given(saved(points('b', 50, 100)))
      .when(submit())
      .thenRefused({
        reason: 'SHEET_INCOMPLETE',
        field: 'scores',
        details: { missing: 2, entryId: 'entry-c', criterionId: 'innovation' },
      }));
  it('is not changed after submission', () =>
    given(saved(points('b', 50, 100)), submitted)
      .when(save([points('b', 0, 0)]))
      .thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' }));
  it('is not submitted twice', () =>
    given(submitted).when(submit()).thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' }));
  it('is not written before the opening', () =>
    given()
      .when(save([points('b', 50, 100)], 'officer-a', [...admitted, prepared, ...panel]))
      .thenRefused({ reason: 'ROUND_NOT_OPEN', field: 'roundId' }));
  it('is not written after the closing', () =>
    given()
      .when(save([points('b', 50, 100)], 'officer-a', untilClosed))
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' }));
  it('is not submitted after the closing', () =>
    given(saved(points('b', 50, 100), points('c', 0, 0)))
      .when(submit('officer-a', untilClosed))
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' }));
  it('is not written from the deadline on, heard of the closing or not', () => {
    const late = { now: CLOSES_AT };
    given()
      .when({ ...save([points('b', 50, 100)]), ...late })
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' });
    given(saved(points('b', 50, 100), points('c', 0, 6_000)))
      .when({ ...submit(), ...late })
      .thenRefused({ reason: 'ROUND_CLOSED', field: 'roundId' });
    given()
      .when({ ...save([points('b', 50, 100)]), now: '2021-12-10T15:59:59.999Z' })
      .then(saved(points('b', 50, 100)));
  });
  it('is not written while the deadline is not known', () => {
    const order = save([points('b', 50, 100)]);
    given()
      .when({ ...order, round: { ...order.round, closesAt: null } })
      .thenRefused({ reason: 'ROUND_NOT_OPEN', field: 'roundId' });
  });
  it('is for evaluators of the round', () =>
    given()
      .when(save([points('b', 50, 100)], 'stranger'))
      .thenRefused({ reason: 'NOT_AN_EVALUATOR', field: 'roundId' }));
  it('of an evaluator whose draft key is destroyed reads as submitted', () =>
    given({ ...saved(), data: { ...saved().data, scores: 'ERASED' } } as SheetFact, submitted)
      .when(submit())
      .thenRefused({ reason: 'SHEET_SUBMITTED_ALREADY', field: 'roundId' }));
});

describe('scores', () => {
  it.each<[string, readonly EntryPoints[], string, string]>([
    ['for the own unit', [points('b', 50, 100), points('a', 50, 100)], 'OWN_UNIT', 'scores[1].entryId'],
    ['out of range', [points('b', 50, 6_050)], 'SCORE_OUT_OF_RANGE', 'scores[0].points[1].hundredths'],
    ['below zero', [points('b', -50, 0)], 'SCORE_OUT_OF_RANGE', 'scores[0].points[0].hundredths'],
    ['with too many decimals', [points('b', 25, 0)], 'SCORE_TOO_FINE', 'scores[0].points[0].hundredths'],
    ['that are no integers', [points('b', 0.5, 0)], 'SCORE_TOO_FINE', 'scores[0].points[0].hundredths'],
    ['for an entry outside the round', [points('x', 0, 0)], 'ENTRY_NOT_IN_ROUND', 'scores[0].entryId'],
    [
      'for an unknown criterion',
      [{ entryId: 'entry-b', points: [{ criterionId: 'colour', hundredths: 0 }] }],
      'CRITERION_UNKNOWN',
      'scores[0].points[0].criterionId',
    ],
    ['twice for an entry', [points('b', 0, 0), points('b', 0, 0)], 'SCORE_TWICE', 'scores[1].entryId'],
    ['without points', [{ entryId: 'entry-b', points: [] }], 'SCORES_NONE', 'scores[0].points'],
    ['that are none', [], 'SCORES_NONE', 'scores'],
  ])('%s are refused', (_, scores, reason, field) =>
    given()
      .when(save(scores))
      .thenRefused({ reason, field } as never),
  );

  it('for an entry the evaluator leads are refused', () => {
    const facts = [
      ...untilOpen,
      {
        type: 'EvaluatorAssigned.v1',
        data: { roundId: ROUND, editionId: 'e', personId: 'leader-b', groupId: 'experts', unitId: null },
      } as const,
    ];
    given()
      .when(save([points('b', 0, 0)], 'leader-b', facts))
      .thenRefused({ reason: 'OWN_ENTRY', field: 'scores[0].entryId' });
  });
  it('after a declared recusal are refused, and the submitted sheet leaves saved ones out', () => {
    const recused = [
      ...untilOpen,
      {
        type: 'RecusalDeclared.v1',
        data: { roundId: ROUND, personId: 'officer-a', entryId: 'entry-c', reason: 'kinship', late: false },
      } as const,
    ];
    given()
      .when(save([points('c', 0, 0)], 'officer-a', recused))
      .thenRefused({ reason: 'RECUSED', field: 'scores[0].entryId' });
    given(saved(points('b', 50, 100), points('c', 0, 6_000)))
      .when(submit('officer-a', recused))
      .then({
        ...submitted,
        data: { ...submitted.data, scoreCount: 2, scores: [{ entryId: 'entry-b', points: [50, 100] }] },
      } as SheetFact);
  });
});

describe('what a sheet knows of its round', () => {
  it('is ordered by id and holds nobody else’s work', () => {
    const known = sheetRoundOf(roundOf(untilOpen), 'officer-a', CLOSES_AT);
    expect(known.entries).toEqual([
      { entryId: 'entry-a', recused: 'own-unit' },
      { entryId: 'entry-b', recused: null },
      { entryId: 'entry-c', recused: null },
    ]);
    expect(Object.keys(known).sort()).toEqual(['closesAt', 'criteria', 'entries', 'isEvaluator', 'phase']);
  });
});
