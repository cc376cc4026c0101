import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readSimulationArguments, USAGE } from './arguments.ts';
import { BREACHES_TOLD_MAX } from './invariants/index.ts';
import { regressions } from './regressions.ts';
import type { WorkerAnswer } from './seed-worker.ts';

const KEPT = join(import.meta.dirname, '../../.cache/simulation');
const PROGRESS_SEEDS = 50;

/** What is to be known of a failing seed, as text; empty when all held. */
const failureOf = (answer: WorkerAnswer): string => {
  if ('error' in answer) return `seed ${answer.seed} broke off: ${answer.error}`;
  const { seed, breaches, troubles, lastSteps } = answer.result;
  if (breaches.length === 0) return '';
  const told = breaches.slice(0, BREACHES_TOLD_MAX).map(({ invariant, text }) => `  ${invariant} ${text}`);
  const more = breaches.length > told.length ? [`  and ${breaches.length - told.length} more`] : [];
  return [
    `seed ${seed} failed; again: npm run simulate -- --seed ${seed}`,
    `  faults ${JSON.stringify(troubles)}`,
    ...told,
    ...more,
    '  the last steps:',
    ...lastSteps.map((step) => `    ${step}`),
  ].join('\n');
};

const keep = (seed: number, text: string): string => {
  mkdirSync(KEPT, { recursive: true });
  const file = join(KEPT, `seed-${seed}.txt`);
  writeFileSync(file, `${text}\n`);
  return file;
};

/** Plays all seeds over some threads; `told` hears of each. */
const playAll = (seeds: readonly number[], jobs: number, told: (answer: WorkerAnswer) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const waiting = [...seeds];
    let working = 0;
    const next = (worker: Worker): void => {
      const seed = waiting.shift();
      if (seed !== undefined) return worker.postMessage(seed);
      working -= 1;
      void worker.terminate();
      if (working === 0) resolve();
    };
    for (let job = 0; job < Math.min(jobs, seeds.length); job++) {
      const worker = new Worker(new URL('./seed-worker.ts', import.meta.url));
      working += 1;
      worker.on('error', reject);
      worker.on('message', (answer: WorkerAnswer) => {
        told(answer);
        next(worker);
      });
      next(worker);
    }
  });

const main = async (): Promise<number> => {
  const given = readSimulationArguments(
    process.argv.slice(2),
    regressions.map(({ seed }) => seed),
  );
  if (given === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const { seeds, jobs } = given;
  const startedAt = performance.now();
  const failed: number[] = [];
  const sums = {
    events: 0,
    steps: 0,
    acknowledged: 0,
    refused: 0,
    unknown: 0,
    quietMsMax: 0,
    virtualMs: 0,
    byBroker: 0,
  };
  let played = 0;
  await playAll(seeds, jobs, (answer) => {
    played += 1;
    const failure = failureOf(answer);
    if (failure !== '') {
      failed.push(answer.seed);
      process.stdout.write(`${failure}\n  kept in ${keep(answer.seed, failure)}\n`);
    }
    if ('result' in answer) {
      const { events, steps, history, quietAfterMs, virtualMs, records } = answer.result;
      sums.events += events;
      sums.steps += steps;
      sums.virtualMs += virtualMs;
      sums.quietMsMax = Math.max(sums.quietMsMax, quietAfterMs);
      sums.byBroker += records === undefined ? 0 : 1;
      for (const { ending } of history) sums[ending.kind] += 1;
    }
    if (played % PROGRESS_SEEDS === 0)
      process.stdout.write(`${played} of ${seeds.length} seeds played, ${failed.length} failed\n`);
  });
  const { events, steps, acknowledged, refused, unknown, quietMsMax, virtualMs, byBroker } = sums;
  process.stdout.write(
    `${played} seeds (${byBroker} with a broker), ${failed.length} failed${failed.length > 0 ? ` (${failed.join(', ')})` : ''}; ` +
      `${acknowledged} orders acknowledged, ${refused} refused, ${unknown} unknown; ${events} events, ${steps} steps, ` +
      `${Math.round(virtualMs / 1_000)} virtual seconds, quiet after ${(quietMsMax / 1_000).toFixed(1)} s at most; ` +
      `${((performance.now() - startedAt) / 1_000).toFixed(1)} s by ${jobs} threads\n`,
  );
  return failed.length > 0 ? 1 : 0;
};

process.exitCode = await main();
