import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { networksOf } from '../src/adapters/https/barred-addresses.ts';
import { type ChannelParts, httpsChannel } from '../src/adapters/https/https-channel.ts';
import { newWebhookSecret } from '../src/adapters/crypto/webhook-signatures.ts';
import { openReceiver } from './receiver-stage.ts';

const LOOPBACK = networksOf(['127.0.0.0/8']);
const at = (address: string) => async () => [{ address, family: 4 }];

describe('the way to another system', () => {
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  beforeAll(async () => {
    receiver = await openReceiver();
  });
  afterAll(async () => receiver?.close());
  beforeEach(() => {
    receiver.got.length = 0;
    receiver.answers.length = 0;
  });

  const post = (parts: Partial<ChannelParts> = {}, address = receiver.address) =>
    httpsChannel({ allowed: LOOPBACK, ca: receiver.ca, resolve: at('127.0.0.1'), ...parts }).post({
      deliveryId: 'd1',
      address,
      body: '{"中":1}',
      secrets: [newWebhookSecret()],
      now: '2026-11-28T13:00:00.000Z',
    });
  const failed = (failure: string) => ({ outcome: 'failed', failure });

  it('brings a fact over TLS, with its id, second and signature', async () => {
    expect(await post()).toEqual({ outcome: 'sent' });
    expect(receiver.got).toMatchObject([
      {
        body: '{"中":1}',
        headers: { 'webhook-id': 'd1', 'webhook-timestamp': '1795870800', host: `localhost:${receiver.port}` },
      },
    ]);
  });
  it.each([
    [302, 'redirected'],
    [307, 'redirected'],
    [400, 'rejected'],
    [410, 'rejected'],
    [429, 'deferred'],
    [503, 'deferred'],
  ])('an answer %i is %s, and nothing is asked a second time', async (status, failure) => {
    receiver.answers.push(status);
    expect(await post()).toEqual(failed(failure));
    expect(receiver.got).toHaveLength(1);
  });
  it('a redirect leads nowhere', async () => {
    receiver.answers.push('redirect');
    expect(await post()).toEqual(failed('redirected'));
    expect(receiver.got).toHaveLength(1);
  });
  it('whoever does not answer is slow, and so is a name that nobody resolves', async () => {
    receiver.answers.push('nothing');
    expect(await post({ withinMs: 200 })).toEqual(failed('slow'));
    expect(await post({ withinMs: 100, resolve: () => new Promise(() => undefined) })).toEqual(failed('slow'));
  });
  it('whoever is not there is away', async () => {
    expect(await post({}, 'https://localhost:1/')).toEqual(failed('away'));
    const unknown = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    expect(await post({ resolve: () => Promise.reject(unknown) })).toEqual(failed('away'));
    expect(await post({ resolve: async () => [] })).toEqual(failed('away'));
  });
  it('a certificate of an unknown authority, or for another name, is not trusted', async () => {
    const { ca: _known, ...without } = { ca: receiver.ca };
    const channel = httpsChannel({ allowed: LOOPBACK, resolve: at('127.0.0.1'), ...without });
    const posting = { deliveryId: 'd', body: '{}', secrets: [], now: '2026-11-28T13:00:00.000Z' };
    expect(await channel.post({ ...posting, address: receiver.address })).toEqual(failed('insecure'));
    expect(await post({}, receiver.address.replace('localhost', 'other.example.cn'))).toEqual(failed('insecure'));
    expect(receiver.got).toEqual([]);
  });
  it('nothing goes to an address inside, by name or by number, nor where one of several is inside', async () => {
    const none = networksOf([]);
    expect(await post({ allowed: none })).toEqual(failed('address-barred'));
    for (const host of ['127.0.0.1', '[::1]', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]'])
      expect(await post({ allowed: none }, `https://${host}:${receiver.port}/`)).toEqual(failed('address-barred'));
    const both = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ];
    expect(await post({ allowed: none, resolve: both })).toEqual(failed('address-barred'));
    expect(receiver.got).toEqual([]);
  });
  it('a name that leads elsewhere at the second look is looked at once: the line goes to what was looked at', async () => {
    let looks = 0;
    const changing = async () => {
      looks += 1;
      return [{ address: looks === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    expect(await post({ resolve: changing })).toEqual({ outcome: 'sent' });
    expect(looks).toBe(1);
    expect(await post({ resolve: changing })).toEqual(failed('address-barred'));
  });
});
