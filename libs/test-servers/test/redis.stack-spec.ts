import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOn, type RedisServer, startRedis } from '@jiangong/test-servers';
import { createClient } from 'redis';

const ask = async (url: string, words: readonly [string, ...string[]]): Promise<unknown> => {
  const client = createClient({ url });
  client.on('error', () => undefined); // told by the rejected question, too
  await client.connect();
  try {
    return await client.sendCommand([...words]);
  } finally {
    client.destroy();
  }
};

describeOn('redis', 'the Redis of the run', () => {
  it('answers at the address of the run', async () => {
    expect(await ask(process.env['TEST_REDIS_URL'] ?? '', ['PING'])).toBe('PONG');
  });
});

describeOn('own-redis', 'a Redis of a suite', () => {
  let directory: string;
  let redis: RedisServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jiangong-redis-'));
    redis = await startRedis({ directory });
  });
  afterAll(async () => {
    await redis.stop();
    await rm(directory, { recursive: true });
  });

  it('comes back empty, on its address, after it was killed', async () => {
    const { url, pid } = redis;
    await ask(url, ['SET', 'kept', 'no']);
    await redis.kill('SIGKILL');
    await redis.start();
    expect(redis.pid).not.toBe(pid);
    expect(await ask(url, ['GET', 'kept'])).toBeNull();
  });

  it('can be frozen and thawed', async () => {
    await redis.kill('SIGSTOP');
    const late = await Promise.race([
      ask(redis.url, ['PING']).then(() => 'answered'),
      new Promise((resolve) => setTimeout(resolve, 300, 'silent')),
    ]);
    expect(late).toBe('silent');
    await redis.kill('SIGCONT');
    expect(await ask(redis.url, ['PING'])).toBe('PONG');
  });

  it('is refused a second start while it runs', async () => {
    await expect(redis.start()).rejects.toThrow('Redis runs already');
  });
});
