import { describe, expect, it } from '@jest/globals';
import { newWebhookSecret, signedHeaders } from '../src/adapters/crypto/webhook-signatures.ts';
import { isBarred, networksOf } from '../src/adapters/https/barred-addresses.ts';
import { readAllowedNetworks } from '../src/adapters/https/webhook-settings.ts';
import { FAILING_MS_MAX, WEBHOOKS_MAX } from '../src/domain/webhooks/limits.ts';
import type { WebhookOrder } from '../src/domain/webhooks/orders.ts';
import { receiverAddressOf } from '../src/domain/webhooks/receiver-address.ts';
import { type Webhook, webhookDecider } from '../src/domain/webhooks/webhook.ts';

const NOW = '2026-11-28T13:00:00.000Z';
const webhookId = 'w1';
const ABSENT: Webhook = { kind: 'absent' };
const stands = (kind: 'active' | 'paused' | 'disabled'): Webhook => ({ kind, organizationId: 'root', name: 'OA' });
const given = (webhook: Webhook, order: WebhookOrder) => webhookDecider.decide(webhook, order);
const REGISTER = {
  kind: 'RegisterWebhook',
  webhookId,
  organizationId: 'root',
  name: 'OA',
  address: 'https://oa.example.cn/in',
  facts: ['evaluation.CircularIssued.v1', 'merit_projects.EntryDeclared.v1'],
  registered: 0,
} as const;
const because = { webhookId, reason: '升级' };

describe('a webhook', () => {
  it('is registered with a name, an address and kinds of facts that may be told', () => {
    expect(given(ABSENT, REGISTER)).toMatchObject([
      {
        type: 'WebhookRegistered.v1',
        data: { webhookId, organizationId: 'root', name: 'OA', address: 'https://oa.example.cn/in' },
      },
    ]);
    const refusedBy = (changed: object) => given(ABSENT, { ...REGISTER, ...changed });
    expect(refusedBy({ name: ' ' })).toMatchObject({ reason: 'WEBHOOK_NAME_INVALID', field: 'name' });
    expect(refusedBy({ address: 'http://oa.example.cn' })).toMatchObject({ reason: 'WEBHOOK_ADDRESS_INVALID' });
    expect(refusedBy({ facts: [] })).toMatchObject({ reason: 'WEBHOOK_FACTS_INVALID', field: 'facts' });
    for (const silent of ['membership.RoleGranted.v1', 'merit_projects.ObjectionReceived.v1', 'no.Such.v1'])
      expect(refusedBy({ facts: [...REGISTER.facts, silent] })).toMatchObject({ reason: 'WEBHOOK_FACTS_INVALID' });
    expect(refusedBy({ registered: WEBHOOKS_MAX })).toMatchObject({ reason: 'WEBHOOKS_TOO_MANY' });
  });
  it('is called otherwise, however it stands; the same name again changes nothing', () => {
    for (const kind of ['active', 'paused', 'disabled'] as const)
      expect(given(stands(kind), { kind: 'RenameWebhook', webhookId, name: '协同办公' })).toEqual([
        { type: 'WebhookRenamed.v1', data: { webhookId, formerName: 'OA', name: '协同办公' } },
      ]);
    expect(given(stands('active'), { kind: 'RenameWebhook', webhookId, name: 'OA' })).toEqual([]);
    expect(given(stands('active'), { kind: 'RenameWebhook', webhookId, name: ' ' })).toMatchObject({
      reason: 'WEBHOOK_NAME_INVALID',
      field: 'name',
    });
    expect(given({ kind: 'removed' }, { kind: 'RenameWebhook', webhookId, name: 'B' })).toMatchObject({
      reason: 'WEBHOOK_NOT_FOUND',
    });
    const renamed = { type: 'WebhookRenamed.v1', data: { webhookId, formerName: 'OA', name: 'B' } } as const;
    expect(webhookDecider.evolve(stands('paused'), renamed)).toEqual({ ...stands('paused'), name: 'B' });
  });
  it('is paused while it is active, and resumed when it is not, with a reason', () => {
    expect(given(stands('active'), { kind: 'PauseWebhook', ...because })).toMatchObject([{ type: 'WebhookPaused.v1' }]);
    for (const kind of ['paused', 'disabled'] as const) {
      expect(given(stands(kind), { kind: 'PauseWebhook', ...because })).toMatchObject({ reason: 'WEBHOOK_NOT_ACTIVE' });
      expect(given(stands(kind), { kind: 'ResumeWebhook', ...because })).toMatchObject([{ type: 'WebhookResumed.v1' }]);
    }
    expect(given(stands('active'), { kind: 'ResumeWebhook', ...because })).toMatchObject({
      reason: 'WEBHOOK_ACTIVE_ALREADY',
    });
    expect(given(stands('active'), { kind: 'PauseWebhook', webhookId, reason: '' })).toMatchObject({
      reason: 'WEBHOOK_REASON_INVALID',
      field: 'reason',
    });
  });
  it('is disabled after days of nothing but failure, not before, and once', () => {
    const after = (ms: number) =>
      ({
        kind: 'DisableWebhook',
        webhookId,
        failingSince: NOW,
        now: new Date(Date.parse(NOW) + ms).toISOString(),
      }) as const;
    expect(given(stands('active'), after(FAILING_MS_MAX - 1))).toMatchObject({ reason: 'WEBHOOK_NOT_FAILING' });
    expect(given(stands('active'), after(FAILING_MS_MAX))).toMatchObject([
      { type: 'WebhookDisabled.v1', data: { organizationId: 'root', name: 'OA', failingSince: NOW } },
    ]);
    expect(given(stands('disabled'), after(FAILING_MS_MAX))).toEqual([]);
  });
  it('gets another secret; the former one signs for a day, or no longer at all', () => {
    const order = { kind: 'RotateWebhookSecret', ...because, secretId: 's2', now: NOW } as const;
    expect(given(stands('active'), { ...order, atOnce: false })).toMatchObject([
      { type: 'WebhookSecretRotated.v1', data: { formerUntil: '2026-11-29T13:00:00.000Z' } },
    ]);
    expect(given(stands('active'), { ...order, atOnce: true })).toMatchObject([{ data: { formerUntil: NOW } }]);
  });
  it('that was removed, or never was, takes no orders', () => {
    for (const webhook of [ABSENT, { kind: 'removed' }] as const)
      for (const kind of ['PauseWebhook', 'ResumeWebhook', 'RemoveWebhook'] as const)
        expect(given(webhook, { kind, ...because })).toMatchObject({ reason: 'WEBHOOK_NOT_FOUND' });
  });
});

