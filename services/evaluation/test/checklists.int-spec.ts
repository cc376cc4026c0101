import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { canonicalText, templateHash, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { computeTally } from '../src/application/compute-tally.ts';
import { sentBy } from '../src/application/evaluation.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { checklistIdOf, checklistStream, roundIdOf } from '../src/application/streams.ts';
import { groundOf } from '../src/domain/checklist/ground.ts';
import type { ChecklistOrder } from '../src/domain/checklist/orders.ts';
import { isClosed, latestResult } from '../src/domain/round/state.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { accepted, COMMITTEE, id, INSPECTOR, OFFICER, SERIES, UNIT_A, UNIT_B, WINDOW } from './evaluation-world.ts';

/** The check-list of domain.md §7, its items owned by the office that runs the edition. */
const TEMPLATE = readFileSync(
  join(import.meta.dirname, '../../../libs/programmes/test/examples/s4-checklist.yaml'),
  'utf8',
).replace('office: {role: unit-officer, scope: superior}', 'office: {role: committee-officer, scope: edition}');
const EDITION = id('edition of lists');
const ROUND = roundIdOf(EDITION, 'main', 1);
const [BRANCH_A, BRANCH_B] = [id('entry of branch a'), id('entry of branch b')];

type Bare<O> = O extends ChecklistOrder
  ? Omit<O, 'checklistId' | 'roundId' | 'editionId' | 'entryId' | 'ground' | 'now'>
  : never;

let stage: EvaluationStage;
const round = async () => (await stage.evaluation.readRound(ROUND)).round;

/** An order of somebody about one entry, as the round and he stand now. */
const send = async (entryId: string, order: Bare<ChecklistOrder>, personId = OFFICER, role = 'committee-officer') => {
  const call = stage.call(personId, role);
  const people = await stage.evaluation.knowledge.people([personId], {
    committeeId: COMMITTEE,
    now: call.now,
    wait: false,
  });
  const person = people.get(personId) ?? { personId, homeId: null, grants: [] };
  const checklistId = checklistIdOf(ROUND, entryId);
  const ids = { checklistId, roundId: ROUND, editionId: EDITION, entryId };
  return stage.evaluation.handleChecklist({
    stream: checklistStream(checklistId),
    order: {
      ...ids,
      ground: groundOf(await round(), entryId, person, call.now),
      now: call.now,
      ...order,
    } as ChecklistOrder,
    ...sentBy(call, order.type, { entryId }),
  });
};
const record = (itemId: string, effectiveOn: string, count: number, occurrenceId: string): Bare<ChecklistOrder> => ({
  ...{ type: 'RecordOccurrence', sourceId: 'list', itemId, occurrenceId, effectiveOn, count },
  ...{ evidence: [], finding: '未按期召开支部党员大会。' },
});
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
  accepted(await send(BRANCH_A, record('three-meetings', '2021-02-10', 4, 'o1')));
  accepted(await send(BRANCH_A, record('election', '2021-05-10', 1, 'o2')));
  accepted(await send(BRANCH_B, record('press', '2021-06-10', 2, 'o3')));
  accepted(await send(BRANCH_A, { type: 'ClosePeriod', part: 'quarter', period: 1 }));
  const written = await stage.store.readStream(checklistStream(checklistIdOf(ROUND, BRANCH_A)));
  expect(JSON.stringify(written.map(({ data }) => data))).not.toContain('支部');

  await stage.tellFact(`merit-projects.edition-${EDITION}`, 'StageClosed.v1', {
    ...{ editionId: EDITION, stageId: 'check', act: 'score', phase: 'main', dueAt: WINDOW.closesAt },
  });
  await stage.caughtUp();
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const first = await result();
  // a: life (4.2 + 5 + 5 + 5) / 4 = 4.8, election 5 - 3 = 2; b: 5 + 5, press 0.4. One decimal.
  expect(first.latest.ranking).toEqual([
    { entryId: BRANCH_B, rank: 1, score: 104 },
    { entryId: BRANCH_A, rank: 2, score: 68 },
  ]);

  const terms = { act: 'WithdrawOccurrence', occurrenceId: 'o2', reason: 'not-established' } as const;
  const by = { personId: OFFICER, role: 'committee-officer' };
  accepted(await send(BRANCH_A, { type: 'ProposeChecklistAct', proposalId: 'p1', by, terms, why: '换届按期完成。' }));
  const second = { personId: INSPECTOR, role: 'discipline-inspector' };
  accepted(
    await send(
      BRANCH_A,
      { type: 'CarryOutChecklistAct', proposalId: 'p1', by: second, why: '属实。' },
      INSPECTOR,
      'discipline-inspector',
    ),
  );
  const heard = {
    type: 'HearChecklist',
    entryId: BRANCH_A,
    occurrenceId: 'o2',
    proposalId: 'p1',
    proposedBy: OFFICER,
  } as const;
  const call = stage.call(INSPECTOR, 'discipline-inspector');
  accepted(await stage.evaluation.sendRound(ROUND, { ...heard, now: call.now }, sentBy(call, 'HearChecklist', {})));
  accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
  const corrected = await result();
  expect(corrected.latest).toMatchObject({
    predecessor: first.latest.resultHash,
    because: [{ change: 'checklist-corrected', proposalId: 'p1' }],
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
