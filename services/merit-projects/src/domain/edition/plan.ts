import {
  addCalendarDays,
  calendarDaysBetween,
  countWorkingDays,
  type HolidayTable,
  type Instant,
  isLocalDate,
  isWorkingDay,
  isYearNotKnown,
  type LocalDate,
  startOfDay,
  type YearNotKnown,
  yearOf,
} from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { noticeAbout, type NoticeRule } from '../programme.ts';
import { noticeAnsweredAt, noticeEndsAt } from '../working-days.ts';
import { type Calendar, declaringClosesAt, noticeStages, type Scheduled } from './calendar-rules.ts';
import { editionDecider } from './decider.ts';
import type { StageScheduled } from './facts.ts';
import { calendarOf, scheduling } from './opening.ts';
import type { OpenEdition } from './orders.ts';
import type { EditionRefusal } from './refusals.ts';
import type { Edition } from './state.ts';

/** Whether a day is worked, as far as anybody has entered its year. */
export type Worked = 'yes' | 'no' | 'unknown';

export type PlannedStage = StageScheduled['data'] &
  Readonly<{
    parties: readonly string[];
    opensOnWorkingDay: Worked;
    closesOnWorkingDay: Worked;
    /** Both ends included; null: a year is not known. */
    workingDays: number | null;
  }>;

export type PlannedNotice = NoticeRule &
  Readonly<{
    stageId: string | null;
    /** Of a notice that begins with its stage. */
    endsAt: Instant | null;
    answeredAt: Instant | null;
    /** The last day of its stage on which one can begin and still be over in time. */
    lastDayToBegin: LocalDate | null;
  }>;

/** What an opening would make, before anything is stored. `refusal`: why it would not. */
export type Plan = Readonly<{
  refusal: EditionRefusal | null;
  stages: readonly PlannedStage[];
  notices: readonly PlannedNotice[];
  yearsMissing: readonly number[];
}>;

const worked = (holidays: HolidayTable, day: LocalDate): Worked => {
  const working = isWorkingDay(holidays, day);
  if (isYearNotKnown(working)) return 'unknown';
  return working ? 'yes' : 'no';
};

const isReal = ({ opensOn, closesOn }: Scheduled): boolean =>
  isLocalDate(opensOn) && isLocalDate(closesOn) && opensOn <= closesOn;

const plannedStage = (order: OpenEdition, stage: Scheduled): PlannedStage => {
  const { holidays } = order;
  const { opensOn, closesOn } = stage;
  const first = worked(holidays, opensOn);
  // Counting leaves its first day out.
  const others = countWorkingDays(holidays, opensOn, closesOn);
  return {
    ...scheduling(order, stage).data,
    parties: stage.by,
    opensOnWorkingDay: first,
    closesOnWorkingDay: worked(holidays, closesOn),
    workingDays: isYearNotKnown(others) || first === 'unknown' ? null : others + (first === 'yes' ? 1 : 0),
  };
};

const known = <T extends string>(answer: T | YearNotKnown): T | null => (isYearNotKnown(answer) ? null : answer);

/** The later a notice begins, the later it is over: halved until the last day that is in time is found. */
const lastDay = ({ opensOn, closesOn }: Scheduled, inTime: (from: Instant) => boolean): LocalDate | null => {
  if (!inTime(startOfDay(opensOn))) return null;
  let [fits, over] = [0, calendarDaysBetween(opensOn, closesOn) + 1];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (inTime(startOfDay(addCalendarDays(opensOn, middle)))) fits = middle;
    else over = middle;
  }
  return addCalendarDays(opensOn, fits);
};

/** By when a notice must be over, and what of it: the rules by which a calendar is refused. */
const inTimeFor = (calendar: Calendar, rule: NoticeRule) => {
  const { entrance, second } = noticeStages(calendar);
  const { stages, holidays } = calendar;
  if (rule.about === 'own')
    return (from: Instant): boolean => {
      const endsAt = noticeEndsAt(holidays, from, rule);
      return !isYearNotKnown(endsAt) && endsAt < declaringClosesAt(calendar);
    };
  if (rule.about === 'entries') {
    if (!entrance) return undefined;
    return (from: Instant): boolean => {
      const answeredAt = noticeAnsweredAt(holidays, from, rule);
      return !isYearNotKnown(answeredAt) && answeredAt <= entrance.opensAt;
    };
  }
  const after = second && stages.slice(stages.indexOf(second) + 1).find(({ act }) => act === 'commend');
  if (!after) return undefined;
  return (from: Instant): boolean => {
    const endsAt = noticeEndsAt(holidays, from, rule);
    return !isYearNotKnown(endsAt) && endsAt < after.closesAt;
  };
};

const plannedNotice = (calendar: Calendar, rule: NoticeRule): PlannedNotice => {
  const { own, first, second } = noticeStages(calendar);
  // Of two rules about the same the first is played, and only it has a stage.
  const played = noticeAbout(calendar.tables, rule.about) === rule;
  const stage = played ? { own, entries: first, proposed: second }[rule.about] : undefined;
  if (!stage) return { ...rule, stageId: null, endsAt: null, answeredAt: null, lastDayToBegin: null };
  const inTime = inTimeFor(calendar, rule);
  return {
    ...rule,
    stageId: stage.stageId,
    endsAt: known(noticeEndsAt(calendar.holidays, stage.opensAt, rule)),
    answeredAt: known(noticeAnsweredAt(calendar.holidays, stage.opensAt, rule)),
    lastDayToBegin: inTime ? lastDay(stage, inTime) : null,
  };
};

const yearsOf = ({ opensOn, closesOn }: Scheduled): readonly number[] =>
  Array.from({ length: yearOf(closesOn) - yearOf(opensOn) + 1 }, (_, at) => yearOf(opensOn) + at);

/**
 * What opening by this order would store, or why it would be refused, with its calendar as far as it can be told. Decided by the
 * rule book of the opening itself.
 */
export const planOf = (edition: Edition, order: OpenEdition): Plan => {
  const decided = editionDecider.decide(edition, order);
  const refusal = isRefusal(decided) ? decided : null;
  const calendar = calendarOf(order);
  if ('reason' in calendar || !calendar.stages.every(isReal))
    return { refusal, stages: [], notices: [], yearsMissing: [] };
  const years = new Set(calendar.stages.flatMap(yearsOf));
  return {
    refusal,
    stages: calendar.stages.map((stage) => plannedStage(order, stage)),
    notices: calendar.tables.notices.map((rule) => plannedNotice(calendar, rule)),
    yearsMissing: [...years].filter((year) => !order.holidays.has(year)).toSorted((a, b) => a - b),
  };
};