describe('an address of another system', () => {
  it.each(['https://oa.example.cn', 'https://oa.example.cn:8443/in/facts', 'https://[2400:3200::1]/'])('%s', (text) => {
    expect(receiverAddressOf(text)).toBe(new URL(text).href);
  });
  it.each([
    'http://oa.example.cn',
    'ftp://oa.example.cn',
    'https://user:secret@oa.example.cn',
    'https://oa.example.cn/?token=1',
    'https://oa.example.cn/#a',
    'https://oa.example.cn:0/',
    'https://oa.example.cn\\@other.cn/',
    'https://oa.example.cn/中',
    'https:// oa.example.cn',
    'oa.example.cn',
    `https://oa.example.cn/${'a'.repeat(500)}`,
    '',
  ])('not %s', (text) => expect(receiverAddressOf(text)).toBeUndefined());
});

describe('where nothing is sent', () => {
  const none = networksOf([]);
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'no address',
  ])('%s', (address) => expect(isBarred(address, none)).toBe(true));
  it.each(['8.8.8.8', '172.32.0.1', '192.167.1.1', '2400:3200::1', '2606:4700::1111'])('but %s is open', (address) =>
    expect(isBarred(address, none)).toBe(false),
  );
  it('a network that the setting names is open; what is no network stops the start', () => {
    const allowed = readAllowedNetworks({ WEBHOOK_ALLOWED_NETWORKS: '10.1.2.0/24, fd00:1::/32' });
    expect(['10.1.2.9', '10.1.3.9', 'fd00:1::5', 'fd00:2::5'].map((address) => isBarred(address, allowed))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    for (const wrong of ['10.0.0.1', '10.0.0.0/33', 'oa.example.cn/8', '::/129', '/8'])
      expect(() => readAllowedNetworks({ WEBHOOK_ALLOWED_NETWORKS: wrong })).toThrow('not a network');
  });
});

describe('the signature', () => {
  it('is that of the convention', () => {
    // The example of the specification's own libraries.
    expect(
      signedHeaders(
        {
          deliveryId: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
          body: '{"test": 2432232314}',
          now: new Date(1_614_265_330_000).toISOString(),
        },
        ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      ),
    ).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });
  it('is made with every secret that counts, and secrets are long and never the same', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    expect(new Set(secrets).size).toBe(2);
    for (const secret of secrets) expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
    expect(signedHeaders({ deliveryId: 'd', body: '{}', now: NOW }, secrets)['webhook-signature']).toMatch(
      /^v1,[\w+/]{43}= v1,[\w+/]{43}=$/u,
    );
  });
});
