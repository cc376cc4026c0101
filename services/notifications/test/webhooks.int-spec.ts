import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isFromJiangong } from '../docs/verify-webhook.ts';
import { newWebhookSecret } from '../src/adapters/crypto/webhook-signatures.ts';
import { SEND_TRIES_MAX } from '../src/domain/mail/limits.ts';
import { FAILING_MS_MAX, WAITING_MS_MAX } from '../src/domain/webhooks/limits.ts';
import type { Got } from './receiver-stage.ts';
import { openWebhookStage } from './webhook-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const service = 'notifications';
const FACTS = ['merit_projects.EntryPlanned.v1', 'merit_projects.EntryConfirmed.v1'];

/** As receivers are told to look, at the second of the try. */
const isSignedBy = (secret: string, { headers, body }: Got): boolean =>
  isFromJiangong(secret, headers, body, Number(headers['webhook-timestamp']) + 60);

describe('other systems that are told', () => {
  let stage: Awaited<ReturnType<typeof openWebhookStage>>;
  beforeAll(async () => {
    stage = await openWebhookStage();
  });
  afterAll(async () => stage?.close());
  beforeEach(() => {
    stage.receiver.got.length = 0;
    stage.receiver.answers.length = 0;
  });

  it('are told what comes after they were registered, signed, and nothing of a person', async () => {
    await stage.planned();
    const { webhookId, secret } = await stage.registered();
    const entryId = await stage.planned();
    await stage.postAll();
    expect(stage.bodies()).toMatchObject([
      { type: 'merit_projects.EntryPlanned.v1', data: { entryId, editionId: 'e1' } },
    ]);
    const [got] = stage.receiver.got;
    if (got === undefined) throw new Error('nothing arrived');
    expect(isSignedBy(secret, got)).toBe(true);
    expect(isSignedBy(newWebhookSecret(), got)).toBe(false);
    expect(isSignedBy(secret, { ...got, body: `${got.body} ` })).toBe(false);
    expect(isFromJiangong(secret, got.headers, got.body, Number(got.headers['webhook-timestamp']) + 301)).toBe(false);
    expect(got.body).not.toMatch(/王五|lead-1/u);
    expect(await stage.of(webhookId)).toMatchObject([{ channel: 'webhook', sort: 'fact', state: 'sent', tries: 1 }]);
    expect(await stage.listed()).toMatchObject([
      { webhookId, name: 'OA', state: 'active', waiting: 0, failingSince: '' },
    ]);
    const { rows } = await stage.world.pool.query('select string_agg(s::text, $1) as all from webhook_secret s', [' ']);
    expect(JSON.stringify(rows)).not.toContain(secret);
    await stage.removed(webhookId);
    await stage.planned();
    await stage.postAll();
    expect(stage.receiver.got).toHaveLength(1);
    expect(await stage.listed()).toEqual([]);
  });

  it('the same order again is the same webhook with the same secret, and a wrong one makes none', async () => {
    const metadata = stage.call();
    const asked = { service, name: 'OA', address: stage.receiver.address, facts: FACTS };
    const first = await stage.webhooks.register(asked, metadata);
    await stage.settled();
    const again = await stage.webhooks.register(asked, metadata);
    expect([again.webhookId, again.secret]).toEqual([first.webhookId, first.secret]);
    expect(again.receipt).toMatchObject({ repeated: true });
    await expect(
      stage.webhooks.register({ ...asked, facts: ['membership.RoleGranted.v1'] }, stage.call()),
    ).rejects.toThrow('WEBHOOK_FACTS_INVALID');
    await expect(stage.webhooks.register({ ...asked, address: 'http://localhost' }, stage.call())).rejects.toThrow(
      'WEBHOOK_ADDRESS_INVALID',
    );
    expect(await stage.listed()).toHaveLength(1);
    await stage.removed(first.webhookId);
  });

  it('a fact that fails is tried again, and those of its subject after it; others do not wait', async () => {
    const { webhookId } = await stage.registered();
    stage.receiver.answers.push(503);
    await stage.tell(['EntryPlanned.v1', 'x1']);
    await stage.postAll();
    await stage.tell(['EntryConfirmed.v1', 'x1'], ['EntryPlanned.v1', 'x2']);
    await stage.postAll();
    const told = () => stage.bodies().map(({ type, data }) => `${type.split('.')[1]} ${data.entryId}`);
    expect(told()).toEqual(['EntryPlanned x1', 'EntryPlanned x2']);
    expect((await stage.listed())[0]).toMatchObject({ waiting: 2, failingSince: '' });
    stage.later(60_000);
    await stage.postAll();
    expect(told().slice(2)).toEqual(['EntryPlanned x1', 'EntryConfirmed x1']);
    const ids = stage.receiver.got.map(({ headers }) => headers['webhook-id']);
    expect(ids[2]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
    await stage.removed(webhookId);
  });

  it('a fact that is heard twice is told once', async () => {
    const { webhookId } = await stage.registered();
    const fact = {
      eventId: 'ev1',
      ordinal: 0,
      type: 'merit_projects.EntryPlanned.v1',
      subject: 's',
      position: 1,
      body: '{}',
    };
    await stage.ledger.queue(fact, stage.now());
    await stage.ledger.queue(fact, stage.now());
    await stage.postAll();
    expect(stage.receiver.got).toHaveLength(1);
    await stage.removed(webhookId);
  });

  it('is parked after so many tries and shown; an operator has it tried again or gives it up', async () => {
    const { webhookId } = await stage.registered();
    await stage.planned();
    for (let tries = 1; tries <= SEND_TRIES_MAX; tries += 1) {
      stage.receiver.answers.push(500);
      await stage.postAll();
      stage.later(6 * HOUR_MS);
    }
    const parked = async () =>
      (
        await stage.deliveries.listParked({ service, pageSize: 0, pageToken: '', sort: '', failure: '' })
      ).deliveries.filter((one) => one.webhookId === webhookId);
    expect(await parked()).toMatchObject([
      { webhookId, fact: 'merit_projects.EntryPlanned.v1', failure: 'deferred', tries: SEND_TRIES_MAX, messageId: '' },
    ]);
    const deliveryId = (await parked())[0]?.deliveryId ?? '';
    const { receipt } = await stage.deliveries.retry({ service, deliveryId, reason: '对方已修复' }, stage.call());
    expect(receipt?.events).toMatchObject([{ type: 'DeliveryRetried.v1' }]);
    await stage.postAll();
    expect((await stage.of(webhookId))[0]).toMatchObject({ deliveryId, state: 'sent' });
    await stage.removed(webhookId);
  });

  it('a paused one waits, a test goes out nevertheless, and resumed it gets what waited', async () => {
    const { webhookId } = await stage.registered();
    await stage.webhooks.pause({ service, webhookId, reason: '升级' }, stage.call());
    await stage.settled();
    await stage.planned();
    await stage.postAll();
    expect(stage.receiver.got).toEqual([]);
    const { deliveryId } = await stage.webhooks.test({ service, webhookId }, stage.call());
    await stage.postAll();
    expect(stage.bodies()).toMatchObject([{ type: 'jiangong.test', data: {} }]);
    expect(stage.receiver.got[0]?.headers['webhook-id']).toBe(deliveryId);
    expect(await stage.listed()).toMatchObject([{ state: 'paused', reason: '升级', waiting: 1 }]);
    await expect(stage.webhooks.pause({ service, webhookId, reason: '升级' }, stage.call())).rejects.toThrow(
      'WEBHOOK_NOT_ACTIVE',
    );
    await stage.webhooks.resume({ service, webhookId, reason: '升级完成' }, stage.call());
    await stage.settled();
    await stage.postAll();
    expect(stage.receiver.got).toHaveLength(2);
    await stage.removed(webhookId);
  });

  it('both secrets sign while one is changed, the former one not after a day, and never two former ones', async () => {
    const { webhookId, secret: first } = await stage.registered();
    const rotated = async (atOnce = false) =>
      stage.webhooks.rotate({ service, webhookId, reason: '例行更换', atOnce }, stage.call());
    const signs = async (...secrets: readonly string[]): Promise<readonly boolean[]> => {
      stage.receiver.got.length = 0;
      await stage.planned();
      await stage.postAll();
      const [got] = stage.receiver.got;
      if (got === undefined) throw new Error('nothing arrived');
      return secrets.map((secret) => isSignedBy(secret, got));
    };
    const { secret: second } = await rotated();
    expect(await signs(first, second)).toEqual([true, true]);
    const { secret: third } = await rotated();
    expect(await signs(first, second, third)).toEqual([false, true, true]);
    stage.later(24 * HOUR_MS);
    expect(await signs(second, third)).toEqual([false, true]);
    const metadata = stage.call();
    const { secret: fourth } = await stage.webhooks.rotate(
      { service, webhookId, reason: '泄露', atOnce: true },
      metadata,
    );
    expect(await signs(third, fourth)).toEqual([false, true]);
    expect((await stage.webhooks.rotate({ service, webhookId, reason: '泄露', atOnce: true }, metadata)).secret).toBe(
      fourth,
    );
    await stage.removed(webhookId);
  });

  it('is disabled after days of nothing but failure; who runs the platform is told, and what waits goes out when it is resumed', async () => {
    const { webhookId } = await stage.registered();
    const failing = async (): Promise<void> => {
      stage.receiver.answers.push(500);
      await stage.planned();
      await stage.postAll();
    };
    await failing();
    stage.later(FAILING_MS_MAX - HOUR_MS);
    stage.receiver.answers.push(500, 500);
    await failing();
    expect((await stage.listed())[0]).toMatchObject({ state: 'active' });
    stage.later(2 * HOUR_MS);
    stage.receiver.answers.push(500, 500, 500);
    await failing();
    await stage.settled();
    expect((await stage.listed())[0]).toMatchObject({ state: 'disabled' });
    expect(await stage.world.templatesIn('operator')).toContain('webhook-disabled');
    stage.receiver.got.length = 0;
    stage.receiver.answers.length = 0;
    await stage.postAll();
    expect(stage.receiver.got).toEqual([]);
    await stage.webhooks.resume({ service, webhookId, reason: '已修复' }, stage.call());
    await stage.settled();
    stage.later(6 * HOUR_MS);
    await stage.postAll();
    expect(stage.receiver.got.length).toBeGreaterThan(0);
    expect((await stage.listed())[0]).toMatchObject({ state: 'active', failingSince: '', waiting: 0 });
    await stage.removed(webhookId);
  });

  it('what waits too long is given up, as is what waits when it is removed', async () => {
    const { webhookId } = await stage.registered();
    await stage.webhooks.pause({ service, webhookId, reason: '升级' }, stage.call());
    await stage.settled();
    await stage.planned();
    stage.later(WAITING_MS_MAX + 1);
    await stage.postAll();
    await stage.planned();
    expect((await stage.of(webhookId)).map(({ state, failure }) => [state, failure])).toEqual([
      ['queued', ''],
      ['skipped', 'lapsed'],
    ]);
    await stage.removed(webhookId);
    expect((await stage.of(webhookId)).map(({ failure }) => failure)).toEqual(['receiver-gone', 'lapsed']);
    await expect(stage.webhooks.resume({ service, webhookId, reason: '再来' }, stage.call())).rejects.toThrow(
      'WEBHOOK_NOT_FOUND',
    );
  });

  it('which systems are told can be rebuilt', async () => {
    const { webhookId } = await stage.registered('门户');
    await stage.world.readers.rebuildAndCompare('webhooks');
    expect(await stage.listed()).toMatchObject([{ webhookId, name: '门户', state: 'active' }]);
  });
});
