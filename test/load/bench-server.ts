import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '@jiangong/database';
import { createPool, ensureRoles, ensureSchemas, startEmbeddedPostgres, urlOf } from '@jiangong/database/postgres';
import { installLog } from '@jiangong/event-store/postgres';
import pg from 'pg';

/** A database of a bench on a server with fsync on. */
export type BenchDatabase = Readonly<{ adminUrl: string; url: string; admin: Database }>;
export type BenchServer = Readonly<{ version: string; fresh: () => Promise<BenchDatabase>; stop: () => Promise<void> }>;

/** Emmett's pools say that they are closed before they are, and fall over when the server closes them meanwhile. */
const connectionsGone = async (admin: Database): Promise<void> => {
  for (const until = performance.now() + 10_000; performance.now() < until;) {
    const { rows } = await admin.query(
      "select 1 from pg_stat_activity where datname = current_database() and application_name <> 'jiangong'",
    );
    if (rows.length === 0) return;
  }
};

/** The embedded server on the disk of the temporary folder, or the one at DATABASE_URL. Durable, as in production. */
export const startBenchServer = async (): Promise<BenchServer> => {
  const given = process.env['DATABASE_URL'];
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-bench-'));
  await chmod(directory, 0o711);
  const server = given === undefined ? await startEmbeddedPostgres({ directory }) : undefined;
  const serverUrl = given ?? (server as { url: string }).url;
  const maintenance = createPool({ url: serverUrl, connectionsMax: 1 });
  const password = randomBytes(24).toString('base64url');
  const role = { service: 'bench', password, log: 'writes' } as const;
  const opened: BenchDatabase[] = [];
  const stopAll = async (): Promise<void> => {
    for (const { admin, adminUrl } of opened) {
      await connectionsGone(admin);
      await admin.close();
      await maintenance.query(`drop database ${pg.escapeIdentifier(new URL(adminUrl).pathname.slice(1))} with (force)`);
    }
    await maintenance.close();
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  };
  // A bench that is told to end is stopped by the signal, and again by its own end.
  let stopped: Promise<void> | undefined;
  return {
    version: (await maintenance.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
    fresh: async () => {
      const name = `bench_${randomUUID().replaceAll('-', '')}`;
      await maintenance.query(`create database ${pg.escapeIdentifier(name)}`);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      const admin = createPool({ url: url.toString(), connectionsMax: 2, statementTimeoutMs: 600_000 });
      await ensureRoles(admin, [role]);
      await ensureSchemas(admin, [role]);
      await installLog(admin);
      const database = { adminUrl: url.toString(), url: urlOf(url.toString(), role), admin };
      opened.push(database);
      return database;
    },
    stop: () => (stopped ??= stopAll()),
  };
};
