import { isLocalDate, localDateOf } from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import * as checks from './checks.ts';
import {
  HANDOVER_CAUSES,
  OWNER_ROLES,
  PROBLEM_KINDS,
  PROBLEM_SEVERITIES,
  PROBLEM_SOURCES,
  type ProblemFact,
} from './facts.ts';
import type { AssignProblem, ExtendDeadline, FindProblem, HandOverProblem, ProblemRefusal } from './orders.ts';
import * as limits from './limits.ts';
import type { Problem } from './state.ts';

export type Decision = readonly ProblemFact[] | ProblemRefusal;
type Of<K extends Problem['kind']> = Extract<Problem, { kind: K }>;

/** An office finds; whoever it is about admits. */
export const find = (order: FindProblem): Decision => {
  const { source, kind, severity, title, description, foundOn, now, by, problemId, organizationId, entryId } = order;
  if (order.terms.abandoned) return { reason: 'EDITION_ABANDONED' };
  if (!checks.isWord(PROBLEM_SOURCES, source)) return checks.unknownWord('source');
  if (!checks.isWord(PROBLEM_KINDS, kind)) return checks.unknownWord('kind');
  if (!checks.isWord(PROBLEM_SEVERITIES, severity)) return checks.unknownWord('severity');
  if ((source === 'admitted') !== checks.isWord(OWNER_ROLES, by.role))
    return { reason: 'PROBLEM_SOURCE_NOT_YOURS', field: 'source', details: { source, role: by.role } };
  const refusal = firstRefusal<ProblemRefusal>(
    checks.titleRefusal(title),
    checks.proseRefusal(description, 'description'),
    isLocalDate(foundOn) ? undefined : { reason: 'DATE_INVALID', field: 'foundOn' },
    foundOn > localDateOf(now) ? { reason: 'DATE_IN_THE_FUTURE', field: 'foundOn' } : undefined,
  );
  if (refusal) return refusal;
  const { editionId, committeeId } = order.terms;
  const ref = { problemId, editionId, committeeId, ownerId: organizationId };
  const what = { organizationId, entryId, source, kind, severity, title, foundOn };
  return [{ type: 'ProblemFound.v1', data: { ...ref, ...checks.whoOf(by), ...what, prose: { description } } }];
};

export const assign = ({ told }: Of<'found'>, order: AssignProblem): Decision => {
  const { ownerId, ownerRole, dueOn, now, by } = order;
  if (!checks.isWord(OWNER_ROLES, ownerRole)) return checks.unknownWord('ownerRole');
  const refusal = checks.dueRefusal(dueOn, now);
  if (refusal) return refusal;
  const data = { ...checks.refOf(told, { ownerId }), ...checks.whoOf(by), ownerRole, dueOn };
  return [{ type: 'ProblemAssigned.v1', data }];
};

/** Also when it is over: whoever is late is given days, or is not. */
export const extend = ({ told, owner }: Of<'assigned'>, order: ExtendDeadline): Decision => {
  const { dueOn, why, now, by } = order;
  const refusal = checks.whyRefusal(why) ?? checks.dueRefusal(dueOn, now);
  if (refusal) return refusal;
  if (dueOn <= owner.dueOn)
    return { reason: 'PROBLEM_DEADLINE_NOT_LATER', field: 'dueOn', details: { dueOn: owner.dueOn } };
  if (told.extensions >= limits.EXTENSIONS_MAX)
    return { reason: 'PROBLEM_EXTENDED_TOO_OFTEN', details: { max: limits.EXTENSIONS_MAX } };
  const data = { ...checks.refOf(told), ...checks.whoOf(by), dueOn, before: owner.dueOn, prose: { why } };
  return [{ type: 'ProblemDeadlineExtended.v1', data }];
};

/** To whoever follows where the owner merged, split or ended, or where it was assigned in error. What was handed in is told anew. */
export const handOver = ({ told, owner }: Of<'assigned' | 'handed-in'>, order: HandOverProblem): Decision => {
  const { ownerId, ownerRole, dueOn, cause, why, now, by } = order;
  if (!checks.isWord(OWNER_ROLES, ownerRole)) return checks.unknownWord('ownerRole');
  if (!checks.isWord(HANDOVER_CAUSES, cause)) return checks.unknownWord('cause');
  const refusal = checks.whyRefusal(why) ?? checks.dueRefusal(dueOn, now) ?? checks.turnsRefusal(told.handovers, now);
  if (refusal) return refusal;
  if (ownerId === owner.ownerId && ownerRole === owner.ownerRole)
    return { reason: 'PROBLEM_SAME_OWNER', field: 'ownerId' };
  const to = { fromId: owner.ownerId, ownerRole, dueOn, cause, handedOverOn: localDateOf(now) };
  const data = { ...checks.refOf(told, { ownerId }), ...checks.whoOf(by), ...to, prose: { why } };
  return [{ type: 'ProblemHandedOver.v1', data }];
};
