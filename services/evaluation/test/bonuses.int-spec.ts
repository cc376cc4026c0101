import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { bonusMessage } from '../src/adapters/grpc/bonus-messages.ts';
import { preparedRound } from '../src/adapters/grpc/round-messages.ts';
import { bonusCounts } from '../src/adapters/postgres/bonus-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { bonusProgress } from '../src/application/bonus-progress.ts';
import { changeBonus, correctBonus } from '../src/application/change-bonus.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { claimEvidence } from '../src/application/named-evidence.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { showBonus } from '../src/application/show-bonus.ts';
import { bonusIdOf, bonusStream, roundIdOf } from '../src/application/streams.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { isClosed, latestResult } from '../src/domain/round/state.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import {
  accepted,
  COMMITTEE,
  id,
  INSPECTOR,
  LEADERS,
  OFFICER,
  SERIES,
  UNIT_A,
  UNIT_B,
  WINDOW,
} from './evaluation-world.ts';

/** The bonuses of domain.md §7, without the figures that nobody can enter yet: one honour counts once, at its highest. */
const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/test/examples/s6-bonus-highest.yaml'),
  'utf8',
)
  .replace('{kind: bonus, claim: units', '{kind: bonus, claim: unit')
  .replace(/ {2}placed: .*\n/u, '')
  .replace(/ {6}- \{id: p, .*\n {6}- \{id: placing.*\n/u, '')
  .replace('sum: [c, placing]', 'sum: [c]');
const EDITION = id('edition of bonuses');
const ROUND = roundIdOf(EDITION, 'main', 1);
const [BRANCH_A, BRANCH_B] = [id('bonus of branch a'), id('bonus of branch b')];
const ofA = { roundId: ROUND, entryId: BRANCH_A };
const SECRETARY_A = id(`secretary ${BRANCH_A}`);
const HASH = 'c'.repeat(64);

let stage: EvaluationStage;
const round = async () => (await stage.evaluation.readRound(ROUND)).round;
const orders = () => ({ ...changeBonus(stage.evaluation), ...correctBonus(stage.evaluation) });
const secretary = () => stage.call(SECRETARY_A, 'member');
const claimed = async (honour: string, levelId: string): Promise<string> => {
  const { claimId, handled } = await orders().claim(
    {
      ...{ ...ofA, sourceId: 'bonus', itemId: 'commended', levelId, points: 0, honour, sameAs: '' },
      ...{ achievedOn: '2021-07-01', evidence: [HASH], account: '第一党支部的表彰决定附后。' },
    },
    secretary(),
  );
  accepted(handled);
  return claimId;
};
const granted = (claimId: string, levelId: string) => ({
  ...{ ...ofA, claimId, outcome: 'granted', levelId, points: 0, sameAs: '', reason: '' },
});
const workOf = async (personId: string): Promise<readonly string[]> => {
  await stage.caughtUp();
  const { rows, clock } = stage.ground;
  const asker = { personId, grants: await grantsOf(rows, personId), now: clock.now() };
  const { items } = await listWork(workKnowledge(rows), asker);
  return items.flatMap(({ kind, role, done, total }) =>
    kind.includes('bonus') ? [`${kind} ${role} ${done}/${total}`] : [],
  );
};
const result = async () => {
  const now = await round();
  const latest = isClosed(now) ? latestResult(now) : undefined;
  if (!isClosed(now) || latest === undefined) throw new Error(`no result: ${now.kind}`);
  return { now, latest };
};

beforeAll(async () => {
  stage = await openEvaluation();
  const read = readYaml(TEMPLATE);
  const judged = read.kind === 'read' ? validateProgramme(read.tree) : undefined;
  if (judged?.kind !== 'template') throw new Error(`the template of bonuses is not valid: ${JSON.stringify(judged)}`);
  const hash = templateHash(judged.template);
  const { tellFact } = stage;
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    ...{ templateHash: hash, committeeId: COMMITTEE, templateId: 's6-bonus-highest' },
    canonicalText: canonicalText(judged.template),
  });
  const edition = `merit-projects.edition-${EDITION}`;
  await tellFact(edition, 'EditionOpened.v1', {
    ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, committeeId: COMMITTEE },
    ...{ titleZh: '加分', titleEn: 'Bonuses', templateHash: hash, parametersJson: '{}' },
  });
  const scoring = { editionId: EDITION, stageId: 'check', act: 'score', phase: 'main' };
  await tellFact(edition, 'StageScheduled.v1', { ...scoring, ...WINDOW });
  for (const [unitId, entryId] of [
    [UNIT_A, BRANCH_A],
    [UNIT_B, BRANCH_B],
  ] as const)
    await tellFact(`merit-projects.entries-${EDITION}-${unitId}`, 'IntakeClosed.v1', {
      ...{ editionId: EDITION, nominatorId: unitId, missed: [] },
      entered: [
        {
          ...{ entryId, subjectKind: 'organization', subjectId: id(`branch ${entryId}`), nominatorId: unitId },
          ...{ homeId: unitId, track: 'unit', title: '第一党支部' },
          answerablePersonIds: [id(`secretary ${entryId}`)],
        },
      ],
    });
  await tellFact(edition, 'StageOpened.v1', { ...scoring, dueAt: WINDOW.opensAt, entered: 2 });
  await stage.caughtUp();
}, 120_000);
afterAll(async () => stage.close());

