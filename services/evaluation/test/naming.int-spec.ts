import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineScheme } from '../src/application/define-scheme.ts';
import { namePacesetters } from '../src/application/name-pacesetters.ts';
import { scheme } from './domain/example-round.ts';
import * as steps from './evaluation-steps.ts';
import { meeting } from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { accepted, COMMITTEE, refusalOf, SERIES, UNIT_A, UNIT_B } from './evaluation-world.ts';

describe('a series of two editions, over PostgreSQL', () => {
  let stage: EvaluationStage;

  beforeAll(async () => {
    stage = await openEvaluation();
    const defined = await defineScheme(stage.evaluation)(
      { committeeId: COMMITTEE, schemeJson: JSON.stringify(scheme) },
      stage.call(),
    );
    accepted(defined.handled);
    for (const year of [2021, 2022]) {
      await stage.runCampaign(year);
      await steps.prepare(stage, defined.schemeId, year);
      await stage.scoring(year, 'StageOpened.v1');
      await steps.scoreAll(stage, year);
      await steps.decide(stage, year);
      await steps.commend(stage, year);
    }
  }, 60_000);
  afterAll(async () => stage.close());

  it('names pacesetter units by the reading that applies, and shows both', async () => {
    const { years, records, decision } = await stage.honours.getNaming({ seriesId: SERIES });
    expect([years, decision]).toEqual([[2021, 2022], undefined]);
    expect(records.find(({ organizationId }) => organizationId === UNIT_B)).toMatchObject({
      nameZh: '乙厅',
      yearsDeclared: [2021, 2022],
      yearsFirstPrize: [2021, 2022],
      qualifies: ['first-prize-once', 'first-prize-every-year'],
    });
    expect(records.find(({ organizationId }) => organizationId === UNIT_A)).toMatchObject({
      yearsFirstPrize: [],
      qualifies: [],
    });
    const name = (lastYear: number) =>
      namePacesetters(stage.evaluation)(
        { seriesId: SERIES, firstYear: 2021, lastYear, reading: '', meeting },
        stage.call(),
      );
    expect(refusalOf(await name(2023))).toBe('YEAR_WITHOUT_EDITION firstYear');
    accepted(await name(2022));
    await stage.caughtUp();
    expect((await stage.honours.getNaming({ seriesId: SERIES })).decision).toMatchObject({
      reading: 'first-prize-once',
      organizationIds: [UNIT_B],
    });
    expect(
      (await stage.honours.listHonours({ year: 2022, pageSize: 200, pageToken: '' })).honours.some(
        ({ kind, organizationZh }) => kind === 'pacesetter' && organizationZh === '乙厅',
      ),
    ).toBe(true);
  }, 60_000);

  it('has namings that are the same when rebuilt from zero', async () => {
    for (const reader of ['namings', 'editions', 'rounds'])
      expect(await stage.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  });
});
