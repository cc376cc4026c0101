import { FIRST_OFFICER } from '../demo/world/people.ts';
import { type BadRequest, secretary, type Sent } from './bad-request.ts';
import { ordersAt } from './order-row.ts';

const OBJECTION = { objectorName: '王小虚', objectorContact: '13800000000', statement: '数据不实（虚构）。' };

const file = (path: string, type: string, raw: Buffer) => (): Sent => ({
  method: 'POST',
  path,
  raw,
  headers: { 'content-type': type },
});

/** Files that are none, drafts and exports of what there is not, and objections of the public to what was not published. */
export const badUploads: readonly BadRequest[] = [
  {
    ...{ name: 'a file of a kind that nobody opens', at: 'planned', as: secretary, status: 415 },
    send: file('/v1/evidence', 'application/x-msdownload', Buffer.from('MZ')),
    ...{ reason: 'EVIDENCE_TYPE_NOT_ALLOWED', field: null },
  },
  {
    ...{ name: 'a file to an objection that nobody handed in', at: 'planned', as: 'nobody', status: 404 },
    send: file('/v1/public/objections/evidence', 'application/x-msdownload', Buffer.from('MZ')),
    ...{ reason: 'HAND_IN_UNKNOWN', field: 'Hand-In' },
  },
  ...ordersAt('planned', [
    [
      'an objection without a word',
      'nobody',
      'POST /v1/public/entries/{entry}/objections',
      { ...OBJECTION, statement: ' ' },
      [400, 'INVALID_FIELD', 'statement'],
    ],
    [
      'an objection confirmed that nobody handed in',
      'nobody',
      'POST /v1/public/objections/confirm',
      { handIn: 'a'.repeat(43), code: '123456', evidence: [] },
      [404, 'HAND_IN_UNKNOWN', 'handIn'],
    ],
    [
      'a draft of a kind that there is not',
      FIRST_OFFICER,
      'PUT /v1/drafts/poem/{entry}',
      { content: 'x' },
      [400, 'INVALID_FIELD', 'kind'],
    ],
    [
      'a draft thrown away of no kind',
      FIRST_OFFICER,
      'DELETE /v1/drafts/poem/{entry}',
      undefined,
      [400, 'INVALID_FIELD', 'kind'],
    ],
    [
      'an export of what is no list',
      FIRST_OFFICER,
      'POST /v1/exports',
      { list: '/v1/me', params: {}, query: {}, format: 'csv' },
      [400, 'INVALID_FIELD', 'list'],
    ],
    [
      'an export thrown away that is no id',
      FIRST_OFFICER,
      'DELETE /v1/exports/first',
      undefined,
      [400, 'INVALID_FIELD', 'exportId'],
    ],
  ]),
];
