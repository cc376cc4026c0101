import { FIRST_OFFICER } from '../demo/world/people.ts';
import { NOWHERE } from './bad-request.ts';
import type { BadRow, Sent } from './bad-row.ts';
import { CODES_OF_B, type RegisteredEdition, type Stage, UNIT_A, UNIT_B } from './registered-edition.ts';

export type BadWork = BadRow<RegisteredEdition, Stage>;
type Refusal = readonly [status: number, reason: string, field: string | null];

const why = '情况属实（虚构）。';
const unitOfA = `${UNIT_A}-officer`;
const ENTRY = '{entry}';

const row = (
  [at, as]: readonly [Stage, string],
  name: string,
  send: (played: RegisteredEdition) => Sent,
  [status, reason, field]: Refusal,
): BadWork => ({ name, at, as, send, status, reason, field });

const post =
  (path: string, body: (played: RegisteredEdition) => object, headers: Readonly<Record<string, string>> = {}) =>
  (played: RegisteredEdition): Sent => ({
    ...{ method: 'POST', path: path.replace(ENTRY, played.entryId), body: body(played), headers },
  });

const handOut =
  (unit: string, count: number) =>
  (played: RegisteredEdition): Sent => ({
    ...{ method: 'POST', path: played.codes },
    body: { organizationId: played.edition.play.organization(unit), count },
  });

const recall =
  (numbers: readonly number[]) =>
  (played: RegisteredEdition): Sent => ({
    ...{ method: 'POST', path: `${played.codes}/${played.batchId}/recall`, body: { numbers, why } },
  });

const work = (number: number, change: (played: RegisteredEdition) => object = () => ({})) =>
  post('/v1/public/works', (played) => played.work(number, change(played)));

const withdrawal = (number: number) =>
  post('/v1/public/works/withdrawal', (played) => ({ code: played.code(number), why }));
const erasure = (number: number) =>
  post('/v1/public/works/author-erasure', (played) => ({ code: played.code(number) }));

const file =
  (number: number, type: string, raw: Buffer) =>
  (played: RegisteredEdition): Sent => ({
    ...{ method: 'POST', path: '/v1/public/works/files', raw },
    headers: { 'content-type': type, 'work-code': played.code(number) },
  });

const documents = (played: RegisteredEdition, ...names: readonly string[]) => ({
  documents: names.map((document) => ({ document, sha256: played.file(2) })),
});

const UNKNOWN: Refusal = [404, 'CODE_UNKNOWN', 'code'];
const NOTHING: Refusal = [404, 'ENTRY_NOT_FOUND', 'code'];
const NO_GRANT: Refusal = [403, 'NO_GRANT', null];
const office = ['handed', FIRST_OFFICER] as const;
const somebody = ['handed', 'nobody'] as const;

/** Codes that the office hands out and recalls. */
const codes: readonly BadWork[] = [
  row(office, 'more codes than a unit may have', handOut(UNIT_B, CODES_OF_B), [409, 'TOO_MANY_CODES', 'count']),
  row(office, 'a code recalled that is recalled', recall([4]), [409, 'CODES_RECALLED_ALREADY', 'numbers']),
  row(office, 'a code recalled that the batch has not', recall([1, 5]), [400, 'CODE_NUMBER_UNKNOWN', 'numbers[1]']),
  row(office, 'a code recalled twice at once', recall([2, 2]), [400, 'CODE_NUMBER_UNKNOWN', 'numbers[1]']),
  row(['handed', unitOfA], 'codes handed out by the unit itself', handOut(UNIT_A, 1), NO_GRANT),
  row(['handed', unitOfA], 'codes recalled by the unit whose they are', recall([1]), NO_GRANT),
  row(['handed', unitOfA], 'codes listed for a unit', (played) => ({ method: 'GET', path: played.codes }), NO_GRANT),
];

