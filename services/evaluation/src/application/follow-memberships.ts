import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import { isPrepared, seatOf } from '../domain/round/state.ts';
import type { Evaluation } from './evaluation.ts';
import { ordersOf } from './system-orders.ts';

const NAME = 'seats-follow-memberships';

type Of = Readonly<{
  personId: string;
  kind?: string;
  stage?: string;
  grantId?: string;
}>;

/** Why a seat ends with what membership tells; undefined: it does not. */
const reasonOf = ({ type, data }: PublicFact): 'deceased' | 'expelled' | 'left-post' | undefined => {
  const { kind, stage } = data as Of;
  switch (type) {
    case 'membership.PersonExited.v1':
      return kind === 'deceased' ? 'deceased' : kind === 'expelled' ? 'expelled' : 'left-post';
    case 'membership.MembershipStageChanged.v1':
      return stage === 'deceased' || stage === 'expelled' ? stage : undefined;
    case 'membership.RoleRevoked.v1':
    case 'membership.PersonErased.v1':
      return 'left-post';
    default:
      return undefined;
  }
};

/** The dead and the expelled hold no seat, and whoever lost the role that entitled him holds it no longer. */
export const followMemberships = (evaluation: Evaluation): ProcessManager => {
  const { ground, knowledge, readRound } = evaluation;
  const orders = ordersOf(evaluation, NAME);
  return {
    name: NAME,
    contexts: ['membership'],
    handle: async (told) => {
      const reason = reasonOf(told);
      if (reason === undefined) return;
      const { personId, grantId } = told.data as Of;
      const send = orders(told);
      for (const roundId of await knowledge.roundsWithSeat(personId)) {
        const { round } = await readRound(roundId);
        const seat = isPrepared(round) ? seatOf(round, personId) : undefined;
        if (seat === undefined) continue;
        // Another role of the same person ended: the seat stands on its own grant.
        if (told.type === 'membership.RoleRevoked.v1' && grantId !== seat.grantId) continue;
        await send(roundId, { type: 'VacateSeat', now: ground.clock.now(), personId, reason, by: 'membership' });
      }
    },
  };
};
