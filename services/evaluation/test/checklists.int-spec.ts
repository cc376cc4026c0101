import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { grantsOf } from '@jiangong/access/postgres';
import { checklistMessage } from '../src/adapters/grpc/checklist-messages.ts';
import { preparedRound } from '../src/adapters/grpc/round-messages.ts';
import { listCounts } from '../src/adapters/postgres/checklist-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { changeChecklist, correctChecklist } from '../src/application/change-checklist.ts';
import { checklistProgress } from '../src/application/checklist-progress.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { findingEvidence } from '../src/application/named-evidence.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { showChecklist } from '../src/application/show-checklist.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { checklistIdOf, checklistStream, roundIdOf } from '../src/application/streams.ts';
import { isClosed, latestResult } from '../src/domain/round/state.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import {
  accepted,
  COMMITTEE,
  id,
  INSPECTOR,
  LEADERS,
  OFFICER,
  OFFICERS,
  SERIES,
  UNIT_A,
  UNIT_B,
  WINDOW,
} from './evaluation-world.ts';

/** The check-list of domain.md §7: the office that runs the edition owns its items, but those of one area, which are the units'. */
const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/test/examples/s4-checklist.yaml'),
  'utf8',
)
  .replace(
    'office: {role: unit-officer, scope: superior}',
    'office: {role: committee-officer, scope: edition}\n  unit: {role: unit-officer, scope: edition}',
  )
  .replace('act: check, by: office', 'act: check, by: [office, unit]')
  .replace('{id: extra, points: 2, by: office', '{id: extra, points: 2, by: unit');
const EDITION = id('edition of lists');
const ROUND = roundIdOf(EDITION, 'main', 1);
const [BRANCH_A, BRANCH_B] = [id('entry of branch a'), id('entry of branch b')];

const ofA = { roundId: ROUND, entryId: BRANCH_A };
const ofB = { roundId: ROUND, entryId: BRANCH_B };
const SECRETARY_A = id(`secretary ${BRANCH_A}`);
const HASH = 'c'.repeat(64);

let stage: EvaluationStage;
const round = async () => (await stage.evaluation.readRound(ROUND)).round;
const orders = () => ({ ...changeChecklist(stage.evaluation), ...correctChecklist(stage.evaluation) });

const finding = (itemId: string, effectiveOn: string, count: number) => ({
  ...{ sourceId: 'list', itemId, effectiveOn, count },
  ...{ evidence: [HASH], finding: '未按期召开支部党员大会。' },
});
const shownTo = async (personId: string, role: string) => {
  const shown = await showChecklist(stage.evaluation)(ofA, stage.call(personId, role));
  if (shown === undefined) throw new Error('there is no list');
  return shown;
};
const rowsFor = async (personId: string, role: string) =>
  checklistProgress(stage.evaluation, {
    counts: (roundId) => listCounts(stage.ground.rows, roundId),
    openable: () => Promise.resolve(() => true),
  })(preparedRound(await round()), stage.call(personId, role));
/** What waits about lists: for whom, in which role, and how many. */
const listWorkOf = async (personId: string): Promise<readonly string[]> => {
  await stage.caughtUp();
  const { rows, clock } = stage.ground;
  const asker = { personId, grants: await grantsOf(rows, personId), now: clock.now() };
  const { items } = await listWork(workKnowledge(rows), asker);
  return items.flatMap(({ kind, role, done, total }) =>
    kind === 'carry-out-checklist-proposal' ? [`${role} ${done}/${total}`] : [],
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
  if (judged?.kind !== 'template') throw new Error('the template of lists is not valid');
  const hash = templateHash(judged.template);
  const { tellFact } = stage;
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    ...{ templateHash: hash, committeeId: COMMITTEE, templateId: 's4-checklist' },
    canonicalText: canonicalText(judged.template),
  });
  const edition = `merit-projects.edition-${EDITION}`;
  await tellFact(edition, 'EditionOpened.v1', {
    ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, committeeId: COMMITTEE },
    ...{ titleZh: '检查清单', titleEn: 'Check-list', templateHash: hash, parametersJson: '{}' },
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
          ...{
            homeId: unitId,
            track: 'branch',
            title: '第一党支部',
            answerablePersonIds: [id(`secretary ${entryId}`)],
          },
        },
      ],
    });
  await tellFact(edition, 'StageOpened.v1', { ...scoring, dueAt: WINDOW.opensAt, entered: 2 });
  await stage.caughtUp();
}, 120_000);
afterAll(async () => stage.close());

