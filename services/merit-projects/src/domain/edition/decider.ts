import type { Decider } from '@jiangong/event-store';
import {
  endOfDay,
  type InstantWindow,
  instantsOf,
  isLocalDate,
  isWorkingDay,
  isYearNotKnown,
  LOCAL_YEAR_MAX,
  LOCAL_YEAR_MIN,
  localDateOf,
  shippedHolidays,
} from '@jiangong/calendar';
import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { LATE_ENTRY_STAGES, type Stage, STAGES } from '../stage.ts';
import type { EditionFact } from './facts.ts';
import type { AllowLateEntry, CloseStage, EditionOrder, OpenEdition, OpenStage, RescheduleStage } from './orders.ts';
import type { EditionReason, EditionRefusal } from './refusals.ts';
import { noticeCalendarRefusal } from './notice-calendar.ts';
import { type Edition, evolveEdition, noEdition, type OpenEditionState, windowsOf } from './state.ts';

type Decision = readonly EditionFact[] | EditionRefusal;

const wholeNumberRefusal = (
  value: number,
  range: Readonly<{ field: string; min: number; max: number; reason: EditionReason }>,
): EditionRefusal | undefined =>
  Number.isInteger(value) && value >= range.min && value <= range.max
    ? undefined
    : { reason: range.reason, field: range.field, details: { min: range.min, max: range.max } };

/** A date that exists and whose year's working days are known (periods are counted from and to such days). */
const dateRefusal = (date: string, field: string): EditionRefusal | undefined => {
  if (!isLocalDate(date)) return { reason: 'DATE_INVALID', field };
  const working = isWorkingDay(shippedHolidays, date);
  return isYearNotKnown(working) ? { reason: working.reason, field, details: working.details } : undefined;
};

const windowRefusal = (
  window: Readonly<{ opensOn: string; closesOn: string }>,
  path: string,
): EditionRefusal | undefined =>
  dateRefusal(window.opensOn, `${path}opensOn`) ??
  dateRefusal(window.closesOn, `${path}closesOn`) ??
  (window.closesOn < window.opensOn ? { reason: 'STAGE_CLOSES_BEFORE_IT_OPENS', field: `${path}closesOn` } : undefined);

const stagesRefusal = ({ stages }: OpenEdition): EditionRefusal | undefined => {
  if (stages.length !== STAGES.length || STAGES.some((stage) => !stages.some((window) => window.stage === stage)))
    return { reason: 'STAGES_INCOMPLETE', field: 'stages' };
  return (
    firstRefusal(...stages.map((window) => windowRefusal(window, `stages.${window.stage}.`))) ??
    orderRefusal(new Map(stages.map((window) => [window.stage, window.opensOn])))
  );
};

const orderRefusal = (opensOn: ReadonlyMap<Stage, string>): EditionRefusal | undefined => {
  for (const [index, stage] of STAGES.entries()) {
    const before = STAGES[index - 1];
    if (before && (opensOn.get(stage) ?? '') < (opensOn.get(before) ?? ''))
      return { reason: 'STAGES_OUT_OF_ORDER', field: `stages.${stage}.opensOn` };
  }
  return undefined;
};

/** Of stages that are known to be complete and to have real dates. */
const noticeRoomRefusal = ({ stages, noticeWorkingDays }: OpenEdition): EditionRefusal | undefined => {
  const opensAt = (stage: Stage): string =>
    stages.filter((window) => window.stage === stage).map((window) => instantsOf(window).opensAt)[0] ?? '';
  const opens = { notice: opensAt('notice'), scoring: opensAt('scoring') };
  return noticeCalendarRefusal(opens, noticeWorkingDays, 'stages.notice.opensOn');
};

const openEdition = (edition: Edition, order: OpenEdition): Decision => {
  if (edition.kind === 'open') return { reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year: order.year } };
  const title = { charactersMax: limits.TITLE_CHARACTERS_MAX, lines: 'one' } as const;
  const refusal = firstRefusal<EditionRefusal>(
    wholeNumberRefusal(order.year, {
      field: 'year',
      min: LOCAL_YEAR_MIN,
      max: LOCAL_YEAR_MAX,
      reason: 'YEAR_OUT_OF_RANGE',
    }),
    textRefusal(order.titleZh, { field: 'titleZh', ...title }),
    textRefusal(order.titleEn, { field: 'titleEn', ...title }),
    wholeNumberRefusal(order.quota, { field: 'quota', min: 1, max: limits.QUOTA_MAX, reason: 'QUOTA_OUT_OF_RANGE' }),
    wholeNumberRefusal(order.noticeWorkingDays, {
      field: 'noticeWorkingDays',
      min: limits.NOTICE_WORKING_DAYS_MIN,
      max: limits.NOTICE_WORKING_DAYS_MAX,
      reason: 'WORKING_DAYS_OUT_OF_RANGE',
    }),
    wholeNumberRefusal(order.objectionWorkingDays, {
      field: 'objectionWorkingDays',
      min: limits.OBJECTION_WORKING_DAYS_MIN,
      max: limits.OBJECTION_WORKING_DAYS_MAX,
      reason: 'WORKING_DAYS_OUT_OF_RANGE',
    }),
    stagesRefusal(order),
  );
  if (refusal) return refusal;
  const noRoom = noticeRoomRefusal(order);
  if (noRoom) return noRoom;
  const { editionId, seriesId, year, committeeId, titleZh, titleEn, quota, noticeWorkingDays, objectionWorkingDays } =
    order;
  const byStage = STAGES.flatMap((stage) => order.stages.filter((window) => window.stage === stage));
  return [
    {
      type: 'EditionOpened.v1',
      data: {
        editionId,
        seriesId,
        year,
        committeeId,
        titleZh,
        titleEn,
        quota,
        noticeWorkingDays,
        objectionWorkingDays,
      },
    },
    ...byStage.map(({ stage, opensOn, closesOn }): EditionFact => ({
      type: 'StageScheduled.v1',
      data: { editionId, stage, opensOn, closesOn, ...instantsOf({ opensOn, closesOn }) },
    })),
  ];
};

