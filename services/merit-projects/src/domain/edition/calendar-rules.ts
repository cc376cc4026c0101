import {
  type DayWindow,
  type HolidayTable,
  type Instant,
  type InstantWindow,
  instantsOf,
  isLocalDate,
  isYearNotKnown,
  yearOf,
} from '@jiangong/calendar';
import { firstRefusal } from '@jiangong/wording';
import {
  type EditionTables,
  hasEntriesNotice,
  isScored,
  INTAKE_ACTS,
  noticeAbout,
  ownNoticeOf,
  type StageRule,
} from '../programme.ts';
import { noticeAnsweredAt, noticeEndsAt } from '../working-days.ts';
import type { EditionRefusal } from './refusals.ts';
import { admissionOf, entranceOf } from './state.ts';

/** A stage of the template with the window it is to have. */
/** `closings`: how often it was closed; undefined before it was ever scheduled. */
export type Scheduled = StageRule & DayWindow & InstantWindow & Readonly<{ closings?: number }>;

/** Every stage of a calendar, in the template's order, and what its rules need to know. */
export type Calendar = Readonly<{
  year: number;
  tables: EditionTables;
  stages: readonly Scheduled[];
  holidays: HolidayTable;
  /** Of the stage that an order moves; null: all are new. Faults are named there. */
  moved: string | null;
}>;

const fieldOf = ({ moved }: Calendar, { stageId }: StageRule, name: 'opensOn' | 'closesOn'): string =>
  moved === null ? `stages.${stageId}.${name}` : name;

export const windowRefusal = (window: DayWindow, path: string): EditionRefusal | undefined => {
  if (!isLocalDate(window.opensOn)) return { reason: 'DATE_INVALID', field: `${path}opensOn` };
  if (!isLocalDate(window.closesOn)) return { reason: 'DATE_INVALID', field: `${path}closesOn` };
  return window.closesOn < window.opensOn
    ? { reason: 'STAGE_CLOSES_BEFORE_IT_OPENS', field: `${path}closesOn` }
    : undefined;
};

/**
 * An edition's days lie in its year, or so many years later as the template has its own. A stage that was over and is open again has
 * its last day from those who reopened it.
 */
const yearRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  for (const stage of calendar.stages) {
    const last = calendar.year + stage.yearsAfter.closes;
    const stray = (['opensOn', 'closesOn'] as const).find((name) => {
      if (name === 'closesOn' && (stage.closings ?? 0) > 0 && stage.stageId !== calendar.moved) return false;
      const year = yearOf(stage[name]);
      return year < calendar.year || year > last;
    });
    if (stray)
      return {
        reason: 'STAGE_OUTSIDE_YEAR',
        field: fieldOf(calendar, stage, stray),
        details: { from: calendar.year, to: last },
      };
  }
  return undefined;
};

const orderRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  for (const [index, stage] of calendar.stages.entries()) {
    const before = calendar.stages[index - 1];
    if (before && stage.opensOn < before.opensOn)
      return {
        reason: 'STAGES_OUT_OF_ORDER',
        field: fieldOf(calendar, stage, 'opensOn'),
        details: { before: before.stageId },
      };
  }
  return undefined;
};

/** What entries go through before they enter ends before they do: else some would wait for a stage that comes too late. */
const intakeRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  const acts = [...INTAKE_ACTS, 'review', 'clear', 'notice'];
  for (const gate of new Set([entranceOf(calendar.stages), admissionOf(calendar.tables, calendar.stages)])) {
    if (!gate) continue;
    const before = calendar.stages.slice(0, calendar.stages.indexOf(gate));
    const late = before.find(({ act, closesAt }) => acts.includes(act) && closesAt > gate.opensAt);
    if (late)
      return {
        reason: 'INTAKE_ENDS_AFTER_SCORING_OPENS',
        field: fieldOf(calendar, late, 'closesOn'),
        details: { stage: late.stageId, scoringOpensAt: gate.opensAt },
      };
  }
  return undefined;
};

/** A decision comes after the scores it is taken upon; where it may run beside them, it at least does not end before. */
const decisionRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  for (const [index, stage] of calendar.stages.entries()) {
    if (stage.act !== 'decide') continue;
    const scored = calendar.stages.slice(0, index).findLast(isScored);
    if (!scored) continue;
    const inTime = stage.beside ? stage.closesAt >= scored.closesAt : stage.opensAt >= scored.closesAt;
    if (!inTime)
      return {
        reason: 'DECISION_ENDS_BEFORE_SCORING',
        field: fieldOf(calendar, stage, stage.beside ? 'closesOn' : 'opensOn'),
        details: { stage: stage.stageId, scoringClosesAt: scored.closesAt },
      };
  }
  return undefined;
};

