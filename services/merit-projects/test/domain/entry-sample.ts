import { shippedHolidays } from '@jiangong/calendar';
import type { EntriesFact, EntryFact, EntryProposalAct, Identity } from '../../src/domain/entries/facts.ts';
import type { EntryRef } from '../../src/domain/entries/about.ts';
import type { SettleObjection } from '../../src/domain/entries/orders.ts';
import { holidaysHashBetween } from '../../src/domain/working-days.ts';
import { BY, DAY, EDITION, terms, UNIT } from './edition-sample.ts';

export const P1 = '55555555-5555-4555-8555-555555555555';
export const P2 = '66666666-6666-4666-8666-666666666666';
export const P3 = '77777777-7777-4777-8777-777777777777';
export const BRANCH = '88888888-8888-4888-8888-888888888888';
export const LEADER = '99999999-9999-4999-8999-999999999999';
export const INSPECTOR = BY.inspector.personId;
export const CLEARANCE = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
export const OBJECTION = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc';
export const MILESTONE = 'dddddddd-dddd-4ddd-8ddd-dddddddddddd';
export const REPORT = 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee';
export const ROUND = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
export const DECISION = 'abababab-abab-4bab-8bab-abababababab';
export const PROPOSAL = 'adadadad-adad-4dad-8dad-adadadadadad';
export const EVIDENCE = 'a'.repeat(64);
export const SOURCE = 'fingerprint-of-a-source';

export const plan = {
  title: '一网通办提速',
  keyTask: '优化营商环境',
  dueOn: '2021-10-20',
  milestones: [{ milestoneId: MILESTONE, title: '试点上线', dueOn: '2021-06-30' }],
} as const;
export const measures = '流程再造，压减时限。';
export const summary = '时限压减四成。';
export const dossierEnd = { revision: 1, hash: 'd'.repeat(64) } as const;

export const identity = (id = P1): Identity => ({
  subject: { kind: 'project', id: `project of ${id}` },
  track: 'project',
  homeId: UNIT,
  proposerId: BRANCH,
  answerable: [LEADER],
});

/** The head of an entry's n-th fact, from 1. */
export const ref = (entryId: string, entryRevision: number): EntryRef => ({
  entryId,
  editionId: EDITION,
  nominatorId: UNIT,
  entryRevision,
});

type Make = (entryRevision: number) => EntryFact;
type DataOf<T extends EntryFact['type']> = Omit<Extract<EntryFact, { type: T }>['data'], keyof EntryRef>;

const of =
  <T extends EntryFact['type']>(type: T, data: DataOf<T>) =>
  (id = P1): Make =>
  (entryRevision) =>
    ({ type, data: { ...ref(id, entryRevision), ...data } }) as unknown as EntryFact;

const declared = {
  title: plan.title,
  evidence: [EVIDENCE],
  dossierEnd,
  as: null,
  from: null,
  prose: { summary },
} as const;

const noticeUntil = '2021-11-23T16:00:00.000Z';
const answerDueAt = '2021-11-30T16:00:00.000Z';

