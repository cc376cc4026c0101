import { appendAs } from '@jiangong/messaging/testing';
import { inMemoryKeyVault } from '@jiangong/privacy';
import type { Ground, Worker } from '@jiangong/service-host';
import { groundOf } from '@jiangong/service-host/nest';
import { newWebhookSecret } from '../src/adapters/crypto/webhook-signatures.ts';
import { DeliveriesController } from '../src/adapters/grpc/deliveries.controller.ts';
import { WebhooksController } from '../src/adapters/grpc/webhooks.controller.ts';
import { networksOf } from '../src/adapters/https/barred-addresses.ts';
import { httpsChannel } from '../src/adapters/https/https-channel.ts';
import { webhookWorker } from '../src/adapters/https/webhook-worker.ts';
import { MAIL_TABLES } from '../src/adapters/postgres/mail-tables.ts';
import { postgresWebhookLedger } from '../src/adapters/postgres/postgres-webhook-ledger.ts';
import { postgresWebhookSecrets } from '../src/adapters/postgres/postgres-webhook-secrets.ts';
import { WEBHOOK_TABLES } from '../src/adapters/postgres/webhook-tables.ts';
import { queueFacts } from '../src/application/webhooks/queue-facts.ts';
import { callOfPerson, NOW, openInboxStage } from './inbox-stage.ts';
import { openReceiver } from './receiver-stage.ts';

const WAIT_MS = 10_000;
const service = 'notifications';
const FACTS = ['merit_projects.EntryPlanned.v1', 'merit_projects.EntryConfirmed.v1'];

/** One replica that posts; the name of the other system leads to the loopback. */
const replicaOf = (ground: Ground, ca: string): Worker =>
  webhookWorker(ground, {
    ledger: postgresWebhookLedger(ground.rows),
    secrets: postgresWebhookSecrets(ground.rows, ground.privacy, newWebhookSecret),
    channel: httpsChannel({
      allowed: networksOf(['127.0.0.0/8']),
      ca,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    }),
  });

/** The inbox's stage with another system beside it that is told, by two replicas, at the moment of a clock that is moved by hand. */
export const openWebhookStage = async () => {
  let now = NOW;
  let entries = 0;
  const world = await openInboxStage();
  await world.pool.query(`${MAIL_TABLES}${WEBHOOK_TABLES}`);
  const ground = groundOf({ ...world.ground, clock: { now: () => now }, privacy: inMemoryKeyVault() });
  const ledger = postgresWebhookLedger(ground.rows);
  const { readers } = await world.stage.start('notifications', {
    projections: [],
    processes: [queueFacts(ledger, ground.clock)],
  });
  const receiver = await openReceiver();
  const webhooks = new WebhooksController(ground);
  const replicas = [replicaOf(ground, receiver.ca), replicaOf(ground, receiver.ca)] as const;
  const call = () => callOfPerson('operator', now);
  const settled = async (): Promise<void> => {
    await world.settled();
    for (let events = 1; events > 0; events = (await readers.lag()).events)
      if (!(await readers.waitFor(await world.stage.store.head(), WAIT_MS))) throw new Error('the queue is behind');
  };
  const tell = async (...told: readonly (readonly [type: string, entryId: string])[]): Promise<void> => {
    for (const [type, entryId] of told) {
      const { actor } = ground.systemContext({ name: 'test', requestId: entryId });
      const data = { entryId, editionId: 'e1', title: '王五的项目', answerablePersonIds: ['lead-1'] };
      await appendAs(world.stage.store, { stream: `merit-projects.entries-${entryId}`, actor, now }, { type, data });
    }
    await settled();
  };
  return {
    ...{ world, receiver, webhooks, ledger, deliveries: new DeliveriesController(ground), call, settled, tell },
    now: () => now,
    later: (ms: number): void => {
      now = new Date(Date.parse(now) + ms).toISOString();
    },
    planned: async (): Promise<string> => {
      entries += 1;
      const entryId = `m${entries}`;
      await tell(['EntryPlanned.v1', entryId]);
      return entryId;
    },
    /** Until nothing is due any more. */
    postAll: async (): Promise<void> => {
      for (let turns = 0; turns < 20; turns += 1)
        if ((await Promise.all(replicas.map(async (one) => one.turn()))).every((done) => done === 0)) return;
      throw new Error('the queue does not get empty');
    },
    bodies: () => receiver.got.map(({ body }) => JSON.parse(body) as { type: string; data: { entryId?: string } }),
    listed: async () => (await webhooks.list({ service, pageSize: 0, pageToken: '' })).webhooks,
    of: async (webhookId: string) =>
      (await webhooks.listDeliveries({ service, webhookId, pageSize: 200, pageToken: '' })).deliveries,
    registered: async (name = 'OA') => {
      const answer = await webhooks.register({ service, name, address: receiver.address, facts: FACTS }, call());
      await settled();
      return answer;
    },
    removed: async (webhookId: string): Promise<void> => {
      await webhooks.remove({ service, webhookId, reason: '系统停用' }, call());
      await settled();
    },
    close: async (): Promise<void> => {
      await receiver.close();
      await world.close();
    },
  };
};
