import { createListener } from '@jiangong/database/postgres';
import type { Fact } from '@jiangong/event-store';
import { createPostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage } from '@jiangong/messaging/testing';
import { type Append, campaignTold, OFFICER, settle, tell } from './evaluation-world.ts';
import { type Refused, startService } from './service-process.ts';

/** The campaign of 2021 as other services tell it, and the service in its own process that hears it. */
export const openServiceWorld = async () => {
  const stage = await openStage();
  const url = stage.database.url('merit-projects');
  const listener = createListener({ url });
  const store = createPostgresEventStore({ url, listener });
  for (const [context, prefix] of [
    ['organizations', 'organizations'],
    ['membership', 'membership'],
    ['merit_projects', 'merit-projects'],
  ] as const)
    await stage.start(prefix, { store, projections: [], translator: tell(context, prefix) });
  const tellFact: Append = async (stream, type, data) => void (await append(store, stream, { type, data } as Fact));
  await settle(tellFact);
  const service = await startService(stage.database.url('evaluation'));
  const campaign = campaignTold(
    tellFact,
    () => service.caughtUp(() => store.head()),
    () => '2021-12-01T02:00:00.000Z',
  );
  await campaign.runCampaign(2021);
  return {
    store,
    service,
    campaign,
    /** Answers the code that the process left with. */
    close: async (): Promise<number | null> => {
      const code = await service.stop();
      await store.close();
      await listener.close();
      await stage.close();
      return code;
    },
  };
};

export type ServiceWorld = Awaited<ReturnType<typeof openServiceWorld>>;

/** One call after everything that was told, as the committee's officer unless told otherwise. */
export const askingIn = (world: () => ServiceWorld) => {
  const ask = async <A>(
    client: keyof ServiceWorld['service']['clients'],
    rpc: string,
    request: object,
    as: string | null = OFFICER,
  ): Promise<A & Refused> => {
    const { service, store } = world();
    const stub = service.clients[client];
    const method = stub[rpc as never] as never;
    return (await service.ask(stub, method, request, { as, after: await store.head() })) as A & Refused;
  };
  return {
    ask,
    reasonOf: async (...asked: Parameters<typeof ask>): Promise<string> => (await ask(...asked)).reason,
    ok: async <A = unknown>(...asked: Parameters<typeof ask>): Promise<A> => {
      const answer = await ask<A>(...asked);
      if ('reason' in answer) throw new Error(`refused: ${answer.reason}`);
      return answer;
    },
  };
};
