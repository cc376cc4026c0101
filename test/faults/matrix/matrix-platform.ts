import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { armingFile, armingText, type Crashpoint, type CrashSignal } from '@jiangong/crashpoints';
import type { Database } from '@jiangong/database';
import { createPool } from '@jiangong/database/postgres';
import { ChildPlatform } from '../../journeys/demo/platform/child-platform.ts';
import { SERVICES } from '../fault-cases.ts';
import { isRunning } from '../is-running.ts';
import { drawPort } from './draw-port.ts';
import { readPrepared, type Prepared } from './prepared-directory.ts';

export type Service = (typeof SERVICES)[number];

/** After the last fault everything stands again and is caught up within this time (I9). */
export const RECOVERY_MS_MAX = 30_000;

/** A killed server is started again within this time. */
const POSTMASTER_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 50;
const CHECKER_CONNECTIONS_MAX = 2;
const QUIET_ASKED_MS = 2_000;

export type Status = Readonly<{
  ready: boolean;
  lag: number;
  head: number | null;
  due: number;
  busy: number;
  parked: number;
}>;
export type Compared = Readonly<{ service: string; reader: string; equal: boolean; position: number }>;
type Variables = Readonly<Record<string, string>>;

const environmentFile = (directory: string): string => join(directory, 'service-environment.json');
const crashpointsDirectory = (directory: string): string => join(directory, 'crashpoints');

/** What a case is told of the services: where crash points are armed, and what the case itself gives. */
const environmentOf = (directory: string, own: Readonly<Partial<Record<Service, Variables>>>): string =>
  JSON.stringify(
    Object.fromEntries(
      SERVICES.map((service) => [service, { CRASHPOINTS_DIRECTORY: crashpointsDirectory(directory), ...own[service] }]),
    ),
  );

export type MatrixPlatformOptions = Readonly<{
  /** A copy of the prepared directory. */
  directory: string;
  environment?: Variables;
  services?: Readonly<Partial<Record<Service, Variables>>>;
}>;

/** A running platform of the matrix, on the real clock: the handles by which it is broken, and the questions asked afterwards. */
export class MatrixPlatform {
  readonly directory: string;
  readonly prepared: Prepared;
  /** The superuser's look at the database: for checks, and for what a DBA may do. */
  readonly sql: Database;
  readonly #child: ChildPlatform;

  private constructor(directory: string, prepared: Prepared, child: ChildPlatform, sql: Database) {
    this.directory = directory;
    this.prepared = prepared;
    this.#child = child;
    this.sql = sql;
  }

  static async start({ directory, environment = {}, services = {} }: MatrixPlatformOptions): Promise<MatrixPlatform> {
    mkdirSync(crashpointsDirectory(directory), { recursive: true });
    writeFileSync(environmentFile(directory), environmentOf(directory, services), { mode: 0o600 });
    // Two copies must not want the same ports at the same moment: each draws its own.
    rmSync(join(directory, 'ports.json'), { force: true });
    const child = await ChildPlatform.start({
      dataDirectory: directory,
      port: await drawPort(),
      environment: { SERVICE_ENVIRONMENT_FILE: environmentFile(directory), ...environment },
    });
    const { database } = JSON.parse(await readFile(join(directory, 'ports.json'), 'utf8')) as { database: number };
    const password = (await readFile(join(directory, 'database', 'superuser-password'), 'utf8')).trim();
    const url = `postgres://jiangong_admin:${encodeURIComponent(password)}@127.0.0.1:${database}/jiangong`;
    const sql = createPool({
      url,
      connectionsMax: CHECKER_CONNECTIONS_MAX,
      applicationName: 'fault matrix',
      onTrouble: () => undefined,
    }); // it is killed on purpose
    return new MatrixPlatform(directory, await readPrepared(directory), child, sql);
  }

  get origin(): string {
    return this.#child.origin;
  }

  /** The last words of the supervisor. */
  lastWords(): Promise<string> {
    return ChildPlatform.lastWords(this.directory);
  }

  /** Arms a crash point of a running service: at the pass after `passes` it strikes, once. */
  arm(
    service: Service,
    name: Crashpoint,
    { signal = 'SIGKILL', passes = 0 }: Readonly<{ signal?: CrashSignal; passes?: number }> = {},
  ): void {
    writeFileSync(armingFile(crashpointsDirectory(this.directory), service, name), armingText(signal, passes));
  }

