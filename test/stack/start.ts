import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import startPostgres from '../postgres/start.ts';
import { neededServers } from './needed-servers.ts';

/** Where the tear-down finds what the set-up started: jest runs both in one process. */
export const started: { servers?: ChildProcess; postgres?: boolean } = ((globalThis as Record<string, unknown>)[
  'jiangongStackServers'
] ??= {}) as never;

/** What is read of jest's own configuration of the run. */
type JestRun = Readonly<{ testPathPatterns: Readonly<{ patterns: readonly string[] }> }>;

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * PostgreSQL as for the integration tests, and the servers that the chosen spec files name (`describeOn('kafka', …)`). They run under a
 * process of their own, because jest reads a set-up without the `source` condition, and so that they end even when jest is killed.
 */
export default async ({ testPathPatterns }: JestRun): Promise<void> => {
  const kinds = await neededServers(ROOT, testPathPatterns.patterns);
  if (process.env['TEST_DATABASE_URL'] === undefined) {
    started.postgres = true;
    await startPostgres();
  }
  if (kinds.length === 0) return;
  const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const servers = spawn(process.execPath, ['--conditions=source', '--no-warnings', program, ...kinds], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  started.servers = servers;
  for await (const line of createInterface({ input: servers.stdout })) {
    Object.assign(process.env, JSON.parse(line));
    return;
  }
  throw new Error('the servers ended before they said where they are');
};
