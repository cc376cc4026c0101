import type { Fact } from '@jiangong/event-store';
import type { PacesetterReading, PacesetterRecord } from '@jiangong/scoring';
import type { RecordedMeeting } from '../meeting.ts';

/** The leadership named pacesetter units over the years of a series. `records` hold both readings, with their years. */
export type PacesettersDecided = Fact<
  'PacesettersDecided.v1',
  RecordedMeeting &
    Readonly<{
      seriesId: string;
      committeeId: string;
      firstYear: number;
      lastYear: number;
      /** The reading that applied. */
      reading: PacesetterReading;
      editionIds: readonly string[];
      records: readonly PacesetterRecord[];
    }>
>;

export type PacesetterNamed = Fact<
  'PacesetterNamed.v1',
  Readonly<{ seriesId: string; organizationId: string; reading: PacesetterReading }>
>;

export type SeriesFact = PacesettersDecided | PacesetterNamed;
