import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf } from './bad-request.ts';
import { ordersAt } from './order-row.ts';
import { UNIT_A, YEAR } from './small-campaign.ts';

const mine = officerOf(UNIT_A);
const ROUND = 'POST /v1/rounds/{round}';
const why = '情况属实（虚构）。';
const TABLE = { raw: 'x' };

/** Evaluators seated who can not be, notes of who has no seat, and a result asked for too early. */
const asScored: readonly BadRequest[] = ordersAt('scoring', [
  [
    'a seat on a panel that there is not',
    FIRST_OFFICER,
    `${ROUND}/seats`,
    { seats: [{ personId: '{expert}', sourceId: 'crowd' }] },
    [400, 'SOURCE_UNKNOWN', 'seats[0].sourceId'],
  ],
  [
    'a seat by a unit',
    mine,
    `${ROUND}/seats`,
    { seats: [{ personId: '{expert}', sourceId: 'experts' }] },
    [403, 'NO_GRANT', null],
  ],
  [
    'an office that the template does not name',
    FIRST_OFFICER,
    `${ROUND}/offices/general`,
    { organizationId: '{unit}' },
    [404, 'OFFICE_UNKNOWN', 'office'],
  ],
  ['an office by a unit', mine, `${ROUND}/offices/general`, { organizationId: '{unit}' }, [403, 'NO_GRANT', null]],
  [
    'a seat left by who has none',
    FIRST_OFFICER,
    `${ROUND}/seats/{secretary}/vacate`,
    { reason: 'unavailable' },
    [404, 'SEAT_UNKNOWN', 'personId'],
  ],
  [
    'a seat left by who has handed in',
    FIRST_OFFICER,
    `${ROUND}/seats/{nowhere}/vacate`,
    { reason: 'bored' },
    [400, 'INVALID_FIELD', 'reason'],
  ],
  [
    'a reminder of a seat that there is not',
    FIRST_OFFICER,
    `${ROUND}/reminders`,
    { seatIds: ['{nowhere}'] },
    [404, 'SEAT_UNKNOWN', 'seatIds[0]'],
  ],
  ['a reminder by an evaluator', 'expert-7', `${ROUND}/reminders`, { seatIds: [] }, [403, 'NO_GRANT', null]],
  [
    'a note of who has no seat',
    FIRST_OFFICER,
    `${ROUND}/notes/{entry}`,
    { note: '数据有力。' },
    [403, 'NOT_AN_EVALUATOR', 'roundId'],
  ],
  ['a note without a word', 'expert-7', `${ROUND}/notes/{entry}`, { note: ' ' }, [400, 'INVALID_FIELD', 'note']],
  [
    'a note thrown away of an entry that there is not',
    'expert-7',
    'DELETE /v1/rounds/{round}/notes/{nowhere}',
    undefined,
    [404, 'ENTRY_NOT_IN_ROUND', 'entryId'],
  ],
  [
    'a tally before the round is closed',
    FIRST_OFFICER,
    `${ROUND}/tally`,
    undefined,
    [409, 'ROUND_NOT_CLOSED', 'roundId'],
  ],
  ['a tally by an evaluator', 'expert-7', `${ROUND}/tally`, undefined, [403, 'NO_GRANT', null]],
  ['a sheet that is no workbook', 'expert-7', `${ROUND}/sheet/xlsx`, TABLE, [400, 'NOT_A_SPREADSHEET', 'content']],
  ['a sheet of who has no seat', FIRST_OFFICER, `${ROUND}/sheet/csv`, TABLE, [403, 'NOT_AN_EVALUATOR', 'roundId']],
  [
    'values of no measure looked over',
    FIRST_OFFICER,
    `${ROUND}/measures/time/check/xlsx`,
    TABLE,
    [409, 'NO_MEASURE', 'sourceId'],
  ],
  ['values looked over by a unit', mine, `${ROUND}/measures/time/check/csv`, TABLE, [403, 'NO_GRANT', null]],
]);

