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

/** Acts on due moments one after the other, in order, for ever. Each begins a trace. */
export const startSchedulerLoop = ({
  scheduler,
  clock,
  log,
  single,
  service,
  settled,
}: SchedulerParts): SchedulerLoop => {
  let stopped = false;
  let wakeUp: (() => void) | undefined;
  let woken = false;
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const round = async (): Promise<number> => {
    const moments = (await scheduler.due(clock.now())).slice(0, DUE_MOMENTS_MAX);
    const held = new Set<string>();
    let acted = 0;
    for (const { of, name, at, run } of moments) {
      if (stopped) return acted;
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
  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      let restMs = SCHEDULER_REST_MS;
      try {
        const acted = await single(round);
        if (acted === FAILED) restMs = SCHEDULER_REST_AFTER_FAILURE_MS;
        else if (acted !== undefined && acted > 0) {
          restMs = 0;
          await settled();
        }
      } catch (error) {
        log.error({ err: error }, 'the scheduler could not look at what is due');
        restMs = SCHEDULER_REST_AFTER_FAILURE_MS;
      }
      if (restMs > 0) await rest(restMs);
    }
  };
  const running = loop();
  const wake = (): void => {
    woken = true;
    wakeUp?.();
  };
  return {
    due: async () => (await scheduler.due(clock.now())).length,
    wake,
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
};