it('a round of lists is played from its edition to a result that two persons correct, and each is computed again from facts', async () => {
  expect(await round()).toMatchObject({
    kind: 'open',
    tables: {
      checklists: [{ sourceId: 'list', time: { from: '2021-01-01', months: 12 }, parts: { life: 'quarter' } }],
    },
  });
  const { record, withdraw, answer, close } = orders();
  const first = await record({ ...ofA, ...finding('three-meetings', '2021-02-10', 4) }, stage.call());
  accepted(first.handled);
  const second = await record({ ...ofA, ...finding('election', '2021-05-10', 1) }, stage.call());
  accepted(second.handled);
  const unit = () => stage.call(OFFICERS.c, 'unit-officer');
  accepted((await record({ ...ofB, ...finding('press', '2021-06-10', 2) }, unit())).handled);
  const twice = await record({ ...ofA, ...finding('press', '2021-06-10', 1) }, unit());
  accepted(
    await withdraw(
      { ...ofA, occurrenceId: twice.occurrenceId, reason: 'recorded-in-error', why: '系第二党支部稿件。' },
      unit(),
    ),
  );
  expect((await record({ ...ofA, ...finding('election', '2021-05-10', 1) }, unit())).handled).toMatchObject({
    refusal: { reason: 'ITEM_NOT_YOURS' },
  });
  accepted(
    await answer(
      { ...ofA, occurrenceId: second.occurrenceId, answer: '已按期换届，批复在途。' },
      stage.call(SECRETARY_A, 'member'),
    ),
  );
  accepted(await close({ ...ofA, part: 'quarter', period: 1 }, stage.call()));
  const written = await stage.store.readStream(checklistStream(checklistIdOf(ROUND, BRANCH_A)));
  expect(JSON.stringify(written.map(({ data }) => data))).not.toContain('支部');

  await stage.tellFact(`merit-projects.edition-${EDITION}`, 'StageClosed.v1', {
    ...{ editionId: EDITION, stageId: 'check', act: 'score', phase: 'main', dueAt: WINDOW.closesAt },
  });
  await stage.caughtUp();
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const before = await result();
  // a: life (4.2 + 5 + 5 + 5) / 4 = 4.8, election 5 - 3 = 2; b: 5 + 5, press 0.4. One decimal.
  expect(before.latest.ranking).toEqual([
    { entryId: BRANCH_B, rank: 1, score: 104 },
    { entryId: BRANCH_A, rank: 2, score: 68 },
  ]);

  const { propose, answerProposal } = orders();
  const terms = { act: 'WithdrawOccurrence', occurrenceId: second.occurrenceId, reason: 'not-established' } as const;
  const proposed = await propose({ ...ofA, terms, why: '换届按期完成。' }, stage.call());
  accepted(proposed.handled);
  const { proposalId } = proposed;
  // It waits for every second person, and not for who proposed it.
  expect(await Promise.all([INSPECTOR, LEADERS[0], OFFICER].map(listWorkOf))).toEqual([
    ['discipline-inspector 0/1'],
    ['committee-leader 0/1'],
    [],
  ]);
  const inspector = stage.call(INSPECTOR, 'discipline-inspector');
  accepted(await answerProposal('CarryOutChecklistAct', { ...ofA, proposalId, why: '属实。' }, inspector));
  // The round hears of it by itself.
  expect(await listWorkOf(LEADERS[0])).toEqual([]);
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const corrected = await result();
  expect(corrected.latest).toMatchObject({
    predecessor: before.latest.resultHash,
    because: [{ change: 'checklist-corrected', proposalId }],
    ranking: [
      { entryId: BRANCH_B, rank: 1, score: 104 },
      { entryId: BRANCH_A, rank: 2, score: 98 },
    ],
  });
  for (const one of corrected.now.results) {
    const again = await recomputeResult(stage.evaluation, corrected.now, one);
    expect(again.result.entries.map(({ entryId, rank }) => ({ entryId, rank }))).toEqual(
      one.ranking.map(({ entryId, rank }) => ({ entryId, rank })),
    );
  }
}, 180_000);

