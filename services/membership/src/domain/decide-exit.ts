import { localDateOf } from '@jiangong/calendar';
import { endGrants, wrongAnswer, wrongEndOfAll } from './asked-grants.ts';
import { schedule } from './decide-scheduled.ts';
import { wrongPastDay } from './decide-stage.ts';
import { effectiveDay, endsAtOf } from './effective-day.ts';
import type { PersonFact } from './facts.ts';
import { type GrantHeld, hasNotEnded } from './grant.ts';
import { AHEAD_DAYS_MAX, EXIT_BACKDATED_DAYS_MAX } from './limits.ts';
import { ENDS_ALL, type Exit, isExit, leads } from './membership-stage.ts';
import type { RecordExit } from './orders.ts';
import type { Registered } from './person.ts';
import { wrongReason } from './personal-data.ts';
import type { PersonRefusal } from './refusals.ts';

type Decision = readonly PersonFact[] | PersonRefusal;

/** A death is known afterwards, and the day on which probation is cancelled is that of a meeting that was held. */
const NEVER_AHEAD: readonly Exit[] = ['deceased', 'probation-cancelled'];

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
 * What ends with it. Death and expulsion leave no grant that counts on their day or after it: one that has ended since then
 * (its term was over, or somebody took it) ends as of that day too, so that a body of a past day does not count the dead.
 */
const endedBy = (grants: readonly GrantHeld[], all: boolean, at: string, ends: readonly string[]) =>
  grants.filter((grant) => (all ? hasNotEnded(grant, at) : ends.includes(grant.grantId)));

/**
 * A person leaves the rolls, as a meeting decided, or dies. Every grant that has not ended is asked about; death and expulsion
 * end them all, in the same breath. With a day ahead it is scheduled. Nothing here ends a membership by itself.
 */
export const recordExit = (person: Registered, order: RecordExit): Decision => {
  const { personId, membership, grants } = person;
  const { actId, kind, keeps, approvedOn, reason, now } = order;
  if (!isExit(kind)) return { reason: 'EXIT_UNKNOWN', field: 'kind' };
  const { stage } = membership;
  if (!leads(kind, stage)) return { reason: 'EXIT_NOT_POSSIBLE', field: 'kind', details: { kind, stage } };
  const daysAhead = NEVER_AHEAD.includes(kind) ? 0 : AHEAD_DAYS_MAX;
  const effective = effectiveDay(order.effectiveOn, { now, daysBack: EXIT_BACKDATED_DAYS_MAX, daysAhead });
  if ('refusal' in effective) return effective.refusal;
  const { day } = effective;
  if (membership.stage !== 'none' && day < membership.since)
    return { reason: 'DAY_BEFORE_STAGE', field: 'effectiveOn', details: { since: membership.since } };
  const all = ENDS_ALL.includes(kind);
  const wrong = wrongPapers(kind, day, order) ?? (all ? wrongEndOfAll(grants, order) : wrongAnswer(grants, order));
  if (wrong) return wrong;
  const at = endsAtOf(day, now);
  const ended = endedBy(grants, all, at, order.ends);
  const prose = { why: reason ?? '' };
  const asked = { effectiveOn: day, keeps: [...keeps], ends: ended.map(({ grantId }) => grantId), prose };
  if (day > localDateOf(now))
    return schedule(person, { actId, ...asked, terms: { act: 'RecordExit', kind, approvedOn } });
  return [
    { type: 'PersonExited.v1', data: { personId, kind, formerStage: stage, approvedOn, ...asked } },
    ...endGrants(ended, { personId, day, at, because: 'exit' }),
  ];
};
