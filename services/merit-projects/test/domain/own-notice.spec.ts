import { describe, expect, it } from '@jest/globals';
import { instantsOf, shippedHolidays } from '@jiangong/calendar';
import { deciderSpec } from '@jiangong/event-store/testing';
import { calendarRefusal, scheduledOf } from '../../src/domain/edition/calendar-rules.ts';
import type { EditionTerms } from '../../src/domain/edition/terms.ts';
import { entriesDecider } from '../../src/domain/entries/decider.ts';
import type { NominateEntry } from '../../src/domain/entries/orders.ts';
import * as limits from '../../src/domain/limits.ts';
import { ownNoticeDecider } from '../../src/domain/own-notice/decider.ts';
import type { OwnNoticeFact } from '../../src/domain/own-notice/facts.ts';
import type {
  AnswerOwnObjection,
  BeginOwnNotice,
  OwnNoticeOrder,
  TakeOwnObjection,
} from '../../src/domain/own-notice/orders.ts';
import { evolveOwnNotices, type OwnNotice, type OwnNotices } from '../../src/domain/own-notice/state.ts';
import type { EditionTables, NoticeRule } from '../../src/domain/programme.ts';
import { BY, EDITION, STAGE_DAYS, tables as sample, terms as sampleTerms, UNIT } from './edition-sample.ts';

const OWN: NoticeRule = {
  ...{ noticeId: 'own', about: 'own', days: 7, clock: 'calendar', answerWorkingDays: 7, audience: 'internal' },
};
const [declare] = sample.stages.filter(({ act }) => act === 'declare');
if (!declare) throw new Error('the sample declares');
const own = { ...declare, stageId: 'own-notice', act: 'notice', by: ['nominator'], beside: true } as const;
const tables: EditionTables = {
  ...sample,
  intake: 'nominate',
  stages: sample.stages.flatMap((stage) => (stage === declare ? [stage, own] : [stage])),
  notices: [OWN, ...sample.notices],
};
const [declaring] = sampleTerms.stages.filter(({ act }) => act === 'declare');
if (!declaring) throw new Error('the sample declares');
const ownStage = { ...declaring, stageId: 'own-notice', act: 'notice' } as const;
// Declaring runs from 1 to 10 November; a notice of seven days that begins on the first is over when the ninth begins.
const terms: EditionTerms = { ...sampleTerms, tables, stages: [...sampleTerms.stages, ownStage] };
const FIRST = '2021-11-01T02:00:00.000Z';
const RUNNING = '2021-11-05T02:00:00.000Z';
const UNTIL = '2021-11-08T16:00:00.000Z';
const OVER = '2021-11-09T02:00:00.000Z';
const OBJECTION = 'objection-1';

const { given } = deciderSpec(ownNoticeDecider);
const base = { by: BY.unit, terms, ownNoticeId: 'own-1' };
const subject = { kind: 'project', id: 'subject-1' } as const;
const begin = (more: Partial<BeginOwnNotice> = {}): BeginOwnNotice => ({
  ...{ type: 'BeginOwnNotice', ...base, now: FIRST, track: 'project', subject, title: '智慧党建' },
  ...more,
});
const take = (more: Partial<TakeOwnObjection> = {}): TakeOwnObjection => ({
  ...{ type: 'TakeOwnObjection', ...base, now: RUNNING, objectionId: OBJECTION, madeOn: '2021-11-04' },
  ...{ toldTo: 'nominator', objectorName: '王某', statement: '数据不实。' },
  ...more,
});
const answer = (more: Partial<AnswerOwnObjection> = {}): AnswerOwnObjection => ({
  ...{
    type: 'AnswerOwnObjection',
    ...base,
    now: OVER,
    objectionId: OBJECTION,
    outcome: 'rejected',
    answer: '已核实。',
  },
  ...more,
});
const reopen: OwnNoticeOrder = {
  ...{ type: 'ReopenOwnObjection', ...base, by: BY.officer, now: OVER, objectionId: OBJECTION, why: '未附依据。' },
};
const stop: OwnNoticeOrder = { type: 'StopOwnNotice', ...base, now: RUNNING, why: '标题有误。' };