it('an office reads its own items, whoever is judged what was found about him and not who found it, the officer everything', async () => {
  const items = async (personId: string, role: string) => {
    const { findings, reader } = await shownTo(personId, role);
    return { found: findings.map(({ itemId }) => itemId).toSorted(), subject: reader.ground.isSubject };
  };
  const ALL = ['election', 'press', 'three-meetings'];
  expect(await items(OFFICER, 'committee-officer')).toEqual({ found: ALL, subject: false });
  expect(await items(OFFICERS.c, 'unit-officer')).toEqual({ found: ['press'], subject: false });
  expect(await items(SECRETARY_A, 'member')).toEqual({ found: ALL, subject: true });
  const asSubject = checklistMessage(await shownTo(SECRETARY_A, 'member'), stage.call().now);
  expect(asSubject.findings.map(({ recordedBy }) => recordedBy)).toEqual(['', '', '']);
  expect(asSubject.proposals).toEqual([]);
  const asOfficer = checklistMessage(await shownTo(OFFICER, 'committee-officer'), stage.call().now);
  expect(asOfficer.findings.find(({ itemId }) => itemId === 'election')).toMatchObject({
    ...{ finding: '未按期召开支部党员大会。', recordedBy: OFFICER, withdrawnFor: 'not-established' },
    answers: [{ answer: '已按期换届，批复在途。', answeredBy: SECRETARY_A }],
  });
});

it('a document of a finding is opened by whoever is shown the finding, and by nobody else', async () => {
  const found = (await shownTo(OFFICER, 'committee-officer')).findings[0];
  const opened = (entryId: string, person: string, role: string, sha256: string = HASH) =>
    findingEvidence(stage.evaluation)(
      { roundId: ROUND, entryId, occurrenceId: found?.occurrenceId ?? '', sha256 },
      stage.call(person, role),
    );
  const namers = [found?.recordedBy];
  expect(await opened(BRANCH_A, OFFICER, 'committee-officer')).toEqual(namers);
  expect(await opened(BRANCH_A, SECRETARY_A, 'member')).toEqual(namers);
  // Not named in it, of another entry, or read by somebody who is shown nothing of the item.
  expect(await opened(BRANCH_A, OFFICER, 'committee-officer', 'd'.repeat(64))).toEqual([]);
  expect(await opened(BRANCH_B, OFFICER, 'committee-officer')).toEqual([]);
  for (const stranger of [id('expert-1'), id(`secretary ${BRANCH_B}`)])
    expect(await opened(BRANCH_A, stranger, 'member')).toEqual([]);
});

it('how far each list is, is counted in the items that the reader may read', async () => {
  const told = async (personId: string, role: string) =>
    (await rowsFor(personId, role)).map(({ entryId, findings, answered, periodsClosed, progress }) => ({
      ...{ name: entryId === BRANCH_A ? 'a' : 'b', findings, answered, periodsClosed, progress },
    }));
  expect((await told(OFFICER, 'committee-officer')).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'a', findings: 1, answered: 0, periodsClosed: 1, progress: 'entered' },
    { name: 'b', findings: 1, answered: 0, periodsClosed: 0, progress: 'entered' },
  ]);
  expect(await told(OFFICERS.c, 'unit-officer')).toContainEqual(
    expect.objectContaining({ name: 'b', findings: 1, periodsClosed: 0 }),
  );
  expect(await told(id('expert-1'), 'expert')).toEqual([]);
});

it('read models rebuilt are the same', async () => {
  expect(await stage.readers.rebuildAndCompare('checklists')).toMatchObject({ equal: true });
});