  isArmed(service: Service, name: Crashpoint): boolean {
    return existsSync(armingFile(crashpointsDirectory(this.directory), service, name));
  }

  disarm(service: Service, name: Crashpoint): void {
    rmSync(armingFile(crashpointsDirectory(this.directory), service, name), { force: true });
  }

  /** The process of a service as the supervisor knows it now. */
  async pidOf(service: Service): Promise<number> {
    const known = JSON.parse(await readFile(join(this.directory, 'children.json'), 'utf8')) as Readonly<
      Record<string, { pid: number }>
    >;
    const pid = known[service]?.pid;
    if (pid === undefined) throw new Error(`${service} has never been started`);
    return pid;
  }

  /** The database server's main process. A server that starts again has none for a moment: it is waited for. */
  async postmasterPid(): Promise<number> {
    const path = join(this.directory, 'database', 'cluster', 'postmaster.pid');
    const written = async (): Promise<string> => {
      try {
        return await readFile(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        return '';
      }
    };
    for (const until = performance.now() + POSTMASTER_WITHIN_MS; performance.now() < until; await wait(LOOK_EVERY_MS)) {
      const pid = Number((await written()).split('\n')[0]);
      if (pid > 0) return pid;
    }
    throw new Error(`the database server did not come back within ${POSTMASTER_WITHIN_MS} ms`);
  }

  async portOf(name: Service | 'database'): Promise<number> {
    return (JSON.parse(await readFile(join(this.directory, 'ports.json'), 'utf8')) as Readonly<Record<string, number>>)[
      name
    ] as number;
  }

  /** Sends a signal to a service; with one that ends it, resolves once it has ended. */
  async signal(service: Service, signal: NodeJS.Signals): Promise<number> {
    const pid = await this.pidOf(service);
    process.kill(pid, signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') while (await isRunning(pid)) await wait(LOOK_EVERY_MS);
    return pid;
  }

  /** Gives services other variables and starts them anew with them. */
  async restartWith(services: Readonly<Partial<Record<Service, Variables>>>): Promise<void> {
    const before = await this.#environments();
    writeFileSync(environmentFile(this.directory), environmentOf(this.directory, { ...before, ...services }), {
      mode: 0o600,
    });
    await Promise.all((Object.keys(services) as Service[]).map((service) => this.signal(service, 'SIGTERM')));
  }

  async #environments(): Promise<Readonly<Partial<Record<Service, Variables>>>> {
    return JSON.parse(await readFile(environmentFile(this.directory), 'utf8')) as Readonly<
      Partial<Record<Service, Variables>>
    >;
  }

  /** Waits until a service answers that it is ready, as another process than before where one was killed. */
  async ready(service: Service): Promise<void> {
    for (
      const until = performance.now() + RECOVERY_MS_MAX;
      (await this.statuses())[service]?.ready !== true;
      await wait(LOOK_EVERY_MS)
    )
      if (performance.now() > until) throw new Error(`I9: ${service} is not ready ${RECOVERY_MS_MAX} ms after its end`);
  }

  async statuses(): Promise<Readonly<Partial<Record<Service, Status>>>> {
    return (
      ((await this.#child.ask({ kind: 'statuses?' })) as { statuses?: Readonly<Partial<Record<Service, Status>>> })
        .statuses ?? {}
    );
  }

  /** Waits until all services are ready, nothing lags and nothing is due; answers how long that took. Throws after the time of I9. */
  async recovered(withinMs = RECOVERY_MS_MAX): Promise<number> {
    const started = performance.now();
    for (;;) {
      const { quiet, statuses } = (await this.#child.ask({ kind: 'quiet?', withinMs: QUIET_ASKED_MS })) as {
        quiet?: boolean;
        statuses?: unknown;
      };
      const took = performance.now() - started;
      if (quiet) return took;
      if (took > withinMs)
        throw new Error(`I9: not at rest ${withinMs} ms after the fault: ${JSON.stringify(statuses)}`);
    }
  }

  /** Every read model, rebuilt from zero beside the live one. */
  async compare(): Promise<readonly Compared[]> {
    const answer = (await this.#child.ask({ kind: 'compare?' })) as { compared?: readonly Compared[] };
    return answer.compared ?? [];
  }

  async stop(): Promise<void> {
    await this.sql.close();
    await this.#child.stop();
  }
}
