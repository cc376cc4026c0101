import {
  addCalendarDays,
  calendarDaysBetween,
  countWorkingDays,
  type HolidayTable,
  isYearNotKnown,
  yearOf,
} from '@jiangong/calendar';
import type { FaultDetails } from './faults.ts';
import type { Moment, StageWindow } from './stage-windows.ts';
import type { Act } from './template/calendar.ts';

/** What of a stage decides whether its days fit among the others'. */
export type OrderedStage = Readonly<{ id: string; act: Act; with: string | null; gap: number | null }>;

export type StageFault = Readonly<{
  reason:
    | 'STAGE_REVERSED'
    | 'STAGE_OUT_OF_ORDER'
    | 'STAGES_OVERLAP'
    | 'GAP_DOES_NOT_FIT'
    | 'YEAR_NOT_KNOWN'
    | 'DAY_OUTSIDE_EDITION';
  stageId: string;
  field: 'opens' | 'closes' | 'gap';
  details: FaultDetails;
}>;

/** These take over from each other on one day: an office takes up what the last one has finished. */
const MAY_SHARE_A_DAY: readonly Act[] = ['review', 'clear'];

type Placed = OrderedStage & Pick<StageWindow, 'opensOn' | 'closesOn'>;

const orderFaults = (placed: readonly Placed[]): readonly StageFault[] =>
  placed.flatMap((stage, index): StageFault[] => {
    const reversed: StageFault[] =
      stage.closesOn < stage.opensOn
        ? [{ reason: 'STAGE_REVERSED', stageId: stage.id, field: 'closes', details: {} }]
        : [];
    const previous = placed[index - 1];
    const opens = { stageId: stage.id, field: 'opens' } as const;
    if (previous && stage.opensOn < previous.opensOn)
      return [...reversed, { reason: 'STAGE_OUT_OF_ORDER', ...opens, details: { before: previous.id } }];
    if (stage.with !== null) return reversed;
    const open = placed.slice(0, index).find((before) => {
      const shares = MAY_SHARE_A_DAY.includes(stage.act) && before.act !== stage.act;
      return shares ? stage.opensOn < before.closesOn : stage.opensOn <= before.closesOn;
    });
    return open ? [...reversed, { reason: 'STAGES_OVERLAP', ...opens, details: { before: open.id } }] : reversed;
  });

const gapFaults = (placed: readonly Placed[], holidays: HolidayTable | undefined): readonly StageFault[] =>
  placed.flatMap((stage, index): StageFault[] => {
    const next = placed.slice(index + 1).find((later) => later.with === null);
    if (stage.gap === null || !next) return [];
    const lastDay = addCalendarDays(next.opensOn, -1);
    // A week can be worked on all seven days (make-up days): without a table only the days themselves bound it.
    const fits = holidays
      ? countWorkingDays(holidays, stage.opensOn, lastDay)
      : Math.max(calendarDaysBetween(stage.opensOn, lastDay), 0);
    const at = { stageId: stage.id, field: 'gap' } as const;
    if (isYearNotKnown(fits)) return [{ reason: 'YEAR_NOT_KNOWN', ...at, details: fits.details }];
    if (fits >= stage.gap) return [];
    return [{ reason: 'GAP_DOES_NOT_FIT', ...at, details: { gap: stage.gap, next: next.id, fits } }];
  });

/**
 * Why these days can not work for these stages, in the order of the stages; empty when they do. Of a stage that comes again
 * in every part, its first window counts. Gaps are the working days after the day a stage opens and before the next one does;
 * without holidays only what fits in no year is told.
 */
export const stageOrderFaults = (
  stages: readonly OrderedStage[],
  windows: readonly Omit<StageWindow, 'part'>[],
  holidays: HolidayTable | undefined,
): readonly StageFault[] => {
  const placed = stages.flatMap((stage): Placed[] => {
    const window = windows.find(({ stageId }) => stageId === stage.id);
    return window ? [{ ...stage, opensOn: window.opensOn, closesOn: window.closesOn }] : [];
  });
  return [...orderFaults(placed), ...gapFaults(placed, holidays)];
};

/** Years after the edition's in which a stage may lie; one that stands after another may lie in the next. */
const yearsAfter = (moment: Moment): number => (moment.kind === 'day' ? moment.years : 1);

/** Days that lie before the edition's year, or later than the template lets the stage lie. */
export const daysOutsideEdition = (
  stages: readonly Readonly<{ id: string; closes: Moment }>[],
  windows: readonly Omit<StageWindow, 'part'>[],
  year: number,
): readonly StageFault[] =>
  windows.flatMap((window): StageFault[] => {
    const stage = stages.find(({ id }) => id === window.stageId);
    if (!stage) return [];
    const last = year + yearsAfter(stage.closes);
    const outside = (date: string): boolean => yearOf(date) < year || yearOf(date) > last;
    const fault = { reason: 'DAY_OUTSIDE_EDITION', stageId: stage.id, details: { year, last } } as const;
    return [
      ...(outside(window.opensOn) ? [{ ...fault, field: 'opens' } as const] : []),
      ...(outside(window.closesOn) ? [{ ...fault, field: 'closes' } as const] : []),
    ];
  });
