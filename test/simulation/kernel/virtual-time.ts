import type { Step } from './steps.ts';
import type { World } from './world.ts';

/** What the code under simulation uses of the clock and the dice. Each is put back by the answer of `installVirtualTime`. */
type Patched = Readonly<{
  setTimeout: typeof setTimeout;
  clearTimeout: typeof clearTimeout;
  setInterval: typeof setInterval;
  clearInterval: typeof clearInterval;
  setImmediate: typeof setImmediate;
}>;

/** The moment at which virtual time begins. */
export const EPOCH_MS = Date.UTC(2021, 0, 4, 1);

/** A timer may be late by so much, as on a busy machine; never early. */
const LATE_MS_MAX = 2;

class VirtualTimer {
  step: Step | undefined;
  stopped = false;
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

const stop = (timer: unknown): void => {
  if (!(timer instanceof VirtualTimer)) return;
  timer.stopped = true;
  if (timer.step) timer.step.cancelled = true;
};

const timersOf = (world: World) => {
  const arm = (timer: VirtualTimer, ms: number, label: string, fire: () => void): void => {
    timer.step = world.after(Math.max(0, ms) + world.dice.random() * LATE_MS_MAX, label, world.owner, fire);
  };
  return {
    setTimeout: (work: () => void, ms = 0): VirtualTimer => {
      const timer = new VirtualTimer();
      arm(timer, ms, 'timer', () => work());
      return timer;
    },
    setInterval: (work: () => void, ms = 0): VirtualTimer => {
      const timer = new VirtualTimer();
      const fire = (): void => {
        work();
        if (!timer.stopped) arm(timer, ms, 'interval', fire);
      };
      arm(timer, ms, 'interval', fire);
      return timer;
    },
    setImmediate: (work: () => void): VirtualTimer => {
      const timer = new VirtualTimer();
      timer.step = world.after(0, 'immediate', world.owner, () => work());
      return timer;
    },
    clearTimeout: stop,
    clearInterval: stop,
  };
};

/** From here on timers, the clock and the dice of this JavaScript realm are the world's. The answer puts the real ones back. */
export const installVirtualTime = (world: World): (() => void) => {
  const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;
  const real: Patched = { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate };
  const { now: realNow } = Date;
  const { random: realRandom } = Math;
  const realPerformanceNow = performance.now;
  const { stackTraceLimit } = Error;
  // Refusals and lost calls are thrown by the thousand here; nobody reads their stacks.
  Error.stackTraceLimit = 0;
  Object.assign(globalThis, timersOf(world));
  Date.now = () => EPOCH_MS + Math.floor(world.nowMs);
  Math.random = () => world.dice.random();
  performance.now = () => world.nowMs;
  return () => {
    Object.assign(globalThis, real);
    Error.stackTraceLimit = stackTraceLimit;
    Date.now = realNow;
    Math.random = realRandom;
    performance.now = realPerformanceNow;
  };
};
