import { FIRST_OFFICER } from '../demo/world/people.ts';
import type { BadRow, Sent } from './bad-row.ts';
import { type CandidatesEdition, DEEDS_SHA, type Stage, UNIT_A, UNIT_B } from './candidates-edition.ts';

export type BadCandidate = BadRow<CandidatesEdition, Stage>;
type Refusal = readonly [status: number, reason: string, field: string | null];

const REASON_CHARS_MAX = 1_000;
const [branchOfA, unitOfA, unitOfB] = [`${UNIT_A}-secretary`, `${UNIT_A}-officer`, `${UNIT_B}-officer`] as const;
const why = '情况属实（虚构）。';

const row = (
  [at, as]: readonly [Stage, string],
  name: string,
  send: (played: CandidatesEdition) => Sent,
  [status, reason, field]: Refusal,
): BadCandidate => ({ name, at, as, send, status, reason, field });

const propose =
  (change: object = {}, number = 3) =>
  (played: CandidatesEdition): Sent => ({
    ...{ method: 'POST', path: '/v1/nominations', body: played.proposal(UNIT_A, number, change) },
  });
const declare =
  (unit: string, number: number, change: object = {}) =>
  (played: CandidatesEdition): Sent => ({
    ...{ method: 'POST', path: `/v1/entries/${played.candidate(unit, number)}/declare` },
    body: played.declaration(change),
  });
const withdraw =
  (unit: string, number: number) =>
  (played: CandidatesEdition): Sent => ({
    ...{ method: 'POST', path: `/v1/entries/${played.candidate(unit, number)}/withdraw`, body: { why } },
  });

const proposing = ['proposing', branchOfA] as const;
const VOTED: Refusal = [409, 'CANDIDATES_VOTED_UPON', null];

/** Candidates whom a branch proposes with what it has not to bring, or not as it may. */
const proposals: readonly BadCandidate[] = [
  row(proposing, 'a candidate with evidence', propose({ evidence: [DEEDS_SHA] }), [
    400,
    'CANDIDATE_WITHOUT_FILES',
    'evidence',
  ]),
  row(proposing, 'a candidate with a document', propose({ documents: [{ document: 'deeds', sha256: DEEDS_SHA }] }), [
    ...([400, 'CANDIDATE_WITHOUT_FILES', 'documents'] as const),
  ]),
  row(proposing, 'a candidate with a blank title', propose({ title: '  ' }), [400, 'INVALID_FIELD', 'title']),
  row(['proposing', unitOfA], 'a candidate whom the unit proposes', propose(), [403, 'NOT_THIS_PARTY', null]),
  row(['proposing', 'nobody'], 'a candidate whom nobody proposes', propose(), [401, 'NOT_SIGNED_IN', null]),
  row(['proposing', unitOfA], 'a candidate declared before the vote', declare(UNIT_A, 1), [
    409,
    'STAGE_NOT_OPEN',
    null,
  ]),
  row(['proposing', `${UNIT_B}-secretary`], 'a candidate taken back by another branch', withdraw(UNIT_A, 1), [
    ...([403, 'WRONG_SUBTREE', null] as const),
  ]),
];

/** Once the vote has begun nobody is proposed or taken back. */
const voted: readonly BadCandidate[] = [
  row(['voting', branchOfA], 'a candidate beside those who are voted upon', propose(), VOTED),
  row(['voting', branchOfA], 'a candidate taken back who is voted upon', withdraw(UNIT_A, 1), VOTED),
];

/** Declared before the vote is counted, and against what it said. */
const declarations: readonly BadCandidate[] = [
  row(['uncounted', unitOfA], 'a candidate declared before the vote is counted', declare(UNIT_A, 1), [
    ...([409, 'VOTE_NOT_COUNTED', 'entryId'] as const),
  ]),
  row(['counted', unitOfB], 'a candidate upon whom too few voted', declare(UNIT_B, 1), [
    ...([409, 'CANDIDATE_NOT_RANKED', 'entryId'] as const),
  ]),
  row(['counted', unitOfA], 'a candidate before another one without a word', declare(UNIT_A, 2), [
    ...([400, 'TEXT_EMPTY', 'departure'] as const),
  ]),
  row(
    ['counted', unitOfA],
    'the first candidate with a reason that nobody asks for',
    declare(UNIT_A, 1, { departure: why }),
    [...([400, 'DEPARTURE_NOT_NEEDED', 'departure'] as const)],
  ),
  row(
    ['counted', unitOfA],
    'a candidate for a reason of a whole book',
    declare(UNIT_A, 2, { departure: '另'.repeat(REASON_CHARS_MAX + 1) }),
    [...([400, 'INVALID_FIELD', 'departure'] as const)],
  ),
  row(['counted', unitOfA], 'a candidate without its deeds', declare(UNIT_A, 1, { documents: [] }), [
    ...([400, 'DOCUMENT_MISSING', 'documents'] as const),
  ]),
  row(['counted', unitOfB], 'a candidate declared by another unit', declare(UNIT_A, 1), [403, 'WRONG_SUBTREE', null]),
  row(['counted', branchOfA], 'a candidate declared by its branch', declare(UNIT_A, 1), [403, 'NOT_THIS_PARTY', null]),
  row(['counted', FIRST_OFFICER], 'a candidate declared by the office', declare(UNIT_A, 1), [
    403,
    'NOT_THIS_PARTY',
    null,
  ]),
  row(['counted', branchOfA], 'a candidate taken back after the vote', withdraw(UNIT_A, 2), VOTED),
];

/** Bad requests about candidates of branches, their vote, and their declaration after it. */
export const standingCandidates: readonly BadCandidate[] = [...proposals, ...voted, ...declarations];
