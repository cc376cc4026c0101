import { localDateOf } from '@jiangong/calendar';
import { endGrants, wrongAnswer } from './asked-grants.ts';
import { schedule } from './decide-scheduled.ts';
import { effectiveDay, endsAtOf } from './effective-day.ts';
import type { PersonFact, Personal } from './facts.ts';
import { AHEAD_DAYS_MAX, BACKDATED_DAYS_MAX, PROBATION_MONTHS } from './limits.ts';
import { ENDS_ALL, isRecordedStage } from './membership-stage.ts';
import { addMonths } from './months.ts';
import type { CorrectPerson, MovePerson, OrganizationSeen, RegisterPerson, SetUpFirstOfficer } from './orders.ts';
import type { Person, Registered } from './person.ts';
import { asPersonal, mismatch, wrongPersonal, wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';
import { wrongPastDay } from './decide-stage.ts';

export type Decision = readonly PersonFact[] | PersonRefusal;

export const wrongOrganization = (organization: OrganizationSeen): PersonRefusal | undefined => {
  if (organization.kind === 'unknown') return { reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' };
  return organization.dissolved ? { reason: 'ORGANIZATION_DISSOLVED', field: 'organizationId' } : undefined;
};

/** The one grant that nobody gives: all others descend from it. The stream's id is fixed, so it happens once. */
export const setUp = (
  person: Person,
  { personId, organizationId, name, grantId, now }: SetUpFirstOfficer,
): Decision => {
  if (person.kind !== 'absent') return { reason: 'ALREADY_SET_UP' };
  const wrong = wrongPersonal({ name }, now);
  if (wrong) return wrong;
  const grant = {
    grantId,
    role: 'committee-officer',
    organizationId,
    from: now,
    until: null,
    grantedAt: now,
    grantedBy: null,
  } as const;
  return [
    { type: 'PersonRegistered.v1', data: { personId, organizationId, effectiveOn: localDateOf(now), name } },
    { type: 'RoleGranted.v1', data: { personId, ...grant } },
  ];
};

const recorded = (personId: string, stage: RegisterPerson['stage'], now: string): Decision => {
  if (stage === null) return [];
  if (!isRecordedStage(stage.stage)) return { reason: 'STAGE_UNKNOWN', field: 'stage' };
  const wrong = wrongPastDay(stage.since, 'stageSince', now);
  if (wrong) return wrong;
  const probationEndsOn = stage.stage === 'probationary' ? addMonths(stage.since, PROBATION_MONTHS) : null;
  return [{ type: 'StageRecorded.v1', data: { personId, stage: stage.stage, since: stage.since, probationEndsOn } }];
};

export const register = (person: Person, order: RegisterPerson): Decision => {
  const { personId, organizationId, organization, personal, stage, now } = order;
  if (person.kind !== 'absent') return { reason: 'ALREADY_REGISTERED' };
  const wrong = wrongOrganization(organization) ?? wrongPersonal(personal, now) ?? mismatch(personal);
  if (wrong) return wrong;
  const data = { personId, organizationId, effectiveOn: localDateOf(now), ...asPersonal(personal) };
  const stages = recorded(personId, stage, now);
  if ('reason' in stages) return stages;
  return [{ type: 'PersonRegistered.v1', data }, ...stages];
};

export const correct = (person: Registered, { personal, reason, now }: CorrectPerson): Decision => {
  const wrong = wrongPersonal(personal, now) ?? mismatch({ ...person.personal, ...personal }) ?? wrongReason(reason);
  if (wrong) return wrong;
  const given = asPersonal(personal) as Partial<Personal>;
  const fields = Object.keys(given) as (keyof Personal)[];
  if (fields.length === 0) return { reason: 'NOTHING_TO_CORRECT' };
  if (fields.every((field) => given[field] === person.personal[field])) return [];
  return [{ type: 'PersonalDataCorrected.v1', data: { personId: person.personId, ...given, prose: { why: reason } } }];
};

/** The person goes, and each grant that has not ended is kept or ended with it, as the order says. With a day ahead it is scheduled. */
export const move = (person: Registered, order: MovePerson): Decision => {
  const { actId, organizationId, organization, mayReceive, keeps, ends, reason, now } = order;
  const { personId, organizationId: fromOrganizationId, placedOn, grants, membership } = person;
  if (ENDS_ALL.includes(membership.stage)) return { reason: 'PERSON_EXITED', details: { stage: membership.stage } };
  const wrong = wrongOrganization(organization) ?? wrongReason(reason);
  if (wrong) return wrong;
  if (!mayReceive) return { reason: 'NEW_ORGANIZATION_OUTSIDE_GRANT', field: 'organizationId' };
  if (organizationId === fromOrganizationId) return [];
  const bounds = { now, daysBack: BACKDATED_DAYS_MAX, daysAhead: AHEAD_DAYS_MAX, notBefore: placedOn };
  const effective = effectiveDay(order.effectiveOn, bounds);
  if ('refusal' in effective) return effective.refusal;
  const unanswered = wrongAnswer(grants, order);
  if (unanswered) return unanswered;
  const { day } = effective;
  const ended = grants.filter(({ grantId }) => ends.includes(grantId));
  const asked = { effectiveOn: day, keeps: [...keeps], ends: [...ends], prose: { why: reason } };
  if (day > localDateOf(now))
    return schedule(person, { actId, ...asked, terms: { act: 'MovePerson', organizationId } });
  return [
    { type: 'PersonMoved.v1', data: { personId, fromOrganizationId, toOrganizationId: organizationId, ...asked } },
    ...endGrants(ended, { personId, day, at: endsAtOf(day, now), because: 'transfer' }),
  ];
};
