import { aggregateIdOf } from '@jiangong/event-store';

/** One naming a series, which can be annulled and decided again: minutes and circular find it by the series alone. */
export const namingIdOf = (seriesId: string): string => aggregateIdOf(seriesId, 'naming');
/** A naming is an edition of its own, which no calendar of another service holds yet. */
export const namingEditionIdOf = (seriesId: string): string => aggregateIdOf(seriesId, 'naming edition');

/** The honour that an award of a decision becomes, the same however often its circular is tried. */
export const honourIdOf = (decisionId: string, at: number): string => aggregateIdOf(`${decisionId} ${at}`, 'honour');

/** What a decision recommends of one entry by one rule, the same however often it is put forward. */
export const recommendationIdOf = (decisionId: string, rule: string, entryId: string): string =>
  aggregateIdOf(`${decisionId} ${rule} ${entryId}`, 'recommendation');

/** All documents of one kind and format that are made of a round's circulars: one follows the other. */
export const documentsIdOf = (roundId: string, kind: string, format: string): string =>
  aggregateIdOf(`${roundId} ${kind} ${format}`, 'documents');
