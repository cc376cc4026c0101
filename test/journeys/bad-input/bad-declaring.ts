import { reportOf } from '../demo/play/acts/upload-report.ts';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, onEntry, secretary } from './bad-request.ts';
import { UNIT_A, UNIT_B } from './small-campaign.ts';

const declaration = { summary: '按期完成，成效明显。', evidence: [] };
const REASON_CHARS_MAX = 1_000;
/** With what the template asks for. */
const reported = { ...declaration, ...reportOf() };

/** An entry that no branch voted for, declared with a word on why it goes before others. */
const departing = (name: string, departure: unknown, reason: string): BadRequest => ({
  ...{ name, at: 'declared', as: officerOf(UNIT_A), status: 400, reason, field: 'departure' },
  send: onEntry('declare', UNIT_A, 3, { ...reported, departure }),
});

/** Entries are declared at the wrong time, by the wrong one, or too many of them. */
export const badDeclaring: readonly BadRequest[] = [
  {
    name: 'declared before the stage opens',
    at: 'planned',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 1, declaration),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'an entry declared twice',
    at: 'declared',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 1, declaration),
    status: 409,
    reason: 'ALREADY_DECLARED',
    field: 'entryId',
  },
  {
    name: 'declared over quota',
    at: 'declared',
    as: officerOf(UNIT_A),
    send: onEntry('declare', UNIT_A, 3, reported),
    status: 409,
    reason: 'QUOTA_EXCEEDED',
    field: null,
  },
  departing('declared before others where no branch votes', '另有考虑（虚构）。', 'DEPARTURE_NOT_NEEDED'),
  departing('declared before others for a reason that is no text', 7, 'INVALID_FIELD'),
  departing('declared before others for a reason of a whole book', '另'.repeat(REASON_CHARS_MAX + 1), 'INVALID_FIELD'),
  {
    name: 'declared by the wrong unit',
    at: 'declared',
    as: officerOf(UNIT_B),
    send: onEntry('declare', UNIT_A, 3, declaration),
    status: 403,
    reason: 'WRONG_SUBTREE',
    field: null,
  },
  {
    name: 'declared by a branch instead of the unit',
    at: 'declared',
    as: secretary,
    send: onEntry('declare', UNIT_A, 3, declaration),
    status: 403,
    reason: 'NOT_THIS_PARTY',
    field: null,
  },
  {
    name: 'declared after the deadline',
    at: 'reviewed',
    as: officerOf(UNIT_B),
    send: onEntry('declare', UNIT_B, 2, declaration),
    status: 409,
    reason: 'STAGE_NOT_OPEN',
    field: null,
  },
  {
    name: 'cleared by somebody who is no inspector',
    at: 'reviewed',
    as: FIRST_OFFICER,
    send: onEntry('clearance', UNIT_A, 1, {
      opinions: [{ scope: 'entry', outcome: 'cleared' }],
      opinionNumber: '2号',
      why: '',
    }),
    status: 403,
    reason: 'NO_GRANT',
    field: null,
  },
];
