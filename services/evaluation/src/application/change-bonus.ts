import { aggregateIdOf, type Handled } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { BonusFact } from '../domain/bonus/facts.ts';
import { bonusGroundOf } from '../domain/bonus/ground.ts';
import type { AskedVerdict, BonusOrder } from '../domain/bonus/orders.ts';
import type { BonusRefusal } from '../domain/bonus/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { bonusIdOf, bonusStream } from './streams.ts';

type Given = 'bonusId' | 'roundId' | 'editionId' | 'entryId' | 'ground' | 'now';
type Sent<O> = O extends BonusOrder ? Omit<O, Given> : never;
/** What a caller says of an order, beside who he is. */
type OfOrder<T extends BonusOrder['type']> = Omit<Extract<BonusOrder, { type: T }>, Given | 'type' | 'by'>;
type Answer = Promise<Handled<BonusFact, BonusRefusal>>;
type Prose = Readonly<Record<string, string>>;
export type Settling = AskedVerdict & Readonly<{ because: string; why: string }>;

/** What an order must know of the round and the caller, and the ids that every fact of an entry's claims carries. */
const standing = async (evaluation: Evaluation, { roundId, entryId }: OfEntry, call: CallContext) => {
  const { round } = await evaluation.readRound(roundId);
  const ground = bonusGroundOf(round, entryId, await callerIn(evaluation, round, call), call.now);
  const editionId = isPrepared(round) ? round.editionId : '';
  return { bonusId: bonusIdOf(roundId, entryId), roundId, editionId, entryId, ground, now: call.now };
};

/** What is written in prose is no part of the request's hash but by a keyed fingerprint. */
const sender =
  (evaluation: Evaluation, of: OfEntry, call: CallContext) =>
  async (order: Sent<BonusOrder>, prose: Prose, named: object): Answer => {
    const ids = await standing(evaluation, of, call);
    const fingerprint = await evaluation.ground.privacy.fingerprint(proseKey(ids.bonusId), prose);
    return evaluation.handleBonus({
      stream: bonusStream(ids.bonusId),
      order: { ...ids, ...order } as BonusOrder,
      ...sentBy(call, order.type, { ...of, ...named, fingerprint }),
    });
  };

const actingOf = ({ actor }: CallContext) => ({ personId: actor.id ?? '', role: actor.role ?? '' });

/** What one person does: whoever is judged claims and withdraws, the office decides. */
export const changeBonus = (evaluation: Evaluation) => ({
  claim: async (
    { roundId, entryId, ...given }: OfEntry & Omit<OfOrder<'ClaimBonus'>, 'claimId'>,
    call: CallContext,
  ) => {
    const claimId = aggregateIdOf(call.requestId, 'bonus claim');
    const { account, ...named } = given;
    const send = sender(evaluation, { roundId, entryId }, call);
    return { claimId, handled: await send({ type: 'ClaimBonus', claimId, ...given }, { account }, named) };
  },

  withdraw: ({ roundId, entryId, claimId, why }: OfEntry & OfOrder<'WithdrawClaim'>, call: CallContext): Answer =>
    sender(evaluation, { roundId, entryId }, call)({ type: 'WithdrawClaim', claimId, why }, { why }, { claimId }),

  decide: ({ roundId, entryId, ...given }: OfEntry & OfOrder<'DecideClaim'>, call: CallContext): Answer => {
    const { why, ...named } = given;
    return sender(evaluation, { roundId, entryId }, call)({ type: 'DecideClaim', ...given }, { why }, named);
  },

  reconsider: ({ roundId, entryId, ...given }: OfEntry & Settling, call: CallContext): Answer => {
    const { why, ...named } = given;
    return sender(evaluation, { roundId, entryId }, call)({ type: 'ReconsiderClaim', ...given }, { why }, named);
  },
});

/** Two persons for whatever one may not settle alone any more: one proposes, another of another role carries out. */
export const correctBonus = (evaluation: Evaluation) => ({
  propose: async ({ roundId, entryId, ...given }: OfEntry & Settling, call: CallContext) => {
    const proposalId = aggregateIdOf(call.requestId, 'proposal');
    const { why, ...named } = given;
    const order = { type: 'ProposeBonusAct', proposalId, ...given, by: actingOf(call) } as const;
    return { proposalId, handled: await sender(evaluation, { roundId, entryId }, call)(order, { why }, named) };
  },

  answerProposal: (
    type: 'CarryOutBonusAct' | 'RejectBonusProposal',
    { roundId, entryId, proposalId, why }: OfEntry & Readonly<{ proposalId: string; why: string }>,
    call: CallContext,
  ): Answer => {
    const order = { type, proposalId, why, by: actingOf(call) } as const;
    return sender(evaluation, { roundId, entryId }, call)(order, { why }, { proposalId });
  },
});