const ref = { ownNoticeId: 'own-1', editionId: EDITION, nominatorId: UNIT } as const;
const begun: OwnNoticeFact = {
  type: 'OwnNoticeBegun.v1',
  data: {
    ...{ ...ref, noticeId: 'own', track: 'project', subject, title: '智慧党建', noticeFrom: FIRST, noticeUntil: UNTIL },
    holidaysHash: '',
  },
};
const taken: OwnNoticeFact = {
  type: 'OwnObjectionTaken.v1',
  data: {
    ...{ ...ref, objectionId: OBJECTION, madeOn: '2021-11-04', toldTo: 'nominator' },
    prose: { objectorName: '王某', statement: '数据不实。' },
  },
};
const answered = (outcome: 'upheld' | 'rejected' = 'rejected'): OwnNoticeFact => ({
  type: 'OwnObjectionAnswered.v1',
  data: { ...ref, objectionId: OBJECTION, outcome, prose: { answer: '已核实。' } },
});
const reopened = (reopening = 1): OwnNoticeFact => ({
  type: 'OwnObjectionReopened.v1',
  data: { ...ref, objectionId: OBJECTION, reopening, prose: { why: '未附依据。' } },
});
const stopped: OwnNoticeFact = { type: 'OwnNoticeStopped.v1', data: { ...ref, prose: { why: '标题有误。' } } };

