import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { PersonalGiven } from '../domain/orders.ts';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import type { TreeKnowledge } from './ports.ts';

/** Personal data as a request brings it. */
export type PersonalRequest = Readonly<{
  idNumber?: string | undefined;
  phone?: string | undefined;
  birthDate?: string | undefined;
  sex?: string | undefined;
}>;

export type RegisterPerson = PersonalRequest &
  Readonly<{ organizationId: string; name: string; stage?: string | undefined; stageSince?: string | undefined }>;

/** Only what was given. */
export const personalOf = ({ idNumber, phone, birthDate, sex }: PersonalRequest): Omit<PersonalGiven, 'name'> => ({
  ...(idNumber === undefined ? {} : { idNumber }),
  ...(phone === undefined ? {} : { phone }),
  ...(birthDate === undefined ? {} : { birthDate }),
  ...(sex === undefined ? {} : { sex }),
});

export const registerPerson =
  (people: PersonOrders, tree: TreeKnowledge) =>
  async (
    request: RegisterPerson,
    call: CallContext,
  ): Promise<Readonly<{ personId: string; handled: PersonHandled }>> => {
    const { organizationId, name, stage, stageSince } = request;
    const personId = aggregateIdOf(call.requestId, 'person');
    const personal = { name, ...personalOf(request) };
    const recorded = stage === undefined ? null : { stage, since: stageSince ?? '' };
    const organization = await tree.organization(organizationId, call);
    const order = {
      type: 'RegisterPerson',
      personId,
      organizationId,
      organization,
      personal,
      stage: recorded,
      now: call.now,
    } as const;
    const handled = await people.send(
      personId,
      order,
      { rpc: 'RegisterPerson', open: { organizationId, recorded }, personal },
      call,
    );
    return { personId, handled };
  };
