import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { type EnterHolidays, holidaysDecider, type HolidaysFact } from '../../src/domain/holidays/holidays.ts';
import * as limits from '../../src/domain/limits.ts';
import { type ClaimEdition, seriesDecider, type SeriesFact } from '../../src/domain/series/series.ts';
import { type AdoptTemplate, templateDecider } from '../../src/domain/template/template.ts';
import { BY, COMMITTEE, DAY, EDITION, SERIES, TEMPLATE_HASH } from './edition-sample.ts';
import { PROPOSAL } from './entry-sample.ts';

describe('a series', () => {
  const { given } = deciderSpec(seriesDecider);
  const claim: ClaimEdition = {
    type: 'ClaimEdition',
    ...{ now: DAY.planning, seriesId: SERIES, committeeId: COMMITTEE, year: 2021, ordinal: 1 },
    ...{ editionId: EDITION, templateId: 'jiangong-edition', abandoned: [] },
  };
  const begun: SeriesFact = { type: 'SeriesBegun.v1', data: { seriesId: SERIES, committeeId: COMMITTEE } };
  const of = (ordinal: number, editionId: string, templateId = 'jiangong-edition'): SeriesFact => ({
    type: 'EditionClaimed.v1',
    data: { seriesId: SERIES, year: 2021, ordinal, editionId, templateId },
  });

  it('belongs to the committee that opens the first edition in it; its ordinals are claimed once', () => {
    given().when(claim).then(begun, of(1, EDITION));
    given(begun, of(1, EDITION)).when(claim).then();
    given(begun)
      .when({ ...claim, committeeId: 'another' })
      .thenRefused({ reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' });
  });

  it('a year has one edition of a programme at a time, and another programme beside it', () => {
    given(begun, of(1, EDITION))
      .when({ ...claim, ordinal: 2, editionId: 'e-2' })
      .thenRefused({ reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year: 2021, ordinal: 1 } });
    given(begun, of(1, EDITION))
      .when({ ...claim, ordinal: 2, editionId: 'e-2', templateId: 'pacesetters' })
      .then(of(2, 'e-2', 'pacesetters'));
  });

  it('its year is free for the next ordinal after abandoning, and an ordinal is never given twice', () => {
    const released: SeriesFact = {
      type: 'EditionReleased.v1',
      data: { seriesId: SERIES, year: 2021, ordinal: 1, editionId: EDITION },
    };
    given(begun, of(1, EDITION))
      .when({ ...claim, ordinal: 2, editionId: 'e-2', abandoned: [EDITION] })
      .then(released, of(2, 'e-2'));
    given(begun, of(1, EDITION))
      .when({ ...claim, ordinal: 3, editionId: 'e-3', abandoned: [EDITION] })
      .thenRefused({ reason: 'ORDINAL_NOT_NEXT', field: 'ordinal', details: { next: 2 } });
    given(begun, of(1, EDITION), released)
      .when(claim)
      .thenRefused({ reason: 'ORDINAL_NOT_NEXT', field: 'ordinal', details: { next: 2 } });
  });
});

describe('a template', () => {
  const { given } = deciderSpec(templateDecider);
  const data = {
    ...{ templateHash: TEMPLATE_HASH, committeeId: COMMITTEE, templateId: 'jiangong-edition' },
    ...{ titleZh: '建功', titleEn: 'Merit campaign', canonicalText: '{"schema":2}' },
  };
  const adopt: AdoptTemplate = { type: 'AdoptTemplate', now: DAY.planning, ...data };

  it('is adopted once, whole', () => {
    given().when(adopt).then({ type: 'TemplateAdopted.v1', data });
    given({ type: 'TemplateAdopted.v1', data }).when(adopt).then();
  });

  it('has a bound', () => {
    given()
      .when({ ...adopt, canonicalText: 'x'.repeat(limits.TEMPLATE_BYTES_MAX + 1) })
      .thenRefused({
        reason: 'TEMPLATE_TOO_LARGE',
        field: 'template',
        details: { bytesMax: limits.TEMPLATE_BYTES_MAX },
      });
    given()
      .when({ ...adopt, canonicalText: '' })
      .thenRefused({ reason: 'TEMPLATE_EMPTY', field: 'template' });
  });
});

describe('holidays', () => {
  const { given } = deciderSpec(holidaysDecider);
  const notice = {
    noticeNumber: '国办发明电〔2026〕1号',
    daysOff: [['2027-01-01', '2027-01-03']] as const,
    makeUpDays: ['2027-02-06'],
  };
  const enter: EnterHolidays = { type: 'EnterHolidays', now: DAY.planning, by: BY.officer, year: 2027, ...notice };
  const hash = 'd2f6c1d9f13b3f1b5e2d5b4f1a1d0a3f';
  const entered = (data: object = {}): HolidaysFact =>
    ({
      type: 'HolidaysEntered.v1',
      data: { year: 2027, ...notice, hash, enteredBy: BY.officer.personId, ...data },
    }) as HolidaysFact;

  it('a year is entered once by an officer, with the number of its notice', () => {
    given()
      .when({ ...enter, noticeNumber: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'noticeNumber' });
    given(entered()).when(enter).thenRefused({ reason: 'HOLIDAYS_ALREADY_ENTERED', field: 'year' });
  });

  it('shipped years are fixed, and days must be days of the year', () => {
    given()
      .when({ ...enter, year: 2026, daysOff: [], makeUpDays: [] })
      .thenRefused({ reason: 'HOLIDAYS_SHIPPED', field: 'year', details: { year: 2026 } });
    given()
      .when({ ...enter, daysOff: [['2028-01-01', '2028-01-03']] })
      .thenRefused({ reason: 'HOLIDAYS_DAY_INVALID', field: 'daysOff' });
    given()
      .when({ ...enter, makeUpDays: ['2027-02-08'] })
      .thenRefused({ reason: 'MAKE_UP_DAY_INVALID', field: 'makeUpDays' });
    given()
      .when({ ...enter, year: 1900 })
      .thenRefused({ reason: 'YEAR_OUT_OF_RANGE', field: 'year' });
  });

  it('is corrected by a second person of another role', () => {
    const { noticeNumber, daysOff, makeUpDays } = notice;
    const proposed: HolidaysFact = {
      type: 'ActProposed.v1',
      data: {
        ...{ year: 2027, act: 'CorrectHolidays', terms: { noticeNumber, daysOff, makeUpDays, hash } },
        ...{ proposalId: PROPOSAL, proposedBy: BY.officer.personId, role: BY.officer.role, proposedAt: DAY.planning },
        prose: { why: '录入有误。' },
      },
    };
    const correct = {
      type: 'CorrectHolidays',
      now: DAY.delivery,
      by: BY.leader,
      year: 2027,
      proposalId: PROPOSAL,
    } as const;
    given(entered(), proposed)
      .when(correct)
      .then({
        type: 'HolidaysCorrected.v1',
        data: { year: 2027, ...notice, hash, proposalId: PROPOSAL, proposedBy: BY.officer.personId },
      });
    given(entered(), proposed)
      .when({ ...correct, by: BY.officer })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' });
    given(entered()).when(correct).thenRefused({ reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' });
    given()
      .when({
        type: 'ProposeAct',
        now: DAY.planning,
        by: BY.officer,
        year: 2027,
        ...notice,
        proposalId: PROPOSAL,
        why: '误',
      })
      .thenRefused({ reason: 'HOLIDAYS_NOT_ENTERED', field: 'year' });
    given(entered(), proposed)
      .when({
        type: 'RejectProposal',
        now: DAY.delivery,
        by: BY.leader,
        year: 2027,
        proposalId: PROPOSAL,
        why: '不同意。',
      })
      .then({ type: 'ProposalRejected.v1', data: { year: 2027, proposalId: PROPOSAL, prose: { why: '不同意。' } } });
  });
});
