import type { Fact, Handled, Refusal } from '@jiangong/event-store';
import type { Unreadable } from '@jiangong/spreadsheets';

/** Refusals of the use cases: what no single rule book can know. */
export type ApplicationRefusal = Refusal<
  | 'PERSON_UNKNOWN'
  | 'NOT_YOUR_RECUSAL'
  | 'NOT_AN_EVALUATOR'
  | 'SHEET_TOO_LATE'
  | 'NOTHING_SUBMITTED'
  | 'ROUND_NOT_FOUND'
  | 'EDITION_NOT_FOUND'
  | 'ACT_UNKNOWN'
  | 'DECISION_NOT_FOUND'
  | 'PROPOSAL_NOT_FOUND'
  | 'NO_SUPERIOR_COMMITTEE'
  | 'HONOUR_NOT_FOUND'
  | 'CERTIFICATE_UNKNOWN'
  | 'SERIES_NOT_FOUND'
  | 'TEMPLATE_NOT_ADOPTED'
  | 'TEMPLATE_OF_NO_NAMING'
  | 'PARAMETERS_INVALID'
  | 'CIRCULAR_NOT_ISSUED'
  | 'DOCUMENT_NOT_FOUND'
  | 'DOCUMENT_KIND_UNKNOWN'
  | 'DOCUMENT_FORMAT_UNKNOWN'
  | 'DOCUMENTS_BUSY'
  | 'NOTHING_TO_PRINT'
  | 'SHEET_FORM_UNKNOWN'
  | 'MEASURE_FORM_UNKNOWN'
  | 'BALLOTS_NOT_OPENED'
  | 'BALLOT_NOT_HELD'
  | 'PART_AS_IT_IS'
  | 'MEETING_KIND_UNKNOWN'
  | 'SEARCH_TOO_WIDE'
  | Unreadable
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
