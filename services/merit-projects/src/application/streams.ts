import { aggregateIdOf } from '@jiangong/event-store';

export const EDITION_STREAMS = 'merit-projects.edition-';
export const UNIT_EDITION_STREAMS = 'merit-projects.unit-edition-';
export const SERIES_STREAMS = 'merit-projects.series-';
export const EVIDENCE_STREAMS = 'merit-projects.evidence-';

/** One edition a series and year: whoever opens the same one meets in the same stream. */
export const editionIdOf = (seriesId: string, year: number): string => aggregateIdOf(`${seriesId} ${year}`, 'edition');

export const seriesStream = (seriesId: string): string => `${SERIES_STREAMS}${seriesId}`;

export const editionStream = (editionId: string): string => `${EDITION_STREAMS}${editionId}`;

/** All entries of one unit in one edition share a stream: the quota is a rule over them (decisions.md 6). */
export const unitEditionStream = (editionId: string, unitId: string): string =>
  `${UNIT_EDITION_STREAMS}${aggregateIdOf(`${editionId} ${unitId}`, 'unit-edition')}`;

/**
 * The id of something that an order makes inside a stream that is there already: a clearance, an objection, a milestone. It
 * derives from what it is made in as well as from the request: a caller may use one `Idempotency-Key` on two entries, and
 * must not get one id twice.
 */
export const partIdOf = (whole: string, requestId: string, kind: string): string =>
  aggregateIdOf(`${whole} ${requestId}`, kind);

export const evidenceStream = (sha256: string): string => `${EVIDENCE_STREAMS}${aggregateIdOf(sha256, 'evidence')}`;
