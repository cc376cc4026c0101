import type { UseVoteCode } from '../../../src/domain/ballot/code-orders.ts';
import type { BallotOrder } from '../../../src/domain/ballot/orders.ts';
import { bytes, CLOSES, ISSUE_UNTIL, opening, OPENS, rules, setting } from './example-ballot.ts';

const time = { isOpen: true, closesAt: CLOSES } as const;

export const BEFORE = OPENS;
export const WHILE_OPEN = ISSUE_UNTIL;

/** A ballot in which the public votes. */
export const codeSetting = { ...setting, rules: { ...rules, byCode: true as const } };

export const codesOf = (count: number, of = 'code'): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${of}-${String(at).padStart(4, '0')}`);

export const making = (
  codes: readonly string[] = codesOf(6),
  changed: Readonly<{ batchId?: string; entryId?: string; now?: string; isOpen?: boolean }> = {},
) =>
  ({ type: 'MakeVoteCodes', ...time, now: BEFORE, batchId: 'batch', entryId: 'entry-a', codes, ...changed }) as const;

export const using = (
  code: string,
  changed: Readonly<{ asked?: string; blinded?: string; now?: string }> = {},
): UseVoteCode => ({
  type: 'UseVoteCode',
  ...time,
  now: WHILE_OPEN,
  code,
  blinded: bytes(256, 7),
  asked: `asked with ${code}`,
  ...changed,
});

export const proposing = (by = 'officer', batchId = 'batch') =>
  ({ type: 'ProposeVoidingVoteCodes', ...time, now: BEFORE, batchId, by, why: 'The slips were lost.' }) as const;
export const voiding = (by: string, batchId = 'batch') =>
  ({ type: 'VoidVoteCodes', ...time, now: BEFORE, batchId, by }) as const;
export const rejecting = (by: string, batchId = 'batch') =>
  ({ type: 'RejectVoidingVoteCodes', ...time, now: BEFORE, batchId, by, why: 'They were found.' }) as const;

/** Six codes of entry a, of whose box the first five are used. */
export const usedCodes: readonly BallotOrder[] = [
  codeSetting,
  making(),
  opening,
  ...codesOf(5).map((code) => using(code)),
];