/** Works by codes that hold, with something that does not. */
const entering: readonly BadWork[] = [
  row(somebody, 'a work by a code that was recalled', work(4), UNKNOWN),
  row(somebody, 'a file by a code that was recalled', file(4, 'text/plain', Buffer.from('作品', 'utf8')), [
    ...([404, 'CODE_UNKNOWN', 'Work-Code'] as const),
  ]),
  row(somebody, 'a file of a kind that nobody opens', file(2, 'application/x-msdownload', Buffer.from('MZ')), [
    ...([415, 'EVIDENCE_TYPE_NOT_ALLOWED', null] as const),
  ]),
  row(somebody, 'an empty file', file(2, 'text/plain', Buffer.alloc(0)), [400, 'EVIDENCE_EMPTY', null]),
  row(
    somebody,
    'a work of a category that there is not',
    work(2, () => ({ track: 'dance' })),
    [...([400, 'TRACK_UNKNOWN', 'track'] as const)],
  ),
  row(
    somebody,
    'a work with a file that nobody brought',
    work(2, () => ({ evidence: ['f'.repeat(64)] })),
    [...([404, 'EVIDENCE_NOT_FOUND', 'evidence[0]'] as const)],
  ),
  row(
    somebody,
    'a work with a file that was brought by another code',
    work(2, (played) => ({ evidence: [played.file(2), played.file(1)] })),
    [404, 'EVIDENCE_NOT_FOUND', 'evidence[1]'],
  ),
  row(
    somebody,
    'a work without its document',
    work(2, () => ({ documents: [] })),
    [...([400, 'DOCUMENT_MISSING', 'documents'] as const)],
  ),
  row(
    somebody,
    'a work with a document that nobody asked for',
    work(2, (played) => documents(played, 'work', 'opinion')),
    [400, 'DOCUMENT_NOT_ASKED', 'documents[1]'],
  ),
  row(
    somebody,
    'a work with a document twice',
    work(2, (played) => documents(played, 'work', 'work')),
    [400, 'DOCUMENT_NOT_ATTACHED', 'documents[1]'],
  ),
  row(
    somebody,
    'a work with a document that is none of its files',
    work(2, () => ({ evidence: [] })),
    [400, 'DOCUMENT_NOT_ATTACHED', 'documents[0]'],
  ),
  row(somebody, 'a work taken back that nobody entered', withdrawal(3), NOTHING),
  row(somebody, 'an own name erased that nobody gave', erasure(3), NOTHING),
];

/** What was entered, changed as nobody may, by others, and too late. */
const standing: readonly BadWork[] = [
  row(
    ['entered', 'nobody'],
    'a second work by a code, in another category',
    work(1, () => ({ track: 'film' })),
    [409, 'CODE_USED', 'track'],
  ),
  row(
    ['entered', 'nobody'],
    'a work changed that was changed meanwhile',
    (played) => ({ ...work(1)(played), headers: { 'if-match': '"99"' } }),
    [412, 'REVISION_CONFLICT', 'If-Match'],
  ),
  row(
    ['entered', 'nobody'],
    'a work changed by what is no revision',
    (played) => ({ ...work(1)(played), headers: { 'if-match': 'yesterday' } }),
    [400, 'IF_MATCH_INVALID', 'If-Match'],
  ),
  row(
    ['entered', unitOfA],
    'an author erased by the unit',
    post(`/v1/entries/${ENTRY}/author/erasure`, () => ({ why })),
    [...NO_GRANT],
  ),
  row(
    ['entered', unitOfA],
    'an author looked up by the unit',
    (played) => ({ method: 'GET', path: `/v1/entries/${played.entryId}/author` }),
    NO_GRANT,
  ),
  row(
    ['entered', FIRST_OFFICER],
    'an author erased without a word why',
    post(`/v1/entries/${ENTRY}/author/erasure`, () => ({ why: ' ' })),
    [400, 'INVALID_FIELD', 'why'],
  ),
  row(['withdrawn', 'nobody'], 'a work taken back twice', withdrawal(1), [409, 'ENTRY_CLOSED', 'entryId']),
  row(['closed', 'nobody'], 'a work entered after the last day', work(2), [409, 'STAGE_NOT_OPEN', null]),
  row(['closed', 'nobody'], 'a work entered again after the last day', work(1), [409, 'STAGE_NOT_OPEN', null]),
  row(['closed', FIRST_OFFICER], 'codes handed out after the last day', handOut(UNIT_A, 1), [
    ...([409, 'STAGE_NOT_OPEN', null] as const),
  ]),
  row(
    ['closed', FIRST_OFFICER],
    'codes recalled of another edition’s batch',
    (played) => ({ ...recall([1])(played), path: `${played.codes}/${NOWHERE}/recall` }),
    [404, 'CODE_BATCH_NOT_FOUND', 'batchId'],
  ),
];

/** Bad input by codes that hold, and by one that was recalled. */
export const registeredWorks: readonly BadWork[] = [...codes, ...entering, ...standing];
