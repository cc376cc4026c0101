import { type ChildProcess, fork } from 'node:child_process';
import { restartWaitMs, STEADY_AFTER_MS } from './backoff.ts';
import {
  type FromChild,
  isFromChild,
  type ReaderCompared,
  type ServiceStatus,
  type ToChild,
} from './child-messages.ts';
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

/** A service rebuilds all its read models within this time. */
export const COMPARE_WITHIN_MS = 120_000;

type Answer = Extract<FromChild, { kind: 'status' | 'compared' }>;

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
  #lastId = 0;
  readonly #waiters = new Map<number, (answer: Answer | undefined) => void>();

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
    const child = fork(program, [], {
      execArgv: [...nodeOptions],
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    if (child.stdout) this.#options.log.follow(child.stdout);
    if (child.stderr) this.#options.log.follow(child.stderr);
    child.on('message', (message) => this.#hear(child, message));
    child.on('error', (error) => this.#options.onTrouble(error));
    child.once('exit', (code, signal) => this.#ended(child, code, signal));
    this.#identity = child.pid === undefined ? Promise.resolve(undefined) : identify(child.pid);
    void this.#identity.then(
      (identity) => identity && this.#options.onStarted(identity),
      (error: Error) => this.#options.onTrouble(error),
    );
  }

  #hear(child: ChildProcess, message: unknown): void {
    if (child !== this.#child || !isFromChild(message)) return;
    if (message.kind === 'ready') {
      this.#ready = true;
      this.#readySinceMs = performance.now();
    }
    if (message.kind === 'status' || message.kind === 'compared') this.#waiters.get(message.id)?.(message);
    this.#options.onMessage(message);
  }

  #ended(child: ChildProcess, code: number | null, signal: string | null): void {
    if (child !== this.#child) return;
    const steady = this.#ready && performance.now() - this.#readySinceMs > STEADY_AFTER_MS;
    this.#child = undefined;
    this.#ready = false;
    for (const answer of this.#waiters.values()) answer(undefined);
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

  /** Asks; `undefined` when it does not run, ends meanwhile, or does not answer in time. */
  #ask(question: 'status?' | 'compare?', withinMs: number): Promise<Answer | undefined> {
    const id = ++this.#lastId;
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
    const timer = setTimeout(() => resolve(undefined), withinMs);
    this.#waiters.set(id, resolve);
    if (!this.say({ kind: question, id })) resolve(undefined);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiters.delete(id);
    });
  }

  async status(): Promise<ServiceStatus | undefined> {
    const answer = await this.#ask('status?', STATUS_WITHIN_MS);
    return answer?.kind === 'status' ? answer.status : undefined;
  }

  /** Has it rebuild its read models beside the live ones. Throws when it does not manage to. */
  async compare(): Promise<readonly ReaderCompared[]> {
    const answer = await this.#ask('compare?', COMPARE_WITHIN_MS);
    if (answer?.kind !== 'compared')
      throw new Error(`${this.name} did not compare its read models within ${COMPARE_WITHIN_MS} ms`);
    if (answer.why !== undefined) throw new Error(`${this.name} could not compare its read models: ${answer.why}`);
    return answer.compared;
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
