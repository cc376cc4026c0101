import type { Decider, Fact, Refusal } from '@jiangong/event-store';
import type { Instant } from '@jiangong/calendar';
import * as limits from '../limits.ts';

/** A campaign series belongs to the committee that opened the first edition in it: the naming over its years is that committee's. */
export type SeriesBegun = Fact<'SeriesBegun.v1', Readonly<{ seriesId: string; committeeId: string }>>;

/** A year's ordinal is taken by an edition. It is part of the edition's id, and is never given twice. */
export type EditionClaimed = Fact<
  'EditionClaimed.v1',
  Readonly<{ seriesId: string; year: number; ordinal: number; editionId: string; templateId: string }>
>;

/** An edition was given up: its year is free for the next ordinal of the same programme. */
export type EditionReleased = Fact<
  'EditionReleased.v1',
  Readonly<{ seriesId: string; year: number; ordinal: number; editionId: string }>
>;

export type SeriesFact = SeriesBegun | EditionClaimed | EditionReleased;

/** A committee is about to open an edition in the series. `abandoned`: editions of it that have been given up, as their streams say. */
export type ClaimEdition = Readonly<{
  type: 'ClaimEdition';
  now: Instant;
  seriesId: string;
  committeeId: string;
  year: number;
  ordinal: number;
  editionId: string;
  templateId: string;
  abandoned: readonly string[];
}>;

export type SeriesReason =
  | 'SERIES_OF_ANOTHER_COMMITTEE'
  | 'EDITION_ALREADY_OPEN'
  | 'ORDINAL_NOT_NEXT'
  | 'TOO_MANY_EDITIONS';
export type SeriesRefusal = Refusal<SeriesReason>;

type Claim = Readonly<{ year: number; ordinal: number; editionId: string; templateId: string; released: boolean }>;
export type Series =
  | Readonly<{ kind: 'absent' }>
  | Readonly<{ kind: 'begun'; committeeId: string; claims: readonly Claim[] }>;

const claimsOf = (series: Series): readonly Claim[] => (series.kind === 'absent' ? [] : series.claims);

/** The claim of one series: the next ordinal of its year, and no other edition of the same programme alive in it. */
const decide = (series: Series, order: ClaimEdition): readonly SeriesFact[] | SeriesRefusal => {
  const { seriesId, committeeId, year, ordinal, editionId, templateId, abandoned } = order;
  if (series.kind === 'begun' && series.committeeId !== committeeId)
    return { reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' };
  const ofYear = claimsOf(series).filter((claim) => claim.year === year);
  // Claimed and maybe not opened yet: the edition's own stream decides who opens it.
  if (ofYear.some((claim) => claim.editionId === editionId && !claim.released)) return [];
  if (ofYear.length >= limits.EDITIONS_PER_YEAR_MAX)
    return { reason: 'TOO_MANY_EDITIONS', field: 'year', details: { max: limits.EDITIONS_PER_YEAR_MAX } };
  const alive = ofYear.find(
    (claim) => claim.templateId === templateId && !claim.released && !abandoned.includes(claim.editionId),
  );
  if (alive) return { reason: 'EDITION_ALREADY_OPEN', field: 'year', details: { year, ordinal: alive.ordinal } };
  if (ordinal !== ofYear.length + 1)
    return { reason: 'ORDINAL_NOT_NEXT', field: 'ordinal', details: { next: ofYear.length + 1 } };
  const gone = ofYear.filter((claim) => !claim.released && abandoned.includes(claim.editionId));
  const begun: readonly SeriesFact[] =
    series.kind === 'absent' ? [{ type: 'SeriesBegun.v1', data: { seriesId, committeeId } }] : [];
  return [
    ...begun,
    ...gone.map((claim): EditionReleased => ({
      type: 'EditionReleased.v1',
      data: { seriesId, year, ordinal: claim.ordinal, editionId: claim.editionId },
    })),
    { type: 'EditionClaimed.v1', data: { seriesId, year, ordinal, editionId, templateId } },
  ];
};

const evolve = (series: Series, fact: SeriesFact): Series => {
  if (fact.type === 'SeriesBegun.v1') return { kind: 'begun', committeeId: fact.data.committeeId, claims: [] };
  if (series.kind === 'absent') throw new Error(`${fact.type} before SeriesBegun.v1`);
  const { year, ordinal, editionId } = fact.data;
  if (fact.type === 'EditionReleased.v1') {
    const claims = series.claims.map((claim) => (claim.editionId === editionId ? { ...claim, released: true } : claim));
    return { ...series, claims };
  }
  const claim = { year, ordinal, editionId, templateId: fact.data.templateId, released: false };
  return { ...series, claims: [...series.claims, claim] };
};

/** Editions claimed in a year and not released: whoever claims the next asks whether they were given up. */
export const claimedIn = (series: Series, year: number): readonly string[] =>
  claimsOf(series)
    .filter((claim) => claim.year === year && !claim.released)
    .map(({ editionId }) => editionId);

/** The rule over one series (stream `merit-projects.series-<id>`): whose it is, and which ordinals of its years are taken. */
export const seriesDecider: Decider<Series, ClaimEdition, SeriesFact, SeriesRefusal> = {
  initial: { kind: 'absent' },
  evolve,
  decide,
};
