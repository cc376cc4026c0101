import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';

/** One program of `workers/` with its order; what it answered over IPC. */
export const runWorker = <T>(program: string, order: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`./workers/${program}`, import.meta.url)), [JSON.stringify(order)], {
      execArgv: ['--conditions=source', '--no-warnings'],
    });
    let answer: T | undefined;
    child.on('message', (message) => {
      answer = message as T;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      answer !== undefined && code === 0 ? resolve(answer) : reject(new Error(`${program} ended with ${String(code)}`)),
    );
  });

/** Several processes at the same time; rates add up, latencies are the worst process's. */
export const runWorkers = async (program: string, orders: readonly unknown[]): Promise<Measured> => {
  const all = await Promise.all(orders.map((order) => runWorker<Measured>(program, order)));
  return {
    perSecond: all.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p50: Math.max(...all.map(({ p50 }) => p50)),
    p99: Math.max(...all.map(({ p99 }) => p99)),
  };
};