it('a round of bonuses is played from its edition to a result that two persons correct, and each is computed again from facts', async () => {
  expect(await round()).toMatchObject({
    kind: 'open',
    tables: { bonuses: [{ sourceId: 'bonus', claim: null, decide: 'office', document: 'required' }] },
  });
  const city = await claimed('青年文明号', 'city');
  const nation = await claimed('青年文明号', 'nation');
  const other = await claimed('先进集体', 'county');
  const written = await stage.store.readStream(bonusStream(bonusIdOf(ROUND, BRANCH_A)));
  expect(JSON.stringify(written.map(({ data }) => data))).not.toContain('附后');
  expect(await workOf(OFFICER)).toEqual(['decide-bonus-claims committee-officer 0/3']);
  const { decide, reconsider, propose, answerProposal } = orders();
  for (const [claimId, level] of [
    [city, 'city'],
    [nation, 'nation'],
  ] as const)
    accepted(await decide({ ...granted(claimId, level), why: '' }, stage.call()));

  await stage.tellFact(`merit-projects.edition-${EDITION}`, 'StageClosed.v1', {
    ...{ editionId: EDITION, stageId: 'check', act: 'score', phase: 'main', dueAt: WINDOW.closesAt },
  });
  await stage.caughtUp();
  expect(await computeTally(stage.evaluation)(ROUND, stage.call())).toMatchObject({
    refusal: { reason: 'CLAIMS_WAITING', details: { claims: 1, claimId: other } },
  });
  // What came in time is still decided by one person, for nobody has seen an aggregate.
  accepted(await decide({ ...granted(other, 'county'), why: '' }, stage.call()));
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const before = await result();
  // The nation's 3 and the county's 0.5; the city's is the same honour. One decimal.
  expect(before.latest.ranking).toEqual([
    { entryId: BRANCH_A, rank: 1, score: 35 },
    { entryId: BRANCH_B, rank: 2, score: 0 },
  ]);

  const lower = { ...granted(nation, 'province'), because: 'level-wrong', why: '实为省级。' };
  expect(await reconsider(lower, stage.call())).toMatchObject({ refusal: { reason: 'PROPOSAL_NEEDED' } });
  const { proposalId, handled } = await propose(lower, stage.call());
  accepted(handled);
  expect(await Promise.all([INSPECTOR, LEADERS[0], OFFICER].map(workOf))).toEqual([
    ['carry-out-bonus-proposal discipline-inspector 0/1'],
    ['carry-out-bonus-proposal committee-leader 0/1'],
    [],
  ]);
  const inspector = stage.call(INSPECTOR, 'discipline-inspector');
  accepted(await answerProposal('CarryOutBonusAct', { ...ofA, proposalId, why: '属实。' }, inspector));
  // The round hears of it by itself.
  expect(await workOf(LEADERS[0])).toEqual([]);
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const corrected = await result();
  expect(corrected.latest).toMatchObject({
    predecessor: before.latest.resultHash,
    because: [{ change: 'bonus-corrected', proposalId }],
    ranking: [
      { entryId: BRANCH_A, rank: 1, score: 25 },
      { entryId: BRANCH_B, rank: 2, score: 0 },
    ],
  });
  for (const one of corrected.now.results) {
    const again = await recomputeResult(stage.evaluation, corrected.now, one);
    expect(again.result.entries.map(({ entryId, rank }) => ({ entryId, rank }))).toEqual(
      one.ranking.map(({ entryId, rank }) => ({ entryId, rank })),
    );
  }
}, 180_000);

