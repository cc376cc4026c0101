import { expect } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { milestonesOf } from '../src/adapters/postgres/entry-questions.ts';
import { type NoticesAsked, noticesOf } from '../src/adapters/postgres/notice-questions.ts';
import { actorOf, type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { DAY } from './domain/edition-sample.ts';
import { EVIDENCE, plan, ROUND, summary } from './domain/entry-sample.ts';

export const SECRETS = {
  why: '机密：正在核查该负责人',
  name: '王匿名',
  contact: '13900001111',
  statement: '佐证材料系伪造',
  answer: '经核查，佐证属实',
};
/** What a unit writes about its own entry: sealed in the log too, and shown to whoever may see the entry. */
export const OWN_PROSE = {
  report: '过半，群众满意。',
  opinion: '同意立项。',
  reason: '补充佐证。',
  caption: '群众满意度调查',
};
export const PAGE = { size: 50, after: 0 };
export const EVERY_NOTICE: NoticesAsked = {
  ...{ editionId: '', now: DAY.notice, states: [], about: [], search: undefined },
  ...{ sort: { by: 'begun', down: false }, place: { size: 50, after: undefined } },
};

export type Life = Readonly<{ campaign: Campaign; commended: string; blocked: string; removed: string }>;

const nobody = { kind: 'anonymous', id: null, organization: null, role: null, grant: null } as const;
/** When the round of this campaign ends. */
export const SCORING_ENDS = '2021-12-24T16:00:00.000Z';
export const EVALUATOR = '15151515-1515-4515-8515-151515151515';

export const okIn =
  (campaign: Campaign) =>
  async (answer: Promise<{ kind: 'accepted' | 'refused'; refusal?: unknown }>): Promise<void> => {
    expect(await answer).toMatchObject({ kind: 'accepted' });
    await campaign.caughtUp();
  };

type Ok = ReturnType<typeof okIn>;

const deliver = async (campaign: Campaign, ok: Ok, entries: readonly [string, string, string]): Promise<void> => {
  const { useCases, call, moveTo } = campaign;
  const { plans, declarations, dossier, evidence, files } = useCases;
  const [commended, blocked, removed] = entries;
  for (const entryId of entries) await ok(plans.confirm({ entryId, opinion: OWN_PROSE.opinion }, call()));
  await moveTo(DAY.delivery);
  await ok(evidence.register({ sha256: EVIDENCE, bytes: 1_000, mediaType: 'application/pdf' }, call()));
  const shown = { sha256: EVIDENCE, kind: 'report' };
  await ok(files.describe({ entryId: commended, ...shown, caption: '误写' }, call()));
  await ok(files.describe({ entryId: commended, ...shown, caption: OWN_PROSE.caption }, call()));
  await ok(dossier.report({ entryId: commended, report: OWN_PROSE.report, evidence: [EVIDENCE] }, call()));
  const [milestone] = await milestonesOf(campaign.ground.rows, campaign.ground.privacy, commended);
  const reached = { milestoneId: milestone?.milestoneId ?? '', effectiveOn: '2021-05-09', evidence: [] };
  await ok(dossier.completeMilestone({ entryId: commended, ...reached }, call()));
  await ok(dossier.feature({ entryId: commended, note: '门户头条', link: '' }, call('officer')));

  await moveTo(DAY.declaration);
  await ok(declarations.declare({ entryId: commended, summary, ...REPORT }, call()));
  await ok(declarations.declare({ entryId: blocked, summary, ...REPORT }, call()));
  expect(await declarations.declare({ entryId: removed, summary, ...REPORT }, call())).toMatchObject({
    refusal: { reason: 'QUOTA_EXCEEDED' },
  });
  await ok(declarations.withdraw({ entryId: removed, why: '名额已满。' }, call()));
};

const review = async (campaign: Campaign, ok: Ok, [commended, blocked]: readonly [string, string]): Promise<void> => {
  const { useCases, call, moveTo } = campaign;
  const { declarations, review: reviewing, notice } = useCases;
  await moveTo(DAY.review);
  const back = { reasons: [OWN_PROSE.reason], redeclareBy: '2021-11-17' };
  await ok(reviewing.returnIt({ entryId: commended, ...back }, call('officer')));
  await ok(declarations.declare({ entryId: commended, summary: `${summary}已补充。`, ...REPORT }, call()));
  const answers = [{ item: '材料完整', met: true, explanation: '' }];
  for (const entryId of [commended, blocked]) {
    await ok(reviewing.review({ entryId, outcome: 'passed', answers }, call('officer')));
    const asked = reviewing.requestClearance({ entryId, scopes: ['entry'] }, call('officer'));
    await ok(asked.then(({ handled }) => handled));
  }
  const opinion = { opinionNumber: '纪函〔2021〕8号', opinions: [{ scope: 'entry', outcome: 'cleared' }], why: '' };
  await ok(reviewing.giveClearance({ entryId: commended, ...opinion }, call('inspector')));
  const against = { ...opinion, opinions: [{ scope: 'entry', outcome: 'blocked' }], why: SECRETS.why };
  await ok(reviewing.giveClearance({ entryId: blocked, ...against }, call('inspector')));
  await ok(notice.publish({ entryId: commended }, call('officer')));
};

const objectAndSettle = async (campaign: Campaign, ok: Ok, commended: string): Promise<void> => {
  const { useCases, call, moveTo, ground } = campaign;
  const { notice } = useCases;
  await moveTo(DAY.notice);
  const objecting = {
    ...{ entryId: commended, objectorName: SECRETS.name, objectorContact: SECRETS.contact },
    ...{ statement: SECRETS.statement, evidence: [EVIDENCE], source: 'fingerprint', confirmation: 'code' },
  };
  const { objectionId, handled } = await notice.object(objecting, call('unit', { actor: nobody }));
  await ok(Promise.resolve(handled));
  const { found } = await noticesOf(ground.rows, ground.privacy, { ...EVERY_NOTICE, states: ['running'] });
  expect(found).toMatchObject([
    { row: { entryId: commended, title: plan.title, summary: `${summary}已补充。`, takesObjections: true } },
  ]);
  const answer = { outcome: 'rejected', answer: SECRETS.answer, redeclareBy: '', reasons: [], proposalId: '' };
  await ok(notice.settle({ objectionId, ...answer }, call('officer')));
};

/** Evaluation tells who scores, and what it awards by a circular. */
const evaluate = async (campaign: Campaign, commended: string): Promise<void> => {
  const { store, editionId, caughtUp } = campaign;
  const of = { roundId: ROUND, editionId };
  const experts = { sourceId: 'experts', vote: 'person', skipsOwn: true };
  const seat = { ...of, seatId: EVALUATOR, sourceId: 'experts', personId: EVALUATOR };
  for (const fact of [
    { type: 'RoundPrepared.v1', data: { ...of, sources: [experts] } },
    { type: 'EntryAdmitted.v1', data: { ...of, entryId: commended } },
    { type: 'SeatAssigned.v1', data: seat },
    { type: 'RoundOpened.v1', data: { ...of, closesAt: SCORING_ENDS } },
  ])
    await append(store, `evaluation.round-${ROUND}`, fact);
  const won = { entryId: commended, kind: 'honour', rule: 'first', gradeZh: '一等奖', gradeEn: 'First prize' };
  const honours = [
    { ...won, honourId: 'h-1', code: 'jiangong.first', to: 'entry', holderKind: 'project' },
    { ...won, honourId: 'h-2', code: 'jiangong.leader', to: 'leader', holderKind: 'person' },
  ];
  const circular = { ...of, documentNumber: '吉直党发〔2022〕1号', honours };
  await append(store, `evaluation.round-${ROUND}`, { type: 'CircularIssued.v1', data: circular });
  await caughtUp();
};

/** Three entries of one unit: one commended in the end, one blocked, one taken back. */
export const playLife = async (): Promise<Life> => {
  const campaign = await openCampaign();
  const ok = okIn(campaign);
  const [commended, blocked, removed] = [
    await campaign.planEntry(),
    await campaign.planEntry(),
    await campaign.planEntry(),
  ];
  await deliver(campaign, ok, [commended, blocked, removed]);
  await review(campaign, ok, [commended, blocked]);
  await objectAndSettle(campaign, ok, commended);
  await campaign.moveTo(DAY.scoring);
  await evaluate(campaign, commended);
  return { campaign, commended, blocked, removed };
};

export { actorOf };
