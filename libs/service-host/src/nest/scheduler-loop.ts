import { attributeNames, type Logger, spanNames } from '@jiangong/telemetry';
import { inSpan } from '@jiangong/telemetry/node';
import type { Clock } from '../ground.ts';
import { DUE_MOMENTS_MAX, type Scheduler } from '../scheduler.ts';

/** How long the loop rests when nothing is due. */
export const SCHEDULER_REST_MS = 500;

/** How long it rests after a moment that failed: it is tried again, since it is still due. */
export const SCHEDULER_REST_AFTER_FAILURE_MS = 2_000;

export type SchedulerLoop = Readonly<{
  /** Moments due now: 0 when everything that has passed was acted on. */
  due(): Promise<number>;
  /** Looks at once instead of at the end of the rest: the clock was moved. */
  wake(): void;
  stop(): Promise<void>;
}>;

/** `single` runs its argument only while this process is the one that schedules (an advisory lock); else it gives undefined. */
export type Single = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/** Some moment of the round failed: the next round waits. */
const FAILED = -1;

export type SchedulerParts = Readonly<{
  scheduler: Scheduler;
  clock: Clock;
  log: Logger;
  single: Single;
  service: string;
  /** Waits a while until what was just done is seen by `due`, which would name the same moments again. */
  settled: () => Promise<unknown>;
}>;

type Rest = Readonly<{ for: (ms: number) => Promise<void>; begin: () => void; wake: () => void }>;

/** A rest that a wake ends, also one that came before it began. */
const restUntilWoken = (): Rest => {
  let wakeUp: (() => void) | undefined;
  let woken = false;
  return {
    begin: () => {
      woken = false;
    },
    for: (ms) =>
      new Promise((resolve) => {
        if (woken) return resolve();
        const timer = setTimeout(resolve, ms);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => {
      woken = true;
      wakeUp?.();
    },
  };
};

/** Acts on what is due now: how many moments, or FAILED. After one that failed the later ones of the same wait. */
const actOnDue = async (
  { scheduler, clock, log, service }: SchedulerParts,
  isStopped: () => boolean,
): Promise<number> => {
  const moments = (await scheduler.due(clock.now())).slice(0, DUE_MOMENTS_MAX);
  const held = new Set<string>();
  let acted = 0;
  for (const { of, name, at, run } of moments) {
    if (isStopped()) return acted;
    if (held.has(of)) continue;
    try {
      await inSpan(
        { scope: service, name: spanNames.moment, parent: null, attributes: { [attributeNames.moment]: at } },
        async () => {
          await run();
          log.info({ moment: name, at }, 'moment acted on');
        },
      );
      acted += 1;
    } catch (error) {
      held.add(of);
      log.error(
        { err: error, moment: name, at },
        'a due moment failed; it stays due, and so do the later ones of the same',
      );
    }
  }
  return held.size > 0 ? FAILED : acted;
};

/** Acts on due moments one after the other, in order, for ever. Each begins a trace. */
export const startSchedulerLoop = (parts: SchedulerParts): SchedulerLoop => {
  const { scheduler, clock, log, single, settled } = parts;
  const rest = restUntilWoken();
  let stopped = false;
  const loop = async (): Promise<void> => {
    while (!stopped) {
      rest.begin();
      let restMs = SCHEDULER_REST_MS;
      try {
        const acted = await single(() => actOnDue(parts, () => stopped));
        if (acted === FAILED) restMs = SCHEDULER_REST_AFTER_FAILURE_MS;
        else if (acted !== undefined && acted > 0) {
          restMs = 0;
          await settled();
        }
      } catch (error) {
        log.error({ err: error }, 'the scheduler could not look at what is due');
        restMs = SCHEDULER_REST_AFTER_FAILURE_MS;
      }
      if (restMs > 0 && !stopped) await rest.for(restMs);
    }
  };
  const running = loop();
  return {
    due: async () => (await scheduler.due(clock.now())).length,
    wake: rest.wake,
    stop: async () => {
      stopped = true;
      rest.wake();
      await running;
    },
  };
};
