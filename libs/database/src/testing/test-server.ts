import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../postgres/embedded/embedded-postgres.ts';

/** A server of one test run, gone with its data afterwards. */
export type TestServer = Readonly<{ url: string; stop: () => Promise<void> }>;

/** Starts a server in a folder of its own. Without `durable` it does not wait for the disk: tests are faster, a crash loses data. */
export const startTestServer = async ({ durable = false }: { durable?: boolean } = {}): Promise<TestServer> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-postgres-'));
  await chmod(directory, 0o711); // mkdtemp makes 0700, and the server runs as a user of its own when we are root
  const server = await startEmbeddedPostgres({ directory, durable });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};
