import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { CANDIDATES_MAX } from '../domain/limits.ts';
import type { RoundFact } from '../domain/round/facts.ts';
import type { Acting } from '../domain/round/orders.ts';
import type { Candidate } from '../domain/round/holders.ts';
import type { RoundProposal, ScoringTerms } from '../domain/round/proposal.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { isPrepared } from '../domain/round/state.ts';
import { dealGroundOf } from './deal-ground.ts';
import { newDrawSecret, orderSecretsOf } from './draw-secret.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';

export type ProposeActRequest = Readonly<{ roundId: string; terms: ScoringTerms; why: string }>;
export type AnswerRequest = Readonly<{ roundId: string; proposalId: string; why: string }>;
type Answer = Outcome<RoundFact, RoundRefusal>;

const actingOf = ({ actor }: CallContext): Acting => ({ personId: actor.id ?? '', role: actor.role ?? '' });

/** What is known of the seats where something is about who judges what. */
const dealingBy =
  (evaluation: Evaluation) => async (roundId: string, terms: RoundProposal['terms'] | undefined, now: string) => {
    if (terms?.act !== 'RedealEntries' && terms?.act !== 'DismissConflict') return {};
    const { round } = await evaluation.readRound(roundId);
    return isPrepared(round) ? { dealGround: await dealGroundOf(evaluation, round, now) } : {};
  };

/** Two people for whatever changes whose marks count: one proposes, another of another role carries out or turns down. */
export const proposeActs = (evaluation: Evaluation) => {
  const { ground, knowledge, readRound, sendRound } = evaluation;
  const fingerprint = (roundId: string, why: string) => ground.privacy.fingerprint(proseKey(roundId), { why });
  /** Whom a replacement is to be drawn among, as they are known now. */
  const candidatesOf = async (
    roundId: string,
    terms: RoundProposal['terms'],
    now: string,
  ): Promise<readonly Candidate[]> => {
    if (terms.act !== 'DrawReplacement') return [];
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) return [];
    const { committeeId } = round;
    const people = await knowledge.people(terms.personIds.slice(0, CANDIDATES_MAX), { committeeId, now, wait: false });
    return [...people.values()];
  };
  const dealingOf = dealingBy(evaluation);
  return {
    propose: async (
      { roundId, terms, why }: ProposeActRequest,
      call: CallContext,
    ): Promise<Readonly<{ proposalId: string; handled: Answer }>> => {
      const proposalId = aggregateIdOf(call.requestId, 'proposal');
      const candidates = await candidatesOf(roundId, terms, call.now);
      const order = {
        type: 'ProposeAct',
        proposalId,
        by: actingOf(call),
        terms,
        why,
        candidates,
        ...(await dealingOf(roundId, terms, call.now)),
        now: call.now,
      } as const;
      const sent = sentBy(call, 'ProposeAct', { roundId, terms, fingerprint: await fingerprint(roundId, why) });
      return { proposalId, handled: await sendRound(roundId, order, sent) };
    },

    carryOut: async ({ roundId, proposalId }: Omit<AnswerRequest, 'why'>, call: CallContext): Promise<Answer> => {
      const { round } = await readRound(roundId);
      if (!isPrepared(round)) return refusal('ROUND_NOT_FOUND', 'roundId');
      const terms = round.proposals.find((proposal) => proposal.proposalId === proposalId)?.terms;
      return sendRound(
        roundId,
        {
          type: 'CarryOut',
          proposalId,
          by: actingOf(call),
          draw: newDrawSecret(evaluation),
          order: await orderSecretsOf(evaluation, roundId),
          candidates: terms === undefined ? [] : await candidatesOf(roundId, terms, call.now),
          ...(await dealingOf(roundId, terms, call.now)),
          now: call.now,
        },
        sentBy(call, 'CarryOutAct', { roundId, proposalId }),
      );
    },

    reject: async ({ roundId, proposalId, why }: AnswerRequest, call: CallContext): Promise<Answer> =>
      sendRound(
        roundId,
        { type: 'RejectProposal', proposalId, by: actingOf(call), why, now: call.now },
        sentBy(call, 'RejectProposal', { roundId, proposalId, fingerprint: await fingerprint(roundId, why) }),
      ),
  };
};
