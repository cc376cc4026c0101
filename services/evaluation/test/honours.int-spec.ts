import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineScheme } from '../src/application/define-scheme.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import { scheme } from './domain/example-round.ts';
import * as steps from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { accepted, BRANCH_A, COMMITTEE, editionId, id, LEADERS, UNIT_B } from './evaluation-world.ts';

const YEAR = 2021;
const ROUND = roundIdOf(editionId(YEAR));

describe('honours, over PostgreSQL', () => {
  let stage: EvaluationStage;

  beforeAll(async () => {
    stage = await openEvaluation();
    const defined = await defineScheme(stage.evaluation)(
      { committeeId: COMMITTEE, schemeJson: JSON.stringify(scheme) },
      stage.call(),
    );
    accepted(defined.handled);
    await stage.runCampaign(YEAR);
    await steps.prepare(stage, defined.schemeId, YEAR);
    await stage.scoring(YEAR, 'StageOpened.v1');
    await steps.scoreAll(stage, YEAR);
    await steps.decide(stage, YEAR);
  }, 60_000);
  afterAll(async () => stage.close());

  const toldTypes = async (): Promise<readonly string[]> =>
    (
      await stage.ground.rows.query<{ type: string }>(
        `select type from messaging.public_fact where context = 'evaluation' order by position, ordinal`,
      )
    ).map(({ type }) => type.replace('evaluation.', ''));

  it('are the own matter of those who lead the entries, and decided in their stage', async () => {
    expect(await evaluationService.resolvers(stage.ground)['round']?.(ROUND)).toMatchObject({
      organizationId: COMMITTEE,
      openStages: expect.arrayContaining(['decision']) as unknown,
      concerns: expect.arrayContaining([LEADERS[2], id('lead-a1'), id('lead-b1')]) as unknown,
    });
  });

  it('are told to nobody between the decision and the circular', async () => {
    expect((await toldTypes()).at(-1)).toBe('DecisionTaken.v1');
    expect(await stage.ground.rows.query('select 1 from round_award')).toEqual([]);
    expect((await stage.results.getDecision({ roundId: ROUND })).awards?.entries).toHaveLength(2);
  });

  it('are told all together with the circular', async () => {
    await steps.commend(stage, YEAR);
    const told = await toldTypes();
    expect(told.slice(told.indexOf('DecisionTaken.v1') + 1)).toEqual([
      ...['EntryAwarded.v1', 'EntryAwarded.v1', 'LeaderAwarded.v1', 'OrganizationAwarded.v1'],
      'CommendationIssued.v1',
    ]);
  });

  it('leave out what is classified, and what stands below it', async () => {
    const shown = async () =>
      (await stage.honours.listHonours({ year: YEAR, pageSize: 0, pageToken: '' })).honours.map(
        ({ kind, organizationZh }) => `${kind} ${organizationZh}`,
      );
    const classify = async (organizationId: string, classified: boolean) => {
      await stage.tellFact(`organizations.organization-${organizationId}`, 'OrganizationClassified.v1', {
        organizationId,
        classified,
      });
      await stage.caughtUp();
    };
    expect(await shown()).toEqual(['entry 乙厅', 'entry 甲厅', 'organization 乙厅']);
    await classify(BRANCH_A, true);
    expect(await shown()).toEqual(['entry 乙厅', 'organization 乙厅']);
    await classify(BRANCH_A, false);
    await classify(UNIT_B, true);
    expect(await shown()).toEqual(['entry 甲厅']);
    await classify(COMMITTEE, true);
    expect(await shown()).toEqual([]);
  });
});
