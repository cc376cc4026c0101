import type { Fact, Handled, Refusal } from '@jiangong/event-store';

/** Refusals of the use cases: what no single rule book can know. */
export type ApplicationRefusal = Refusal<
  | 'EDITION_NOT_FOUND'
  | 'SCORING_OVER'
  | 'SCHEME_NOT_FOUND'
  | 'SCHEME_OF_ANOTHER_COMMITTEE'
  | 'JSON_MALFORMED'
  | 'JSON_TOO_LONG'
  | 'PERSON_UNKNOWN'
  | 'NOT_YOUR_RECUSAL'
  | 'SHEET_TOO_LATE'
  | 'ROUND_NOT_FOUND'
  | 'SERIES_NOT_FOUND'
  | 'COMMENDATION_NOT_ISSUED'
>;

/** What a use case answers: what the rule book answered, or a refusal of its own. */
export type Outcome<F extends Fact, R extends Refusal> = Handled<F, R | ApplicationRefusal>;

export const refusal = (
  reason: ApplicationRefusal['reason'],
  field: string,
): Readonly<{ kind: 'refused'; refusal: ApplicationRefusal }> => ({
  kind: 'refused',
  refusal: { reason, field },
});
