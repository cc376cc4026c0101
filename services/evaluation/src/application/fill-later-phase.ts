import type { ProcessManager } from '@jiangong/messaging';
import { admittedBy, fillingOrders, type LaterPhase, phasesAfter } from '../domain/round/later-phase.ts';
import { isPrepared } from '../domain/round/state.ts';
import { isList } from '../domain/round/listed.ts';
import { currentRound } from './current-round.ts';
import { newDrawSecret } from './draw-secret.ts';
import type { Evaluation } from './evaluation.ts';
import { ballotNotHeld } from './planned-boxes.ts';
import { ordersOf, type Send } from './system-orders.ts';

const NAME = 'later-phases-follow-results';

type Filling = Readonly<{ evaluation: Evaluation; send: Send; now: string }>;

/** Opens what scoring has begun for: also when the last entry comes after the beginning. */
export const openWhenDue = async ({ evaluation, send, now }: Filling, roundId: string): Promise<void> => {
  const { round } = await evaluation.readRound(roundId);
  if (round.kind !== 'prepared' || round.window?.entered !== round.entries.length) return;
  const { opensAt, closesAt } = round.window;
  // What a later phase was filled with before its day waits for it; what came too late is opened by a second person. A list is never late.
  if (now < opensAt || (now >= closesAt && !isList(round))) return;
  // A ballot that nobody could hold is said to whoever then opens it by hand: while the entries may still be put right.
  const beyond = await ballotNotHeld(evaluation, round, now);
  if (beyond)
    return evaluation.ground.log.warn({ roundId, ...beyond.details }, 'a round waits: it has too many entries');
  await send(roundId, { type: 'OpenRound', now, draw: newDrawSecret(evaluation), order: newDrawSecret(evaluation) });
};

/** A later phase's round gets whom the earlier phase's latest result admits, and opens where its day has come. */
export const fillLaterPhase = async (filling: Filling, editionId: string, phase: LaterPhase): Promise<void> => {
  const { evaluation, send, now } = filling;
  const { round: earlier } = await currentRound(evaluation, editionId, phase.admits.phase);
  // While something has moved since the earlier result nobody knows who goes on: the next result fills it.
  if (admittedBy(earlier, phase) === undefined) return;
  const { roundId, round: later } = await currentRound(evaluation, editionId, phase.id);
  for (const order of fillingOrders(earlier, later, phase, now)) await send(roundId, order);
  await openWhenDue(filling, roundId);
};

/** Whom a phase's ranks take on to the next one follows from each of its results, and from what the body chose among equal ones. */
export const fillLaterPhases = (evaluation: Evaluation): ProcessManager => {
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['evaluation'],
    handle: async (told) => {
      if (told.type !== 'evaluation.ResultComputed.v1' && told.type !== 'evaluation.GoingOnChosen.v1') return;
      const { round } = await evaluation.readRound((told.data as Readonly<{ roundId: string }>).roundId);
      if (!isPrepared(round)) return;
      const filling = { evaluation, send: orders(told), now: evaluation.ground.clock.now() };
      for (const phase of phasesAfter(round.tables, round.phase)) await fillLaterPhase(filling, round.editionId, phase);
    },
  };
};
