import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, officerOf, type Sent } from './bad-request.ts';
import { type BadOrder, ordersAt } from './order-row.ts';
import { UNIT_A } from './small-campaign.ts';

const CODES = 'POST /v1/editions/{edition}/codes';
const RECALL = `${CODES}/{nowhere}/recall`;
const ERASURE = 'POST /v1/entries/{entry}/author/erasure';
const WORKS = 'POST /v1/public/works';
const WITHDRAWAL = `${WORKS}/withdrawal`;
const OWN_ERASURE = `${WORKS}/author-erasure`;

const mine = officerOf(UNIT_A);
const why = '情况属实（虚构）。';
const NUMBERS_MAX = 200;
const asked = { organizationId: '{unit}', count: 3 };
/** Of the form of a code; nobody was handed it. */
const code = '00000-00000-00000-00000';
const work = {
  ...{ code, track: 'poster', title: '作品（虚构）', summary: '原创作品（虚构）。' },
  ...{ authorName: '王小虚', authorContact: '000-00000000', evidence: [], documents: [] },
};

const invalid = (field: string) => [400, 'INVALID_FIELD', field] as const;
const odd = (field: string) => [400, 'UNKNOWN_FIELD', field] as const;
const NO_GRANT = [403, 'NO_GRANT', null] as const;
const UNKNOWN = [404, 'CODE_UNKNOWN', 'code'] as const;

/** Of one order: its field, and what may not stand there. */
const values = (
  what: string,
  [as, order, body]: readonly [string, string, object],
  bad: Readonly<Record<string, readonly unknown[]>>,
): readonly BadOrder[] =>
  Object.entries(bad).flatMap(([field, all]) =>
    all.map((value): BadOrder => [
      `${what} with ${field} ${JSON.stringify(value)?.slice(0, 40) ?? 'left out'}`,
      ...([as, order, { ...body, [field]: value }] as const),
      invalid(field),
    ]),
  );

/** What an office is told that hands out or recalls codes where there are none, and who is no office. */
const ofTheOffice: readonly BadOrder[] = [
  ['codes where entries are planned', FIRST_OFFICER, CODES, asked, [409, 'INTAKE_NOT_BY_CODE', 'editionId']],
  [
    'codes of no edition',
    FIRST_OFFICER,
    'POST /v1/editions/{nowhere}/codes',
    asked,
    [404, 'RESOURCE_NOT_FOUND', 'editionId'],
  ],
  ['codes of what is no edition', FIRST_OFFICER, 'POST /v1/editions/2024/codes', asked, invalid('editionId')],
  [
    'codes for a unit that there is not',
    FIRST_OFFICER,
    CODES,
    { ...asked, organizationId: '{nowhere}' },
    [404, 'UNIT_NOT_FOUND', 'organizationId'],
  ],
  ...values('codes handed out', [FIRST_OFFICER, CODES, asked], {
    count: [0, -1, 1.5, NUMBERS_MAX + 1, '3', null, undefined],
    organizationId: ['张三', '', 7, undefined],
  }),
  ['codes with a word that nobody asked for', FIRST_OFFICER, CODES, { ...asked, code }, odd('code')],
  ['codes handed out by a unit to itself', mine, CODES, asked, NO_GRANT],
  ['codes handed out by a leader', FIRST_LEADER, CODES, asked, NO_GRANT],
  ['codes handed out by nobody', 'nobody', CODES, asked, [401, 'NOT_SIGNED_IN', null]],
  [
    'codes recalled that nobody handed out',
    FIRST_OFFICER,
    RECALL,
    { numbers: [], why },
    [404, 'CODE_BATCH_NOT_FOUND', 'batchId'],
  ],
  [
    'codes recalled of what is no batch',
    FIRST_OFFICER,
    `${CODES}/__proto__/recall`,
    { numbers: [], why },
    invalid('batchId'),
  ],
  ...values('codes recalled', [FIRST_OFFICER, RECALL, { numbers: [], why }], {
    numbers: ['all', null],
    why: ['', ' ', '词'.repeat(1_001), undefined],
  }),
  ...[0, -1, 1.5, NUMBERS_MAX + 1, '1'].map((number): BadOrder => [
    `a code recalled by the number ${JSON.stringify(number)}`,
    ...([FIRST_OFFICER, RECALL, { numbers: [1, number], why }, invalid('numbers[1]')] as const),
  ]),
  [
    'more codes recalled than one order names',
    FIRST_OFFICER,
    RECALL,
    { numbers: Array.from({ length: NUMBERS_MAX + 1 }, () => 1), why },
    invalid('numbers'),
  ],
  ['codes recalled by a unit', mine, RECALL, { numbers: [], why }, NO_GRANT],
  ['codes recalled by nobody', 'nobody', RECALL, { numbers: [], why }, [401, 'NOT_SIGNED_IN', null]],
  [
    'an author erased where nobody came by a code',
    FIRST_OFFICER,
    ERASURE,
    { why },
    [404, 'AUTHOR_NOT_NAMED', 'entryId'],
  ],
  [
    'an author erased of no entry',
    FIRST_OFFICER,
    'POST /v1/entries/{nowhere}/author/erasure',
    { why },
    [404, 'RESOURCE_NOT_FOUND', 'entryId'],
  ],
  ...values('an author erased', [FIRST_OFFICER, ERASURE, { why }], {
    why: ['', ' ', '词'.repeat(1_001), undefined],
  }),
  ['an author erased by the unit of his work', mine, ERASURE, { why }, NO_GRANT],
  ['an author erased by nobody', 'nobody', ERASURE, { why }, [401, 'NOT_SIGNED_IN', null]],
];

