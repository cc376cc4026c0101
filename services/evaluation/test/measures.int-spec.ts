import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { grantsOf } from '@jiangong/access/postgres';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { randomCertificateNumbers } from '../src/adapters/crypto/certificate-numbers.ts';
import { measuresMessage } from '../src/adapters/grpc/measure-messages.ts';
import { preparedRound } from '../src/adapters/grpc/round-messages.ts';
import { decisionKnowledge } from '../src/adapters/postgres/decision-knowledge.ts';
import { roundsWithMeasures } from '../src/adapters/postgres/measure-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { workbooks } from '../src/adapters/spreadsheets/workbooks.ts';
import { changeMeasure, correctMeasure } from '../src/application/change-measure.ts';
import { checkMeasureForm } from '../src/application/check-measure-form.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { decisionsOf } from '../src/application/decisions.ts';
import { makeMeasureForm } from '../src/application/make-measure-form.ts';
import { measureProgress, myMeasuresIn } from '../src/application/measure-progress.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { showMeasures } from '../src/application/show-measures.ts';
import { measureIdOf, measureStream, roundIdOf } from '../src/application/streams.ts';
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

/** The placings of domain.md §7, without the bonuses beside them: ranks 1 to 3 give 15 points, 4 and 5 give 10, 6 to 10 give 5. */
const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/test/examples/s6-bonus-highest.yaml'),
  'utf8',
)
  .replace(/ {2}bonus: [^\n]*\n[^\n]*\n/u, '')
  .replace(/ {6}- \{id: c, take[^\n]*\n/u, '')
  .replace('sum: [c, placing]', 'sum: [placing]')
  .replace('{kind: measure,', '{kind: measure, name: [竞赛名次, Placing],');
const EDITION = id('edition of measures');
const ROUND = roundIdOf(EDITION, 'main', 1);
const [BRANCH_A, BRANCH_B] = [id('measure of branch a'), id('measure of branch b')];
const SECRETARY_A = id(`secretary ${BRANCH_A}`);
const HASH = 'c'.repeat(64);
const HOSTILE = '=cmd|calc!A1';

let stage: EvaluationStage;
const of = { roundId: ROUND, sourceId: 'placed' };
const ofA = { roundId: ROUND, entryId: BRANCH_A };
const round = async () => (await stage.evaluation.readRound(ROUND)).round;
const orders = () => ({ ...changeMeasure(stage.evaluation), ...correctMeasure(stage.evaluation) });
const decisions = () => decisionsOf(stage.evaluation, decisionKnowledge(stage.ground.rows), randomCertificateNumbers);
const value = (entryId: string, written: string, attempt = 1) => ({
  ...{ entryId, attempt, value: written, dayOf: '2021-07-01' },
});
const source = { origin: '市职工技能大赛成绩册', evidence: [HASH] };
const changed = (over: object) => ({
  ...{ ...of, entryId: BRANCH_A, attempt: 1, asked: 'value', value: '5', dayOf: '2021-07-01' },
  ...{ because: 'source-corrected', ...source, why: '组委会更正名次。' },
  ...over,
});
const workOf = async (personId: string): Promise<readonly string[]> => {
  await stage.caughtUp();
  const { rows, clock } = stage.ground;
  const asker = { personId, grants: await grantsOf(rows, personId), now: clock.now() };
  const { items } = await listWork(workKnowledge(rows), asker);
  return items.flatMap(({ kind, role, done, total }) =>
    kind.includes('measure') ? [`${kind} ${role} ${done}/${total}`] : [],
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
  if (judged?.kind !== 'template') throw new Error(`the template of measures is not valid: ${JSON.stringify(judged)}`);
  const hash = templateHash(judged.template);
  const { tellFact } = stage;
  await tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
    ...{ templateHash: hash, committeeId: COMMITTEE, templateId: 's6-bonus-highest' },
    canonicalText: canonicalText(judged.template),
  });
  const edition = `merit-projects.edition-${EDITION}`;
  await tellFact(edition, 'EditionOpened.v1', {
    ...{ editionId: EDITION, seriesId: SERIES, year: 2021, ordinal: 1, committeeId: COMMITTEE },
    ...{ titleZh: '名次', titleEn: 'Placings', templateHash: hash, parametersJson: '{}' },
  });
  const scoring = { editionId: EDITION, stageId: 'check', act: 'score', phase: 'main' };
  await tellFact(edition, 'StageScheduled.v1', { ...scoring, ...WINDOW });
  for (const [unitId, entryId, title] of [
    [UNIT_A, BRANCH_A, HOSTILE],
    [UNIT_B, BRANCH_B, '第二党支部'],
  ] as const)
    await tellFact(`merit-projects.entries-${EDITION}-${unitId}`, 'IntakeClosed.v1', {
      ...{ editionId: EDITION, nominatorId: unitId, missed: [] },
      entered: [
        {
          ...{ entryId, subjectKind: 'organization', subjectId: id(`branch ${entryId}`), nominatorId: unitId },
          ...{ homeId: unitId, track: 'unit', title },
          answerablePersonIds: [id(`secretary ${entryId}`)],
        },
      ],
    });
  await tellFact(edition, 'StageOpened.v1', { ...scoring, dueAt: WINDOW.opensAt, entered: 2 });
  await stage.caughtUp();
}, 120_000);
afterAll(async () => stage.close());

