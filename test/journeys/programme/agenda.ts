import type { LocalDate } from '@jiangong/calendar';
import type { Platform } from '../demo/platform/platform.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';

/** Something that is due on a day; it may bring about more. `place`: among those of one day, the lower is first. */
export type Step = Readonly<{
  on: LocalDate;
  place: number;
  what: string;
  act: () => Promise<readonly Step[]>;
}>;

const isBefore = (one: Step, other: Step): boolean =>
  one.on === other.on ? one.place < other.place : one.on < other.on;

/** The first of all; of equal ones the one that was entered first. */
const firstOf = (steps: readonly Step[]): Step | undefined =>
  steps.reduce<Step | undefined>(
    (first, step) => (first === undefined || isBefore(step, first) ? step : first),
    undefined,
  );

/**
 * Takes the steps day by day, whoever's they are: several editions run through one year beside each other, as they do in a committee. A
 * step that a past day would have brought is taken today.
 */
export const keepAgenda = async (
  platform: Platform,
  from: LocalDate,
  steps: readonly Step[],
  tell: (step: Step, today: LocalDate) => void,
): Promise<void> => {
  const waiting = [...steps];
  let today = from;
  for (let next = firstOf(waiting); next !== undefined; next = firstOf(waiting)) {
    waiting.splice(waiting.indexOf(next), 1);
    if (next.on > today) {
      today = next.on;
      await platform.moveClock(morningOf(today));
    } else await platform.untilQuiet();
    tell(next, today);
    try {
      waiting.push(...(await next.act()));
    } catch (error) {
      throw new Error(`${today}, ${next.what}: ${(error as Error).message}`, { cause: error });
    }
  }
  await platform.untilQuiet();
};
