import type { DayWindow, Instant, LocalDate } from '@jiangong/calendar';
import type { Stage } from '../stage.ts';

export type OpenEdition = Readonly<{
  type: 'OpenEdition';
  now: Instant;
  editionId: string;
  seriesId: string;
  year: number;
  committeeId: string;
  titleZh: string;
  titleEn: string;
  quota: number;
  noticeWorkingDays: number;
  objectionWorkingDays: number;
  /** One window for each stage. */
  stages: readonly (DayWindow & Readonly<{ stage: Stage }>)[];
}>;

export type RescheduleStage = Readonly<{
  type: 'RescheduleStage';
  now: Instant;
  stage: Stage;
  opensOn: LocalDate;
  closesOn: LocalDate;
  why: string;
}>;

/** From the scheduler, when the stage's first instant has come. */
export type OpenStage = Readonly<{ type: 'OpenStage'; now: Instant; stage: Stage }>;

/** From the scheduler, when the first instant after the stage has come. */
export type CloseStage = Readonly<{ type: 'CloseStage'; now: Instant; stage: Stage }>;

export type AllowLateEntry = Readonly<{
  type: 'AllowLateEntry';
  now: Instant;
  unitId: string;
  stage: Stage;
  until: LocalDate;
  why: string;
}>;

export type EditionOrder = OpenEdition | RescheduleStage | OpenStage | CloseStage | AllowLateEntry;
