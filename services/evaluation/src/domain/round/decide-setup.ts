import { rulesHash, validateAwardsPlan } from '@jiangong/scoring';
import {
  ENTRIES_PER_ROUND_MAX,
  EVALUATORS_PER_ORDER_MAX,
  EVALUATORS_PER_ROUND_MAX,
  RECUSALS_PER_ROUND_MAX,
} from '../limits.ts';
import type { RoundFact } from './facts.ts';
import type {
  AdmitEntry,
  AssignEvaluators,
  DeclareRecusal,
  OpenRound,
  PrepareRound,
  RemoveEvaluator,
} from './orders.ts';
import type { RoundRefusal } from './refusals.ts';
import {
  type Evaluator,
  isClosed,
  isPrepared,
  isStructurallyRecused,
  type PreparedRound,
  type Round,
} from './state.ts';
import { isRecusalReason, isRemovalReason } from './words.ts';

type Decision = readonly RoundFact[] | RoundRefusal;

const beforeClosing = (round: Round): RoundRefusal | undefined => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_PREPARED', field: 'roundId' };
  return isClosed(round) ? { reason: 'ROUND_CLOSED', field: 'roundId' } : undefined;
};

export const admitEntry = (round: Round, { editionId, entry }: AdmitEntry): Decision => {
  if (round.kind !== 'absent') {
    if (round.editionId !== editionId) return { reason: 'EDITION_OF_ANOTHER_ROUND', field: 'editionId' };
    if (round.entries.some(({ entryId }) => entryId === entry.entryId)) return [];
    if (round.entries.length >= ENTRIES_PER_ROUND_MAX)
      return { reason: 'TOO_MANY_ENTRIES', details: { entriesMax: ENTRIES_PER_ROUND_MAX } };
    if (round.kind !== 'gathering' && round.kind !== 'prepared')
      return { reason: 'ROUND_OPEN_ALREADY', field: 'entryId' };
  }
  return [{ type: 'EntryAdmitted.v1', data: { editionId, ...entry } }];
};

/** A prepared round may be prepared anew as long as nobody was assigned to it. */
export const prepareRound = (round: Round, order: PrepareRound): Decision => {
  const { roundId, editionId, committeeId, schemeId, scheme } = order;
  if (round.kind !== 'absent' && round.editionId !== editionId)
    return { reason: 'EDITION_OF_ANOTHER_ROUND', field: 'editionId' };
  if (round.kind === 'prepared' && round.evaluators.length > 0)
    return { reason: 'ROUND_HAS_EVALUATORS', field: 'editionId' };
  if (isPrepared(round) && round.kind !== 'prepared') return { reason: 'ROUND_OPEN_ALREADY', field: 'editionId' };
  const validated = validateAwardsPlan(order.plan);
  if (validated.kind === 'invalid') {
    const [first] = validated.problems;
    return {
      reason: 'AWARDS_PLAN_INVALID',
      field: `plan${(first?.path ?? '$').slice(1)}`,
      details: { problem: first?.problem ?? '' },
    };
  }
  return [
    { type: 'RoundPrepared.v1', data: { roundId, editionId, committeeId, schemeId, scheme, plan: validated.value } },
  ];
};

const assignmentRefusal = (
  round: PreparedRound,
  evaluators: readonly Evaluator[],
  at: number,
): RoundRefusal | undefined => {
  const { personId, groupId } = evaluators[at] as Evaluator;
  if (!round.scheme.groups.some(({ id }) => id === groupId))
    return { reason: 'GROUP_UNKNOWN', field: `evaluators[${at}].groupId` };
  if (evaluators.findIndex((other) => other.personId === personId) !== at)
    return { reason: 'EVALUATOR_TWICE', field: `evaluators[${at}].personId` };
  const assigned = round.evaluators.find((other) => other.personId === personId);
  if (assigned !== undefined && assigned.groupId !== groupId)
    return { reason: 'EVALUATOR_IN_ANOTHER_GROUP', field: `evaluators[${at}].groupId` };
  return undefined;
};

