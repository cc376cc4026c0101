import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDataDirectory, ensureSecrets } from '../src/data-directory.ts';
import { DataDirectoryTaken, lockDataDirectory } from '../src/data-lock.ts';
import { knownChildren, ORPHAN_ENDS_WITHIN_MS } from '../src/known-children.ts';
import { choosePorts } from '../src/ports.ts';
import { identify, isAlive, type ProcessIdentity } from '../src/process-identity.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-supervisor-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const sleeper = async (): Promise<{ child: ChildProcess; identity: ProcessIdentity }> => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const identity = await identify(child.pid as number);
  if (!identity) throw new Error('the sleeper did not start');
  return { child, identity };
};

/** Has heard that it shall end, and does not. */
const deaf = async (): Promise<ProcessIdentity> => {
  const program = "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000)";
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  return (await identify(child.pid as number)) as ProcessIdentity;
};

describe('the lock of a data directory', () => {
  it('is given to one and given back', async () => {
    const release = await lockDataDirectory(directory);
    await expect(lockDataDirectory(directory)).rejects.toThrow(DataDirectoryTaken);
    await release();
    await (
      await lockDataDirectory(directory)
    )();
    expect(await readdir(directory)).toEqual(['supervisor.lock.2']);
  });

  it('of a process that is no more counts for nothing, even when its id lives on in another', async () => {
    await writeFile(join(directory, 'supervisor.lock.4'), JSON.stringify({ pid: process.pid, startedAtTicks: '1' }));
    await (
      await lockDataDirectory(directory)
    )();
  });

  it('of a living process holds, until that is killed', async () => {
    const { child, identity } = await sleeper();
    await writeFile(join(directory, 'supervisor.lock.1'), JSON.stringify(identity));
    await expect(lockDataDirectory(directory)).rejects.toThrow(`process ${identity.pid} already runs the platform`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (
      await lockDataDirectory(directory)
    )();
  });

  it('goes to exactly one of many that start over a stale one', async () => {
    await writeFile(join(directory, 'supervisor.lock.1'), JSON.stringify({ pid: 1, startedAtTicks: 'never' }));
    for (let round = 0; round < 20; round++) {
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDirectory(directory)));
      const taken = results.filter((result) => result.status === 'fulfilled');
      expect(taken).toHaveLength(1);
      await taken[0]?.value();
    }
  });
});

describe('children of a killed run', () => {
  it('are ended at the next start, and nobody who got their id since', async () => {
    const { child, identity } = await sleeper();
    const bystander = await sleeper();
    const children = knownChildren(directory);
    children.remember('audit', identity);
    children.remember('gateway', { ...bystander.identity, startedAtTicks: '1' });
    expect(await knownChildren(directory).endOrphans()).toEqual(['audit']);
    expect(await isAlive(identity)).toBe(false);
    expect(await isAlive(bystander.identity)).toBe(true);
    expect(await knownChildren(directory).endOrphans()).toEqual([]);
    child.kill('SIGKILL');
    bystander.child.kill('SIGKILL');
  });

  it('that do not listen take the time of one together: services wait for a database that died with their supervisor', async () => {
    const children = knownChildren(directory);
    for (const service of ['audit', 'gateway', 'membership']) children.remember(service, await deaf());
    const begun = performance.now();
    expect(await knownChildren(directory).endOrphans()).toEqual(['audit', 'gateway', 'membership']);
    expect(performance.now() - begun).toBeLessThan(2 * ORPHAN_ENDS_WITHIN_MS);
  }, 30_000);
});

describe('secrets', () => {
  it('are made once, readable by us alone, and the same ever after', async () => {
    const data = await ensureDataDirectory(join(directory, 'data'));
    const first = await ensureSecrets(data);
    expect(first.serviceTokenPublicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    expect(new Set(Object.values(first.databasePasswords)).size).toBe(7);
    expect(await ensureSecrets(await ensureDataDirectory(join(directory, 'data')))).toEqual(first);
    for (const name of await readdir(join(data.path, 'secrets')))
      expect((await stat(join(data.path, 'secrets', name))).mode & 0o777).toBe(0o600);
  });
});

describe('ports', () => {
  it('are kept between runs, each of its own; a taken one is replaced, a wanted one is not', async () => {
    const gateway = { host: '127.0.0.1' };
    const first = await choosePorts(directory, gateway);
    expect(new Set(Object.values(first)).size).toBe(8);
    for (const port of Object.values(first)) expect(port).toBeLessThan(32_768);
    expect(await choosePorts(directory, gateway)).toEqual(first);
    const squatter = createServer().listen(first.audit, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await choosePorts(directory, gateway);
    expect(second).toEqual({ ...first, audit: second.audit });
    expect(second.audit).not.toBe(first.audit);
    await expect(choosePorts(directory, { port: first.audit, host: '127.0.0.1' })).rejects.toThrow(
      `port ${first.audit} is taken`,
    );
    squatter.close();
    expect(JSON.parse(await readFile(join(directory, 'ports.json'), 'utf8'))).toEqual(second);
  });
});
