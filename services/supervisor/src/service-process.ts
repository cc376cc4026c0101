import { type ChildProcess, fork } from 'node:child_process';
import { restartWaitMs, STEADY_AFTER_MS } from './backoff.ts';
import { type FromChild, isFromChild, type ServiceStatus, type ToChild } from './child-messages.ts';
import { ended, identify, type ProcessIdentity, putDown } from './process-identity.ts';
import type { ServiceLog } from './service-log.ts';

/** How a service is started. Asked anew for each start: the environment holds where a moved clock stands. */
export type Launch = Readonly<{ program: string; nodeOptions: readonly string[]; environment: NodeJS.ProcessEnv }>;

export type ServiceProcessOptions = Readonly<{
  name: string;
  launch: () => Launch;
  log: ServiceLog;
  /** Told of each start at once, before anything else. */
  onStarted: (identity: ProcessIdentity) => void;
  onMessage: (message: FromChild) => void;
  /** Told of each end that nobody asked for, and when it will be started again. */
  onFell: (fall: Readonly<{ code: number | null; signal: string | null; restart: number; waitMs: number }>) => void;
  /** Told when an attempt to start or restart it failed in the supervisor itself. */
  onTrouble: (error: Error) => void;
  dice: () => number;
}>;

/** A status that does not come within this time counts as none. */
export const STATUS_WITHIN_MS = 5_000;

/** One service: its process, started again whenever it ends without having been told to. */
export class ServiceProcess {
  readonly name: string;
  readonly #options: ServiceProcessOptions;
  #child: ChildProcess | undefined;
  #identity: Promise<ProcessIdentity | undefined> = Promise.resolve(undefined);
  #ready = false;
  #readySinceMs = 0;
  #restarts = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #nextStatusId = 1;
  readonly #statusWaiters = new Map<number, (status: ServiceStatus) => void>();

  constructor(options: ServiceProcessOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** Ends in a row since it was last steady. */
  get restarts(): number {
    return this.#restarts;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const { program, nodeOptions, environment } = this.#options.launch();
    // A process group of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    const child = fork(program, [], { execArgv: [...nodeOptions], env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.#child = child;
    if (child.stdout) this.#options.log.follow(child.stdout);
    if (child.stderr) this.#options.log.follow(child.stderr);
    child.on('message', (message) => this.#hear(child, message));
    child.on('error', (error) => this.#options.onTrouble(error));
    child.once('exit', (code, signal) => this.#ended(child, code, signal));
    this.#identity = child.pid === undefined ? Promise.resolve(undefined) : identify(child.pid);
    void this.#identity.then((identity) => identity && this.#options.onStarted(identity), (error: Error) => this.#options.onTrouble(error));
  }

  #hear(child: ChildProcess, message: unknown): void {
    if (child !== this.#child || !isFromChild(message)) return;
    if (message.kind === 'ready') {
      this.#ready = true;
      this.#readySinceMs = performance.now();
    }
    if (message.kind === 'status') {
      this.#statusWaiters.get(message.id)?.(message.status);
      this.#statusWaiters.delete(message.id);
    }
    this.#options.onMessage(message);
  }

  #ended(child: ChildProcess, code: number | null, signal: string | null): void {
    if (child !== this.#child) return;
    const steady = this.#ready && performance.now() - this.#readySinceMs > STEADY_AFTER_MS;
    this.#child = undefined;
    this.#ready = false;
    if (this.#stopping) return;
    this.#restarts = steady ? 1 : this.#restarts + 1;
    const waitMs = restartWaitMs(this.#restarts, this.#options.dice());
    this.#options.onFell({ code, signal, restart: this.#restarts, waitMs });
    this.#timer = setTimeout(() => this.start(), waitMs);
  }

  /** Sends a message; false when there is nobody to hear it. */
  say(message: ToChild): boolean {
    const child = this.#child;
    if (!child?.connected) return false;
    child.send(message, (error) => error && this.#options.onTrouble(error));
    return true;
  }

  /** How the service stands; `undefined` when it does not run or does not answer in time. */
  status(): Promise<ServiceStatus | undefined> {
    const id = this.#nextStatusId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#statusWaiters.delete(id);
        resolve(undefined);
      }, STATUS_WITHIN_MS);
      const answer = (status: ServiceStatus | undefined): void => {
        clearTimeout(timer);
        resolve(status);
      };
      this.#statusWaiters.set(id, answer);
      if (!this.say({ kind: 'status?', id })) {
        this.#statusWaiters.delete(id);
        answer(undefined);
      }
    });
  }

  /** Sends a signal to the running process, for fault tests; answers its id, or `undefined` when it does not run. */
  kill(signal: NodeJS.Signals): number | undefined {
    const pid = this.#child?.pid;
    return this.#child?.kill(signal) ? pid : undefined;
  }

  /** Tells it to stop, waits, and ends it when it does not within the time. It is not started again. */
  async stop(withinMs: number): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const identity = await this.#identity;
    if (identity && this.#child) await putDown(identity, withinMs);
    if (identity) await ended(identity, withinMs);
    await this.#options.log.flushed();
  }
}
