import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, notYetPlayed, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { attestMinutes } from '../src/application/attest-minutes.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { recordMinutes } from '../src/application/record-minutes.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { roundIdOf } from '../src/application/streams.ts';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import type { Result } from '../src/domain/round/state.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { bySecondPerson, runningRound } from './evaluation-steps.ts';
import { accepted, COMMITTEE, editionId, id, LEADERS, refusalOf, SERIES, UNIT_A, UNIT_B } from './evaluation-world.ts';

const file = join(import.meta.dirname, '../../../libs/programmes/templates/mass-recommendation.yaml');
const read = readYaml(readFileSync(file, 'utf8'));
if (read.kind !== 'read') throw new Error('no YAML');
const validation = validateProgramme(read.tree);
if (validation.kind !== 'template') throw new Error('no template');
const { template } = validation;

const YEAR = 2021;
const EDITION = editionId(YEAR);
const ROUND = roundIdOf(EDITION, 'choice', 1);
const WINDOW = { opensAt: '2021-12-01T16:00:00.000Z', closesAt: '2021-12-03T16:00:00.000Z' };
const [team, crew, worker, nurse] = ['team', 'crew', 'worker', 'nurse'].map((name) => id(name)) as [
  string,
  string,
  string,
  string,
];

describe('a programme that decides without scores, over PostgreSQL', () => {
  let stage: EvaluationStage;
  const ofStage = async (type: string, more: object = {}): Promise<void> => {
    const data = { editionId: EDITION, stageId: 'decide', act: 'decide', ...WINDOW, ...more };
    await stage.tellFact(`merit-projects.edition-${EDITION}`, type, data);
    await stage.caughtUp();
  };
  const enter = async (nominatorId: string, ...entries: readonly (readonly [entryId: string, track: string])[]) => {
    await stage.tellFact(`merit-projects.entries-${EDITION}-${nominatorId}`, 'IntakeClosed.v1', {
      ...{ editionId: EDITION, nominatorId, missed: [] },
      entered: entries.map(([entryId, track]) => ({
        ...{ entryId, nominatorId, homeId: nominatorId, track, title: track },
        ...{ subjectKind: track, subjectId: id(`subject ${entryId}`), answerablePersonIds: [id(`lead ${entryId}`)] },
      })),
    });
    await stage.caughtUp();
  };
  const latest = async (): Promise<Result> => {
    const result = (await runningRound(stage, ROUND)).results.at(-1);
    if (result === undefined) throw new Error('no result');
    return result;
  };
  const listed = async () => (await latest()).absent.map(({ entryId }) => entryId);
  const decisions = () => decisionsOf(stage.evaluation, decisionKnowledge(stage.ground.rows), randomCertificateNumbers);
  const minute = async (collectives: readonly string[], persons: readonly string[]) =>
    recordMinutes(decisions())(
      {
        ...{ roundId: ROUND, resultHash: (await latest()).resultHash, minutesNumber: '〔2021〕3号' },
        ...{ meetingOn: stage.ground.clock.now().slice(0, 10), present: LEADERS, file: 'f'.repeat(64) },
        ...{ superior: false, departures: [], exceeding: [] },
        choices: [
          { rule: 'collectives', entryIds: collectives, reason: '集体研究' },
          { rule: 'persons', entryIds: persons, reason: '集体研究' },
        ],
      },
      stage.call(),
    );

  beforeAll(async () => {
    stage = await openEvaluation();
    await stage.tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
      ...{ templateHash: templateHash(template), committeeId: COMMITTEE, templateId: template.id },
      canonicalText: canonicalText(template),
    });
    await stage.tellFact(`merit-projects.edition-${EDITION}`, 'EditionOpened.v1', {
      ...{ editionId: EDITION, seriesId: SERIES, year: YEAR, ordinal: 1, committeeId: COMMITTEE },
      ...{ titleZh: '群团系列推荐', titleEn: 'Recommendation', templateHash: templateHash(template) },
      ...{ templateId: template.id, parametersJson: '{"collectives":"1"}' },
    });
    await ofStage('StageScheduled.v1');
    await enter(UNIT_A, [team, 'collective'], [worker, 'person']);
    await enter(UNIT_B, [crew, 'collective'], [nurse, 'person']);
  }, 60_000);
  afterAll(async () => stage.close());

  it('is a template that the platform plays', () =>
    expect(notYetPlayed(template).filter(({ reason }) => reason !== 'ACT_NOT_YET')).toEqual([]));

  it('lists whoever was let in when the deciding stage opens, by nobody’s order', async () => {
    stage.moveTo('2021-12-02T02:00:00.000Z');
    await ofStage('StageOpened.v1', { entered: 4 });
    const { kind, results } = await runningRound(stage, ROUND);
    expect([kind, results.length]).toEqual(['closed', 1]);
    expect(new Set(await listed())).toEqual(new Set([team, crew, worker, nurse]));
  });

  it('lists anew whenever somebody goes or comes back, so that who went can not be chosen', async () => {
    await stage.ofEntry(YEAR, 'EntryBlocked.v1', crew);
    expect(await listed()).not.toContain(crew);
    await stage.ofEntry(YEAR, 'BlockLifted.v1', crew);
    expect(await listed()).toContain(crew);
    await bySecondPerson(stage, ROUND, { act: 'TakeOutEntry', entryId: nurse, reason: 'ineligible' });
    expect(await listed()).not.toContain(nurse);
    const { results } = await runningRound(stage, ROUND);
    expect(results.map(({ because }) => because.map(({ change }) => change))).toEqual([
      [],
      ['entry-taken-out'],
      ['entry-put-back'],
      ['entry-taken-out'],
    ]);
    expect(refusalOf((await minute([team], [nurse])).handled)).toBe('CHOICE_NOT_OPEN choices[1].entryIds[0]');
  });

  it('is recomputed from its facts alone', async () => {
    const round = await runningRound(stage, ROUND);
    if (round.kind === 'open') throw new Error('not closed');
    for (const result of round.results) {
      const { result: again } = await recomputeResult(stage.evaluation, round, result);
      expect(again.unranked.map(({ entryId }) => entryId)).toEqual(result.absent.map(({ entryId }) => entryId));
    }
  });

  it('is chosen from by the body, never beyond the edition’s number; who was not chosen stands on the list', async () => {
    expect(refusalOf((await minute([team, crew], [])).handled)).toBe('CHOICE_ABOVE_MOST choices[0].entryIds');
    const { decisionId, handled } = await minute([crew], [worker]);
    accepted(handled);
    for (const personId of LEADERS.slice(0, 2))
      accepted(
        (await attestMinutes(decisions())({ roundId: ROUND, decisionId }, stage.call(personId, 'committee-leader')))
          .handled,
      );
    const round = await runningRound(stage, ROUND);
    if (round.kind !== 'decided') throw new Error(round.kind);
    expect(round.decision).toMatchObject({
      basis: 'list',
      awards: [
        { rule: 'collectives', code: 'mass.collective', gives: 'recommendation', entryId: crew, rank: null },
        { rule: 'persons', code: 'mass.person', gives: 'recommendation', entryId: worker, rank: null },
      ],
    });
    expect(await listed()).toContain(team);
  });
});
