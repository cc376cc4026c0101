import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { PersonHandled, PersonOrders } from './person-orders.ts';
import { FIRST_PERSON_ID } from './person-stream.ts';

export type SetUp = Readonly<{ organizationId: string; name: string }>;

/** Registers the first officer with the one grant that nobody gave. Once: the stream's id is fixed. */
export const setUp =
  (people: PersonOrders) =>
  ({ organizationId, name }: SetUp, call: CallContext): Promise<PersonHandled> => {
    const grantId = aggregateIdOf(call.requestId, 'grant');
    const order = {
      type: 'SetUpFirstOfficer',
      personId: FIRST_PERSON_ID,
      organizationId,
      name,
      grantId,
      now: call.now,
    } as const;
    return people.send(FIRST_PERSON_ID, order, { rpc: 'SetUp', open: { organizationId }, personal: { name } }, call);
  };