const rescheduleStage = (edition: OpenEditionState, order: RescheduleStage): Decision => {
  const { stage, opensOn, closesOn, why, now } = order;
  if (edition.reschedules >= limits.RESCHEDULES_MAX)
    return { reason: 'TOO_MANY_RESCHEDULES', details: { max: limits.RESCHEDULES_MAX } };
  const refusal = firstRefusal<EditionRefusal>(
    textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' }),
    windowRefusal({ opensOn, closesOn }, ''),
  );
  if (refusal) return refusal;
  const window = instantsOf({ opensOn, closesOn });
  const before = windowsOf(edition)[stage];
  if (edition.progress[stage] === 'closed') return { reason: 'STAGE_ALREADY_CLOSED', field: 'stage' };
  if (edition.progress[stage] === 'open' && window.opensAt !== before.opensAt)
    return { reason: 'STAGE_ALREADY_OPEN', field: 'opensOn' };
  if (window.closesAt <= now) return { reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'closesOn' };
  const starts = new Map(
    STAGES.map((each) => [each, each === stage ? window.opensAt : windowsOf(edition)[each].opensAt]),
  );
  const outOfOrder = orderRefusal(starts);
  if (outOfOrder) return { ...outOfOrder, field: 'opensOn' };
  if (stage === 'notice' || stage === 'scoring') {
    const opens = { notice: starts.get('notice') ?? '', scoring: starts.get('scoring') ?? '' };
    const noRoom = noticeCalendarRefusal(opens, edition.terms.noticeWorkingDays, 'opensOn');
    if (noRoom) return noRoom;
  }
  return [
    {
      type: 'StageRescheduled.v1',
      data: { editionId: edition.terms.editionId, stage, opensOn, closesOn, ...window, why },
    },
  ];
};

/** Once opened or closed stays so; before its moment it is refused: the scheduler's clock was ahead of the order's. */
const turnStage = (edition: OpenEditionState, order: OpenStage | CloseStage, window: InstantWindow): Decision => {
  const { editionId } = edition.terms;
  const { stage, now } = order;
  const progress = edition.progress[stage];
  if (order.type === 'OpenStage') {
    if (progress === 'open' || progress === 'closed') return [];
    if (now < window.opensAt) return { reason: 'STAGE_NOT_DUE', field: 'stage' };
    return [{ type: 'StageOpened.v1', data: { editionId, stage, dueAt: window.opensAt } }];
  }
  if (progress === 'closed') return [];
  if (progress !== 'open' || now < window.closesAt) return { reason: 'STAGE_NOT_DUE', field: 'stage' };
  return [{ type: 'StageClosed.v1', data: { editionId, stage, dueAt: window.closesAt } }];
};

const allowLateEntry = (edition: OpenEditionState, order: AllowLateEntry): Decision => {
  const { unitId, stage, until, why, now } = order;
  const refusal = firstRefusal<EditionRefusal>(
    LATE_ENTRY_STAGES.includes(stage) ? undefined : { reason: 'LATE_ENTRY_NOT_FOR_STAGE', field: 'stage' },
    textRefusal(why, { field: 'why', charactersMax: limits.REASON_CHARACTERS_MAX, lines: 'many' }),
    isLocalDate(until) ? undefined : { reason: 'DATE_INVALID', field: 'until' },
  );
  if (refusal) return refusal;
  if (edition.lateEntries.length >= limits.LATE_ENTRIES_MAX)
    return { reason: 'TOO_MANY_LATE_ENTRIES', details: { max: limits.LATE_ENTRIES_MAX } };
  if (until < localDateOf(now)) return { reason: 'STAGE_CLOSES_IN_THE_PAST', field: 'until' };
  const untilAt = endOfDay(until);
  const windows = windowsOf(edition);
  if (untilAt <= windows[stage].closesAt) return { reason: 'LATE_ENTRY_NOT_NEEDED', field: 'until' };
  if (untilAt > windows.scoring.opensAt) return { reason: 'LATE_ENTRY_PAST_SCORING', field: 'until' };
  return [
    {
      type: 'LateEntryAllowed.v1',
      data: { editionId: edition.terms.editionId, unitId, stage, from: now, until, untilAt, why },
    },
  ];
};

const decide = (edition: Edition, order: EditionOrder): Decision => {
  if (order.type === 'OpenEdition') return openEdition(edition, order);
  if (edition.kind === 'absent') return { reason: 'EDITION_NOT_FOUND', field: 'editionId' };
  switch (order.type) {
    case 'RescheduleStage':
      return rescheduleStage(edition, order);
    case 'OpenStage':
    case 'CloseStage':
      return turnStage(edition, order, windowsOf(edition)[order.stage]);
    case 'AllowLateEntry':
      return allowLateEntry(edition, order);
  }
};

/** The rules over one edition and its calendar of stages (stream `merit-projects.edition-<id>`). */
export const editionDecider: Decider<Edition, EditionOrder, EditionFact, EditionRefusal> = {
  initial: noEdition,
  evolve: evolveEdition,
  decide,
};
