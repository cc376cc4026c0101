import { afterEach, describe, expect, it } from '@jest/globals';
import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelTarget } from '@jiangong/service-host/nest';
import { clearSocket, unixAddress } from '@jiangong/service-host/sockets';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'jiangong-sockets-'));
  folders.push(made);
  return made;
};
afterEach(() => folders.splice(0).forEach((made) => rmSync(made, { recursive: true })));

describe('sockets between the processes of one machine', () => {
  it('have an address as long as the system takes their path, in bytes', () => {
    expect(unixAddress(`/${'d'.repeat(106)}`)).toBe(`unix:/${'d'.repeat(106)}`);
    expect(unixAddress(`/${'d'.repeat(107)}`)).toBeUndefined();
    expect(unixAddress(`/${'建'.repeat(36)}`)).toBeUndefined();
    expect(unixAddress('relative.sock')).toBeUndefined();
  });

  it('a file that a killed process left is taken away before the next one listens; other addresses are no files', async () => {
    const path = join(folder(), 'audit.sock');
    writeFileSync(path, '');
    await clearSocket(`unix:${path}`);
    expect(existsSync(path)).toBe(false);
    await clearSocket('127.0.0.1:1');
  });

  it('carry calls: a client reaches the server that listens there', async () => {
    const address = `unix:${join(folder(), 'audit.sock')}`;
    const server = new Server();
    await new Promise<void>((resolve, reject) => {
      server.bindAsync(address, ServerCredentials.createInsecure(), (error) => (error ? reject(error) : resolve()));
    });
    const client = new Client(channelTarget(address), credentials.createInsecure());
    await expect(
      new Promise<void>((resolve, reject) => {
        client.waitForReady(Date.now() + 5_000, (error) => (error ? reject(error) : resolve()));
      }),
    ).resolves.toBeUndefined();
    client.close();
    server.forceShutdown();
  });
});
