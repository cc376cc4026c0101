import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { unitEditionDecider } from '../../src/domain/unit-edition/decider.ts';
import type {
  CompleteMilestone,
  FeatureEntry,
  PlanEntry,
  ReportProgress,
  ReviseEntry,
} from '../../src/domain/unit-edition/orders.ts';
import { DAY, terms } from './edition-sample.ts';
import { at, BRANCH, EVIDENCE, fact, LEADER, MILESTONE, P1, plan, ref, REPORT, upTo } from './entry-sample.ts';

const { given } = deciderSpec(unitEditionDecider);

describe('planning', () => {
  const planIt: PlanEntry = { type: 'PlanEntry', ...at(DAY.planning), branchId: BRANCH, ...plan };

  it('a branch plans an entry while planning is open', () => given().when(planIt).then(fact.planned()));

  it('not before planning opens, not after it closes', () => {
    const refusal = {
      reason: 'STAGE_NOT_OPEN',
      details: { stage: 'planning', opensAt: '2021-01-03T16:00:00.000Z', closesAt: '2021-02-28T16:00:00.000Z' },
    } as const;
    given()
      .when({ ...planIt, now: '2021-01-03T15:59:59.999Z' })
      .thenRefused(refusal);
    given()
      .when({ ...planIt, now: '2021-02-28T16:00:00.000Z' })
      .thenRefused(refusal);
  });

  it('after the deadline with late entry only', () => {
    const now = '2021-03-02T02:00:00.000Z';
    const lateEntries = [
      { stage: 'planning' as const, from: '2021-03-01T02:00:00.000Z', untilAt: '2021-03-03T16:00:00.000Z' },
    ];
    given()
      .when({ ...planIt, now, terms: { ...terms, lateEntries } })
      .then(fact.planned());
    given()
      .when({ ...planIt, now: '2021-03-03T16:00:00.000Z', terms: { ...terms, lateEntries } })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });

  it('the same entry is not planned twice', () =>
    given(fact.planned()).when(planIt).thenRefused({ reason: 'ENTRY_ALREADY_PLANNED', field: 'entryId' }));

  it('a unit plans at most fifty entries', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      fact.planned(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
    );
    given(...many)
      .when(planIt)
      .thenRefused({ reason: 'TOO_MANY_ENTRIES', details: { max: 50 } });
  });

  it('a plan has a title, a key task, measures, a due date and milestones within it', () => {
    given()
      .when({ ...planIt, title: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'title' });
    given()
      .when({ ...planIt, title: '长'.repeat(201) })
      .thenRefused({ reason: 'TEXT_TOO_LONG', field: 'title', details: { charactersMax: 200 } });
    given()
      .when({ ...planIt, keyTask: 'a\u0007' })
      .thenRefused({ reason: 'TEXT_MALFORMED', field: 'keyTask' });
    given()
      .when({ ...planIt, measures: ' ' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'measures' });
    given()
      .when({ ...planIt, dueOn: '2021-02-30' })
      .thenRefused({ reason: 'DATE_INVALID', field: 'dueOn' });
    const [milestone] = plan.milestones;
    given()
      .when({ ...planIt, milestones: [{ ...milestone, dueOn: '2021-10-21' }] })
      .thenRefused({ reason: 'MILESTONE_AFTER_DUE_DATE', field: 'milestones.0.dueOn' });
    given()
      .when({ ...planIt, milestones: [{ ...milestone, dueOn: 'soon' }] })
      .thenRefused({ reason: 'DATE_INVALID', field: 'milestones.0.dueOn' });
    given()
      .when({ ...planIt, milestones: [milestone, milestone] })
      .thenRefused({ reason: 'MILESTONE_REPEATED', field: 'milestones' });
    given()
      .when({ ...planIt, milestones: Array.from({ length: 21 }, () => milestone) })
      .thenRefused({ reason: 'TOO_MANY_MILESTONES', field: 'milestones', details: { max: 20 } });
  });
});