const asTallied: readonly BadRequest[] = ordersAt('tallied', [
  [
    'a decision withdrawn that was not taken',
    FIRST_OFFICER,
    `${ROUND}/decisions/{nowhere}/withdrawal`,
    { why },
    [404, 'DECISION_NOT_FOUND', 'decisionId'],
  ],
  [
    'a decision withdrawn by a unit',
    mine,
    `${ROUND}/decisions/{nowhere}/withdrawal`,
    { why },
    [403, 'WRONG_SUBTREE', null],
  ],
  [
    'an annulment turned down that nobody proposed',
    'inspector-1',
    `${ROUND}/annulment-proposals/{nowhere}/rejection`,
    { why },
    [404, 'PROPOSAL_NOT_FOUND', 'proposalId'],
  ],
  [
    'a paper of a decision that was not taken',
    FIRST_OFFICER,
    `${ROUND}/documents`,
    { kind: 'circular', format: 'pdf' },
    [409, 'CIRCULAR_NOT_ISSUED', 'roundId'],
  ],
  [
    'a paper of a kind that there is not',
    FIRST_OFFICER,
    `${ROUND}/documents`,
    { kind: 'poem', format: 'pdf' },
    [400, 'INVALID_FIELD', 'kind'],
  ],
  [
    'a paper withdrawn that there is not',
    FIRST_OFFICER,
    'POST /v1/documents/{nowhere}/withdrawal',
    { reason: 'wrong-content', why },
    [404, 'RESOURCE_NOT_FOUND', 'documentId'],
  ],
]);

const HONOUR = 'POST /v1/honours/{nowhere}';
const effectiveOn = `${YEAR}-12-15`;
const unknown = [404, 'RESOURCE_NOT_FOUND', 'honourId'] as const;
const looked = { effectiveOn, outcome: 'kept', report: '实地复核，保持良好。' };
const CORRECTIONS = 'POST /v1/series/{series}/naming/corrections';

/** Honours that nobody holds, looked at again, taken away or given back; and a naming of a series that names nobody. */
const asHonoured: readonly BadRequest[] = ordersAt('tallied', [
  [
    'an honour withdrawn that nobody holds',
    FIRST_OFFICER,
    `${HONOUR}/proposals`,
    { act: 'WithdrawHonour', reason: 'sanctioned', effectiveOn, why },
    unknown,
  ],
  [
    'an honour withdrawn for a reason that there is not',
    FIRST_OFFICER,
    `${HONOUR}/proposals`,
    { act: 'WithdrawHonour', reason: 'envy', effectiveOn, why },
    [400, 'INVALID_FIELD', 'reason'],
  ],
  ['a proposal about no honour turned down', FIRST_LEADER, `${HONOUR}/proposals/{nowhere}/rejection`, { why }, unknown],
  ['a withdrawal of no honour', FIRST_LEADER, `${HONOUR}/proposals/{nowhere}/withdrawal`, { why }, unknown],
  ['a restoration of no honour', FIRST_LEADER, `${HONOUR}/proposals/{nowhere}/restoration`, { why }, unknown],
  ['no holder looked at again', FIRST_OFFICER, `${HONOUR}/rechecks`, looked, unknown],
  [
    'a holder looked at again with an outcome that there is not',
    FIRST_OFFICER,
    `${HONOUR}/rechecks`,
    { ...looked, outcome: 'better' },
    [400, 'INVALID_FIELD', 'outcome'],
  ],
  [
    'a holder looked at again without a word',
    FIRST_OFFICER,
    `${HONOUR}/rechecks`,
    { ...looked, report: ' ' },
    [400, 'INVALID_FIELD', 'report'],
  ],
  ['a plaque asked back of no honour', FIRST_OFFICER, `${HONOUR}/plaque-recall`, { dueOn: effectiveOn, why }, unknown],
  ['a plaque given back of no honour', FIRST_OFFICER, `${HONOUR}/plaque-return`, { effectiveOn }, unknown],
  [
    'a naming corrected where there is none',
    FIRST_OFFICER,
    CORRECTIONS,
    { organizationId: '{unit}', change: 'put-on', why },
    [409, 'NAMING_NOT_COMPUTED', 'roundId'],
  ],
  [
    'a naming corrected by a change that there is not',
    FIRST_OFFICER,
    CORRECTIONS,
    { organizationId: '{unit}', change: 'swap', why },
    [400, 'INVALID_FIELD', 'change'],
  ],
  [
    'a correction of a naming that nobody proposed',
    'inspector-1',
    `${CORRECTIONS}/{nowhere}/carry-out`,
    { why },
    [409, 'NAMING_NOT_COMPUTED', 'roundId'],
  ],
  [
    'a correction of a naming turned down that nobody proposed',
    'inspector-1',
    `${CORRECTIONS}/{nowhere}/reject`,
    { why },
    [409, 'NAMING_NOT_COMPUTED', 'roundId'],
  ],
]);

export const badRoundOrders: readonly BadRequest[] = [...asScored, ...asTallied, ...asHonoured];