it('a form goes out with the entries of the round, a hostile title as the text that it is, and comes back checked line by line', async () => {
  expect(await round()).toMatchObject({
    kind: 'open',
    tables: { measures: [{ sourceId: 'placed', by: 'office', unit: 'rank', document: 'required' }] },
  });
  const answer = await makeMeasureForm(decisions(), workbooks)({ ...of, part: 1 }, stage.call());
  if (answer.kind !== 'made') throw new Error(answer.refusal.reason);
  expect(answer.made).toMatchObject({ parts: 1, name: expect.stringContaining('竞赛名次登记表') });
  const read = await workbooks.read('xlsx', Buffer.from(answer.made.content));
  if (read.kind !== 'read') throw new Error(read.reason);
  const cells = read.sheets.flatMap((sheet) => sheet.cells);
  expect(cells.filter(({ kind }) => kind === 'formula')).toEqual([]);
  expect(cells.find(({ text }) => text === HOSTILE)?.kind).toBe('text');
  // Untouched, it asks for nothing.
  const check = checkMeasureForm(stage.evaluation, workbooks);
  const untouched = { ...of, format: 'xlsx', content: Buffer.from(answer.made.content) };
  expect(await check(untouched, stage.call())).toMatchObject({
    form: { given: 0, fresh: [], empty: 2, faults: [], mismatch: null },
  });
  expect(await check({ ...untouched, sourceId: 'other' }, stage.call())).toMatchObject({
    refusal: { reason: 'NO_MEASURE' },
  });
  const csv = (...lines: readonly string[]) => ({
    ...{ ...of, format: 'csv', content: Buffer.from(['编号,数据,日期', ...lines].join('\n'), 'utf8') },
  });
  const told = await check(
    csv(
      `${BRANCH_A},3,2021-07-01`,
      `${BRANCH_B},0,2021-07-01`,
      `${id('nobody')},1,2021-07-01`,
      `${BRANCH_B},=1+1,2021-07-01`,
    ),
    stage.call(),
  );
  if (told.kind !== 'checked') throw new Error(told.refusal.reason);
  expect(told.form.fresh).toEqual([value(BRANCH_A, '3')]);
  expect(told.form.faults.map(({ cell, fault, entryId }) => `${cell} ${fault} ${entryId}`)).toEqual([
    `B5 CELL_NOT_A_NUMBER ${BRANCH_B}`,
    `B3 VALUE_INVALID ${BRANCH_B}`,
    'A4 ENTRY_NOT_IN_ROUND ',
  ]);
  expect(await check(csv('x'), stage.call(id('expert-1'), 'expert'))).toMatchObject({
    refusal: { reason: 'MEASURE_NOT_YOURS' },
  });
  expect(await check({ ...csv(), content: Buffer.from('名称\n甲') }, stage.call())).toMatchObject({
    refusal: { reason: 'MEASURE_FORM_UNKNOWN', field: 'content' },
  });
  expect(await check({ ...csv(), content: Buffer.from('PK\u0003\u0004'), format: 'xlsx' }, stage.call())).toMatchObject(
    {
      refusal: { reason: 'NOT_A_SPREADSHEET' },
    },
  );
  // Whatever was checked, nothing was recorded.
  expect(await stage.store.readStream(measureStream(measureIdOf(ROUND, 'placed')))).toEqual([]);
});

