import { randomBytes } from 'node:crypto';
import { describeOn } from '@jiangong/test-servers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { silentLogger } from '@jiangong/telemetry';
import { createClient, type RedisClientType } from 'redis';
import { memoryShared } from '../src/adapters/memory/memory-shared.ts';
import { openRedisShared } from '../src/adapters/redis/redis-shared.ts';
import type { SharedMemory } from '../src/application/shared-memory.ts';
import { sharedMemoryContract } from './shared-memory-contract.ts';

const url = (): string => process.env['TEST_REDIS_URL'] ?? '';

const open = async (masterKey: Buffer): Promise<SharedMemory> =>
  openRedisShared({
    url: url(),
    password: undefined,
    masterKey,
    standIn: memoryShared(() => performance.now()),
    random: Math.random,
    log: silentLogger,
  });

describeOn('redis', 'over a real Redis', () => {
  sharedMemoryContract('Redis', async () => {
    const masterKey = randomBytes(32);
    const [one, other] = [await open(masterKey), await open(masterKey)];
    return {
      one,
      other,
      close: async () => {
        await one.close();
        await other.close();
      },
    };
  });
});

describeOn('redis', 'what stands in Redis', () => {
  const masterKey = randomBytes(32);
  let shared: SharedMemory;
  let client: RedisClientType;
  beforeAll(async () => {
    shared = await open(masterKey);
    client = createClient({ url: url() });
    client.on('error', () => undefined); // told by what fails for it
    await client.connect();
    await client.flushDb();
  });
  afterAll(async () => {
    await shared.close();
    client.destroy();
  });

  it('names no person, shows no content, and ends by itself', async () => {
    const canary = 'wang.wu-13800138000';
    await shared.rateLimits.take({ name: 'canary', perMinute: 10 }, canary);
    await shared
      .throttle({ name: 'canary', freeFailures: 1, firstWaitMs: 10, longestWaitMs: 10, forgetAfterMs: 9_000 })
      .failed(canary);
    await shared.orderAnswers.claim(`${canary} claimed`, 'ticket');
    await shared.orderAnswers.keep(canary, { body: { name: canary } });
    await shared.cache.put(canary, canary, 9_000);
    await shared.cache.forget(`${canary} forgotten`);
    await shared.readMarks.advance(canary, 4);
    const keys = await client.keys('*');
    expect(keys).toHaveLength(7);
    for (const key of keys) {
      expect(key).toMatch(/^jiangong:gateway:[a-z:-]+:[A-Za-z0-9_-]{32}$/u);
      const type = await client.type(key);
      const content = type === 'hash' ? JSON.stringify(await client.hGetAll(key)) : await client.get(key);
      expect(content).not.toContain('wang');
      expect(await client.pTTL(key)).toBeGreaterThan(0);
    }
  });

  it('of another platform is as if it were not there', async () => {
    const stranger = await open(randomBytes(32));
    await shared.cache.put('same', 'ours', 9_000);
    expect(await stranger.cache.get('same')).toBeUndefined();
    await stranger.close();
  });

  it('and was not sealed by us is not believed', async () => {
    await shared.cache.put('sealed', 'ours', 9_000);
    for (const key of await client.keys('jiangong:gateway:cache:*'))
      await client.set(key, Buffer.alloc(60, 7).toString('base64url'), { expiration: { type: 'PX', value: 9_000 } });
    expect(await shared.cache.get('sealed')).toBeUndefined();
  });
});
