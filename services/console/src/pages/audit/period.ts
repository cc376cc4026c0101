import type { Step } from '../../api/questions/audit.ts';
import { dayAfter, dayOf, endOfDay, startOfDay } from '../../components/dates.ts';
import type { AuditSearch } from '../../searches/audit.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHOWN_DAYS = 30;
const HOURS_UP_TO_DAYS = 3;
const DAYS_UP_TO = 120;

export type Period = Readonly<{ from: string; to: string; by: Step }>;

/** The part of time that is asked for, in steps that make a picture of a few hundred bars at most. */
export const periodOf = ({ from, to }: Pick<AuditSearch, 'from' | 'to'>, now: string): Period => {
  const last = to ?? now;
  const first = from ?? dayAfter(last, -SHOWN_DAYS);
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  return { from: first, to: last, by: days <= HOURS_UP_TO_DAYS ? 'hour' : days <= DAYS_UP_TO ? 'day' : 'month' };
};

const monthAfter = (day: string): string => {
  const next = new Date(`${day.slice(0, 7)}-01T00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 10);
};

/** When each step of a period begins, the quiet ones, too: a picture that leaves them out lies about time. */
export const stepsOf = ({ from, to, by }: Period): readonly string[] => {
  const end = Date.parse(endOfDay(to));
  const steps: string[] = [];
  let at = by === 'month' ? startOfDay(`${from.slice(0, 7)}-01`) : startOfDay(from);
  while (Date.parse(at) < end) {
    steps.push(at);
    if (by === 'month') at = startOfDay(monthAfter(dayOf(at)));
    else at = new Date(Date.parse(at) + (by === 'hour' ? HOUR_MS : DAY_MS)).toISOString();
  }
  return steps;
};