/** What the public is told whose code does not hold, and whose form is not filled in. */
const ofThePublic: readonly BadOrder[] = [
  ['a work by a code that nobody was handed', 'nobody', WORKS, work, UNKNOWN],
  ['a work by no code, by somebody who is signed in', FIRST_OFFICER, WORKS, work, UNKNOWN],
  ['a work by a code of another alphabet', 'nobody', WORKS, { ...work, code: '征集码' }, UNKNOWN],
  ...values('a work', ['nobody', WORKS, work], {
    code: ['', ' ', '0'.repeat(41), '0\n0', 7, undefined],
    track: ['', '海报', '__proto__ ', undefined],
    title: ['', '题'.repeat(201), '两\n行', undefined],
    summary: ['', '词'.repeat(4_001), undefined],
    authorName: ['', ' ', '名'.repeat(201), '\u202E名', undefined],
    authorContact: ['', '9'.repeat(201), undefined],
    evidence: ['poster.png', Array.from({ length: 100 }, () => 'a'.repeat(64))],
    documents: [{}],
  }),
  [
    'a work with a file that is no hash',
    'nobody',
    WORKS,
    { ...work, evidence: ['poster.png'] },
    invalid('evidence[0]'),
  ],
  [
    'a work with a document of no name',
    'nobody',
    WORKS,
    { ...work, documents: [{ document: '', sha256: '{hash}' }] },
    invalid('documents[0].document'),
  ],
  ['a work of somebody else', 'nobody', WORKS, { ...work, answerable: ['{secretary}'] }, odd('answerable')],
  ['a work taken back by a code that does not hold', 'nobody', WITHDRAWAL, { code, why }, UNKNOWN],
  ...values('a work taken back', ['nobody', WITHDRAWAL, { code, why }], {
    code: ['', '0'.repeat(41), undefined],
    why: ['', ' ', '词'.repeat(1_001), undefined],
  }),
  ['an own name erased by a code that does not hold', 'nobody', OWN_ERASURE, { code }, UNKNOWN],
  ...values('an own name erased', ['nobody', OWN_ERASURE, { code }], { code: ['', '0'.repeat(41), undefined] }),
  ['an own name erased, and why', 'nobody', OWN_ERASURE, { code, why }, odd('why')],
];

const PICTURE = Buffer.from('作品（虚构）\n', 'utf8');

const file =
  (given: string | undefined, type = 'text/plain') =>
  (): Sent => ({
    ...{ method: 'POST', path: '/v1/public/works/files', raw: PICTURE },
    headers: { 'content-type': type, ...(given === undefined ? {} : { 'work-code': given }) },
  });

const missing = { status: 400, reason: 'WORK_CODE_MISSING', field: 'Work-Code' } as const;
const unknown = { status: 404, reason: 'CODE_UNKNOWN', field: 'Work-Code' } as const;

const filesOfThePublic: readonly BadRequest[] = (
  [
    ['a file of a work without a code', file(undefined), missing],
    ['a file of a work by an empty code', file(' '), missing],
    ['a file of a work by a code that is too long', file('0'.repeat(41)), missing],
    ['a file of a work by a code that does not hold', file(code), unknown],
    [
      'a file of a work by a code that does not hold, of a kind that nobody opens',
      file(code, 'application/x-msdownload'),
      unknown,
    ],
    [
      'works looked at by a code that does not hold',
      (): Sent => ({ method: 'GET', path: '/v1/public/works', headers: { 'work-code': code } }),
      unknown,
    ],
    ['works looked at without a code', (): Sent => ({ method: 'GET', path: '/v1/public/works' }), missing],
  ] as const
).map(([name, send, refusal]) => ({ name, at: 'planned', as: 'nobody', send, ...refusal }));

/** Codes handed out and recalled where there are none, and works of the public by codes that do not hold. */
export const badCodes: readonly BadRequest[] = [
  ...ordersAt('planned', [...ofTheOffice, ...ofThePublic]),
  ...filesOfThePublic,
];
