import type { StageWindow } from '../demo/world/edition-calendar.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const SHANGHAI_MS = 8 * 60 * 60 * 1_000;

/** For each stage the days from today on which it opens and closes: planning to review are open at once, so that all can be tried. */
const DAYS = [
  ['plan', 0, 8],
  ['deliver', 0, 10],
  ['declare', 0, 12],
  ['review', 0, 14],
  ['clear', 0, 15],
  ['notice', 0, 20],
  ['score', 25, 29],
  ['decide', 34, 40],
  ['second-notice', 44, 56],
  ['commend', 57, 60],
] as const;

/** Near the year's end scoring comes so soon that a notice from today could not end before: what is open today has opened earlier then. */
const OPENED_EARLIER_DAYS = 14;

/**
 * An edition that is open today, in Asia/Shanghai. Its year is the one in which today lies, its days end with the year's last
 * (the working days of a year that is not announced yet are not known).
 */
export const windowsFrom = (now: Date): Readonly<{ year: number; stages: readonly StageWindow[] }> => {
  const today = new Date(now.getTime() + SHANGHAI_MS);
  const year = today.getUTCFullYear();
  const last = `${year}-12-31`;
  const left = Math.floor((Date.UTC(year, 11, 31) - Date.UTC(year, today.getUTCMonth(), today.getUTCDate())) / DAY_MS);
  const longest = DAYS.at(-1)?.[2] ?? 0;
  const dateAfter = (days: number): string => {
    const shrunk = left < longest ? (days === 0 ? -OPENED_EARLIER_DAYS : Math.floor((days * left) / longest)) : days;
    const date = new Date(today.getTime() + shrunk * DAY_MS).toISOString().slice(0, 10);
    return date > last ? last : date;
  };
  return {
    year,
    stages: DAYS.map(([stageId, opens, closes]) => ({
      stageId,
      opensOn: dateAfter(opens),
      closesOn: dateAfter(closes),
    })),
  };
};
