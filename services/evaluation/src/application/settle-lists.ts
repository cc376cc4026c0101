import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import { isList } from '../domain/round/listed.ts';
import { isOutdated, isPrepared } from '../domain/round/state.ts';
import { drawSecretOf } from './draw-secret.ts';
import type { Evaluation } from './evaluation.ts';
import { ordersOf, type Send } from './system-orders.ts';

const NAME = 'lists-follow-rounds';

type Settling = Readonly<{ evaluation: Evaluation; send: Send; now: string }>;

/**
 * Where nobody is scored nobody fills anything in: what is listed closes as soon as it opens, and stands as the result that a meeting
 * has before it; anew whenever an entry goes, comes back or moves before the decision.
 */
export const settleList = async ({ evaluation, send, now }: Settling, roundId: string): Promise<void> => {
  const { round: before } = await evaluation.readRound(roundId);
  if (!isPrepared(before) || !isList(before)) return;
  if (before.kind === 'open') await send(roundId, { type: 'CloseRound', now, why: 'list' });
  const { round, closings } = await evaluation.readRound(roundId);
  if (round.kind !== 'closed' || (round.results.length > 0 && !isOutdated(round))) return;
  const opened = await send(roundId, {
    type: 'OpenSheets',
    now,
    indexes: closings.map(({ closing, lastIndex }) => ({ closing, lastIndex })),
    closedHash: closings[0]?.hash ?? '',
    secret: await drawSecretOf(evaluation, roundId),
    sheets: [],
    carried: [],
  });
  if (opened) await send(roundId, { type: 'ComputeTally', now, sheets: [], carried: [] });
};

/** What may change a list, or leave one that changed while a decision stood over it. */
const MOVING: readonly string[] = ['RoundOpened', 'EntryTakenOut', 'EntryPutBack', 'DecisionAnnulled'].map(
  (type) => `evaluation.${type}.v1`,
);

/** Lists of those who may be chosen follow from their rounds, by nobody's order. */
export const settleLists = (evaluation: Evaluation): ProcessManager => {
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['evaluation'],
    handle: async (told: PublicFact) => {
      if (!MOVING.includes(told.type)) return;
      const { roundId } = told.data as Readonly<{ roundId: string }>;
      await settleList({ evaluation, send: orders(told), now: evaluation.ground.clock.now() }, roundId);
    },
  };
};