it('a round of measures is played from its edition to a result that two persons correct, and each is computed again from facts', async () => {
  const { record, change, propose, carryOut } = orders();
  expect(await workOf(OFFICER)).toEqual(['record-measures committee-officer 0/2']);
  expect(await record({ ...of, values: [value(BRANCH_A, '3')], ...source, evidence: [] }, stage.call())).toMatchObject({
    refusal: { reason: 'MEASURE_NEEDS_DOCUMENT' },
  });
  accepted(await record({ ...of, values: [value(BRANCH_A, '8')], ...source }, stage.call()));
  const written = await stage.store.readStream(measureStream(measureIdOf(ROUND, 'placed')));
  // Neither where it is from, nor the value, stands in the clear.
  expect(JSON.stringify(written.map(({ data }) => data))).not.toMatch(/成绩册|"value":8|2021-07-01/u);
  accepted(await change(changed({ value: '3' }), stage.call()));
  expect(await workOf(OFFICER)).toEqual(['record-measures committee-officer 1/2']);
  await stage.tellFact(`merit-projects.edition-${EDITION}`, 'StageClosed.v1', {
    ...{ editionId: EDITION, stageId: 'check', act: 'score', phase: 'main', dueAt: WINDOW.closesAt },
  });
  await stage.caughtUp();
  expect(await workOf(OFFICER)).toEqual([]);
  // What comes late is settled by two, before anybody could have seen an aggregate as after.
  const late = await propose(changed({ entryId: BRANCH_B, value: '9', because: 'came-late' }), stage.call());
  accepted(late.handled);
  const inspector = () => stage.call(INSPECTOR, 'discipline-inspector');
  accepted(await carryOut({ ...of, entryId: BRANCH_B, proposalId: late.proposalId, why: '属实。' }, inspector()));
  await stage.caughtUp();
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const before = await result();
  expect(before.latest.ranking).toEqual([
    { entryId: BRANCH_A, rank: 1, score: 150 },
    { entryId: BRANCH_B, rank: 2, score: 50 },
  ]);

  expect(await change(changed({}), stage.call())).toMatchObject({ refusal: { reason: 'PROPOSAL_NEEDED' } });
  const { proposalId, handled } = await propose(changed({}), stage.call());
  accepted(handled);
  expect(await Promise.all([INSPECTOR, LEADERS[0], OFFICER].map(workOf))).toEqual([
    ['carry-out-measure-proposal discipline-inspector 0/1'],
    ['carry-out-measure-proposal committee-leader 0/1'],
    [],
  ]);
  accepted(await carryOut({ ...of, entryId: BRANCH_A, proposalId, why: '属实。' }, inspector()));
  // The round hears of it by itself.
  expect(await workOf(LEADERS[0])).toEqual([]);
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const corrected = await result();
  expect(corrected.latest).toMatchObject({
    predecessor: before.latest.resultHash,
    because: [{ change: 'measure-corrected', proposalId }],
    ranking: [
      { entryId: BRANCH_A, rank: 1, score: 100 },
      { entryId: BRANCH_B, rank: 2, score: 50 },
    ],
  });
  for (const one of corrected.now.results) {
    const again = await recomputeResult(stage.evaluation, corrected.now, one);
    expect(again.result.entries.map(({ entryId, rank }) => ({ entryId, rank }))).toEqual(
      one.ranking.map(({ entryId, rank }) => ({ entryId, rank })),
    );
  }
}, 180_000);

