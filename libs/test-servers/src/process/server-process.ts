import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
const TERM_WAIT_MS = 20_000;
const LAST_WORDS_CHARS_MAX = 4_000;

export type ServerCommand = Readonly<{
  /** For error messages. */
  name: string;
  command: string;
  args: readonly string[];
  /** Further variables; the parent's environment is handed on. */
  environment?: NodeJS.ProcessEnv;
  /** What the server says is appended here. */
  logFile: string;
}>;

/**
 * A server as a child process. The kernel kills it when its parent dies, however that ends (`setpriv --pdeathsig`), so that no test
 * run leaves one behind.
 */
export class ServerProcess {
  readonly #options: ServerCommand;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  readonly pid: number;

  private constructor(options: ServerCommand, child: ChildProcess, pid: number) {
    this.#options = options;
    this.#child = child;
    this.pid = pid;
    this.#ended = once(child, 'exit').then(() => undefined);
  }

  static async start(options: ServerCommand): Promise<ServerProcess> {
    await mkdir(dirname(options.logFile), { recursive: true });
    const log = await open(options.logFile, 'a');
    try {
      const child = spawn('setpriv', ['--pdeathsig', 'KILL', options.command, ...options.args], {
        stdio: ['ignore', log.fd, log.fd],
        env: { ...process.env, ...options.environment },
      });
      await once(child, 'spawn');
      if (child.pid === undefined) throw new Error(`${options.name} has no process`);
      return new ServerProcess(options, child, child.pid);
    } finally {
      await log.close();
    }
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Sends a signal. After one that ends the server, resolves when it has ended; throws when it does not. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    if (!this.running) return;
    this.#child.kill(signal);
    if (signal !== 'SIGKILL' && signal !== 'SIGTERM' && signal !== 'SIGINT') return;
    const waiting = new AbortController();
    const late = sleep(TERM_WAIT_MS, 'late', { signal: waiting.signal }).catch(() => 'ended'); // aborted: nobody waits any more
    const outcome = await Promise.race([this.#ended, late]);
    waiting.abort();
    if (outcome === 'late')
      throw new Error(`${this.#options.name} (process ${this.pid}) did not end within ${TERM_WAIT_MS} ms of ${signal}`);
  }

  /** Asks until the answer is yes. Throws with the server's last words when it ended, or when the time is over. */
  async until(isReady: () => Promise<boolean>, withinMs: number): Promise<void> {
    for (const deadline = performance.now() + withinMs; ; await sleep(LOOK_EVERY_MS)) {
      if (!this.running)
        throw new Error(`${this.#options.name} ended before it was ready:\n${await this.#lastWords()}`);
      if (await isReady()) return;
      if (performance.now() > deadline)
        throw new Error(`${this.#options.name} was not ready within ${withinMs} ms:\n${await this.#lastWords()}`);
    }
  }

  async #lastWords(): Promise<string> {
    return (await readFile(this.#options.logFile, 'utf8')).slice(-LAST_WORDS_CHARS_MAX);
  }
}
