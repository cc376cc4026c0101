import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { appealGroundOf } from '../domain/appeal/ground.ts';
import type { AppealOrder, SetAppealWindow } from '../domain/appeal/orders.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import type { Outcome } from './reasons.ts';
import { wroteAbout } from './wrote-about.ts';

type PersonsOrder = Exclude<AppealOrder, SetAppealWindow>;
/** What a caller says of an order, beside who he is. */
type Asked<T extends PersonsOrder['type']> = OfEntry &
  Omit<Extract<PersonsOrder, { type: T }>, 'type' | 'entryId' | 'ground' | 'now' | 'wrote' | 'role'>;
type Answer = Promise<Outcome<RoundFact, RoundRefusal>>;
type Sent<O> = O extends PersonsOrder ? Omit<O, 'entryId' | 'ground' | 'now'> : never;

/** Orders about appeals: whoever is judged files and withdraws, the party of the stage decides, another person has it decided anew. */
export const changeAppeals = (evaluation: Evaluation) => {
  const { ground, readRound, sendRound } = evaluation;

  /** Why somebody appeals, and what he is answered, is no part of the request's hash but by a keyed fingerprint. */
  const send = async (
    { roundId, entryId }: OfEntry,
    order: Sent<PersonsOrder>,
    named: object,
    call: CallContext,
  ): Answer => {
    const { round } = await readRound(roundId);
    const standing = appealGroundOf(round, entryId, await callerIn(evaluation, round, call));
    const fingerprint = await ground.privacy.fingerprint(proseKey(roundId), { why: order.why });
    return sendRound(
      roundId,
      { ...order, entryId, ground: standing, now: call.now } as PersonsOrder,
      sentBy(call, order.type, { roundId, entryId, ...named, fingerprint }),
    );
  };

  return {
    file: async (
      { roundId, entryId, ...given }: Omit<Asked<'FileAppeal'>, 'appealId'>,
      call: CallContext,
    ): Promise<Readonly<{ appealId: string; handled: Awaited<Answer> }>> => {
      const appealId = aggregateIdOf(call.requestId, 'appeal');
      const { why: _why, ...named } = given;
      const order = { type: 'FileAppeal', appealId, ...given } as const;
      return { appealId, handled: await send({ roundId, entryId }, order, named, call) };
    },

    withdraw: ({ roundId, entryId, appealId, why }: Asked<'WithdrawAppeal'>, call: CallContext): Answer =>
      send({ roundId, entryId }, { type: 'WithdrawAppeal', appealId, why }, { appealId }, call),

    decide: async (
      { roundId, entryId, appealId, outcome, remedy, why }: Asked<'DecideAppeal'>,
      call: CallContext,
    ): Answer => {
      const wrote = await wroteAbout(evaluation, { roundId, entryId }, call);
      const order = { type: 'DecideAppeal', appealId, outcome, remedy, why, wrote } as const;
      return send({ roundId, entryId }, order, { appealId, outcome, remedy }, call);
    },

    reopen: async ({ roundId, entryId, appealId, why }: Asked<'ReopenAppeal'>, call: CallContext): Answer => {
      const wrote = await wroteAbout(evaluation, { roundId, entryId }, call);
      const role = call.actor.role ?? '';
      const order = { type: 'ReopenAppeal', appealId, why, role, wrote } as const;
      return send({ roundId, entryId }, order, { appealId }, call);
    },
  };
};
