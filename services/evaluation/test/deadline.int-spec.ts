import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeRound } from '../src/application/change-round.ts';
import { defineScheme } from '../src/application/define-scheme.ts';
import { prepareRound } from '../src/application/prepare-round.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { scheme } from './domain/example-round.ts';
import * as steps from './evaluation-steps.ts';
import { score } from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { accepted, COMMITTEE, editionId, EXPERTS, entries, refusalOf } from './evaluation-world.ts';

const CLOSES_AT = '2021-12-10T16:00:00.000Z';
/** Of the editions that the later tests run. */
const LATER = '2021-12-20T16:00:00.000Z';
const BEFORE = '2021-12-10T15:59:59.999Z';

describe('the scoring deadline, over PostgreSQL', () => {
  let stage: EvaluationStage;
  let schemeId = '';

  beforeAll(async () => {
    stage = await openEvaluation();
    const defined = await defineScheme(stage.evaluation)(
      { committeeId: COMMITTEE, schemeJson: JSON.stringify(scheme) },
      stage.call(),
    );
    accepted(defined.handled);
    schemeId = defined.schemeId;
  }, 60_000);
  afterAll(async () => stage.close());

  const openByHand = (roundId: string) => changeRound(stage.evaluation).open({ roundId }, stage.call());

  it('holds although nobody has told evaluation yet that scoring is closed', async () => {
    await stage.runCampaign(2021, CLOSES_AT);
    const roundId = await steps.prepare(stage, schemeId, 2021);
    await stage.scoring(2021, 'StageOpened.v1');
    const sheets = scoreSheets(stage.evaluation);
    const asked = () => stage.call(EXPERTS[0], 'expert');
    const save = () => sheets.save({ roundId, scores: [score(entries(2021).b1, 50, 50)] }, asked());
    stage.moveTo(BEFORE);
    accepted(await save());
    stage.moveTo(CLOSES_AT);
    expect((await stage.evaluation.readRound(roundId)).round.kind).toBe('open');
    expect(refusalOf(await save())).toBe('ROUND_CLOSED roundId');
    expect(refusalOf(await sheets.submit(roundId, asked()))).toBe('ROUND_CLOSED roundId');
  });

  it('lets a round that was prepared late be opened by hand while scoring lasts, and not before it began', async () => {
    await stage.runCampaign(2022, LATER);
    const roundId = await steps.prepare(stage, schemeId, 2022);
    expect(refusalOf(await openByHand(roundId))).toBe('SCORING_NOT_OPEN roundId');

    await stage.runCampaign(2023, LATER);
    await stage.scoring(2023, 'StageOpened.v1');
    expect((await stage.evaluation.readRound(roundIdOf(editionId(2023)))).round.kind).toBe('gathering');
    const late = await steps.prepare(stage, schemeId, 2023);
    accepted(await openByHand(late));
    await stage.scoring(2023, 'StageClosed.v1');
    expect((await stage.evaluation.readRound(late)).round.kind).toBe('closed');
  });

  it('lets nobody prepare or open a round when scoring is over', async () => {
    const request = { editionId: editionId(2024), schemeId, planJson: '' };
    await stage.runCampaign(2024, LATER);
    await stage.runCampaign(2025, LATER);
    const waiting = await steps.prepare(stage, schemeId, 2025);
    stage.moveTo(LATER);
    expect(refusalOf((await prepareRound(stage.evaluation)(request, stage.call())).handled)).toBe(
      'SCORING_OVER editionId',
    );
    expect(refusalOf(await openByHand(waiting))).toBe('SCORING_NOT_OPEN roundId');
    await stage.scoring(2025, 'StageClosed.v1');
    expect((await stage.evaluation.readRound(waiting)).round.kind).toBe('closed');
    expect(refusalOf(await openByHand(waiting))).toBe('ROUND_CLOSED roundId');
  });
});
