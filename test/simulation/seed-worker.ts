import { parentPort } from 'node:worker_threads';
import { runSeed, type SeedResult } from './run-seed.ts';

/** A seed's answer, or why it could not be played: that is a failure as well. */
export type WorkerAnswer = Readonly<{ seed: number; result: SeedResult }> | Readonly<{ seed: number; error: string }>;

const answerOf = async (seed: number): Promise<WorkerAnswer> => {
  try {
    return { seed, result: await runSeed(seed) };
  } catch (error) {
    return { seed, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort?.on('message', (seed: number) => void answerOf(seed).then((answer) => parentPort?.postMessage(answer)));
