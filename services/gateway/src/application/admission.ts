import { EdgeError } from './problem.ts';

/** Who waits longer than this for a turn is sent away: a late answer helps nobody. */
export const WAITS_MS_MAX = 500;

/** When who is sent away may come again. */
export const COME_AGAIN_SECONDS = 1;

export type AdmissionLimits = Readonly<{ inFlightMax: number; waitingMax: number }>;

export interface Admission {
  /** Does the work in its turn. Throws TOO_BUSY before anything was begun: to come again is always safe. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** No turn is left, and no place to wait: asked first of all, so that who is sent away costs next to nothing. */
  isFull(): boolean;
  inFlight(): number;
  waiting(): number;
}

type Waiting = Readonly<{ begin: () => void; timer: NodeJS.Timeout }>;

/**
 * So many requests are worked on at once, a few more wait a short while in the order they came, all others are told to come again: what
 * is accepted stays quick however much is offered.
 */
export const admission = ({ inFlightMax, waitingMax }: AdmissionLimits): Admission => {
  const queue = new Set<Waiting>();
  let inFlight = 0;

  const tooBusy = (): EdgeError => new EdgeError('TOO_BUSY', { retryAfterSeconds: COME_AGAIN_SECONDS });

  const enter = async (): Promise<void> => {
    if (inFlight < inFlightMax) {
      inFlight += 1;
      return;
    }
    if (queue.size >= waitingMax) throw tooBusy();
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.delete(waiting);
        reject(tooBusy());
      }, WAITS_MS_MAX);
      const waiting: Waiting = { begin: resolve, timer };
      queue.add(waiting);
    });
  };

  /** The place of who is done goes to who waits longest; so the number in flight stays as it is. */
  const leave = (): void => {
    const [next] = queue;
    if (next === undefined) {
      inFlight -= 1;
      return;
    }
    queue.delete(next);
    clearTimeout(next.timer);
    next.begin();
  };

  return {
    inTurn: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    isFull: () => inFlight >= inFlightMax && queue.size >= waitingMax,
    inFlight: () => inFlight,
    waiting: () => queue.size,
  };
};
