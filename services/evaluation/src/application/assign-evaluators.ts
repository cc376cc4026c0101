import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { EVALUATORS_PER_ORDER_MAX } from '../domain/limits.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type Outcome, refusal } from './reasons.ts';

export type AssignEvaluatorsRequest = Readonly<{
  roundId: string;
  evaluators: readonly Readonly<{ personId: string; groupId: string }>[];
}>;

/** Each person's unit is written down with the assignment: it is what keeps him from the own unit's entries. */
export const assignEvaluators =
  ({ knowledge, sendRound }: Evaluation) =>
  async (
    { roundId, evaluators }: AssignEvaluatorsRequest,
    call: CallContext,
  ): Promise<Outcome<RoundFact, RoundRefusal>> => {
    const looked = evaluators.slice(0, EVALUATORS_PER_ORDER_MAX).map(({ personId }) => personId);
    const units = await knowledge.unitsOf(looked, call.afterPosition > 0);
    const stranger = looked.findIndex((personId) => !units.has(personId));
    if (stranger !== -1) return refusal('PERSON_UNKNOWN', `evaluators[${stranger}].personId`);
    const placed = evaluators.map(({ personId, groupId }) => ({
      personId,
      groupId,
      unitId: units.get(personId) ?? null,
    }));
    const body = { roundId, evaluators: evaluators.map(({ personId, groupId }) => ({ personId, groupId })) };
    return sendRound(
      roundId,
      { kind: 'assign-evaluators', evaluators: placed, now: call.now },
      sentBy(call, 'AssignEvaluators', body),
    );
  };
