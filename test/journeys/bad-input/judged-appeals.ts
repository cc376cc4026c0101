import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type Row, type Made, officerOf, why, file, get, row, mine, twice } from './appeal-row.ts';
import { NOWHERE } from './bad-request.ts';
import { type JudgedEdition, UNIT_A, UNIT_B, UNIT_C } from './judged-edition.ts';

const filing: readonly Row[] = [
  row('an appeal while evaluators judge', ['dealt', mine, file(UNIT_A)], [409, 'ROUND_NOT_CLOSED', 'roundId']),
  row('an appeal before its stage', ['closed', mine, file(UNIT_A)], [409, 'APPEALS_NOT_BEGUN', 'roundId']),
  row('an appeal before there is a result', ['waiting', mine, file(UNIT_A)], [409, 'RESULT_NOT_COMPUTED', 'roundId']),
  row(
    "an appeal for another unit's entry",
    ['appealing', officerOf(UNIT_B), file(UNIT_A)],
    [403, 'WRONG_SUBTREE', null],
  ),
  row('an appeal by the office', ['appealing', FIRST_OFFICER, file(UNIT_A)], [403, 'NO_GRANT', null]),
  row('an appeal by an evaluator', ['appealing', 'expert-6', file(UNIT_A)], [403, 'NO_GRANT', null]),
  row('an appeal by nobody', ['appealing', 'nobody', file(UNIT_A)], [401, 'NOT_SIGNED_IN', null]),
  row(
    'an appeal against the weather',
    ['appealing', mine, file(UNIT_A, { matter: 'weather' })],
    [400, 'INVALID_FIELD', 'matter'],
  ),
  row('an appeal without a word why', ['appealing', mine, file(UNIT_A, { why: ' ' })], [400, 'INVALID_FIELD', 'why']),
  row(
    'an appeal of 2,001 characters',
    ['appealing', mine, file(UNIT_A, { why: '字'.repeat(2_001) })],
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(
    'an appeal with a document that is no hash',
    ['appealing', mine, file(UNIT_A, { evidence: ['决定.pdf'] })],
    [400, 'INVALID_FIELD', 'evidence[0]'],
  ),
  row(
    'an appeal with 21 documents',
    [
      'appealing',
      officerOf(UNIT_B),
      file(UNIT_B, { evidence: Array.from({ length: 21 }, (_, at) => String(at).padStart(64, '0')) }),
    ],
    [400, 'INVALID_FIELD', 'evidence'],
  ),
  row(
    'an appeal with one document twice',
    ['appealing', officerOf(UNIT_B), file(UNIT_B, { evidence: [twice, twice] })],
    [400, 'EVIDENCE_INVALID', 'evidence[1]'],
  ),
  row(
    'an appeal against a grade before there is one',
    ['appealing', mine, file(UNIT_A, { matter: 'grade' })],
    [409, 'DECISION_NOT_TAKEN', 'matter'],
  ),
  row(
    'an appeal against a list that nobody fills',
    ['appealing', mine, file(UNIT_A, { matter: 'checklist', sourceId: 'base' })],
    [400, 'APPEAL_MATTER_NOT_JUDGED', 'sourceId'],
  ),
  row(
    'an appeal against a source of none',
    ['appealing', mine, file(UNIT_A, { matter: 'bonus' })],
    [400, 'APPEAL_MATTER_NOT_JUDGED', 'matter'],
  ),
  row(
    'an appeal against an item of a rank',
    ['appealing', officerOf(UNIT_B), file(UNIT_B, { itemId: 'first' })],
    [400, 'APPEAL_MATTER_NOT_JUDGED', 'itemId'],
  ),
  row('the same appeal twice', ['appealing', mine, file(UNIT_A)], [409, 'APPEALED_ALREADY', 'matter']),
  row(
    'what was answered appealed again',
    ['appealing', officerOf(UNIT_C), file(UNIT_C)],
    [409, 'APPEALED_ALREADY', 'matter'],
  ),
  row(
    'an appeal about no entry',
    [
      'appealing',
      mine,
      (played) => ({
        method: 'POST',
        path: `${played.round}/entries/${NOWHERE}/appeals`,
        body: { matter: 'rank', why },
      }),
    ],
    [404, 'RESOURCE_NOT_FOUND', 'entryId'],
  ),
  row(
    'an appeal in no round',
    [
      'appealing',
      mine,
      (played) => ({
        method: 'POST',
        path: `/v1/rounds/${NOWHERE}/entries/${played.entry(UNIT_A)}/appeals`,
        body: { matter: 'rank', why },
      }),
    ],
    [404, 'ROUND_NOT_FOUND', 'roundId'],
  ),
  row('an appeal after its stage', ['late', officerOf(UNIT_B), file(UNIT_B)], [409, 'APPEAL_TOO_LATE', 'roundId']),
];

const evidence = (unit: string, name: string, sha256: (played: JudgedEdition) => string): Made =>
  get((played) => played.appeals(unit, `/${played.id(name)}/evidence/${sha256(played)}`));
const document = (played: JudgedEdition): string => played.id('document');

const reading: readonly Row[] = [
  row(
    "another unit's appeals",
    ['appealing', officerOf(UNIT_B), get((played) => played.appeals(UNIT_A))],
    [403, 'WRONG_SUBTREE', null],
  ),
  row(
    'appeals read by an evaluator',
    ['appealing', 'expert-6', get((played) => played.appeals(UNIT_A))],
    [403, 'NO_GRANT', null],
  ),
  row(
    'appeals read by nobody',
    ['appealing', 'nobody', get((played) => played.appeals(UNIT_A))],
    [401, 'NOT_SIGNED_IN', null],
  ),
  row(
    "a document of another unit's appeal",
    ['appealing', officerOf(UNIT_B), evidence(UNIT_A, 'open', document)],
    [403, 'WRONG_SUBTREE', null],
  ),
  row(
    'a document for an evaluator',
    ['appealing', 'expert-6', evidence(UNIT_A, 'open', document)],
    [403, 'NO_GRANT', null],
  ),
  row(
    'a document that is no hash',
    ['appealing', mine, evidence(UNIT_A, 'open', () => 'first')],
    [400, 'INVALID_FIELD', 'sha256'],
  ),
  row(
    'appeals by a standing that there is not',
    ['appealing', FIRST_OFFICER, get((played) => `${played.round}/appeals?standing=lost`)],
    [400, 'INVALID_FIELD', 'standing[0]'],
  ),
];

/** Of whoever may read these appeals: what he asks for is not there, and that he asked is recorded. */
export const askedDocuments: readonly Row[] = [
  row(
    'a document that the appeal does not name',
    ['appealing', mine, evidence(UNIT_A, 'open', () => twice)],
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ),
  row(
    'a document through another appeal',
    ['appealing', officerOf(UNIT_B), evidence(UNIT_B, 'withdrawn', document)],
    [404, 'EVIDENCE_NOT_FOUND', 'sha256'],
  ),
];

/** Appeals that nobody may file or read, that say nothing, or that come too early, too late or twice. */
export const judgedAppeals: readonly Row[] = [...filing, ...reading];
