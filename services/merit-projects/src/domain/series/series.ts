import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';

/** A campaign series belongs to the committee that opened the first edition in it: the naming over its years is that committee's. */
export type SeriesBegun = Fact<'SeriesBegun.v1', Readonly<{ seriesId: string; committeeId: string }>>;

/** A committee is about to open an edition in the series. */
export type ClaimSeries = Readonly<{ type: 'ClaimSeries'; now: Instant; seriesId: string; committeeId: string }>;

export type SeriesReason = 'SERIES_OF_ANOTHER_COMMITTEE';
export type SeriesRefusal = Refusal<SeriesReason>;

export type Series = Readonly<{ kind: 'absent' }> | Readonly<{ kind: 'begun'; committeeId: string }>;

const decide = (series: Series, { seriesId, committeeId }: ClaimSeries): readonly SeriesBegun[] | SeriesRefusal => {
  if (series.kind === 'absent') return [{ type: 'SeriesBegun.v1', data: { seriesId, committeeId } }];
  return series.committeeId === committeeId ? [] : { reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' };
};

/** The rule over one series (stream `merit-projects.series-<id>`): whose it is. That a year has one edition follows from the edition's id. */
export const seriesDecider: Decider<Series, ClaimSeries, SeriesBegun, SeriesRefusal> = {
  initial: { kind: 'absent' },
  evolve: (_, { data }) => ({ kind: 'begun', committeeId: data.committeeId }),
  decide,
};
