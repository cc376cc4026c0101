import type { Logger } from '@jiangong/telemetry';
import type { Worker } from '../worker.ts';

/** How long a worker rests when there was nothing to do. */
export const WORKER_REST_MS = 1_000;

/** How long it rests after a turn that failed. */
export const WORKER_REST_AFTER_FAILURE_MS = 5_000;

export type WorkerLoop = Readonly<{ stop(): Promise<void> }>;

export type WorkerRests = Readonly<{ restMs: number; restAfterFailureMs: number }>;

const RESTS: WorkerRests = { restMs: WORKER_REST_MS, restAfterFailureMs: WORKER_REST_AFTER_FAILURE_MS };

/** Lets a worker take its turns, one after the other, until it is stopped; a turn under way is waited for. */
export const startWorkerLoop = (worker: Worker, log: Logger, rests: WorkerRests = RESTS): WorkerLoop => {
  let stopped = false;
  let wake: (() => void) | undefined;
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const turn = async (): Promise<number> => {
    try {
      return (await worker.turn()) > 0 ? 0 : rests.restMs;
    } catch (error) {
      log.error({ err: error, worker: worker.name }, 'a turn of a worker failed; it is taken again');
      return rests.restAfterFailureMs;
    }
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const restMs = await turn();
      if (restMs > 0 && !stopped) await rest(restMs);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopped = true;
      wake?.();
      await running;
      await worker.close();
    },
  };
};

/** Starts all workers of a service; they are stopped together. */
export const startWorkers = (workers: readonly Worker[], log: Logger): WorkerLoop => {
  const loops = workers.map((worker) => startWorkerLoop(worker, log));
  return { stop: async () => void (await Promise.all(loops.map((loop) => loop.stop()))) };
};
