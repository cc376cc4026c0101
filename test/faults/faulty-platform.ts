import { setTimeout as wait } from 'node:timers/promises';
import { ChildPlatform } from '../journeys/demo/platform/child-platform.ts';
import type { Platform, SetUpLink } from '../journeys/demo/platform/platform.ts';
import { type FaultCase, SERVICES, type Target } from './fault-cases.ts';
import { isRunning } from './is-running.ts';

/** Between the moment when all runs again and the next kill. */
const CALM_MS_MIN = 300;
const CALM_MS_MAX = 2_500;

/** After a fault everything stands again within this time, and after the last one everything is caught up (I9). */
export const RECOVERY_MS_MAX = 30_000;

const LOOK_EVERY_MS = 50;

export type Kill = Readonly<{ target: Target; recoveredMs: number }>;

export type FaultyPlatformOptions = Readonly<{
  dataDirectory: string;
  now: string;
  fault: FaultCase;
  /** 0 ≤ x < 1, from the printed seed. */
  dice: () => number;
  onKill: (target: Target) => void;
}>;

type Compared = Readonly<{ service: string; reader: string; equal: boolean; position: number }>;

/**
 * The platform of the story, whose parts are killed while it runs. Kills begin with the first move of the clock (the platform is
 * set up by then) and go on until `calm`. Every question is asked again when the supervisor died under it.
 */
export class FaultyPlatform implements Platform {
  readonly kills: Kill[] = [];
  readonly origin: string;
  readonly setUpLink: SetUpLink | null;
  readonly #options: FaultyPlatformOptions;
  #inner: Promise<ChildPlatform>;
  #now: string;
  #killing: Promise<void> | undefined;
  #ending = false;

  private constructor(options: FaultyPlatformOptions, inner: ChildPlatform) {
    this.#options = options;
    this.#inner = Promise.resolve(inner);
    this.#now = options.now;
    this.origin = inner.origin;
    this.setUpLink = inner.setUpLink;
  }

  static async start(options: FaultyPlatformOptions): Promise<FaultyPlatform> {
    return new FaultyPlatform(options, await ChildPlatform.start(options));
  }

  async moveClock(now: string): Promise<void> {
    if (this.#killing === undefined) {
      this.#killing = this.#killOnAndOn();
      this.#killing.catch(() => undefined); // told by `calm`; the run goes on until then, or until it meets the same trouble
    }
    await this.untilQuiet();
    this.#now = now; // a supervisor that is started from here on begins at this moment
    await this.#patiently((inner) => inner.ask({ kind: 'set-clock', now }));
    await this.untilQuiet();
  }

  untilQuiet(): Promise<void> {
    return this.#patiently((inner) => inner.untilQuiet());
  }

  /** Ends the killing; throws what went wrong with it. */
  async calm(): Promise<void> {
    this.#ending = true;
    await this.#killing;
  }

  /** Every read model, rebuilt from zero beside the live one. */
  async compare(): Promise<readonly Compared[]> {
    const answer = (await (await this.#inner).ask({ kind: 'compare?' })) as { compared?: readonly Compared[] };
    return answer.compared ?? [];
  }

  async stop(): Promise<void> {
    this.#ending = true;
    await this.#killing?.catch(() => undefined); // told by `calm` already, or the run has failed anyway
    await (await this.#inner).stop();
  }

  /** Asks the supervisor; when that was replaced meanwhile, asks the new one. */
  async #patiently<T>(ask: (inner: ChildPlatform) => Promise<T>): Promise<T> {
    for (;;) {
      const asked = this.#inner;
      try {
        return await ask(await asked);
      } catch (error) {
        if (this.#inner === asked) throw error;
      }
    }
  }

  async #killOnAndOn(): Promise<void> {
    const { fault, dice, onKill } = this.#options;
    for (let turn = 0; ; turn++) {
      await wait((fault.calmTimes ?? 1) * (CALM_MS_MIN + dice() * (CALM_MS_MAX - CALM_MS_MIN)));
      if (this.#ending) return;
      const target = fault.targets[turn % fault.targets.length] as Target;
      onKill(target);
      const started = performance.now();
      if (target === 'supervisor') await this.#killSupervisor();
      else await this.#killPart(target);
      await this.#allReady();
      this.kills.push({ target, recoveredMs: performance.now() - started });
    }
  }

  async #killPart(service: Target): Promise<void> {
    const inner = await this.#inner;
    const { pid } = (await inner.ask({ kind: 'kill', service, signal: 'SIGKILL' })) as { pid?: number | null };
    if (typeof pid !== 'number') throw new Error(`${service} did not run when it was to be killed`);
    while (await isRunning(pid)) await wait(LOOK_EVERY_MS);
  }

  async #killSupervisor(): Promise<void> {
    const { dataDirectory } = this.#options;
    const old = await this.#inner;
    const pid = old.pid;
    if (pid === undefined) throw new Error('the supervisor did not run when it was to be killed');
    const { promise, resolve, reject } = Promise.withResolvers<ChildPlatform>();
    promise.catch(() => undefined); // whoever asks next is told
    this.#inner = promise;
    process.kill(pid, 'SIGKILL');
    while (await isRunning(pid)) await wait(LOOK_EVERY_MS);
    ChildPlatform.start({ dataDirectory, now: this.#now }).then(resolve, reject);
    await promise;
  }

  /** Until every service runs and is ready again. */
  async #allReady(): Promise<void> {
    for (const until = performance.now() + RECOVERY_MS_MAX; ; await wait(LOOK_EVERY_MS)) {
      const { statuses = {} } = (await (await this.#inner).ask({ kind: 'statuses?' })) as {
        statuses?: Readonly<Record<string, { ready: boolean }>>;
      };
      const missing = SERVICES.filter((service) => statuses[service]?.ready !== true);
      if (missing.length === 0) return;
      if (performance.now() > until)
        throw new Error(`not ready ${RECOVERY_MS_MAX} ms after a kill: ${missing.join(', ')}`);
    }
  }
}