it('claims are read by the office, whole, and by whoever is judged without the names of the office; by nobody else', async () => {
  const shownTo = async (personId: string, role: string) => {
    const shown = await showBonus(stage.evaluation)(ofA, stage.call(personId, role));
    return 'reason' in shown ? shown.reason : bonusMessage(shown);
  };
  const office = await shownTo(OFFICER, 'committee-officer');
  expect(office).toMatchObject({
    subject: false,
    claims: [
      { honour: '先进集体', standing: 'granted', account: '第一党支部的表彰决定附后。' },
      { levelId: 'nation', verdict: { levelId: 'province', points: 200, why: '属实。', decidedBy: INSPECTOR } },
      { levelId: 'city', verdict: { levelId: 'city', decidedBy: OFFICER } },
    ],
  });
  expect(await shownTo(SECRETARY_A, 'member')).toMatchObject({
    subject: true,
    claims: [{}, { verdict: { levelId: 'province', decidedBy: '' }, earlier: [{ decidedBy: '' }] }, {}],
  });
  // What was proposed to them is done.
  expect(await shownTo(INSPECTOR, 'discipline-inspector')).toBe('CLAIM_NOT_YOURS');
  expect(await shownTo(id('expert-1'), 'expert')).toBe('CLAIM_NOT_YOURS');
});

it('a document of a claim is opened by whoever is shown the claim, as named by whoever claimed, and by nobody else', async () => {
  const shown = await showBonus(stage.evaluation)(ofA, secretary());
  const claimId = 'reason' in shown ? '' : (shown.claims[0]?.claimId ?? '');
  const opened = (personId: string, role: string, over: object = {}) =>
    claimEvidence(stage.evaluation)({ ...ofA, claimId, sha256: HASH, ...over }, stage.call(personId, role));
  expect(await opened(OFFICER, 'committee-officer')).toEqual([SECRETARY_A]);
  expect(await opened(SECRETARY_A, 'member')).toEqual([SECRETARY_A]);
  for (const over of [{ sha256: 'd'.repeat(64) }, { claimId: id('no claim') }])
    expect(await opened(OFFICER, 'committee-officer', over)).toEqual([]);
  for (const [personId, role] of [
    [INSPECTOR, 'discipline-inspector'],
    [id('expert-1'), 'expert'],
    [id(`secretary ${BRANCH_B}`), 'member'],
  ] as const)
    expect(await opened(personId, role)).toEqual({ reason: 'CLAIM_NOT_YOURS', field: 'entryId' });
});

it('how far the claims of each entry are, is counted for those who decide or oversee, and for nobody else', async () => {
  const rowsFor = async (personId: string, role: string) =>
    (
      await bonusProgress(stage.evaluation, (roundId) => bonusCounts(stage.ground.rows, roundId))(
        preparedRound(await round()),
        stage.call(personId, role),
      )
    )
      .map(({ entryId, claims, waiting, granted: given, progress }) => ({ entryId, claims, waiting, given, progress }))
      .toSorted((a, b) => b.claims - a.claims);
  const counted = [
    { entryId: BRANCH_A, claims: 3, waiting: 0, given: 3, progress: 'decided' },
    { entryId: BRANCH_B, claims: 0, waiting: 0, given: 0, progress: 'none' },
  ];
  expect(await rowsFor(OFFICER, 'committee-officer')).toEqual(counted);
  expect(await rowsFor(INSPECTOR, 'discipline-inspector')).toEqual(counted);
  expect(await rowsFor(id('expert-1'), 'expert')).toEqual([]);
});

it('read models rebuilt are the same', async () => {
  expect(await stage.readers.rebuildAndCompare('bonuses')).toMatchObject({ equal: true });
});
