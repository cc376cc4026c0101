import type { Clock } from '../ground.ts';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that stands until it is moved: for the demo, where the supervisor moves it. It never goes back. */
export const movedClock = (start: string): Clock & { move(now: string): void } => {
  let current = new Date(start).toISOString();
  return {
    now: () => current,
    move: (now) => {
      const next = new Date(now).toISOString();
      if (next < current) throw new Error(`a clock does not go back: ${current} → ${next}`);
      current = next;
    },
  };
};
