import { requestIdOf } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import { measureGroundOf, measuresOf } from '../domain/measure/ground.ts';
import { entriesIn, type PreparedRound } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { measureIdOf, measureStream } from './streams.ts';

/** The platform gives this order itself, whoever counts the round. */
const NOBODY = { personId: '', homeId: '', grants: [] };

/** Counts what is computed of a closed round, by what was told until now, before its sheets are opened. */
export const computeMeasures = async (
  evaluation: Evaluation,
  round: PreparedRound,
  call: CallContext,
): Promise<void> => {
  const computed = measuresOf(round).filter(({ rules }) => rules.computed !== undefined);
  if (computed.length === 0 || round.kind !== 'closed' || round.measuresRead !== undefined) return;
  const { ground, knowledge } = evaluation;
  if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
  const entryIds = entriesIn(round).map(({ entryId }) => entryId);
  const plans = await knowledge.plansOf(entryIds);
  const counts = entryIds.map((entryId) => ({ entryId, ...(plans.get(entryId) ?? { planned: 0, delivered: 0 }) }));
  for (const { rules } of computed) {
    const { roundId, editionId } = round;
    const measureId = measureIdOf(roundId, rules.sourceId);
    const of = { measureId, roundId, editionId, sourceId: rules.sourceId };
    const asked = measureGroundOf(round, { sourceId: rules.sourceId, entryIds }, NOBODY, call.now);
    const context = ground.systemContext({
      name: 'compute-measures',
      requestId: requestIdOf(`compute measures ${call.requestId} ${measureId}`),
      correlationId: call.correlationId,
    });
    const handled = await evaluation.handleMeasure({
      stream: measureStream(measureId),
      order: { type: 'ComputeMeasures', ...of, ground: asked, now: call.now, counts },
      body: { order: 'ComputeMeasures', ...of },
      context,
    });
    if (handled.kind === 'refused') throw new Error(`ComputeMeasures of ${measureId}: ${handled.refusal.reason}`);
  }
};