/** The stages in which notices begin, and the one before which the first of them must be over. */
export const noticeStages = ({ tables, stages }: Calendar) => {
  const entrance = entranceOf(stages);
  const at = entrance ? stages.indexOf(entrance) : stages.length;
  const own = ownNoticeOf(tables)?.stage.stageId;
  return {
    /** What nominators make known before they declare. */
    own: stages.find(({ stageId }) => stageId === own),
    entrance,
    /** The public notice of the entries, and the second one of those proposed for an honour. */
    first: hasEntriesNotice(tables)
      ? stages.slice(0, at).find(({ act, stageId }) => act === 'notice' && stageId !== own)
      : undefined,
    second: stages.slice(at + 1).find(({ act }) => act === 'notice'),
  };
};

/** When the last stage of declaring is over. */
export const declaringClosesAt = ({ stages }: Calendar): Instant =>
  stages
    .filter(({ act }) => act === 'declare')
    .reduce((latest, { closesAt }) => (closesAt > latest ? closesAt : latest), '');

/** What a nominator makes known on the first day can be over while it declares. */
const ownNoticeRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  const { own } = noticeStages(calendar);
  const rule = noticeAbout(calendar.tables, 'own');
  if (!own || !rule) return undefined;
  const field = fieldOf(calendar, own, 'opensOn');
  const endsAt = noticeEndsAt(calendar.holidays, own.opensAt, rule);
  if (isYearNotKnown(endsAt)) return { ...endsAt, field };
  const closesAt = declaringClosesAt(calendar);
  return endsAt < closesAt
    ? undefined
    : { reason: 'OWN_NOTICE_CANNOT_END_IN_TIME', field, details: { endsAt, declaringClosesAt: closesAt } };
};

/** Even a notice of the stage's first day would not be over, with a last-minute objection answered, when scoring opens. */
const firstNoticeRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  const { entrance, first } = noticeStages(calendar);
  const rule = noticeAbout(calendar.tables, 'entries');
  if (!entrance || !first || !rule) return undefined;
  const field = fieldOf(calendar, first, 'opensOn');
  const answeredAt = noticeAnsweredAt(calendar.holidays, first.opensAt, rule);
  if (isYearNotKnown(answeredAt)) return { ...answeredAt, field };
  return answeredAt <= entrance.opensAt
    ? undefined
    : {
        reason: 'NOTICE_CANNOT_END_IN_TIME',
        field,
        details: { answeredAt, scoringOpensAt: entrance.opensAt },
      };
};

/** The second notice can be over before the stage of the commendation is. */
const secondNoticeRefusal = (calendar: Calendar): EditionRefusal | undefined => {
  const { second } = noticeStages(calendar);
  const rule = noticeAbout(calendar.tables, 'proposed');
  if (!second || !rule) return undefined;
  const after = calendar.stages.slice(calendar.stages.indexOf(second) + 1).find(({ act }) => act === 'commend');
  if (!after) return undefined;
  const field = fieldOf(calendar, second, 'opensOn');
  const endsAt = noticeEndsAt(calendar.holidays, second.opensAt, rule);
  // A year that nobody has entered yet decides nothing here: the notice itself will be counted when it begins.
  if (isYearNotKnown(endsAt)) return undefined;
  return endsAt < after.closesAt
    ? undefined
    : { reason: 'NOTICE_CANNOT_END_IN_TIME', field, details: { answeredAt: endsAt, scoringOpensAt: after.closesAt } };
};

/** Why a calendar can not work; asked at the opening and at every rescheduling alike. */
export const calendarRefusal = (calendar: Calendar): EditionRefusal | undefined =>
  firstRefusal<EditionRefusal>(
    ...calendar.stages.map((stage) => windowRefusal(stage, calendar.moved === null ? `stages.${stage.stageId}.` : '')),
  ) ??
  yearRefusal(calendar) ??
  orderRefusal(calendar) ??
  intakeRefusal(calendar) ??
  decisionRefusal(calendar) ??
  ownNoticeRefusal(calendar) ??
  firstNoticeRefusal(calendar) ??
  secondNoticeRefusal(calendar);

/**
 * Scoring is moved to an earlier day while notices may run that began in time for the old one. Decided without looking at any entry:
 * whatever was published until now was published in time for `before`.
 */
export const movedBeforeNoticesRefusal = (
  calendar: Calendar,
  before: Instant,
  now: Instant,
): EditionRefusal | undefined => {
  const { entrance, first } = noticeStages(calendar);
  const rule = noticeAbout(calendar.tables, 'entries');
  if (!entrance || !first || !rule || now < first.opensAt || entrance.opensAt >= before) return undefined;
  const latest = noticeAnsweredAt(calendar.holidays, now < first.closesAt ? now : first.closesAt, rule);
  if (isYearNotKnown(latest)) return { ...latest, field: 'opensOn' };
  const answeredAt = latest < before ? latest : before;
  return entrance.opensAt < answeredAt
    ? { reason: 'SCORING_BEFORE_NOTICES_END', field: 'opensOn', details: { answeredAt } }
    : undefined;
};

export const scheduledOf = (rule: StageRule, { opensOn, closesOn }: DayWindow): Scheduled => {
  const real = isLocalDate(opensOn) && isLocalDate(closesOn);
  const instants = real ? instantsOf({ opensOn, closesOn }) : { opensAt: '', closesAt: '' };
  return { ...rule, opensOn, closesOn, ...instants };
};
