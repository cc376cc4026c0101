import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from './measure.ts';

const run = (program: string, order: unknown): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`./workers/${program}`, import.meta.url)), [JSON.stringify(order)], { execArgv: ['--conditions=source', '--no-warnings'] });
    let answer: Measured | undefined;
    child.on('message', (message) => {
      answer = message as Measured;
    });
    child.on('error', reject);
    child.on('exit', (code) => (answer && code === 0 ? resolve(answer) : reject(new Error(`${program} ended with ${String(code)}`))));
  });

/** Several processes at the same time; rates add up, latencies are the worst process's. */
export const runWorkers = async (program: string, orders: readonly unknown[]): Promise<Measured> => {
  const all = await Promise.all(orders.map((order) => run(program, order)));
  return {
    perSecond: all.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p50: Math.max(...all.map(({ p50 }) => p50)),
    p99: Math.max(...all.map(({ p99 }) => p99)),
  };
};