/** Facts of an entry's life, each for one entry; numbered by `life`. */
export const fact = {
  planned: (id = P1): Make => of('EntryPlanned.v1', { ...identity(id), ...plan, prose: { measures } })(id),
  revised: of('EntryRevised.v1', { ...plan, answerable: [LEADER], prose: { measures, why: '任务调整。' } }),
  milestonesPlanned: of('MilestonesPlanned.v1', {
    milestones: [{ milestoneId: 'm-1', dueOn: '2021-06-30' }],
    prose: { titles: ['联系服务两户群众'] },
  }),
  confirmed: of('EntryConfirmed.v1', { prose: { opinion: '同意。' } }),
  listingConfirmed: of('ListingConfirmed.v1', { prose: { opinion: '经核对属实。' } }),
  declared: (id = P1): Make => of('EntryDeclared.v1', { ...identity(id), version: 1, ...declared })(id),
  redeclared: (id = P1): Make => of('EntryRedeclared.v1', { ...identity(id), version: 2, ...declared })(id),
  authorNamed: of('AuthorNamed.v1', {
    ...{ authorId: LEADER, version: 1, prose: { authorName: '王小明', authorContact: '000-00000000' } },
  }),
  authorErased: of('AuthorErased.v1', {
    ...{ authorId: LEADER, upTo: 1, asked: 'office', prose: { why: '本人来电要求。' } },
  }),
  documentsGiven: of('DocumentsGiven.v1', {
    ...{ version: 1, documents: [{ document: 'report', sha256: EVIDENCE }] },
  }),
  needsTested: of('NeedsTested.v1', {
    ...{ version: 1, asOf: '2021-03-01', knownTo: 700 },
    needs: [
      { needId: 'need-1', values: [14], verdict: 'met' },
      { needId: 'need-2', values: [null], verdict: 'undetermined' },
    ],
  }),
  needsAnswered: of('NeedsAnswered.v1', {
    ...{ version: 1, answers: [{ needId: 'need-2', met: true }] },
    prose: { grounds: ['组织部门台账第 12 页。'] },
  }),
  returned: of('EntryReturned.v1', {
    version: 1,
    by: 'review',
    redeclareBy: '2021-11-18',
    redeclareUntil: '2021-11-18T16:00:00.000Z',
    prose: { reasons: ['缺少佐证。'] },
  }),
  reviewed: of('EntryReviewed.v1', {
    version: 1,
    outcome: 'passed',
    answers: [{ item: '材料完整', met: true }],
    prose: { explanations: [] },
  }),
  rejected: of('EntryReviewed.v1', {
    version: 1,
    outcome: 'failed',
    answers: [{ item: '材料完整', met: false }],
    prose: { explanations: ['缺少佐证材料。'] },
  }),
  clearanceRequested: of('ClearanceRequested.v1', { clearanceId: CLEARANCE, scopes: ['entry', 'leader', 'unit'] }),
  cleared: of('ClearanceGiven.v1', {
    clearanceId: CLEARANCE,
    authority: 'discipline-inspector',
    scopes: ['entry', 'leader', 'unit'],
    outcome: 'cleared',
    opinionNumber: '纪函〔2021〕8号',
    inspectorPersonId: INSPECTOR,
    prose: {
      opinions: [
        { scope: 'entry', outcome: 'cleared' },
        { scope: 'leader', outcome: 'cleared' },
        { scope: 'unit', outcome: 'cleared' },
      ],
      why: '',
    },
  }),
  blocked: (id = P1, wasEntered = false): Make =>
    of('EntryBlocked.v1', {
      blockId: `${CLEARANCE}:${id}`,
      clearanceId: CLEARANCE,
      wasEntered,
      inspectorPersonId: INSPECTOR,
      opinionNumber: '纪函〔2021〕8号',
      proposalId: null,
      proposedBy: null,
      prose: { why: '问题线索正在核实。' },
    })(id),
  lifted: (id = P1): Make =>
    of('BlockLifted.v1', {
      standing: 'cleared',
      blockId: `${CLEARANCE}:${id}`,
      wasEntered: false,
      blockedBy: INSPECTOR,
      inspectorPersonId: BY.inspector2.personId,
      opinionNumber: '纪函〔2021〕9号',
      proposalId: null,
      proposedBy: null,
      prose: { why: '线索查否。' },
    })(id),
  published: of('EntryPublished.v1', {
    noticeId: 'entries',
    about: 'entries',
    noticeRound: 1,
    noticeFrom: DAY.review,
    noticeUntil,
    holidaysHash: holidaysHashBetween(shippedHolidays, DAY.review, noticeUntil),
    roundId: null,
    decisionId: null,
  }),
  proposedNotice: of('EntryPublished.v1', {
    noticeId: 'proposed',
    about: 'proposed',
    noticeRound: 1,
    noticeFrom: DAY.secondNotice,
    noticeUntil: '2021-12-29T16:00:00.000Z',
    holidaysHash: holidaysHashBetween(shippedHolidays, DAY.secondNotice, '2021-12-29T16:00:00.000Z'),
    roundId: ROUND,
    decisionId: DECISION,
  }),
  objected: (id = P1, objectionId: string = OBJECTION, source = SOURCE): Make =>
    of('ObjectionReceived.v1', {
      objectionId,
      against: 'entry',
      channel: 'platform',
      confirmation: 'code',
      source,
      answerDueAt,
      holidaysHash: '',
      prose: {
        objectorName: '张三',
        objectorContact: '000-00000000',
        statement: '数据不实。',
        evidence: [EVIDENCE],
      },
    })(id),
  settled: of('ObjectionSettled.v1', {
    objectionId: OBJECTION,
    against: 'entry',
    outcome: 'rejected',
    proposalId: null,
    proposedBy: null,
    prose: { answer: '经核查不成立。' },
  }),
  reopened: of('ObjectionReopened.v1', {
    objectionId: OBJECTION,
    against: 'entry',
    reopening: 1,
    answerDueAt,
    holidaysHash: '',
    proposalId: PROPOSAL,
    proposedBy: BY.officer.personId,
    prose: { why: '答复发错对象。' },
  }),
  withdrawn: of('EntryWithdrawn.v1', {
    quotaPlace: 'returned',
    classifiedThen: false,
    prose: { why: '项目取消。' },
  }),
  removed: of('EntryRemoved.v1', {
    objectionId: OBJECTION,
    wasEntered: false,
    proposalId: null,
    proposedBy: null,
    prose: { why: '' },
  }),
  handedOver: of('EntryHandedOver.v1', {
    fromHomeId: UNIT,
    homeId: 'unit-2',
    answerable: ['leader-2'],
    effectiveOn: '2021-06-01',
    prose: { why: '单位合并。' },
  }),
  undone: of('ActUndone.v1', {
    act: 'EntryReviewed',
    eventRevision: 4,
    standing: 'declared',
    proposalId: PROPOSAL,
    proposedBy: BY.officer.personId,
    prose: { why: '误录。' },
  }),
  proposed: (id = P1, act: EntryProposalAct = 'UndoAct', entryRevision = 5): Make =>
    of('ActProposed.v1', {
      proposalId: PROPOSAL,
      act,
      terms: { objectionId: act.endsWith('Objection') ? OBJECTION : '', entryRevision },
      proposedBy: BY.officer.personId,
      role: BY.officer.role,
      proposedAt: DAY.review,
      prose: { why: '误录。' },
    })(id),
  proposalRejected: of('ProposalRejected.v1', { proposalId: PROPOSAL, prose: { why: '不同意。' } }),
};

