import type { Fact } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';
import type { Stage } from '../stage.ts';

export type EditionOpened = Fact<
  'EditionOpened.v1',
  Readonly<{
    editionId: string;
    seriesId: string;
    year: number;
    committeeId: string;
    titleZh: string;
    titleEn: string;
    /** Projects a unit may declare. */
    quota: number;
    noticeWorkingDays: number;
    /** Working days within which an objection is to be answered. */
    objectionWorkingDays: number;
  }>
>;

type StageDates = Readonly<{
  editionId: string;
  stage: Stage;
  opensOn: LocalDate;
  closesOn: LocalDate;
  opensAt: Instant;
  closesAt: Instant;
}>;

export type StageScheduled = Fact<'StageScheduled.v1', StageDates>;

export type StageRescheduled = Fact<'StageRescheduled.v1', StageDates & Readonly<{ why: string }>>;

/** `dueAt` is when the stage was to open; the event may come later, when the platform was down. */
export type StageOpened = Fact<'StageOpened.v1', Readonly<{ editionId: string; stage: Stage; dueAt: Instant }>>;

export type StageClosed = Fact<'StageClosed.v1', Readonly<{ editionId: string; stage: Stage; dueAt: Instant }>>;

/** One unit may still act in a stage that is over: from now until the end of `until`. */
export type LateEntryAllowed = Fact<
  'LateEntryAllowed.v1',
  Readonly<{
    editionId: string;
    unitId: string;
    stage: Stage;
    from: Instant;
    until: LocalDate;
    untilAt: Instant;
    why: string;
  }>
>;

export type EditionFact =
  | EditionOpened
  | StageScheduled
  | StageRescheduled
  | StageOpened
  | StageClosed
  | LateEntryAllowed;
