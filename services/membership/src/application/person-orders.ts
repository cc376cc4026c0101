import type { Handled, OrderContext } from '@jiangong/event-store';
import type { CallContext, Ground } from '@jiangong/service-host';
import { personDecider } from '../domain/decider.ts';
import type { PersonFact } from '../domain/facts.ts';
import type { PersonOrder } from '../domain/orders.ts';
import type { Person } from '../domain/person.ts';
import type { PersonRefusal } from '../domain/refusals.ts';
import { personCodec } from './person-codec.ts';
import { personKey, personStream } from './person-stream.ts';

export type PersonHandled = Handled<PersonFact, PersonRefusal>;

/** The request as it is hashed: what is personal stands in it only as a fingerprint, for a plain hash could be guessed back. */
export type HashedBody = Readonly<{ rpc: string; open: unknown; personal: Readonly<Record<string, unknown>> | null }>;

/** How use cases reach one person: send an order, or read the person from the stream, data opened. */
export const personOrders = (ground: Ground) => {
  const codec = personCodec(ground.privacy);
  const handle = ground.handler(personDecider, codec);
  return {
    send: async (
      personId: string,
      order: PersonOrder,
      { rpc, open, personal }: HashedBody,
      call: OrderContext & Pick<CallContext, 'expectedRevision'>,
    ): Promise<PersonHandled> =>
      handle({
        stream: personStream(personId),
        order,
        body: {
          rpc,
          open,
          personal: personal === null ? null : await ground.privacy.fingerprint(personKey({ personId }), personal),
        },
        context: call,
        ...(call.expectedRevision === undefined ? {} : { expectedRevision: call.expectedRevision }),
      }),
    read: async (personId: string): Promise<Readonly<{ person: Person; revision: number }>> => {
      const events = await ground.store.readStream(personStream(personId));
      let person = personDecider.initial;
      for (const event of events) person = personDecider.evolve(person, await codec.fromStored(event));
      return { person, revision: events.length - 1 };
    },
  };
};

export type PersonOrders = ReturnType<typeof personOrders>;