/** Facts of one entry in their order, numbered from 1. */
export const life = (...makes: readonly Make[]): readonly EntryFact[] => makes.map((make, index) => make(index + 1));

export const intakeClosed = (
  entered: readonly string[],
  missed: readonly Readonly<{ entryId: string; reason: 'not-reviewed' }>[] = [],
): EntriesFact => ({
  type: 'IntakeClosed.v1',
  data: {
    editionId: EDITION,
    nominatorId: UNIT,
    entered: entered.map((entryId) => ({
      entryId,
      subject: identity(entryId).subject,
      homeId: UNIT,
      track: 'project',
      title: plan.title,
      answerable: [LEADER],
      openObjections: [],
    })),
    missed,
  },
});

export const published = (id = P1): readonly EntryFact[] =>
  life(
    ...[fact.planned(id), fact.confirmed(id), fact.declared(id), fact.reviewed(id), fact.clearanceRequested(id)],
    ...[fact.cleared(id), fact.published(id)],
  );

/** An order's time, giver and terms, to one entry. */
export const at = <B>(now: string, by: B, entryId = P1) => ({ now, by, terms, entryId });

/** The office answers an objection. */
export const settle: SettleObjection = {
  type: 'SettleObjection',
  ...at(DAY.noticeOver, BY.officer),
  ...{ objectionId: OBJECTION, outcome: 'rejected', answer: '经核查不成立。' },
  ...{ redeclareBy: null, reasons: [], proposalId: null },
};
