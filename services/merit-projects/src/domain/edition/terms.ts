import { type Instant, isOpenAt } from '@jiangong/calendar';
import { type Stage, STAGES, type StageWindows } from '../stage.ts';
import { type Edition, windowsOf } from './state.ts';

/** What the rules over a unit's entries need of the edition: its numbers and windows, and the unit's own late entries. */
export type EditionTerms = Readonly<{
  editionId: string;
  unitId: string;
  quota: number;
  noticeWorkingDays: number;
  objectionWorkingDays: number;
  windows: StageWindows;
  lateEntries: readonly Readonly<{ stage: Stage; from: Instant; untilAt: Instant }>[];
}>;

/** The terms of an edition for one unit; undefined when there is no such edition. */
export const termsFor = (edition: Edition, unitId: string): EditionTerms | undefined => {
  if (edition.kind === 'absent') return undefined;
  const { editionId, quota, noticeWorkingDays, objectionWorkingDays } = edition.terms;
  const lateEntries = edition.lateEntries
    .filter((entry) => entry.unitId === unitId)
    .map(({ stage, from, untilAt }) => ({ stage, from, untilAt }));
  return {
    editionId,
    unitId,
    quota,
    noticeWorkingDays,
    objectionWorkingDays,
    windows: windowsOf(edition),
    lateEntries,
  };
};

/** Open by the calendar, or for this unit by a late entry. The calendar decides, not the scheduler's event: a late event opens nothing late. */
export const isStageOpen = (terms: EditionTerms, stage: Stage, now: Instant): boolean =>
  isOpenAt(terms.windows[stage], now) ||
  terms.lateEntries.some((entry) => entry.stage === stage && entry.from <= now && now < entry.untilAt);

/** Every stage that is open for the unit. */
export const openStages = (terms: EditionTerms, now: Instant): readonly Stage[] =>
  STAGES.filter((stage) => isStageOpen(terms, stage, now));