/** Who is in the group already stays as he is: an assignment never touches work that was begun. */
export const assignEvaluators = (round: Round, { evaluators }: AssignEvaluators): Decision => {
  const refusal = beforeClosing(round);
  if (refusal || !isPrepared(round)) return refusal ?? [];
  if (evaluators.length === 0) return { reason: 'EVALUATORS_NONE', field: 'evaluators' };
  if (
    evaluators.length > EVALUATORS_PER_ORDER_MAX ||
    round.evaluators.length + evaluators.length > EVALUATORS_PER_ROUND_MAX
  )
    return {
      reason: 'EVALUATORS_TOO_MANY',
      field: 'evaluators',
      details: { perOrderMax: EVALUATORS_PER_ORDER_MAX, perRoundMax: EVALUATORS_PER_ROUND_MAX },
    };
  for (let at = 0; at < evaluators.length; at++) {
    const wrong = assignmentRefusal(round, evaluators, at);
    if (wrong) return wrong;
  }
  return evaluators
    .filter(({ personId }) => !round.evaluators.some((assigned) => assigned.personId === personId))
    .map(({ personId, groupId, unitId }) => ({
      type: 'EvaluatorAssigned.v1',
      data: { roundId: round.roundId, editionId: round.editionId, personId, groupId, unitId },
    }));
};

export const removeEvaluator = (round: Round, { personId, reason }: RemoveEvaluator): Decision => {
  const refusal = beforeClosing(round);
  if (refusal || !isPrepared(round)) return refusal ?? [];
  if (!isRemovalReason(reason)) return { reason: 'REMOVAL_REASON_UNKNOWN', field: 'reason' };
  if (!round.evaluators.some((assigned) => assigned.personId === personId))
    return { reason: 'EVALUATOR_UNKNOWN', field: 'personId' };
  return [
    { type: 'EvaluatorRemoved.v1', data: { roundId: round.roundId, editionId: round.editionId, personId, reason } },
  ];
};

/** Until the decision, also late: then a new tally leaves the scores out, and both tallies stand. */
export const declareRecusal = (round: Round, { personId, entryId, reason }: DeclareRecusal): Decision => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_PREPARED', field: 'roundId' };
  if (round.kind === 'decided' || round.kind === 'commended')
    return { reason: 'DECISION_TAKEN_ALREADY', field: 'roundId' };
  const evaluator = round.evaluators.find((assigned) => assigned.personId === personId);
  if (evaluator === undefined) return { reason: 'EVALUATOR_UNKNOWN', field: 'personId' };
  const entry = round.entries.find((candidate) => candidate.entryId === entryId);
  if (entry === undefined) return { reason: 'ENTRY_NOT_IN_ROUND', field: 'entryId' };
  if (!isRecusalReason(reason)) return { reason: 'RECUSAL_REASON_UNKNOWN', field: 'reason' };
  if (isStructurallyRecused(evaluator, entry)) return [];
  if (round.recusals.some((declared) => declared.personId === personId && declared.entryId === entryId)) return [];
  if (round.recusals.length >= RECUSALS_PER_ROUND_MAX)
    return { reason: 'TOO_MANY_RECUSALS', details: { recusalsMax: RECUSALS_PER_ROUND_MAX } };
  return [
    {
      type: 'RecusalDeclared.v1',
      data: { roundId: round.roundId, personId, entryId, reason, late: isClosed(round) },
    },
  ];
};

/** Only while scoring is open: what opened later would never be closed, for its stage closes once. */
export const openRound = (round: Round, { scoring }: OpenRound): Decision => {
  if (!isPrepared(round)) return { reason: 'ROUND_NOT_PREPARED', field: 'roundId' };
  if (isClosed(round)) return { reason: 'ROUND_CLOSED', field: 'roundId' };
  if (round.kind === 'open') return [];
  if (scoring === 'not-open') return { reason: 'SCORING_NOT_OPEN', field: 'roundId' };
  if (round.entries.length === 0) return { reason: 'ROUND_HAS_NO_ENTRIES', field: 'roundId' };
  const { roundId, editionId, entries } = round;
  return [
    { type: 'RulesFrozen.v1', data: { roundId, rulesHash: rulesHash(round.scheme, round.plan) } },
    { type: 'RoundOpened.v1', data: { roundId, editionId, entryCount: entries.length } },
  ];
};
