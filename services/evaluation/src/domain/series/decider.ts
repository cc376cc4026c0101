import type { Decider } from '@jiangong/event-store';
import { type PacesetterReading, pacesetterReadings, pacesetterRecords } from '@jiangong/scoring';
import { SERIES_YEARS_MAX } from '../limits.ts';
import { type Meeting, meetingRefusal, recordedMeeting } from '../meeting.ts';
import type { SeriesFact } from './facts.ts';
import type { SeriesRefusal } from './refusals.ts';

/** One edition of the series as far as the naming reads it. Units by id. */
export type EditionRecord = Readonly<{
  editionId: string;
  year: number;
  commended: boolean;
  declared: readonly string[];
  firstPrizes: readonly string[];
}>;

export type NamePacesetters = Readonly<{
  kind: 'name-pacesetters';
  seriesId: string;
  committeeId: string;
  firstYear: number;
  lastYear: number;
  reading: string;
  meeting: Meeting;
  body: readonly string[];
  editions: readonly EditionRecord[];
  now: string;
}>;

export type Series =
  | Readonly<{ kind: 'unnamed' }>
  | Readonly<{ kind: 'named'; reading: PacesetterReading; organizationIds: readonly string[] }>;

const yearsRefusal = ({ firstYear, lastYear, editions }: NamePacesetters): SeriesRefusal | undefined => {
  if (firstYear > lastYear || lastYear - firstYear >= SERIES_YEARS_MAX)
    return { reason: 'YEARS_INVALID', field: 'lastYear', details: { yearsMax: SERIES_YEARS_MAX } };
  for (let year = firstYear; year <= lastYear; year++) {
    const [edition, second] = editions.filter((candidate) => candidate.year === year);
    if (edition === undefined) return { reason: 'YEAR_WITHOUT_EDITION', field: 'firstYear', details: { year } };
    if (second !== undefined) return { reason: 'YEAR_WITH_TWO_EDITIONS', field: 'firstYear', details: { year } };
    if (!edition.commended) return { reason: 'YEAR_NOT_COMMENDED', field: 'lastYear', details: { year } };
  }
  return undefined;
};

const name = (series: Series, order: NamePacesetters): readonly SeriesFact[] | SeriesRefusal => {
  if (series.kind === 'named') return { reason: 'PACESETTERS_NAMED_ALREADY', field: 'seriesId' };
  const reading = pacesetterReadings.find((known) => known === order.reading);
  if (reading === undefined) return { reason: 'READING_UNKNOWN', field: 'reading' };
  const refusal = yearsRefusal(order) ?? meetingRefusal(order.meeting, order.body, order.now);
  if (refusal) return refusal;
  const { seriesId, committeeId, firstYear, lastYear } = order;
  const editions = order.editions
    .filter(({ year }) => year >= firstYear && year <= lastYear)
    .sort((a, b) => a.year - b.year);
  // Units that qualify under neither reading are in the yearly results already; the fact stays small.
  const records = pacesetterRecords(editions).filter(({ qualifies }) => qualifies.length > 0);
  const named = records.filter(({ qualifies }) => qualifies.includes(reading));
  if (named.length === 0) return { reason: 'NO_PACESETTERS', field: 'reading' };
  return [
    {
      type: 'PacesettersDecided.v1',
      data: {
        seriesId,
        committeeId,
        firstYear,
        lastYear,
        reading,
        editionIds: editions.map(({ editionId }) => editionId),
        records,
        ...recordedMeeting(order.meeting, order.body),
      },
    },
    ...named.map(({ organizationId }): SeriesFact => ({
      type: 'PacesetterNamed.v1',
      data: { seriesId, organizationId, reading },
    })),
  ];
};

/** The naming of pacesetter units over a series of editions, once for each series. */
export const seriesDecider: Decider<Series, NamePacesetters, SeriesFact, SeriesRefusal> = {
  initial: { kind: 'unnamed' },
  evolve: (series, fact) => {
    switch (fact.type) {
      case 'PacesettersDecided.v1':
        return { kind: 'named', reading: fact.data.reading, organizationIds: [] };
      case 'PacesetterNamed.v1':
        return {
          kind: 'named',
          reading: fact.data.reading,
          organizationIds: [...(series.kind === 'named' ? series.organizationIds : []), fact.data.organizationId],
        };
    }
  },
  decide: name,
};
