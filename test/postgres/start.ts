import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Where the tear-down finds what the set-up started: jest runs both in one process. */
export const started: { server?: ChildProcess } = ((globalThis as Record<string, unknown>)['jiangongTestServer'] ??=
  {}) as never;

/**
 * One server for the run; a preset TEST_DATABASE_URL (its superuser's address) is used instead. It runs under a process of its
 * own, because jest reads a set-up without the `source` condition, and so that it ends even when jest is killed.
 */
export default async (): Promise<void> => {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return;
  const program = fileURLToPath(new URL('./serve.ts', import.meta.url));
  const server = spawn(process.execPath, ['--conditions=source', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.server = server;
  for await (const line of createInterface({ input: server.stdout })) {
    process.env['TEST_DATABASE_URL'] = line;
    return;
  }
  throw new Error('the test server ended before it said where it is');
};
