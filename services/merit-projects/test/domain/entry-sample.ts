import type { EntryRef, UnitEditionFact } from '../../src/domain/unit-edition/facts.ts';
import { DAY, EDITION, terms, UNIT } from './edition-sample.ts';

export const P1 = '55555555-5555-4555-8555-555555555555';
export const P2 = '66666666-6666-4666-8666-666666666666';
export const P3 = '77777777-7777-4777-8777-777777777777';
export const BRANCH = '88888888-8888-4888-8888-888888888888';
export const LEADER = '99999999-9999-4999-8999-999999999999';
export const INSPECTOR = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
export const CLEARANCE = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
export const OBJECTION = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc';
export const MILESTONE = 'dddddddd-dddd-4ddd-8ddd-dddddddddddd';
export const REPORT = 'eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee';
export const ROUND = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
export const EVIDENCE = 'a'.repeat(64);

export const plan = {
  leaderPersonId: LEADER,
  title: '一网通办提速',
  keyTask: '优化营商环境',
  measures: '流程再造，压减时限。',
  dueOn: '2021-10-20',
  milestones: [{ milestoneId: MILESTONE, title: '试点上线', dueOn: '2021-06-30' }],
} as const;

export const summary = '时限压减四成。';

export const ref = (entryId: string): EntryRef => ({ entryId, editionId: EDITION, unitId: UNIT });

/** Facts of an entry's life, each for one entry. */
export const fact = {
  planned: (id = P1): UnitEditionFact => ({
    type: 'EntryPlanned.v1',
    data: { ...ref(id), branchId: BRANCH, ...plan },
  }),
  confirmed: (id = P1): UnitEditionFact => ({ type: 'EntryConfirmed.v1', data: { ...ref(id), opinion: '同意。' } }),
  milestone: (id = P1): UnitEditionFact => ({
    type: 'MilestoneCompleted.v1',
    data: { ...ref(id), milestoneId: MILESTONE, completedOn: '2021-05-09', evidence: [] },
  }),
  featured: (id = P1): UnitEditionFact => ({
    type: 'EntryFeatured.v1',
    data: { ...ref(id), note: '门户网站头条', link: null },
  }),
  declared: (id = P1): UnitEditionFact => ({
    type: 'EntryDeclared.v1',
    data: { ...ref(id), version: 1, title: plan.title, leaderPersonId: LEADER, summary, evidence: [EVIDENCE] },
  }),
  redeclared: (id = P1): UnitEditionFact => ({
    type: 'EntryRedeclared.v1',
    data: { ...ref(id), version: 2, title: plan.title, leaderPersonId: LEADER, summary, evidence: [EVIDENCE] },
  }),
  returned: (id = P1): UnitEditionFact => ({
    type: 'EntryReturned.v1',
    data: {
      ...ref(id),
      version: 1,
      by: 'first-review',
      reasons: ['缺少佐证。'],
      redeclareBy: '2021-11-18',
      redeclareUntil: '2021-11-18T16:00:00.000Z',
    },
  }),
  withdrawn: (id = P1): UnitEditionFact => ({ type: 'EntryWithdrawn.v1', data: { ...ref(id), why: '项目取消。' } }),
  screened: (id = P1): UnitEditionFact => ({
    type: 'EntryScreened.v1',
    data: { ...ref(id), version: 1, outcome: 'passed', failures: [] },
  }),
  clearanceRequested: (id = P1): UnitEditionFact => ({
    type: 'ClearanceRequested.v1',
    data: { ...ref(id), clearanceId: CLEARANCE, scopes: ['entry', 'leader', 'unit'] },
  }),
  cleared: (id = P1): UnitEditionFact => ({
    type: 'EntryCleared.v1',
    data: {
      ...ref(id),
      clearanceId: CLEARANCE,
      opinionNumber: '纪函〔2021〕8号',
      inspectorPersonId: INSPECTOR,
      opinions: [
        { scope: 'entry', outcome: 'cleared' },
        { scope: 'leader', outcome: 'cleared' },
        { scope: 'unit', outcome: 'cleared' },
      ],
    },
  }),
  published: (id = P1): UnitEditionFact => ({
    type: 'EntryPublished.v1',
    data: { ...ref(id), noticeRound: 1, noticeFrom: DAY.review, noticeUntil: '2021-11-23T16:00:00.000Z' },
  }),
  objected: (id = P1): UnitEditionFact => ({
    type: 'ObjectionReceived.v1',
    data: {
      ...ref(id),
      objectionId: OBJECTION,
      objectorName: '李某',
      objectorContact: '138 0000 0000',
      statement: '数据不实。',
      evidence: [],
      // Ten working days would end on 3 December: scoring opens before.
      answerDueAt: '2021-11-30T16:00:00.000Z',
    },
  }),
  settled: (id = P1): UnitEditionFact => ({
    type: 'ObjectionSettled.v1',
    data: { ...ref(id), objectionId: OBJECTION, outcome: 'rejected', answer: '经核查属实。' },
  }),
  entered: (id = P1): UnitEditionFact => ({
    type: 'EntryEnteredEvaluation.v1',
    data: { ...ref(id), title: plan.title, leaderPersonId: LEADER },
  }),
  missed: (id = P1): UnitEditionFact => ({
    type: 'EntryMissedEvaluation.v1',
    data: { ...ref(id), reason: 'objection-open' },
  }),
  commended: (id = P1): UnitEditionFact => ({
    type: 'EntryCommended.v1',
    data: {
      ...ref(id),
      roundId: ROUND,
      award: 'outstanding-performance',
      grade: 'first',
      documentNumber: '吉直党发〔2022〕1号',
    },
  }),
};

/** An entry's life up to a point: `upTo.cleared(P1)` are all facts through its clearance. */
const life = [
  fact.planned,
  fact.confirmed,
  fact.declared,
  fact.screened,
  fact.clearanceRequested,
  fact.cleared,
  fact.published,
  fact.entered,
  fact.commended,
];
const through =
  (last: (id?: string) => UnitEditionFact) =>
  (id = P1): readonly UnitEditionFact[] =>
    life.slice(0, life.indexOf(last) + 1).map((make) => make(id));

export const upTo = {
  planned: through(fact.planned),
  underway: through(fact.confirmed),
  declared: through(fact.declared),
  screened: through(fact.screened),
  clearanceRequested: through(fact.clearanceRequested),
  cleared: through(fact.cleared),
  published: through(fact.published),
  entered: through(fact.entered),
  commended: through(fact.commended),
};

export const at = (now: string, id = P1) => ({ now, terms, entryId: id });
