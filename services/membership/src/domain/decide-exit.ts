import { type Ending, endGrants, wrongAnswer, wrongEndOfAll } from './asked-grants.ts';
import { wrongPastDay } from './decide-stage.ts';
import { effectiveDay } from './effective-day.ts';
import type { PersonExited, RoleRevoked } from './facts.ts';
import { hasNotEnded } from './grant.ts';
import { EXIT_BACKDATED_DAYS_MAX } from './limits.ts';
import { ENDS_ALL, type Exit, isExit } from './membership-stage.ts';
import type { RecordExit } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision = readonly (PersonExited | RoleRevoked)[] | PersonRefusal;

/** From which stages each exit leads. Anybody can die, once; only probation is cancelled; members leave in the other ways. */
const leads = (kind: Exit, stage: string): boolean => {
  if (kind === 'deceased') return stage !== 'deceased';
  if (kind === 'probation-cancelled') return stage === 'probationary';
  return stage === 'probationary' || stage === 'full';
};

/** Cancelling probation is approved by the committee above (rule 3); a reason is given for all but a death. */
const wrongPapers = (kind: Exit, day: string, order: RecordExit): PersonRefusal | undefined => {
  const { approvedOn, reason, now } = order;
  const wrongDay = approvedOn === null ? undefined : wrongPastDay(approvedOn, 'approvedOn', now);
  if (wrongDay) return wrongDay;
  if (kind === 'probation-cancelled' && (approvedOn === null || approvedOn < day))
    return { reason: 'APPROVAL_MISSING', field: 'approvedOn' };
  return kind === 'deceased' && reason === null ? undefined : wrongReason(reason ?? '');
};

/**
 * A person leaves the rolls, as a meeting decided, or dies. Every grant that has not ended is asked about; death and expulsion
 * end them all, in the same breath. Nothing here ends a membership by itself.
 */
export const recordExit = (person: Registered, order: RecordExit): Decision => {
  const { personId, membership, grants } = person;
  const { kind, keeps, approvedOn, reason, now } = order;
  if (!isExit(kind)) return { reason: 'EXIT_UNKNOWN', field: 'kind' };
  const { stage } = membership;
  if (!leads(kind, stage)) return { reason: 'EXIT_NOT_POSSIBLE', field: 'kind', details: { kind, stage } };
  const effective = effectiveDay(order.effectiveOn, { now, daysBack: EXIT_BACKDATED_DAYS_MAX, daysAhead: 0 });
  if ('refusal' in effective) return effective.refusal;
  const { day } = effective;
  if (membership.stage !== 'none' && day < membership.since)
    return { reason: 'DAY_BEFORE_STAGE', field: 'effectiveOn', details: { since: membership.since } };
  const all = ENDS_ALL.includes(kind);
  const wrong = wrongPapers(kind, day, order) ?? (all ? wrongEndOfAll(grants, order) : wrongAnswer(grants, order));
  if (wrong) return wrong;
  const ended = grants.filter((grant) => (all ? hasNotEnded(grant, now) : order.ends.includes(grant.grantId)));
  const ends = ended.map(({ grantId }) => grantId);
  const ending: Ending = { personId, day, now, because: 'exit' };
  const asked = { keeps: [...keeps], ends };
  const dates = { effectiveOn: day, approvedOn };
  return [
    {
      type: 'PersonExited.v1',
      data: { personId, kind, formerStage: stage, ...dates, ...asked, prose: { why: reason ?? '' } },
    },
    ...endGrants(ended, ending),
  ];
};
