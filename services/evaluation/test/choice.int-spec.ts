import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText, notYetPlayed, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { grantsOf } from '@jiangong/access/postgres';
import { annulDecision } from '../src/application/annul-decision.ts';
import { issueCircular, publishProposal } from '../src/application/issue-circular.ts';
import { changeRecommendations } from '../src/application/put-forward.ts';
import { recommendationsOf } from '../src/application/recommendations-read.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { attestMinutes } from '../src/application/attest-minutes.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { recordMinutes } from '../src/application/record-minutes.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { recommendationStream, roundIdOf } from '../src/application/streams.ts';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import type { Result } from '../src/domain/round/state.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { bySecondPerson, runningRound } from './evaluation-steps.ts';
import {
  accepted,
  COMMITTEE,
  editionId,
  id,
  INSPECTOR,
  LEADERS,
  OFFICER,
  refusalOf,
  SERIES,
  UNIT_A,
  UNIT_B,
} from './evaluation-world.ts';

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

  it('is a template that the platform plays', () => expect(notYetPlayed(template)).toEqual([]));

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

  const work = async (personId: string): Promise<readonly string[]> => {
    await stage.caughtUp();
    const { rows, clock } = stage.ground;
    const asker = { personId, grants: await grantsOf(rows, personId), now: clock.now() };
    const { items } = await listWork(workKnowledge(rows), asker);
    return items.map(({ kind, done, total }) => `${kind} ${done}/${total}`);
  };
  const recommended = async () => {
    const found = await decisions().find(ROUND);
    return 'decidable' in found ? recommendationsOf(decisions())(found.decidable) : [];
  };
  const change = () => changeRecommendations(decisions());
  const paper = { documentNumber: '〔2021〕31号', file: 'e'.repeat(64), effectiveOn: '2021-12-20' };
  const forward = async (rule: string, entryId: string) =>
    change().putForward({ roundId: ROUND, rule, entryId, ...paper }, stage.call());

  it('is put forward once its notice is over, and nothing is commended', async () => {
    accepted(await publishProposal(decisions())({ roundId: ROUND }, stage.call()));
    expect(refusalOf((await forward('collectives', crew)).handled)).toBe('NOTICE_RUNNING roundId');
    expect(await work(OFFICER)).toEqual([]);
    stage.moveTo('2021-12-20T02:00:00.000Z');
    expect(await work(OFFICER)).toEqual(['put-forward 0/2']);
    expect(
      refusalOf(await issueCircular(decisions())({ roundId: ROUND, documentNumber: '〔2021〕1号' }, stage.call())),
    ).toBe('NOTHING_TO_COMMEND roundId');
    accepted((await forward('collectives', crew)).handled);
    expect(await work(OFFICER)).toEqual(['put-forward 1/2', 'record-outside-decision 0/1']);
  });

  it('waits for nobody who has left since, and is not put forward', async () => {
    await stage.ofEntry(YEAR, 'EntryBlocked.v1', worker);
    expect(refusalOf((await forward('persons', worker)).handled)).toBe('ENTRY_LEFT entryId');
    expect(await work(OFFICER)).toEqual(['record-outside-decision 0/1']);
    expect((await recommended()).map(({ entryId, standing, left }) => [entryId, standing, left])).toEqual([
      [crew, 'put-forward', false],
      [worker, 'waiting', true],
    ]);
  });

  it('ends with what was decided above, which two persons withdraw where it is wrong', async () => {
    const [{ recommendationId } = { recommendationId: '' }] = await recommended();
    const outside = { recommendationId, ...paper, outcome: 'given', level: '省总工会' };
    accepted(await change().recordOutside(outside, stage.call()));
    expect(await work(OFFICER)).toEqual([]);
    const wrong = { recommendationId, act: 'WithdrawOutsideDecision', reason: 'recorded-in-error', why: '登错' };
    const { proposalId, handled } = await change().propose(wrong, stage.call());
    accepted(handled);
    expect(await work(INSPECTOR)).toEqual(['carry-out-recommendation-proposal 0/1']);
    expect((await recommended())[0]?.proposals).toMatchObject([{ proposalId, why: '登错' }]);
    const inspector = stage.call(INSPECTOR, 'discipline-inspector');
    const carried = { recommendationId, proposalId, why: '属实' };
    accepted(await change().answer('CarryOutRecommendationProposal', carried, inspector));
    expect(await work(OFFICER)).toEqual(['record-outside-decision 0/1']);
  });

  it('goes with the decision that it rests on', async () => {
    const [{ recommendationId } = { recommendationId: '' }] = await recommended();
    const round = await runningRound(stage, ROUND);
    if (round.kind !== 'decided') throw new Error(round.kind);
    const { decisionId } = round.decision;
    const { proposalId, handled } = await annulDecision(decisions()).propose(
      { roundId: ROUND, decisionId, reason: 'irregularity', why: '程序有误' },
      stage.call(),
    );
    accepted(handled);
    const inspector = stage.call(INSPECTOR, 'discipline-inspector');
    accepted(await annulDecision(decisions()).carryOut({ roundId: ROUND, proposalId, why: '属实' }, inspector));
    await stage.caughtUp();
    const { state } = await decisions().handleRecommendation.stateOf(recommendationStream(recommendationId));
    expect(state.kind).toBe('taken-back');
    // Whoever left while it stood is on the list no more, and the list stands anew.
    expect((await latest()).absent.map(({ entryId }) => entryId)).not.toContain(worker);
    expect(await work(OFFICER)).toEqual(['record-minutes 0/1']);
  });
});
