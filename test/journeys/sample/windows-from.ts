import type { DueDays } from '../demo/play/acts/planning.ts';
import type { StageWindow } from '../demo/world/edition-calendar.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const SHANGHAI_MS = 8 * 60 * 60 * 1_000;

type Days = readonly (readonly [stageId: string, opens: number, closes: number])[];

/** What goes before scoring: open at once, so that all can be tried. */
const BEFORE_SCORING: Days = [
  ['plan', 0, 8],
  ['deliver', 0, 10],
  ['declare', 0, 12],
  ['review', 0, 14],
  ['clear', 0, 15],
  ['notice', 0, 20],
];
const SCORE = [25, 29] as const;
const DECIDE = [34, 40] as const;
const AFTER_DECISION: Days = [
  ['second-notice', 44, 56],
  ['commend', 57, 60],
];
const LONGEST = 60;

/** Days left of a year in which all stages, made shorter in proportion, still leave room for the second notice's working days. */
const LEFT_FOR_ALL = 40;
/** Days left in which scoring and decision still find a day each, after one that is open today. */
const LEFT_FOR_SCORING = 2;
/** Near the year's end scoring comes so soon that a notice from today could not end before: what is open today has opened earlier then. */
const OPENED_EARLIER_DAYS = 14;

/** For each stage the days from the first on which it opens and closes. */
const daysWithin = (left: number): Days => {
  const longest = left < LEFT_FOR_ALL ? DECIDE[1] : LONGEST;
  const shrunk = (days: number): number => (left < longest ? Math.floor((days * left) / longest) : days);
  const opened = left < LONGEST ? -OPENED_EARLIER_DAYS : 0;
  const scoreOpens = shrunk(SCORE[0]);
  const scoreCloses = Math.max(scoreOpens, Math.min(shrunk(SCORE[1]), shrunk(DECIDE[0]) - 1));
  const decideOpens = Math.max(shrunk(DECIDE[0]), scoreCloses + 1);
  const decideCloses = Math.max(decideOpens, shrunk(DECIDE[1]));
  // The template lets only what follows the decision run into the next year.
  const after = (days: number): number => (left < LEFT_FOR_ALL ? decideCloses + days - DECIDE[1] : shrunk(days));
  return [
    ...BEFORE_SCORING.map(
      ([stageId, , closes]) => [stageId, opened, Math.min(shrunk(closes), scoreOpens - 1)] as const,
    ),
    ['score', scoreOpens, scoreCloses],
    ['decide', decideOpens, decideCloses],
    ...AFTER_DECISION.map(([stageId, opens, closes]) => [stageId, after(opens), after(closes)] as const),
  ];
};

/**
 * An edition that is open today, in Asia/Shanghai: of the year in which today lies, its stages the shorter the later it is. On the
 * year's last two days nothing is left of it: then it is the next year's, whose planning opens with its first day.
 */
export const windowsFrom = (now: Date): Readonly<{ year: number; stages: readonly StageWindow[] }> => {
  const here = new Date(now.getTime() + SHANGHAI_MS);
  const today = Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate());
  const left = Math.round((Date.UTC(here.getUTCFullYear(), 11, 31) - today) / DAY_MS);
  const isOver = left < LEFT_FOR_SCORING;
  const year = here.getUTCFullYear() + (isOver ? 1 : 0);
  const first = isOver ? Date.UTC(year, 0, 1) : today;
  const dateAfter = (days: number): string => new Date(first + days * DAY_MS).toISOString().slice(0, 10);
  return {
    year,
    stages: daysWithin(isOver ? LONGEST : left).map(([stageId, opens, closes]) => ({
      stageId,
      opensOn: dateAfter(opens),
      closesOn: dateAfter(closes),
    })),
  };
};

/** Days from today to the end of the delivery, so that nothing of the sample is overdue on the day on which it is loaded. */
export const dueWithin = (stages: readonly StageWindow[], now: Date): DueDays => {
  const deliver = stages.find(({ stageId }) => stageId === 'deliver');
  if (deliver === undefined) throw new Error('the sample has a stage of delivering');
  const here = new Date(now.getTime() + SHANGHAI_MS);
  const today = Date.UTC(here.getUTCFullYear(), here.getUTCMonth(), here.getUTCDate());
  const left = Math.max(0, Math.round((Date.parse(deliver.closesOn) - today) / DAY_MS));
  const dateAfter = (days: number): string => new Date(today + days * DAY_MS).toISOString().slice(0, 10);
  return { begun: dateAfter(Math.ceil(left / 2)), done: dateAfter(left), over: dateAfter(left) };
};