it('values are read by the office, whole, and by whoever is judged without the names of the office; by nobody else', async () => {
  const shownTo = async (personId: string, role: string) => {
    const shown = await showMeasures(stage.evaluation)(ofA, stage.call(personId, role));
    return 'reason' in shown ? shown.reason : measuresMessage(shown);
  };
  expect(await shownTo(OFFICER, 'committee-officer')).toMatchObject({
    subject: false,
    sources: [{ sourceId: 'placed', nameZh: '竞赛名次', unit: 'rank', better: 'lower', documentRequired: true }],
    values: [
      {
        attempt: 1,
        standing: { value: '5', because: 'source-corrected', settled: true, by: INSPECTOR, origin: source.origin },
        earlier: [
          { value: '8', because: '', by: OFFICER, origin: source.origin, evidence: [HASH] },
          { value: '3', settled: false, why: '组委会更正名次。' },
        ],
      },
    ],
  });
  expect(await shownTo(SECRETARY_A, 'member')).toMatchObject({
    subject: true,
    values: [{ standing: { value: '5', by: '' }, earlier: [{ by: '' }, { by: '' }] }],
    proposals: [],
  });
  // What was proposed to them is done.
  expect(await shownTo(INSPECTOR, 'discipline-inspector')).toBe('MEASURE_NOT_YOURS');
  expect(await shownTo(id('expert-1'), 'expert')).toBe('MEASURE_NOT_YOURS');
  expect(await shownTo(id(`secretary ${BRANCH_B}`), 'member')).toBe('MEASURE_NOT_YOURS');
});

it('how far each entry is measured, is counted for those who oversee; values are the office’s alone', async () => {
  const told = async (personId: string, role: string) => {
    const found = await measureProgress(stage.evaluation)(preparedRound(await round()), stage.call(personId, role));
    return found.lines.map(({ recorded, lacking, progress, values }) => ({
      ...{ recorded, lacking, progress, values: values.map((one) => one.value) },
    }));
  };
  const counted = { recorded: 1, lacking: 0, progress: 'whole' };
  expect((await told(OFFICER, 'committee-officer')).toSorted((a, b) => a.values[0]! - b.values[0]!)).toEqual([
    { ...counted, values: [5] },
    { ...counted, values: [9] },
  ]);
  expect(await told(INSPECTOR, 'discipline-inspector')).toEqual([
    { ...counted, values: [] },
    { ...counted, values: [] },
  ]);
  expect(await told(id('expert-1'), 'expert')).toEqual([]);
  expect(await roundsWithMeasures(stage.ground.rows, 10)).toEqual([ROUND]);
  const mine = async (personId: string) =>
    (await myMeasuresIn(stage.evaluation)(preparedRound(await round()), stage.call(personId, 'member'))).map(
      ({ concern, entryId, entries, whole }) => ({ concern, entryId, entries, whole }),
    );
  expect(await mine(OFFICER)).toEqual([{ concern: 'office', entryId: '', entries: 2, whole: 2 }]);
  expect(await mine(SECRETARY_A)).toEqual([{ concern: 'subject', entryId: BRANCH_A, entries: 1, whole: 1 }]);
  expect(await mine(id('expert-1'))).toEqual([]);
});

it('read models rebuilt are the same', async () => {
  expect(await stage.readers.rebuildAndCompare('measures')).toMatchObject({ equal: true });
});