describe('revising and confirming', () => {
  const revise: ReviseEntry = {
    type: 'ReviseEntry',
    ...at(DAY.planning),
    ...plan,
    title: '一网通办再提速',
    why: '任务调整。',
  };

  it('a plan is revised until the committee confirms it', () => {
    given(fact.planned())
      .when(revise)
      .then({ type: 'EntryRevised.v1', data: { ...ref(P1), ...plan, title: '一网通办再提速', why: '任务调整。' } });
    given(...upTo.underway())
      .when(revise)
      .thenRefused({ reason: 'ENTRY_ALREADY_CONFIRMED', field: 'entryId', details: { standing: 'underway' } });
  });

  it('a returned entry is revised until its deadline', () => {
    given(...upTo.declared(), fact.returned())
      .when({ ...revise, now: '2021-11-18T15:59:59.999Z' })
      .then({ type: 'EntryRevised.v1', data: { ...ref(P1), ...plan, title: '一网通办再提速', why: '任务调整。' } });
    given(...upTo.declared(), fact.returned())
      .when({ ...revise, now: '2021-11-18T16:00:00.000Z' })
      .thenRefused({ reason: 'RETURN_DEADLINE_PASSED' });
  });

  it('a milestone that stays as it was keeps its id, and so whether it is reached', () => {
    const [milestone] = plan.milestones;
    const added = { milestoneId: LEADER, title: '全省推广', dueOn: '2021-10-01' };
    given(fact.planned())
      .when({ ...revise, milestones: [{ ...milestone, milestoneId: REPORT }, added] })
      .then({
        type: 'EntryRevised.v1',
        data: { ...ref(P1), ...plan, title: '一网通办再提速', why: '任务调整。', milestones: [milestone, added] },
      });
  });

  it("the unit's committee confirms a plan, also after planning has closed", () => {
    given(fact.planned())
      .when({ type: 'ConfirmEntry', ...at(DAY.planning), opinion: '同意。' })
      .then(fact.confirmed());
    given(fact.planned())
      .when({ type: 'ConfirmEntry', ...at(DAY.delivery), opinion: '同意。' })
      .then(fact.confirmed());
    given(fact.planned())
      .when({ type: 'ConfirmEntry', ...at(DAY.declaration), opinion: '同意。' })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
  });

  it('a plan is confirmed once', () =>
    given(...upTo.underway())
      .when({ type: 'ConfirmEntry', ...at(DAY.planning), opinion: '同意。' })
      .thenRefused({ reason: 'ENTRY_ALREADY_CONFIRMED', field: 'entryId' }));

  it("another unit's entry is not found here", () =>
    given()
      .when({ type: 'ConfirmEntry', ...at(DAY.planning), opinion: '同意。' })
      .thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' }));

  it('no id of a caller reaches the prototype', () =>
    given()
      .when({ type: 'ConfirmEntry', ...at(DAY.planning, 'constructor'), opinion: '同意。' })
      .thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' }));
});

describe('delivery', () => {
  const complete: CompleteMilestone = {
    type: 'CompleteMilestone',
    ...at(DAY.delivery),
    milestoneId: MILESTONE,
    completedOn: '2021-05-09',
    evidence: [],
  };
  const report: ReportProgress = {
    type: 'ReportProgress',
    ...at(DAY.delivery),
    reportId: REPORT,
    report: '已完成过半。',
    evidence: [EVIDENCE],
  };
  const feature: FeatureEntry = { type: 'FeatureEntry', ...at(DAY.delivery), note: '门户网站头条', link: null };

  it('a milestone is completed once, on a day that has come', () => {
    given(...upTo.underway())
      .when(complete)
      .then(fact.milestone());
    given(...upTo.underway(), fact.milestone())
      .when(complete)
      .thenRefused({ reason: 'MILESTONE_ALREADY_COMPLETED', field: 'milestoneId' });
    given(...upTo.underway())
      .when({ ...complete, completedOn: '2021-05-11' })
      .thenRefused({ reason: 'DATE_IN_THE_FUTURE', field: 'completedOn' });
    given(...upTo.underway())
      .when({ ...complete, completedOn: '2021-5-1' })
      .thenRefused({ reason: 'DATE_INVALID', field: 'completedOn' });
    given(...upTo.underway())
      .when({ ...complete, milestoneId: LEADER })
      .thenRefused({ reason: 'MILESTONE_NOT_FOUND', field: 'milestoneId' });
  });

  it('progress is reported with evidence', () =>
    given(...upTo.underway())
      .when(report)
      .then({
        type: 'EntryProgressed.v1',
        data: { ...ref(P1), reportId: REPORT, report: '已完成过半。', evidence: [EVIDENCE] },
      }));

  it('evidence is named by its hash, each once, at most twenty', () => {
    given(...upTo.underway())
      .when({ ...report, evidence: ['A'.repeat(64)] })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'evidence' });
    given(...upTo.underway())
      .when({ ...report, evidence: [EVIDENCE, EVIDENCE] })
      .thenRefused({ reason: 'EVIDENCE_INVALID', field: 'evidence' });
    given(...upTo.underway())
      .when({ ...report, evidence: Array.from({ length: 21 }, () => EVIDENCE) })
      .thenRefused({ reason: 'TOO_MANY_EVIDENCE_FILES', field: 'evidence', details: { max: 20 } });
  });

  it('an entry that is not confirmed is not delivered, nor after delivery, nor when it has ended', () => {
    for (const order of [complete, report, feature]) {
      given(fact.planned()).when(order).thenRefused({ reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' });
      given(...upTo.underway())
        .when({ ...order, now: DAY.declaration })
        .thenRefused({ reason: 'STAGE_NOT_OPEN' });
      given(...upTo.declared())
        .when(order)
        .thenRefused({ reason: 'ENTRY_NOT_UNDERWAY', field: 'entryId' });
      given(...upTo.underway(), fact.withdrawn())
        .when(order)
        .thenRefused({ reason: 'ENTRY_CLOSED', field: 'entryId' });
    }
  });

  it('the committee features an entry once', () => {
    given(...upTo.underway())
      .when(feature)
      .then(fact.featured());
    given(...upTo.underway(), fact.featured())
      .when(feature)
      .thenRefused({ reason: 'ALREADY_FEATURED', field: 'entryId' });
  });

  it('a link is a web address without credentials', () => {
    for (const link of ['javascript:alert(1)', 'ftp://a', 'https://u:p@example.org/', 'https://'])
      given(...upTo.underway())
        .when({ ...feature, link })
        .thenRefused({ reason: 'LINK_INVALID', field: 'link' });
    given(...upTo.underway())
      .when({ ...feature, link: 'https://example.org/a' })
      .then({ type: 'EntryFeatured.v1', data: { ...ref(P1), note: '门户网站头条', link: 'https://example.org/a' } });
  });
});
