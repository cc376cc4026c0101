import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { hasNotEnded } from '../domain/grant.ts';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';
import { personalOf, type PersonalRequest } from './register-person.ts';

export type CorrectPerson = PersonalRequest & Readonly<{ personId: string; name?: string | undefined; reason: string }>;
/** Which of the person's grants are kept, and which end with it. */
type GrantsAnswered = Readonly<{ keeps: readonly string[]; ends: readonly string[] }>;

export type MovePerson = GrantsAnswered &
  Readonly<{ personId: string; organizationId: string; effectiveOn?: string | undefined; reason: string }>;
export type RecordExit = GrantsAnswered &
  Readonly<{
    personId: string;
    kind: string;
    effectiveOn?: string | undefined;
    approvedOn?: string | undefined;
    reason?: string | undefined;
  }>;
export type WithdrawScheduled = Readonly<{ personId: string; actId: string; reason: string }>;
export type ChangeStage = Readonly<{
  personId: string;
  step: string;
  on: string;
  approvedOn?: string | undefined;
  months?: number | undefined;
  reason?: string | undefined;
}>;

/** The caller's roles over each organization of the person's grants, as they stand now. */
const rolesOverGrants = async (
  people: PersonOrders,
  tree: TreeKnowledge,
  personId: string,
  call: CallContext,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const { person } = await people.read(personId);
  const grants = person.kind === 'registered' ? person.grants.filter((grant) => hasNotEnded(grant, call.now)) : [];
  const organizationIds = [...new Set(grants.map(({ organizationId }) => organizationId))];
  return Object.fromEntries(
    await Promise.all(organizationIds.map(async (id) => [id, await tree.rolesOver(id, call)] as const)),
  );
};

/** What it is called if its day lies ahead; from the person too, so that one key used on two people gives two ids. */
const actIdOf = (personId: string, { requestId }: CallContext): string =>
  aggregateIdOf(`${personId} ${requestId}`, 'scheduled-act');

/** Orders that change a person's record, place or stage of membership, or end it. */
export const changePerson = (people: PersonOrders, tree: TreeKnowledge) => ({
  correct: (request: CorrectPerson, call: CallContext): Promise<PersonHandled> => {
    const { personId, name, reason } = request;
    const personal = { ...(name === undefined ? {} : { name }), ...personalOf(request) };
    const order = { type: 'CorrectPerson', personal, reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'CorrectPerson', open: {}, personal: { ...personal, reason } }, call);
  },
  move: async (request: MovePerson, call: CallContext): Promise<PersonHandled> => {
    const { personId, organizationId, keeps, ends, reason } = request;
    const effectiveOn = request.effectiveOn ?? null;
    const organization = await tree.organization(organizationId, call);
    const seen = {
      organization,
      mayReceive: organization.kind === 'known' && (await tree.mayRegisterAt(organizationId, call)),
      rolesOver: await rolesOverGrants(people, tree, personId, call),
    };
    const asked = { effectiveOn, keeps, ends };
    const actId = actIdOf(personId, call);
    const order = { type: 'MovePerson', actId, organizationId, ...seen, ...asked, reason, now: call.now } as const;
    const body = { rpc: 'MovePerson', open: { organizationId, ...asked }, personal: { reason } };
    return people.send(personId, order, body, call);
  },
  exit: async (request: RecordExit, call: CallContext): Promise<PersonHandled> => {
    const { personId, kind, keeps, ends } = request;
    const [effectiveOn, approvedOn] = [request.effectiveOn ?? null, request.approvedOn ?? null];
    const reason = request.reason ?? null;
    const rolesOver = await rolesOverGrants(people, tree, personId, call);
    const asked = { kind, effectiveOn, approvedOn, keeps, ends };
    const actId = actIdOf(personId, call);
    const order = { type: 'RecordExit', actId, ...asked, rolesOver, reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'RecordExit', open: asked, personal: { reason } }, call);
  },
  withdrawScheduled: (request: WithdrawScheduled, call: CallContext): Promise<PersonHandled> => {
    const { personId, actId, reason } = request;
    const order = { type: 'WithdrawScheduled', actId, reason, now: call.now } as const;
    return people.send(personId, order, { rpc: 'WithdrawScheduledAct', open: { actId }, personal: { reason } }, call);
  },
  changeStage: (request: ChangeStage, call: CallContext): Promise<PersonHandled> => {
    const { personId, step, on } = request;
    const [approvedOn, months, reason] = [request.approvedOn ?? null, request.months ?? null, request.reason ?? null];
    const order = { type: 'ChangeStage', step, on, approvedOn, months, reason, now: call.now } as const;
    return people.send(
      personId,
      order,
      { rpc: 'ChangeStage', open: { step, on, approvedOn, months }, personal: { reason } },
      call,
    );
  },
});
