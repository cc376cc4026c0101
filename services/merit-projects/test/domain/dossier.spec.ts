import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { dossierDecider, type DossierFact, type DossierOrder } from '../../src/domain/dossier/dossier.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { EntriesFact } from '../../src/domain/entries/facts.ts';
import { type Entry, entryOf } from '../../src/domain/entries/state.ts';
import * as limits from '../../src/domain/limits.ts';
import { BY, DAY, EDITION, terms, UNIT } from './edition-sample.ts';
import { EVIDENCE, fact, life, MILESTONE, P1, REPORT } from './entry-sample.ts';

const { given } = deciderSpec(dossierDecider);
const entryAfter = (facts: readonly EntriesFact[]): Entry | undefined =>
  entryOf(facts.reduce(entriesDecider.evolve, entriesDecider.initial), P1);
const underway = entryAfter(life(fact.planned(), fact.confirmed()));
const at = { now: DAY.delivery, by: BY.secretary, terms, entryId: P1, entry: underway };
const about = { entryId: P1, editionId: EDITION, nominatorId: UNIT };

const complete: DossierOrder = {
  type: 'CompleteMilestone',
  ...at,
  ...{ milestoneId: MILESTONE, effectiveOn: '2021-05-09', evidence: [EVIDENCE] },
};
const completed: DossierFact = {
  type: 'MilestoneCompleted.v1',
  data: { ...about, milestoneId: MILESTONE, effectiveOn: '2021-05-09', evidence: [EVIDENCE] },
};
const report: DossierOrder = { type: 'ReportProgress', ...at, reportId: REPORT, report: '已完成过半。', evidence: [] };
const reported: DossierFact = {
  type: 'ProgressReported.v1',
  data: { ...about, reportId: REPORT, evidence: [], prose: { report: '已完成过半。' } },
};

describe('a dossier', () => {
  it('milestones of the plan are reached once, on a day that is not in the future', () => {
    given().when(complete).then(completed);
    given(completed).when(complete).thenRefused({ reason: 'MILESTONE_ALREADY_COMPLETED', field: 'milestoneId' });
    given()
      .when({ ...complete, milestoneId: 'another' })
      .thenRefused({ reason: 'MILESTONE_NOT_FOUND', field: 'milestoneId' });
    given()
      .when({ ...complete, effectiveOn: '2021-05-11' })
      .thenRefused({ reason: 'DATE_IN_THE_FUTURE', field: 'effectiveOn' });
    given()
      .when({ ...complete, effectiveOn: '2021-02-30' })
      .thenRefused({ reason: 'DATE_INVALID', field: 'effectiveOn' });
  });

  it('progress is reported, up to a bound', () => {
    given().when(report).then(reported);
    given()
      .when({ ...report, report: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'report' });
    given(...Array.from({ length: limits.REPORTS_PER_ENTRY_MAX }, () => reported))
      .when(report)
      .thenRefused({ reason: 'TOO_MANY_REPORTS', details: { max: limits.REPORTS_PER_ENTRY_MAX } });
  });

  it('the committee features an entry once, with a web address or none', () => {
    const feature: DossierOrder = {
      type: 'FeatureEntry',
      ...at,
      by: BY.officer,
      note: '头条',
      link: 'https://example.org/1',
    };
    const featured: DossierFact = {
      type: 'EntryFeatured.v1',
      data: { ...about, link: 'https://example.org/1', prose: { note: '头条' } },
    };
    given().when(feature).then(featured);
    given(featured).when(feature).thenRefused({ reason: 'ALREADY_FEATURED', field: 'entryId' });
    for (const link of ['ftp://example.org', 'https://a:b@example.org', 'x'])
      given()
        .when({ ...feature, link })
        .thenRefused({ reason: 'LINK_INVALID', field: 'link' });
  });

  it('a milestone said to be reached in error is reopened, with a reason, and can be reached again', () => {
    const reopen: DossierOrder = { type: 'ReopenMilestone', ...at, milestoneId: MILESTONE, why: '误报。' };
    const reopened: DossierFact = {
      type: 'MilestoneReopened.v1',
      data: { ...about, milestoneId: MILESTONE, prose: { why: '误报。' } },
    };
    given(completed).when(reopen).then(reopened);
    given(completed, reopened).when(complete).then(completed);
    given(completed, reopened).when(reopen).thenRefused({ reason: 'MILESTONE_NOT_COMPLETED', field: 'milestoneId' });
    given(completed)
      .when({ ...reopen, why: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'why' });
    given(completed)
      .when({ ...reopen, by: BY.officer })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
  });

  it('publicity in error is ended with a reason, wherever the entry stands by then', () => {
    const featured: DossierFact = { type: 'EntryFeatured.v1', data: { ...about, link: null, prose: { note: '头条' } } };
    const end: DossierOrder = {
      type: 'EndFeaturing',
      ...{ ...at, now: DAY.review, by: BY.officer, why: '稿件有误。' },
      entry: entryAfter(life(fact.planned(), fact.confirmed(), fact.declared())),
    };
    const ended: DossierFact = { type: 'FeaturingEnded.v1', data: { ...about, prose: { why: '稿件有误。' } } };
    given(featured).when(end).then(ended);
    given(featured, ended).when(end).thenRefused({ reason: 'NOT_FEATURED', field: 'entryId' });
    given(featured)
      .when({ ...end, terms: { ...terms, kind: 'closed' } })
      .thenRefused({ reason: 'EDITION_CLOSED' });
  });

  it('only while the entry is underway, in its stage, by a party of the template', () => {
    given()
      .when({ ...report, entry: entryAfter(life(fact.planned())) })
      .thenRefused({ reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' });
    given()
      .when({ ...report, entry: entryAfter(life(fact.planned(), fact.confirmed(), fact.declared())) })
      .thenRefused({ reason: 'ALREADY_DECLARED', field: 'entryId' });
    given()
      .when({ ...report, entry: undefined })
      .thenRefused({ reason: 'ENTRY_NOT_FOUND', field: 'entryId' });
    given()
      .when({ ...report, now: DAY.review })
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given()
      .when({ ...report, by: BY.officer })
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when({ ...report, terms: { ...terms, kind: 'abandoned' } })
      .thenRefused({ reason: 'EDITION_ABANDONED' });
  });
});
