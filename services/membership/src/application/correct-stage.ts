import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';

export type ProposeCorrection = Readonly<{
  personId: string;
  act: string;
  stage?: string | undefined;
  since?: string | undefined;
  probationEndsOn?: string | undefined;
  extended: boolean;
  reason: string;
}>;
export type CarryOutCorrection = Readonly<{ personId: string; proposalId: string }>;
export type RejectCorrection = CarryOutCorrection & Readonly<{ reason: string }>;

const byOf = ({ caller, actor }: CallContext) => ({ personId: caller.personId ?? '', role: actor.role ?? '' });

/** Putting right what was recorded wrongly: one person proposes, another of another role carries it out or turns it down. */
export const correctStage = (people: PersonOrders) => ({
  propose: async (
    request: ProposeCorrection,
    call: CallContext,
  ): Promise<Readonly<{ proposalId: string; handled: PersonHandled }>> => {
    const { personId, act, stage, since, probationEndsOn, extended, reason } = request;
    const proposalId = aggregateIdOf(`${personId} ${call.requestId}`, 'proposal');
    const to =
      stage === undefined ? null : { stage, since: since ?? '', probationEndsOn: probationEndsOn ?? null, extended };
    const order = { type: 'ProposeCorrection', proposalId, act, to, by: byOf(call), reason, now: call.now } as const;
    const body = { rpc: 'ProposeCorrection', open: { act, to }, personal: { reason } };
    return { proposalId, handled: await people.send(personId, order, body, call) };
  },
  carryOut: ({ personId, proposalId }: CarryOutCorrection, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'CarryOutCorrection', proposalId, by: byOf(call), now: call.now },
      { rpc: 'CarryOutCorrection', open: { proposalId }, personal: null },
      call,
    ),
  reject: ({ personId, proposalId, reason }: RejectCorrection, call: CallContext): Promise<PersonHandled> =>
    people.send(
      personId,
      { type: 'RejectProposal', proposalId, by: byOf(call), reason, now: call.now },
      { rpc: 'RejectCorrection', open: { proposalId }, personal: { reason } },
      call,
    ),
});
