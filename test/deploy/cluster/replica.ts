import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { get } from 'node:http';
import type { Version } from './version.ts';

const READY_MS_MAX = 180_000;
const LOOK_EVERY_MS = 50;
const PROBE_MS_MAX = 3_000;

/** A container that does not end by itself within this time is killed; a platform that keeps its word never is (10 s). */
const GRACE_MS = 10_000;

export type ReplicaPlan = Readonly<{
  /** For the log and messages: `evaluation-1`. */
  name: string;
  service: string;
  environment: NodeJS.ProcessEnv;
  /** Where `/readyz` is asked. */
  health: string;
  log: string;
}>;

/** The status of a probe; `refused` when nobody listens there, `silent` when nobody answers in time (a busy machine). */
export const probe = (url: string): Promise<number | 'refused' | 'silent'> =>
  new Promise((resolve) => {
    const asked = get(url, { timeout: PROBE_MS_MAX, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 'silent');
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'silent'));
  });

const living = new Set<ChildProcess>();

/** A rehearsal that is ended in the middle leaves no processes behind. */
const endWithUs = (child: ChildProcess): void => {
  living.add(child);
  child.once('exit', () => living.delete(child));
};

process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** One process of one service, as a container runs it: told everything by environment and files, asked by probes, stopped by SIGTERM. */
export class Replica {
  readonly plan: ReplicaPlan;
  #child: ChildProcess | undefined;
  version = '';

  constructor(plan: ReplicaPlan) {
    this.plan = plan;
  }

  /** Resolves when it is ready. */
  async start(version: Version): Promise<void> {
    const { service, environment, health, log, name } = this.plan;
    const output = openSync(log, 'a');
    const child = spawn(process.execPath, [version.program(service)], {
      env: environment,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    endWithUs(child);
    this.#child = child;
    this.version = version.name;
    for (
      const until = performance.now() + READY_MS_MAX;
      (await probe(`${health}/readyz`)) !== 200;
      await wait(LOOK_EVERY_MS)
    ) {
      const fell = child.exitCode ?? child.signalCode;
      if (fell !== null || performance.now() > until)
        throw new Error(`${name} is not ready (${fell ?? 'too late'}): ${await this.lastWords()}`);
    }
  }

  async lastWords(): Promise<string> {
    return (await readFile(this.plan.log, 'utf8')).trimEnd().split('\n').slice(-3).join('\n');
  }

  /** Stops it in order; answers how long that took. Throws when it had to be killed or ended with an error. */
  async stop(): Promise<number> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const started = performance.now();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    const [code, signal] = (await ended) as [number | null, string | null];
    clearTimeout(timer);
    if (code !== 0)
      throw new Error(
        `${this.plan.name} ended with ${signal ?? code} when it was told to stop: ${await this.lastWords()}`,
      );
    return performance.now() - started;
  }
}
