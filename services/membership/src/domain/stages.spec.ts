import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import fc from 'fast-check';
import { personDecider } from './decider.ts';
import type { PersonFact, PersonRegistered, StageFact } from './facts.ts';
import { addMonths } from './months.ts';
import type { ChangeStage } from './orders.ts';

const { given } = deciderSpec(personDecider);
const now = '2026-03-01T02:00:00.000Z';
const registered: PersonRegistered = {
  type: 'PersonRegistered.v1',
  data: { personId: 'p1', organizationId: 'u1', effectiveOn: '2022-01-01', name: '王小明' },
};
const personId = 'p1';
const step = (name: string, on: string, more: Partial<ChangeStage> = {}): ChangeStage => ({
  type: 'ChangeStage',
  step: name,
  on,
  approvedOn: null,
  months: null,
  reason: null,
  now,
  ...more,
});

const applied: StageFact = { type: 'ApplicationReceived.v1', data: { personId, appliedOn: '2022-01-10' } };
const activist: StageFact = { type: 'ActivistNamed.v1', data: { personId, namedOn: '2022-06-10' } };
const candidate: StageFact = { type: 'CandidateNamed.v1', data: { personId, namedOn: '2023-08-10' } };
const admitted: StageFact = {
  type: 'AdmittedOnProbation.v1',
  data: { personId, meetingOn: '2024-02-29', approvedOn: '2024-03-10', probationEndsOn: '2025-02-28' },
};
const probationary: readonly PersonFact[] = [registered, applied, activist, candidate, admitted];
const extended: StageFact = {
  type: 'ProbationExtended.v1',
  data: {
    personId,
    meetingOn: '2025-03-01',
    months: 6,
    formerProbationEndsOn: '2025-02-28',
    probationEndsOn: '2025-08-28',
    prose: { why: '表现不足' },
  },
};
const ended = (kind: 'expelled' | 'resigned', effectiveOn: string): PersonFact => ({
  type: 'PersonExited.v1',
  data: {
    personId,
    kind,
    formerStage: 'probationary',
    effectiveOn,
    approvedOn: null,
    keeps: [],
    ends: [],
    prose: { why: '严重违纪' },
  },
});

describe('the way in', () => {
  it('goes from application to probation step by step', () => {
    given(registered).when(step('apply', '2022-01-10')).then(applied);
    given(registered, applied).when(step('name-activist', '2022-06-10')).then(activist);
    given(registered, applied, activist).when(step('name-candidate', '2023-08-10')).then(candidate);
    given(registered, applied, activist, candidate)
      .when(step('admit', '2024-02-29', { approvedOn: '2024-03-10' }))
      .then(admitted);
  });
  it('skips no step', () =>
    given(registered, applied)
      .when(step('admit', '2024-02-29', { approvedOn: '2024-03-10' }))
      .thenRefused({ reason: 'STEP_NOT_POSSIBLE', field: 'step', details: { step: 'admit', stage: 'applicant' } }));
  it('admission needs the approval of the committee above, after the meeting', () => {
    const asCandidate = given(registered, applied, activist, candidate);
    asCandidate.when(step('admit', '2024-02-29')).thenRefused({ reason: 'APPROVAL_MISSING', field: 'approvedOn' });
    asCandidate
      .when(step('admit', '2024-02-29', { approvedOn: '2024-02-28' }))
      .thenRefused({ reason: 'APPROVAL_MISSING', field: 'approvedOn' });
  });
  it('no step lies before the last one or in the future', () => {
    given(registered, applied)
      .when(step('name-activist', '2022-01-09'))
      .thenRefused({ reason: 'DAY_BEFORE_STAGE', field: 'on' });
    given(registered, applied)
      .when(step('name-activist', '2026-03-02'))
      .thenRefused({ reason: 'DAY_INVALID', field: 'on' });
    given(registered, applied)
      .when(step('name-activist', '2023-02-30'))
      .thenRefused({ reason: 'DAY_INVALID', field: 'on' });
  });
  it('an unknown step is refused', () =>
    given(registered).when(step('promote', '2022-01-10')).thenRefused({ reason: 'STEP_UNKNOWN', field: 'step' }));
});

describe('rule 1: probation is one year from the branch meeting and never shortened', () => {
  it('the day before is too early', () =>
    given(...probationary)
      .when(step('confirm', '2025-02-27', { approvedOn: '2025-03-05' }))
      .thenRefused({ reason: 'PROBATION_NOT_OVER', field: 'on', details: { endsOn: '2025-02-28' } }));
  it('the day itself is not', () =>
    given(...probationary)
      .when(step('confirm', '2025-02-28', { approvedOn: '2025-03-05' }))
      .then({
        type: 'ConfirmedAsFullMember.v1',
        data: { personId, meetingOn: '2025-02-28', approvedOn: '2025-03-05' },
      }));
  it('a year later is the same day, or the last of a shorter month', () => {
    const days = fc.date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2090-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), (date, months) => {
        const day = date.toISOString().slice(0, 10);
        const later = addMonths(day, months);
        const shown = new Date(`${later}T00:00:00Z`);
        expect(shown.toISOString().slice(0, 10)).toBe(later);
        const monthsBetween =
          (shown.getUTCFullYear() - date.getUTCFullYear()) * 12 + shown.getUTCMonth() - date.getUTCMonth();
        expect(monthsBetween).toBe(months);
        expect(later.slice(8) <= day.slice(8)).toBe(true);
        if (later.slice(8) !== day.slice(8)) expect(addMonths(`${later.slice(0, 7)}-01`, 1) > later).toBe(true);
      }),
    );
  });
});

describe('rule 2: probation may be extended once, by half a year to a year', () => {
  const extend = (months: number | null): ChangeStage =>
    step('extend-probation', '2025-03-01', { months, reason: '表现不足' });
  it('from the day it would have ended', () =>
    given(...probationary)
      .when(extend(6))
      .then(extended));
  it.each([5, 13, 6.5, null])('not by %s months', (months) =>
    given(...probationary)
      .when(extend(months))
      .thenRefused({ reason: 'EXTENSION_MONTHS_INVALID', field: 'months' }),
  );
  it('not twice', () =>
    given(...probationary, extended)
      .when(extend(6))
      .thenRefused({ reason: 'PROBATION_EXTENDED_ALREADY' }));
  it('and full membership waits for its end', () =>
    given(...probationary, extended)
      .when(step('confirm', '2025-08-27', { approvedOn: '2025-09-01' }))
      .thenRefused({ reason: 'PROBATION_NOT_OVER', field: 'on', details: { endsOn: '2025-08-28' } }));
  it('an extension needs a reason', () =>
    given(...probationary)
      .when(step('extend-probation', '2025-03-01', { months: 6 }))
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' }));
});

describe('coming back', () => {
  it('rule 4: the expelled can not apply again for five years', () => {
    given(...probationary, ended('expelled', '2024-06-01'))
      .when(step('apply', '2026-01-01'))
      .thenRefused({ reason: 'EXPELLED_RECENTLY', field: 'on', details: { from: '2029-06-01' } });
    given(...probationary, ended('resigned', '2024-06-01'))
      .when(step('apply', '2026-01-01'))
      .then({ type: 'ApplicationReceived.v1', data: { personId, appliedOn: '2026-01-01' } });
  });
});
