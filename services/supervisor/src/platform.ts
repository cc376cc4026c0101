import { join } from 'node:path';
import type { FromChild, ReaderCompared, ServiceStatus, SetUpLink } from './child-messages.ts';
import type { PlatformDatabase } from './database.ts';
import type { KnownChildren } from './known-children.ts';
import { nodeOptions, type Plan, serviceEnvironment } from './service-environment.ts';
import { isAlarming, type ServiceLog, serviceLog } from './service-log.ts';
import { SERVICE_NAMES, type ServiceName } from './service-names.ts';
import { ServiceProcess } from './service-process.ts';

/** All services are ready within this time, or the start has failed. */
export const START_WITHIN_MS = 60_000;

/** A service that falls so often before it was ever ready does not start. */
export const FALLS_WHILE_STARTING_MAX = 4;

/** A service drains within this time after it was told to stop; then it is ended. */
export const DRAIN_WITHIN_MS = 10_000;

const LOOK_EVERY_MS = 20;

export type PlatformOptions = Readonly<{
  plan: Plan;
  database: Pick<PlatformDatabase, 'pid'>;
  children: KnownChildren;
  /** The compiled program of a service. */
  programOf: (service: ServiceName) => string;
  movedClock: string | undefined;
  showLogs: boolean;
  /** A line for whoever watches. */
  say: (line: string) => void;
  /** Told when a service has become ready for the first time. */
  onReady?: (service: ServiceName) => void;
}>;

/** A service could not be started: the message holds its last words. */
export class StartFailed extends Error {
  override readonly name = 'StartFailed';
}

/** All services of one machine, started and watched. */
export class Platform {
  readonly #options: PlatformOptions;
  readonly #services = new Map<ServiceName, ServiceProcess>();
  readonly #logs = new Map<ServiceName, ServiceLog>();
  /** Where each service's clock stands, as far as it has told. */
  readonly #clocks = new Map<ServiceName, string>();
  #movedClock: string | undefined;
  #setUpLink: SetUpLink | undefined;
  #stopping = false;

  constructor(options: PlatformOptions) {
    this.#options = options;
    this.#movedClock = options.movedClock;
    for (const name of SERVICE_NAMES) this.#services.set(name, this.#serviceOf(name));
  }

  #serviceOf(name: ServiceName): ServiceProcess {
    const { plan, children, programOf, say, showLogs } = this.#options;
    const trouble = (error: Error): void => say(`${name}: ${error.message}`);
    const log = serviceLog({
      folder: plan.data.logs,
      service: name,
      show: say,
      shown: (line) => showLogs || isAlarming(line),
      onTrouble: trouble,
    });
    this.#logs.set(name, log);
    return new ServiceProcess({
      name,
      log,
      dice: Math.random,
      launch: () => {
        const environment = serviceEnvironment(name, plan, this.#movedClock);
        if (this.#movedClock !== undefined) this.#clocks.set(name, this.#movedClock);
        return { program: programOf(name), nodeOptions: nodeOptions(name, plan), environment };
      },
      onStarted: (identity) => children.remember(name, identity),
      onMessage: (message) => this.#hear(name, message),
      onFell: ({ code, signal, waitMs }) =>
        say(`${name} ended (${signal ?? `exit ${code}`}); starting it again in ${waitMs} ms`),
      onTrouble: trouble,
    });
  }

  #hear(name: ServiceName, message: FromChild): void {
    if (message.kind === 'ready') this.#options.onReady?.(name);
    if (message.kind === 'clock-set') this.#clocks.set(name, message.now);
    if (message.kind === 'set-up-link') this.#setUpLink = { url: message.url, code: message.code };
  }

  /** The gateway's one-time link and its code, while nobody has set the platform up. */
  get setUpLink(): SetUpLink | undefined {
    return this.#setUpLink;
  }

  get allReady(): boolean {
    return [...this.#services.values()].every(({ ready }) => ready);
  }

  /** Starts all services; resolves when all are ready, throws `StartFailed` when one can not be brought up. */
  async start(): Promise<void> {
    for (const service of this.#services.values()) service.start();
    const until = performance.now() + START_WITHIN_MS;
    while (!this.allReady) {
      if (this.#stopping) throw new StartFailed('stopped while starting');
      for (const [name, service] of this.#services)
        if (service.restarts >= FALLS_WHILE_STARTING_MAX)
          throw this.#failure(name, `ended ${service.restarts} times while starting`);
      if (performance.now() > until) {
        const late = [...this.#services].filter(([, { ready }]) => !ready).map(([name]) => name);
        throw this.#failure(
          late[0] as ServiceName,
          `not ready within ${START_WITHIN_MS} ms (waiting for ${late.join(', ')})`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  #failure(name: ServiceName, what: string): StartFailed {
    const words = (this.#logs.get(name)?.lastLines() ?? []).map((line) => `  ${line}`).join('\n');
    return new StartFailed(
      `${name} ${what}. Its last words (all of them: ${join(this.#options.plan.data.logs, `${name}.log`)}):\n${words}`,
    );
  }

  /** Moves every clock; resolves when all services stand there, those included that are being started again. */
  async setClock(now: string, withinMs: number): Promise<boolean> {
    if (this.#movedClock === undefined) throw new Error('this platform runs on real time');
    const target = new Date(now).toISOString();
    if (target < this.#movedClock) throw new Error(`a clock does not go back: ${this.#movedClock} → ${target}`);
    this.#movedClock = target;
    const moved = [...this.#services].filter(([name]) => name !== 'gateway');
    for (const [, service] of moved) service.say({ kind: 'set-clock', now: target });
    const until = performance.now() + withinMs;
    while (!moved.every(([name, service]) => service.ready && this.#clocks.get(name) === target)) {
      if (performance.now() > until || this.#stopping) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    return true;
  }

  /** How each service stands; `undefined` for one that does not answer. */
  async statuses(): Promise<Readonly<Record<ServiceName, ServiceStatus | undefined>>> {
    const all = await Promise.all(
      [...this.#services].map(
        async ([name, service]) => [name, service.ready ? await service.status() : undefined] as const,
      ),
    );
    return Object.fromEntries(all) as Record<ServiceName, ServiceStatus | undefined>;
  }

  /** Every read model of every service, rebuilt from zero beside the live one. One service after the other: it is work. */
  async compare(): Promise<readonly (ReaderCompared & Readonly<{ service: ServiceName }>)[]> {
    const all: (ReaderCompared & { service: ServiceName })[] = [];
    for (const [name, service] of this.#services)
      all.push(...(await service.compare()).map((one) => ({ ...one, service: name })));
    return all;
  }

  /** For fault tests: sends a signal to a service or to the database; answers the process it went to. */
  kill(target: ServiceName | 'database', signal: NodeJS.Signals): number | undefined {
    if (target !== 'database') return this.#services.get(target)?.kill(signal);
    const pid = this.#options.database.pid();
    if (pid !== undefined) process.kill(pid, signal);
    return pid;
  }

  /** The gateway first, so that no new work comes in; then all others at once. The database is not ours to stop. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#services.get('gateway')?.stop(DRAIN_WITHIN_MS);
    await Promise.all([...this.#services.values()].map((service) => service.stop(DRAIN_WITHIN_MS)));
  }
}
