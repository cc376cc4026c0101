import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';
import { personalOf, type PersonalRequest } from './register-person.ts';

export type CorrectPerson = PersonalRequest & Readonly<{ personId: string; name?: string | undefined; reason: string }>;
export type MovePerson = Readonly<{ personId: string; organizationId: string; reason: string }>;
export type ChangeStage = Readonly<{
  personId: string;
  step: string;
  on: string;
  approvedOn?: string | undefined;
  months?: number | undefined;
  reason?: string | undefined;
}>;

/** Orders that change a person's record, place or stage of membership. */
export const changePerson = (people: PersonOrders, tree: TreeKnowledge) => ({
  correct: (request: CorrectPerson, call: CallContext): Promise<PersonHandled> => {
    const { personId, name, reason } = request;
    const personal = { ...(name === undefined ? {} : { name }), ...personalOf(request) };
    const order = { kind: 'CorrectPerson', personal, reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'CorrectPerson', open: {}, personal: { ...personal, reason } }, call);
  },
  move: async ({ personId, organizationId, reason }: MovePerson, call: CallContext): Promise<PersonHandled> => {
    const organization = await tree.organization(organizationId, call);
    const mayReceive = organization.kind === 'known' && (await tree.mayRegisterAt(organizationId, call));
    const order = { kind: 'MovePerson', organizationId, organization, mayReceive, reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'MovePerson', open: { organizationId }, personal: { reason } }, call);
  },
  changeStage: (request: ChangeStage, call: CallContext): Promise<PersonHandled> => {
    const { personId, step, on } = request;
    const [approvedOn, months, reason] = [request.approvedOn ?? null, request.months ?? null, request.reason ?? null];
    const order = { kind: 'ChangeStage', step, on, approvedOn, months, reason, now: call.now } as const;
    return people.send(
      personId,
      order,
      { rpc: 'ChangeStage', open: { step, on, approvedOn, months }, personal: { reason } },
      call,
    );
  },
});
