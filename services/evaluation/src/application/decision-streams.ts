import { aggregateIdOf } from '@jiangong/event-store';

/** One naming a series, which can be annulled and decided again: minutes and circular find it by the series alone. */
export const namingIdOf = (seriesId: string): string => aggregateIdOf(seriesId, 'naming');
/** A naming is an edition of its own, which no calendar of another service holds yet. */
export const namingEditionIdOf = (seriesId: string): string => aggregateIdOf(seriesId, 'naming edition');

/** The part of a round that one unit's committee decides over: it is found, and decided upon, by an id of its own. */
export const partIdOf = (roundId: string, unitId: string): string => aggregateIdOf(`${roundId} ${unitId}`, 'part');

/** By what a decision's matter is found: a round, a naming, or a unit's part of a round. */
export const decidedIdOf = (roundId: string, unitId: string | undefined): string =>
  unitId === undefined ? roundId : partIdOf(roundId, unitId);

/** The honour that an award of a decision becomes, the same however often its circular is tried. */
export const honourIdOf = (decisionId: string, at: number): string => aggregateIdOf(`${decisionId} ${at}`, 'honour');

/** What a decision recommends of one entry by one rule, the same however often it is put forward. */
export const recommendationIdOf = (decisionId: string, rule: string, entryId: string): string =>
  aggregateIdOf(`${decisionId} ${rule} ${entryId}`, 'recommendation');

/** The talk that a decision asks for about one entry by one rule, the same however often it is written down. */
export const talkIdOf = (decisionId: string, rule: string, entryId: string): string =>
  aggregateIdOf(`${decisionId} ${rule} ${entryId}`, 'talk');

/** All documents of one kind and format that are made of a round's circulars: one follows the other. */
export const documentsIdOf = (roundId: string, kind: string, format: string): string =>
  aggregateIdOf(`${roundId} ${kind} ${format}`, 'documents');
