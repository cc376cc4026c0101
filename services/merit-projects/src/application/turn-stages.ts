import { requestIdOf } from '@jiangong/event-store';
import type { Ground } from '@jiangong/service-host';
import type { Stage } from '../domain/stage.ts';
import type { Editions } from './editions.ts';
import type { EditionUnits } from './ports.ts';
import type { UnitEditions } from './unit-editions.ts';

/** A stage's beginning or end that has come. */
export type StageMoment = Readonly<{ kind: 'open' | 'close'; editionId: string; stage: Stage; at: string }>;

/** Units whose entries enter evaluation at the same time. */
const UNITS_AT_ONCE = 8;

type Ports = Readonly<{ ground: Ground; editions: Editions; unitEditions: UnitEditions; units: EditionUnits }>;

/** Acts on a stage's moment. Every request id derives from the moment, so doing it twice is doing it once. */
export const turnStages = ({ ground, editions, unitEditions, units }: Ports) => {
  const enterEvaluation = async (editionId: string, unitId: string, correlationId: string): Promise<void> => {
    const context = ground.systemContext({
      name: 'scheduler',
      requestId: requestIdOf(`${correlationId} ${unitId}`),
      correlationId,
    });
    const handled = await unitEditions.send(
      { editionId, unitId, body: { order: 'EnterEvaluation', editionId, unitId }, context },
      (terms) => ({
        kind: 'order',
        order: { type: 'EnterEvaluation', now: context.now, terms },
      }),
    );
    if (handled.kind === 'refused')
      throw new Error(`EnterEvaluation of ${unitId} in ${editionId}: ${handled.refusal.reason}`);
  };
  const enterAll = async (editionId: string, correlationId: string): Promise<void> => {
    const all = await units.unitsOf(editionId);
    for (let index = 0; index < all.length; index += UNITS_AT_ONCE)
      await Promise.all(
        all.slice(index, index + UNITS_AT_ONCE).map((unitId) => enterEvaluation(editionId, unitId, correlationId)),
      );
  };
  return async ({ kind, editionId, stage, at }: StageMoment): Promise<void> => {
    const requestId = requestIdOf(`${kind} ${stage} ${editionId} ${at}`);
    // Evaluation opens its round over what has entered when it hears that scoring is open: so all enter first.
    if (kind === 'open' && stage === 'scoring') await enterAll(editionId, requestId);
    const context = ground.systemContext({ name: 'scheduler', requestId });
    const handled = await editions.order(
      editionId,
      { type: kind === 'open' ? 'OpenStage' : 'CloseStage', now: context.now, stage },
      context,
    );
    if (handled.kind === 'refused') throw new Error(`${kind} ${stage} of ${editionId}: ${handled.refusal.reason}`);
  };
};
