import { aggregateIdOf } from '@jiangong/event-store';

export const SCHEME_STREAMS = 'evaluation.scheme-';
export const ROUND_STREAMS = 'evaluation.round-';
export const SHEET_STREAMS = 'evaluation.sheet-';
export const SERIES_STREAMS = 'evaluation.series-';

export const schemeStream = (schemeId: string): string => `${SCHEME_STREAMS}${schemeId}`;
export const roundStream = (roundId: string): string => `${ROUND_STREAMS}${roundId}`;
export const sheetStream = (sheetId: string): string => `${SHEET_STREAMS}${sheetId}`;
export const seriesStream = (seriesId: string): string => `${SERIES_STREAMS}${seriesId}`;

/** One round an edition: its id follows from the edition's, so that entries find it before anybody prepared it. */
export const roundIdOf = (editionId: string): string => aggregateIdOf(editionId, 'evaluation round');

/** One sheet a person and round. */
export const sheetIdOf = (roundId: string, personId: string): string =>
  aggregateIdOf(`${roundId} ${personId}`, 'score sheet');
