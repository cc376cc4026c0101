import { Readable } from 'node:stream';
import { z } from 'zod';
import type { confirmObjection, handInFile } from '../../application/confirm-objection.ts';
import type { handIn } from '../../application/hand-in.ts';
import type { objectionStatus } from '../../application/objection-status.ts';
import { FILES_MAX } from '../../application/hand-in-limits.ts';
import { EdgeError } from '../../application/problem.ts';
import { formed, id, instant, line, prose, sha256, word } from '../../routes/fields.ts';
import { receipt } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { headerText } from './request-marks.ts';
import type { LocalContext } from './register-routes.ts';

export type ObjectionRouteParts = Readonly<{
  handIn: ReturnType<typeof handIn>;
  handInFile: ReturnType<typeof handInFile>;
  confirmObjection: ReturnType<typeof confirmObjection>;
  objectionStatus: ReturnType<typeof objectionStatus>;
}>;

const CONTACT_CHARS_MAX = 200;
const STATEMENT_CHARS_MAX = 4_000;
const CODE_CHARS_MAX = 20;
const RECEIPT_CODE_CHARS_MAX = 40;
const HAND_IN_HEADER = 'hand-in';
const HAND_IN_FORM = /^[A-Za-z0-9_-]{43}$/u;

const tags = ['public'];
const token = () => formed(HAND_IN_FORM, 'hand-in');

const handedIn = z
  .object({
    handIn: z.string().meta({
      description:
        '只能打开这一件异议，除提交人外无人知道 / Opens this objection and nothing else; known to nobody but who handed it in',
    }),
    code: z.string().meta({ description: '确认时须再次输入 / To be typed in again when it is confirmed' }),
    confirmFrom: instant(),
    confirmBefore: instant().meta({ description: '逾期未确认即作废 / What is not confirmed by then is gone' }),
  })
  .meta({ id: 'ObjectionHandedIn' });

/** What stands in a public route's log lines and traces must not tie it to the sender: none of these asks who it is. */
const open = { tags, public: true, unlinkable: true } as const;

const handInRoute = (parts: ObjectionRouteParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/entries/{entryId}/objections',
    founds: true,
    status: 202,
    summary: {
      zh: '对公示项目实名提出异议，须再确认（身份受保护）',
      en: 'Object to an entry in notice, under your real name, which stays protected; to be confirmed',
    },
    params: z.strictObject({ entryId: id() }),
    body: z.strictObject({
      objectorName: line(CONTACT_CHARS_MAX),
      objectorContact: line(CONTACT_CHARS_MAX),
      statement: prose(STATEMENT_CHARS_MAX),
    }),
    answer: handedIn,
    handle: async ({ params, body }, { request, requestId }: LocalContext) =>
      parts.handIn({ ...params, objection: body, key: requestId, address: request.ip }),
  });

const fileRoute = (parts: ObjectionRouteParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/objections/evidence',
    once: 'its-content',
    status: 201,
    file: 'in',
    summary: {
      zh: '为待确认的异议上传材料（请求头 Hand-In；隔离保存，逾期未确认即删除）',
      en: 'Hand in a file for an objection that waits to be confirmed (header Hand-In); kept apart, gone if it is not',
    },
    answer: z
      .object({ sha256: sha256(), bytes: z.number().int(), mediaType: z.string() })
      .meta({ id: 'ObjectionFileHandedIn' }),
    handle: async (_input, { request }: LocalContext) => {
      const given = headerText(request.headers[HAND_IN_HEADER]) ?? '';
      const body: unknown = request.body;
      if (!HAND_IN_FORM.test(given)) throw new EdgeError('HAND_IN_UNKNOWN', { field: 'Hand-In' });
      if (!(body instanceof Readable)) throw new EdgeError('CONTENT_TYPE_NOT_SUPPORTED');
      return parts.handInFile({ token: given, content: body, address: request.ip });
    },
  });

const confirmRoute = (parts: ObjectionRouteParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/objections/confirm',
    once: 'its-link',
    status: 201,
    summary: { zh: '确认异议', en: 'Confirm an objection that was handed in' },
    body: z.strictObject({
      handIn: token(),
      code: line(CODE_CHARS_MAX),
      evidence: z.array(sha256()).max(FILES_MAX).default([]),
    }),
    answer: z.object({
      objectionId: id(),
      answerDueAt: instant(),
      receiptCode: z.string().meta({
        description:
          '用于查询异议办理情况；不向他人显示，只保存其散列值 / Tells how the objection stands; shown to nobody else, and kept as its hash only',
      }),
      receipt,
    }),
    handle: async ({ body: { handIn: given, ...body } }, { request }: LocalContext) =>
      parts.confirmObjection({ token: given, ...body, address: request.ip }),
  });

const objectionStanding = z
  .object({
    entryId: id().meta({
      description: '其公示：/v1/public/notices/{entryId} / Its notices: /v1/public/notices/{entryId}',
    }),
    against: word(['entry', 'result']),
    status: word(['open', 'settled']),
    outcome: word(['upheld-remove', 'upheld-return', 'upheld', 'rejected']).nullable(),
    receivedAt: instant(),
    answerDueAt: instant(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'ObjectionStanding' });

const statusRoute = (parts: ObjectionRouteParts) =>
  localRoute({
    ...open,
    method: 'GET',
    path: '/v1/public/objections/{code}',
    summary: {
      zh: '凭回执码查询异议的办理情况（不显示异议人与内容）',
      en: 'See by its receipt code how an objection stands; neither who objects nor what is said',
    },
    params: z.strictObject({
      code: line(RECEIPT_CODE_CHARS_MAX).meta({
        description:
          '确认异议时告知的受理码；空格、短横线与大小写不限 / As it was told when the objection was confirmed; blanks, dashes and case do not matter',
      }),
    }),
    answer: objectionStanding,
    handle: ({ params }, { request }: LocalContext) => parts.objectionStatus({ ...params, address: request.ip }),
  });

/** How the public objects: hand in, add files, confirm; and how that stands. */
export const objectionRoutes = (parts: ObjectionRouteParts): readonly Route<LocalContext>[] => [
  handInRoute(parts),
  fileRoute(parts),
  confirmRoute(parts),
  statusRoute(parts),
];