describe('what a nominator makes known before it declares', () => {
  it('hangs for all the days of the template, the first not counted', () => {
    const decided = ownNoticeDecider.decide({}, begin());
    expect(decided).toMatchObject([{ type: 'OwnNoticeBegun.v1', data: { noticeFrom: FIRST, noticeUntil: UNTIL } }]);
  });

  it('is made known by the nominator itself, in its stage, of a category that there is', () => {
    given()
      .when(begin({ by: BY.officer }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when(begin({ by: BY.secretary }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given()
      .when(begin({ now: '2021-10-30T02:00:00.000Z' }))
      .thenRefused({ reason: 'STAGE_NOT_OPEN' });
    given()
      .when(begin({ track: 'other' }))
      .thenRefused({ reason: 'TRACK_UNKNOWN', field: 'track' });
    given()
      .when(begin({ subject: { kind: 'person', id: 'p' } }))
      .thenRefused({ reason: 'SUBJECT_INVALID', field: 'subject' });
    given()
      .when(begin({ title: '' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'title' });
    given()
      .when(begin({ terms: sampleTerms }))
      .thenRefused({ reason: 'OWN_NOTICE_NOT_IN_TEMPLATE', field: 'editionId' });
  });

  it('begins no later than that it is over while its nominator declares', () => {
    given()
      .when(begin({ now: RUNNING }))
      .thenRefused({
        reason: 'OWN_NOTICE_ENDS_TOO_LATE',
        details: { noticeUntil: '2021-11-12T16:00:00.000Z', declaringClosesAt: declaring.closesAt },
      });
  });

  it('is made known late by whoever may declare late', () => {
    const late = {
      ...{ nominatorId: UNIT, act: 'declare', from: '2021-11-11T02:00:00.000Z', untilAt: '2021-11-20T16:00:00.000Z' },
    } as EditionTerms['lateEntries'][number];
    const now = '2021-11-11T03:00:00.000Z';
    given().when(begin({ now })).thenRefused({ reason: 'STAGE_NOT_OPEN' });
    const decided = ownNoticeDecider.decide({}, begin({ now, terms: { ...terms, lateEntries: [late] } }));
    expect(decided).toMatchObject([{ data: { noticeUntil: '2021-11-18T16:00:00.000Z' } }]);
  });

  it('is as much as one stream holds', () => {
    const many = Array.from({ length: limits.OWN_NOTICES_MAX }, (_, at) => ({
      ...begun,
      data: { ...begun.data, ownNoticeId: `own-${at + 2}` },
    })) as readonly OwnNoticeFact[];
    given(...many)
      .when(begin())
      .thenRefused({ reason: 'TOO_MANY_OWN_NOTICES' });
  });

  it('is taken down by its nominator with a reason, once', () => {
    given(begun).when(stop).then(stopped);
    given(begun)
      .when({ ...stop, by: BY.officer } as OwnNoticeOrder)
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given(begun, stopped).when(stop).thenRefused({ reason: 'OWN_NOTICE_STOPPED', field: 'ownNoticeId' });
    given().when(stop).thenRefused({ reason: 'OWN_NOTICE_NOT_FOUND', field: 'ownNoticeId' });
  });

  it('is over with its edition', () => {
    given(begun)
      .when({ ...stop, terms: { ...terms, kind: 'closed' } } as OwnNoticeOrder)
      .thenRefused({ reason: 'EDITION_CLOSED' });
  });
});

describe('an objection to it', () => {
  it('is written down by the nominator, or by the office that was told', () => {
    given(begun).when(take()).then(taken);
    given(begun)
      .when(take({ by: BY.officer }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    const decided = ownNoticeDecider.decide(evolveOwnNotices({}, begun), take({ by: BY.officer, toldTo: 'office' }));
    expect(decided).toMatchObject([{ data: { toldTo: 'office' } }]);
  });

  it('has a name, and was made on a day on which the notice hung; it is written down soon after', () => {
    given(begun)
      .when(take({ objectorName: ' ' }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'objectorName' });
    for (const madeOn of ['2021-10-31', '2021-11-06', '2021-11-09'])
      given(begun).when(take({ madeOn })).thenRefused({ reason: 'OBJECTION_OUTSIDE_NOTICE', field: 'madeOn' });
    given(begun)
      .when(take({ madeOn: '2021-13-01' }))
      .thenRefused({ reason: 'DATE_INVALID', field: 'madeOn' });
    expect(
      ownNoticeDecider.decide(evolveOwnNotices({}, begun), take({ now: '2021-11-18T02:00:00.000Z' })),
    ).toHaveLength(1);
    given(begun)
      .when(take({ now: '2021-11-19T02:00:00.000Z' }))
      .thenRefused({ reason: 'OBJECTION_OUTSIDE_NOTICE', field: 'madeOn' });
    given(begun, stopped).when(take()).thenRefused({ reason: 'OWN_NOTICE_STOPPED', field: 'ownNoticeId' });
  });

  it('is answered by the nominator, once', () => {
    given(begun, taken).when(answer()).then(answered());
    given(begun, taken)
      .when(answer({ by: BY.officer }))
      .thenRefused({ reason: 'NOT_THIS_PARTY' });
    given(begun, taken, answered())
      .when(answer())
      .thenRefused({ reason: 'OBJECTION_ALREADY_SETTLED', field: 'objectionId' });
    given(begun).when(answer()).thenRefused({ reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' });
  });

  it('waits again where the office sends the answer back with a reason, so often and no more', () => {
    given(begun, taken, answered()).when(reopen).then(reopened());
    given(begun, taken).when(reopen).thenRefused({ reason: 'OBJECTION_NOT_SETTLED', field: 'objectionId' });
    given(begun, taken, answered(), reopened())
      .when(answer({ outcome: 'upheld' }))
      .then(answered('upheld'));
    given(begun, taken, answered(), reopened(limits.OBJECTION_REOPENINGS_MAX), answered())
      .when(reopen)
      .thenRefused({ reason: 'OBJECTION_REOPENED_TOO_OFTEN', field: 'objectionId' });
  });
});

describe('what is declared upon it', () => {
  const noticeOf = (...facts: readonly OwnNoticeFact[]): OwnNotice =>
    facts.reduce<OwnNotices>(evolveOwnNotices, {})['own-1'] as OwnNotice;
  const nominate = (ownNotice: OwnNotice | undefined, more: Partial<NominateEntry> = {}): NominateEntry => ({
    ...{ type: 'NominateEntry', now: OVER, by: BY.unit, terms, entryId: 'entry-1', subject, track: 'project' },
    ...{ homeId: UNIT, proposerId: UNIT, answerable: ['leader'], title: '智慧党建', summary: '已建成。', evidence: [] },
    ...{ documents: [], dossierEnd: { revision: -1, hash: null }, as: null, from: null },
    ...(ownNotice === undefined ? {} : { ownNotice }),
    ...more,
  });
  const reasonOf = (order: NominateEntry): unknown => {
    const decided = entriesDecider.decide(entriesDecider.initial, order);
    return 'reason' in decided ? decided.reason : 'accepted';
  };

  it('was made known, for all of its days', () => {
    expect(reasonOf(nominate(undefined))).toBe('OWN_NOTICE_MISSING');
    expect(reasonOf(nominate(noticeOf(begun), { now: RUNNING }))).toBe('OWN_NOTICE_RUNNING');
    expect(reasonOf(nominate(noticeOf(begun)))).toBe('accepted');
  });

  it('is the very thing that was made known', () => {
    const notice = noticeOf(begun);
    expect(reasonOf(nominate(notice, { title: '另一项目' }))).toBe('OWN_NOTICE_OF_ANOTHER');
    expect(reasonOf(nominate(notice, { subject: { kind: 'project', id: 'other' } }))).toBe('OWN_NOTICE_OF_ANOTHER');
  });

  it('was neither taken down nor found wrong, and nobody waits for an answer', () => {
    expect(reasonOf(nominate(noticeOf(begun, stopped)))).toBe('OWN_NOTICE_STOPPED');
    expect(reasonOf(nominate(noticeOf(begun, taken, answered('upheld'))))).toBe('OWN_NOTICE_STOPPED');
    expect(reasonOf(nominate(noticeOf(begun, taken)))).toBe('OWN_OBJECTION_OPEN');
    expect(reasonOf(nominate(noticeOf(begun, taken, answered(), reopened())))).toBe('OWN_OBJECTION_OPEN');
    expect(reasonOf(nominate(noticeOf(begun, taken, answered())))).toBe('accepted');
  });

  it('names no notice where the template has none', () =>
    expect(
      reasonOf(nominate(noticeOf(begun), { terms: { ...sampleTerms, tables: { ...sample, intake: 'nominate' } } })),
    ).toBe('OWN_NOTICE_NOT_IN_TEMPLATE'));
});

describe('a calendar with such a notice', () => {
  const calendar = (days: number) => ({
    ...{ year: 2021, tables: { ...tables, notices: [{ ...OWN, days }, ...sample.notices] }, moved: null },
    holidays: shippedHolidays,
    stages: tables.stages.flatMap((rule) => {
      const given = STAGE_DAYS.find(
        ({ stageId }) => stageId === (rule.stageId === 'own-notice' ? 'declare' : rule.stageId),
      );
      return given === undefined ? [] : [scheduledOf(rule, given)];
    }),
  });

  it('lets one of its first day be over while it is declared', () => {
    expect(calendarRefusal(calendar(7))).toBeUndefined();
    expect(calendarRefusal(calendar(9))).toMatchObject({
      reason: 'OWN_NOTICE_CANNOT_END_IN_TIME',
      field: 'stages.own-notice.opensOn',
      details: { declaringClosesAt: instantsOf({ opensOn: '2021-11-01', closesOn: '2021-11-10' }).closesAt },
    });
  });

  it('takes it for no notice of entries, which begins after the review', () => {
    const late = calendar(7).stages.map((stage) =>
      stage.stageId === 'notice' ? scheduledOf(stage, { opensOn: '2021-11-29', closesOn: '2021-11-30' }) : stage,
    );
    expect(calendarRefusal({ ...calendar(7), stages: late })).toMatchObject({ reason: 'NOTICE_CANNOT_END_IN_TIME' });
  });
});
