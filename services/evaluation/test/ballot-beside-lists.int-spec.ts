import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { opensslBlindSignatures } from '../src/adapters/crypto/blind-signatures.ts';
import { waitingBallots } from '../src/adapters/postgres/waiting-ballots.ts';
import { type Ballots, ballotsOf } from '../src/application/ballots.ts';
import { myBallotsIn } from '../src/application/show-ballots.ts';
import { ballotIdOf, ballotStream, roundIdOf } from '../src/application/streams.ts';
import type { BallotFact, BallotSet } from '../src/domain/ballot/facts.ts';
import { openEvaluation } from './evaluation-stage.ts';
import { COMMITTEE, id, SERIES, UNIT_A, UNIT_B } from './evaluation-world.ts';

const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/test/examples/s3-stars-share-cap.yaml'),
  'utf8',
);
const EDITION = id('edition of stars');
const ROUND = roundIdOf(EDITION, 'main', 1);
const BALLOT = ballotIdOf(ROUND, 'appraisal');
const CHECK = {
  stageId: 'check',
  act: 'check',
  opensAt: '2021-12-01T02:00:00.000Z',
  closesAt: '2021-12-12T02:00:00.000Z',
};
const VOTE = {
  stageId: 'vote',
  act: 'vote',
  opensAt: '2021-12-05T02:00:00.000Z',
  closesAt: '2021-12-09T02:00:00.000Z',
};
const [ENTRY_A, ENTRY_B] = [id('entry of a'), id('entry of b')];
const MANY = Array.from({ length: 7 }, (_, at) => id(`star voter a ${at}`));
const FEW = Array.from({ length: 3 }, (_, at) => id(`star voter b ${at}`));

let stage: Awaited<ReturnType<typeof openEvaluation>>;
let ballots: Ballots;

const edition = `merit-projects.edition-${EDITION}`;
const of = ({ stageId, act }: typeof CHECK) => ({ editionId: EDITION, stageId, act, phase: 'main' });
const setOf = async (): Promise<BallotSet['data'] | undefined> =>
  (await stage.store.readStream(ballotStream(BALLOT)))
    .map(({ type, data }) => ({ type, data }) as BallotFact)
    .find((fact): fact is BallotSet => fact.type === 'BallotSet.v1')?.data;

beforeAll(async () => {
  stage = await openEvaluation({ vault: 'postgres' });
  const { tellFact } = stage;
  ballots = ballotsOf(stage.evaluation, opensslBlindSignatures, waitingBallots(stage.ground.rows));
  for (const [voters, organizationId] of [
    [MANY, UNIT_A],
    [FEW, UNIT_B],
  ] as const)
    for (const personId of voters) {
      const person = `membership.person-${personId}`;
      await tellFact(person, 'PersonRegistered.v1', { personId, organizationId });
      const grantId = id(`${personId} member`);
      await tellFact(person, 'RoleGranted.v1', { grantId, personId, role: 'member', organizationId });
    }
  const read = readYaml(TEMPLATE);
  const judged = read.kind === 'read' ? validateProgramme(read.tree) : undefined;
  if (judged?.kind !== 'template') throw new Error('the sketch is not valid');
  const hash = templateHash(judged.template);
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    ...{ templateHash: hash, committeeId: COMMITTEE, templateId: 's3-stars-share-cap' },
    canonicalText: canonicalText(judged.template),
  });
  await tellFact(edition, 'EditionOpened.v1', {
    ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, committeeId: COMMITTEE },
    ...{ titleZh: '星级评定', titleEn: 'Stars', templateHash: hash, parametersJson: '{}' },
  });
  for (const each of [CHECK, VOTE])
    await tellFact(edition, 'StageScheduled.v1', { ...of(each), opensAt: each.opensAt, closesAt: each.closesAt });
  for (const [unitId, entryId] of [
    [UNIT_A, ENTRY_A],
    [UNIT_B, ENTRY_B],
  ] as const)
    await tellFact(`merit-projects.entries-${EDITION}-${unitId}`, 'IntakeClosed.v1', {
      ...{ editionId: EDITION, nominatorId: unitId, missed: [] },
      entered: [
        {
          ...{ entryId, subjectKind: 'organization', subjectId: id(`subject ${entryId}`), nominatorId: unitId },
          ...{ homeId: unitId, track: 'branch', title: '党支部', answerablePersonIds: [] },
        },
      ],
    });
  await tellFact(edition, 'StageOpened.v1', { ...of(CHECK), dueAt: CHECK.opensAt, entered: 2 });
  await stage.caughtUp();
}, 120_000);
afterAll(async () => stage.close());

describe('a ballot beside a check-list, over PostgreSQL', () => {
  it('is not there while only the list is filled', async () => {
    expect((await stage.evaluation.readRound(ROUND)).round.kind).toBe('open');
    expect(await setOf()).toBeUndefined();
  });

  it('is set with its own stage, and its tokens are issued for a share of that', async () => {
    stage.moveTo(VOTE.opensAt);
    await stage.tellFact(edition, 'StageOpened.v1', { ...of(VOTE), dueAt: VOTE.opensAt, entered: 2 });
    await stage.caughtUp();
    expect((await setOf())?.issueUntil).toBe('2021-12-07T02:00:00.000Z');
    const [mine] = await myBallotsIn(ballots)(ROUND, stage.call(MANY[0] ?? '', 'member'));
    expect(mine?.closesAt).toBe(VOTE.closesAt);
  });

  it('has joined the few with all that the superior has, and tells each voter what he votes in', async () => {
    const homesOf = async (entryId: string) =>
      (await setOf())?.boxes.find((box) => box.entryId === entryId)?.groups?.map(({ homes }) => homes?.toSorted());
    expect(await homesOf(ENTRY_A)).toEqual([[UNIT_A]]);
    expect((await homesOf(ENTRY_B))?.[0]).toEqual(expect.arrayContaining([UNIT_A, UNIT_B]));
    const seen = async (personId = '') =>
      (await myBallotsIn(ballots)(ROUND, stage.call(personId, 'member'))).flatMap(({ boxes }) =>
        boxes.map(({ entryId, groups }) => [entryId, groups[0]?.withSuperior]),
      );
    expect(await seen(FEW[0])).toEqual([[ENTRY_B, true]]);
    const both = await seen(MANY[0]);
    expect(both).toHaveLength(2);
    expect(both).toEqual(
      expect.arrayContaining([
        [ENTRY_A, false],
        [ENTRY_B, true],
      ]),
    );
  });
});
