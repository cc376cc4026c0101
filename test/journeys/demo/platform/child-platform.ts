import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPILED } from './compiled.ts';
import type { Platform, SetUpLink } from './platform.ts';

const SUPERVISOR = fileURLToPath(new URL('../../../../services/supervisor/dist/main.js', import.meta.url));

const READY_WITHIN_MS = 120_000;
const ANSWER_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 30_000;
const OUTPUT = 'platform.log';
const LAST_LINES_MAX = 40;

/** The story makes more requests from one address than people do; the limits themselves stay on. */
const BUSY_ADDRESS = {
  REQUESTS_PER_MINUTE_ADDRESS: '1000000',
  REQUESTS_PER_MINUTE_SESSION: '1000000',
  SIGN_IN_FREE_FAILURES_ADDRESS: '1000',
};

export type ChildPlatformOptions = Readonly<{
  dataDirectory: string;
  /** Where the clock stands at the start; absent: the real clock, which nobody moves. */
  now?: string;
  /** Of the gateway; absent: the supervisor chooses. */
  port?: number;
  /** What the supervisor is told beside this program's own environment. */
  environment?: Readonly<Record<string, string>>;
  /** The compiled supervisor of another checkout: for runs that compare two. */
  supervisor?: string;
}>;

type Message = Readonly<{
  id?: number | null;
  kind: string;
  why?: string;
  url?: string;
  setUpLink?: SetUpLink | null;
  quiet?: boolean;
  statuses?: unknown;
}>;

type Waiting = Readonly<{ resolve: (message: Message) => void; reject: (error: Error) => void }>;

/** The supervisor as a child with an IPC channel: the only way to a clock that can be moved. */
export class ChildPlatform implements Platform {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  origin = '';
  setUpLink: SetUpLink | null = null;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message: Message) => this.#hear(message));
    child.on('exit', (code, signal) => this.#end(new Error(`the supervisor ended (${signal ?? `exit ${code}`})`)));
  }

  /** Its output goes to a file: the platform may outlive this program. */
  static async start({
    dataDirectory,
    now,
    port,
    environment,
    supervisor = SUPERVISOR,
  }: ChildPlatformOptions): Promise<ChildPlatform> {
    const output = openSync(join(dataDirectory, OUTPUT), 'a');
    const clock = now === undefined ? [] : ['--moved-clock', now];
    const given = ['--data', dataDirectory, ...clock, ...(port === undefined ? [] : ['--port', String(port)])];
    const child = spawn(process.execPath, [supervisor, ...given], {
      stdio: ['ignore', output, output, 'ipc'],
      env: { ...process.env, ...BUSY_ADDRESS, NODE_COMPILE_CACHE: COMPILED, ...environment },
      detached: true,
    });
    closeSync(output);
    const platform = new ChildPlatform(child);
    const ready = await platform.#await(0, READY_WITHIN_MS, 'did not get ready').catch(async (error: Error) => {
      await platform.stop();
      throw new Error(`${error.message}; it last said:\n${await ChildPlatform.lastWords(dataDirectory)}`, {
        cause: error,
      });
    });
    platform.origin = String(ready.url);
    platform.setUpLink = ready.setUpLink ?? null;
    return platform;
  }

  /** The last lines of what the supervisor said. */
  static async lastWords(dataDirectory: string): Promise<string> {
    const text = await readFile(join(dataDirectory, OUTPUT), 'utf8');
    return text.trimEnd().split('\n').slice(-LAST_LINES_MAX).join('\n');
  }

  /** The supervisor's process: for runs that kill it. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  async moveClock(now: string): Promise<void> {
    await this.untilQuiet();
    await this.ask({ kind: 'set-clock', now });
    await this.untilQuiet();
  }

  async untilQuiet(): Promise<void> {
    const { quiet, statuses } = await this.ask({ kind: 'quiet?' });
    if (!quiet) throw new Error(`the platform does not come to rest: ${JSON.stringify(statuses)}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    if (this.#child.connected) this.#child.disconnect();
    const ended = once(this.#child, 'exit');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Leaves the platform running when this program ends. */
  async letGo(): Promise<void> {
    await this.ask({ kind: 'let-go' });
    this.#child.disconnect();
    this.#child.unref();
  }

  /** Asks the supervisor over the channel; see `FromDriver` in services/supervisor. */
  ask(question: Readonly<Record<string, unknown>>): Promise<Message> {
    const id = ++this.#lastId;
    const answer = this.#await(id, ANSWER_WITHIN_MS, `no answer to ${String(question['kind'])}`);
    this.#child.send({ withinMs: ANSWER_WITHIN_MS - 5_000, ...question, id });
    return answer;
  }

  #await(id: number, withinMs: number, what: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the platform ${what} within ${withinMs} ms`)), withinMs);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (message) => (done(), resolve(message)),
        reject: (error) => (done(), reject(error)),
      });
    });
  }

  #hear(message: Message): void {
    const waiting = this.#waiting.get(message.kind === 'ready' ? 0 : Number(message.id));
    if (message.kind === 'failed') waiting?.reject(new Error(message.why));
    else waiting?.resolve(message);
  }

  #end(error: Error): void {
    for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
  }
}
