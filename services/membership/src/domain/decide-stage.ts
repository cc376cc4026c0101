import type { StageFact } from './facts.ts';
import { EXPULSION_MONTHS, EXTENSION_MONTHS_MAX, EXTENSION_MONTHS_MIN, PROBATION_MONTHS } from './limits.ts';
import type { MembershipStage } from './membership-stage.ts';
import { addMonths } from './months.ts';
import { type ChangeStage, STAGE_STEPS, type StageStep } from './orders.ts';
import type { Registered } from './person.ts';
import { isPastDay } from './past-day.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision = readonly StageFact[] | PersonRefusal;

/** What happened can not lie in the future. */
export const wrongPastDay = (day: string, field: string, now: string): PersonRefusal | undefined =>
  isPastDay(day, now) ? undefined : { reason: 'DAY_INVALID', field };

const isStep = (text: string): text is StageStep => (STAGE_STEPS as readonly string[]).includes(text);

const REASONED: readonly StageStep[] = ['extend-probation'];
const APPROVED: readonly StageStep[] = ['admit', 'confirm'];

const wrongStep = (membership: MembershipStage, step: StageStep, order: ChangeStage): PersonRefusal | undefined => {
  const { on, approvedOn, reason, now } = order;
  const wrongDay =
    wrongPastDay(on, 'on', now) ?? (approvedOn === null ? undefined : wrongPastDay(approvedOn, 'approvedOn', now));
  if (wrongDay) return wrongDay;
  if (membership.stage !== 'none' && on < membership.since)
    return { reason: 'DAY_BEFORE_STAGE', field: 'on', details: { since: membership.since } };
  if (APPROVED.includes(step) && (approvedOn === null || approvedOn < on))
    return { reason: 'APPROVAL_MISSING', field: 'approvedOn' };
  if (REASONED.includes(step) || reason !== null) return wrongReason(reason ?? '');
  return undefined;
};

const readmission = (membership: MembershipStage, on: string): PersonRefusal | undefined => {
  if (membership.stage !== 'expelled') return undefined;
  const from = addMonths(membership.since, EXPULSION_MONTHS);
  return on < from ? { reason: 'EXPELLED_RECENTLY', field: 'on', details: { from } } : undefined;
};

const isOutside = ({ stage }: MembershipStage): boolean =>
  stage === 'none' ||
  stage === 'probation-cancelled' ||
  stage === 'resigned' ||
  stage === 'persuaded-to-leave' ||
  stage === 'removed' ||
  stage === 'expelled' ||
  stage === 'given-up';

const entry = (
  { personId, membership }: Registered,
  step: StageStep,
  { on, approvedOn }: ChangeStage,
): Decision | undefined => {
  if (step === 'apply' && isOutside(membership))
    return readmission(membership, on) ?? [{ type: 'ApplicationReceived.v1', data: { personId, appliedOn: on } }];
  if (step === 'name-activist' && membership.stage === 'applicant')
    return [{ type: 'ActivistNamed.v1', data: { personId, namedOn: on } }];
  if (step === 'name-candidate' && membership.stage === 'activist')
    return [{ type: 'CandidateNamed.v1', data: { personId, namedOn: on } }];
  if (step === 'admit' && membership.stage === 'candidate')
    // Rule 1: one year from the branch meeting that accepted the person, whatever happens later.
    return [
      {
        type: 'AdmittedOnProbation.v1',
        data: {
          personId,
          meetingOn: on,
          approvedOn: approvedOn ?? on,
          probationEndsOn: addMonths(on, PROBATION_MONTHS),
        },
      },
    ];
  return undefined;
};

const probation = ({ personId, membership }: Registered, step: StageStep, order: ChangeStage): Decision | undefined => {
  if (membership.stage !== 'probationary') return undefined;
  const { on: meetingOn, months, reason } = order;
  const approvedOn = order.approvedOn ?? meetingOn;
  switch (step) {
    case 'confirm':
      // Rule 1: never shortened.
      if (meetingOn < membership.endsOn)
        return { reason: 'PROBATION_NOT_OVER', field: 'on', details: { endsOn: membership.endsOn } };
      return [{ type: 'ConfirmedAsFullMember.v1', data: { personId, meetingOn, approvedOn } }];
    case 'extend-probation': {
      // Rule 2: once, by half a year to a year.
      if (membership.extended) return { reason: 'PROBATION_EXTENDED_ALREADY' };
      if (
        months === null ||
        !Number.isInteger(months) ||
        months < EXTENSION_MONTHS_MIN ||
        months > EXTENSION_MONTHS_MAX
      )
        return {
          reason: 'EXTENSION_MONTHS_INVALID',
          field: 'months',
          details: { monthsMin: EXTENSION_MONTHS_MIN, monthsMax: EXTENSION_MONTHS_MAX },
        };
      const ends = { formerProbationEndsOn: membership.endsOn, probationEndsOn: addMonths(membership.endsOn, months) };
      return [
        { type: 'ProbationExtended.v1', data: { personId, meetingOn, months, ...ends, prose: { why: reason ?? '' } } },
      ];
    }
    default:
      return undefined;
  }
};

/** One step on the way in, or through probation. A meeting decided it; ways out are `RecordExit`. */
export const changeStage = (person: Registered, order: ChangeStage): Decision => {
  const { step } = order;
  if (!isStep(step)) return { reason: 'STEP_UNKNOWN', field: 'step' };
  const { membership } = person;
  const notPossible: PersonRefusal = {
    reason: 'STEP_NOT_POSSIBLE',
    field: 'step',
    details: { step, stage: membership.stage },
  };
  const decision = entry(person, step, order) ?? probation(person, step, order);
  if (decision === undefined) return notPossible;
  return wrongStep(membership, step, order) ?? decision;
};
