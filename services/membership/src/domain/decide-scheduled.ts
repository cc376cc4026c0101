import { localDateOf, startOfDay } from '@jiangong/calendar';
import { endGrants } from './asked-grants.ts';
import type { ActScheduled, LapseWord, PersonExited, PersonMoved, RoleRevoked, ScheduledActEnded } from './facts.ts';
import { hasNotEnded } from './grant.ts';
import { ENDS_ALL, leads } from './membership-stage.ts';
import type { CarryOutScheduled, OrganizationSeen, WithdrawScheduled } from './orders.ts';
import type { Registered, ScheduledAct } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision =
  | readonly (ActScheduled | ScheduledActEnded | PersonExited | PersonMoved | RoleRevoked)[]
  | PersonRefusal;

/** What was decided for a day ahead waits for it; one at a time, so that no two of them contradict one another. */
export const schedule = ({ personId, scheduled }: Registered, act: ScheduledAct): Decision =>
  scheduled === null
    ? [{ type: 'ActScheduled.v1', data: { personId, ...act } }]
    : { reason: 'ACT_SCHEDULED_ALREADY', details: { actId: scheduled.actId, effectiveOn: scheduled.effectiveOn } };

/** Why it can not take place on its day, after all that happened meanwhile. */
const lapse = (
  { membership, organizationId, placedOn }: Registered,
  { terms, effectiveOn }: ScheduledAct,
  organization: OrganizationSeen | null,
): LapseWord | null => {
  if (terms.act === 'RecordExit') {
    const { stage } = membership;
    const since = membership.stage === 'none' ? '' : membership.since;
    return leads(terms.kind, stage) && since <= effectiveOn ? null : 'exit-not-possible';
  }
  if (ENDS_ALL.includes(membership.stage)) return 'person-exited';
  if (organization === null || organization.kind === 'unknown' || organization.dissolved) return 'organization-gone';
  if (terms.organizationId === organizationId) return 'already-there';
  return placedOn > effectiveOn ? 'moved-since' : null;
};

/** The exit or the move itself, true from its own day, and the end of each grant that ends with it. */
const takenPlace = (
  { personId, organizationId, membership, grants }: Registered,
  { terms, effectiveOn, keeps, ends, prose }: ScheduledAct,
): readonly (PersonExited | PersonMoved | RoleRevoked)[] => {
  const at = startOfDay(effectiveOn);
  const all = terms.act === 'RecordExit' && ENDS_ALL.includes(terms.kind);
  const ended = grants.filter((grant) => hasNotEnded(grant, at) && (all || ends.includes(grant.grantId)));
  const asked = { keeps, ends: ended.map(({ grantId }) => grantId) };
  const dated = { personId, ...asked, effectiveOn, prose };
  const because = terms.act === 'RecordExit' ? 'exit' : 'transfer';
  const fact: PersonExited | PersonMoved =
    terms.act === 'RecordExit'
      ? {
          type: 'PersonExited.v1',
          data: { ...dated, kind: terms.kind, formerStage: membership.stage, approvedOn: terms.approvedOn },
        }
      : {
          type: 'PersonMoved.v1',
          data: { ...dated, fromOrganizationId: organizationId, toOrganizationId: terms.organizationId },
        };
  return [fact, ...endGrants(ended, { personId, day: effectiveOn, at, because })];
};

/** On its day, by the clock: the act takes place, in one append with the end of the grants; or it lapses, which is told. */
export const carryOutScheduled = (person: Registered, { actId, organization, now }: CarryOutScheduled): Decision => {
  const { personId, scheduled } = person;
  if (scheduled === null || scheduled.actId !== actId) return [];
  const { effectiveOn } = scheduled;
  if (localDateOf(now) < effectiveOn)
    return { reason: 'EFFECTIVE_TOO_EARLY', field: 'actId', details: { earliest: effectiveOn } };
  const because = lapse(person, scheduled, organization);
  if (because !== null) return [{ type: 'ScheduledActEnded.v1', data: { personId, actId, how: 'lapsed', because } }];
  return [
    ...takenPlace(person, scheduled),
    { type: 'ScheduledActEnded.v1', data: { personId, actId, how: 'carried-out', because: null } },
  ];
};

/** Until its day it can be taken back. */
export const withdrawScheduled = (
  { personId, scheduled }: Registered,
  { actId, reason }: WithdrawScheduled,
): Decision => {
  if (scheduled?.actId !== actId) return { reason: 'ACT_NOT_SCHEDULED', field: 'actId' };
  const prose = { why: reason };
  return (
    wrongReason(reason) ?? [
      { type: 'ScheduledActEnded.v1', data: { personId, actId, how: 'withdrawn', because: null, prose } },
    ]
  );
};
