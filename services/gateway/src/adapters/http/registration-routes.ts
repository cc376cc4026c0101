import { Readable } from 'node:stream';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  EraseOwnNameRequest,
  GetRegistrationRequest,
  HandOutCodesRequest,
  RegisterWorkRequest,
  WithdrawWorkRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/registration';
import type { EvidenceStore } from '@jiangong/evidence';
import { z } from 'zod';
import type { takeOfCode } from '../../application/code-limits.ts';
import { EdgeError } from '../../application/problem.ts';
import { id, instant, line, prose, sha256, slug } from '../../routes/fields.ts';
import * as shapes from '../../routes/merit-projects/shapes.ts';
import { editionRef, entryRef, organizationRef } from '../../routes/naming/index.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { CODE_CHARS_MAX, codeIn, type CodeHeader, ofHeader } from './code-header.ts';
import type { LocalContext } from './register-routes.ts';

export type RegistrationParts = Readonly<{ evidence: EvidenceStore; takeOfCode: ReturnType<typeof takeOfCode> }>;

const NAME_CHARS_MAX = 200;
const CODES_PER_ORDER_MAX = 200;
const HEADER: CodeHeader = { name: 'Work-Code', missing: 'WORK_CODE_MISSING' };

/** Whose code it is nobody is to learn from what else the sender does; a code stands in no address. */
const open = { tags: ['public'], public: true, unlinkable: true } as const;
const code = () =>
  line(CODE_CHARS_MAX).meta({
    description:
      '主办方发放的征集码；空格、短横线与大小写不限 / As the office handed it out; blanks, dashes and case do not matter',
  });

const handOutRoute = () =>
  localRoute({
    method: 'POST',
    path: '/v1/editions/{editionId}/codes',
    founds: true,
    status: 201,
    summary: {
      zh: '向某单位发放征集码（只在本次应答中显示，平台只保存散列值）',
      en: 'Hand out codes to a unit; they are shown in this answer alone, and kept as hashes only',
    },
    tags: ['editions'],
    params: shapes.editionParams,
    body: z.strictObject({ organizationId: id(), count: z.number().int().min(1).max(CODES_PER_ORDER_MAX) }),
    answer: z
      .object({
        batchId: id(),
        codes: z.array(z.string()).meta({
          description:
            '按编号排列；重复提交时为空，因为征集码不保存，须作废后重新发放 / In the order of their numbers; empty where the order is repeated: recall them and hand out others',
        }),
        receipt,
      })
      .meta({ id: 'CodesHandedOut' }),
    handle: async ({ params, body }, _context: LocalContext, outlet) => {
      const request = HandOutCodesRequest.fromPartial({ ...params, ...body });
      const { batchId, codes, receipt: proof } = await outlet.call('merit-projects', rpcs.handOutCodes, request);
      return { batchId, codes, receipt: receiptOut(proof) };
    },
  });

const category = z.object({
  track: shapes.trackId(),
  nameZh: z.string(),
  nameEn: z.string(),
  documents: z.array(slug()),
  documentNames: z.array(shapes.documentName).meta({ description: shapes.DOCUMENT_NAMES }),
});

const work = z.object({
  entryId: entryRef(),
  track: shapes.trackId(),
  title: z.string(),
  summary: z.string(),
  evidence: z.array(sha256()),
  documents: z.array(z.object({ document: slug(), sha256: sha256() })),
  version: z.number().int(),
  standing: shapes.standingWord(),
  declaredAt: instant().nullable(),
  redeclareUntil: instant().nullable(),
  returnReasons: z.array(z.string()),
  revision: z.number().int().meta({ description: '修改时填入 If-Match / What If-Match holds when it is changed' }),
  authorKept: z.boolean().meta({ description: '是否仍保存作者姓名和联系方式 / Whether name and contact are kept' }),
});

const registration = z
  .object({
    editionId: editionRef(),
    titleZh: z.string(),
    titleEn: z.string(),
    organizationId: organizationRef(),
    categories: z.array(category),
    opensAt: instant().nullable(),
    closesAt: instant().nullable(),
    open: z.boolean(),
    work: work.nullable(),
  })
  .meta({ id: 'Registration' });

const lookRoute = (parts: RegistrationParts) =>
  localRoute({
    ...open,
    method: 'GET',
    path: '/v1/public/works',
    summary: {
      zh: '凭征集码（请求头 Work-Code）查看可报送的类别和已报送的作品',
      en: 'By a code (header Work-Code): what may be entered, and what was',
    },
    answer: registration,
    handle: async (_input, context: LocalContext, outlet) => {
      const given = codeIn(HEADER, context);
      await parts.takeOfCode({ code: given, address: context.request.ip });
      const found = await ofHeader(
        HEADER,
        outlet.call('merit-projects', rpcs.getRegistration, GetRegistrationRequest.fromPartial({ code: given })),
      );
      return { ...found, work: found.work ?? null };
    },
  });

const fileRoute = (parts: RegistrationParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/works/files',
    once: 'its-content',
    status: 201,
    file: 'in',
    summary: {
      zh: '凭征集码（请求头 Work-Code）上传作品文件（类型由内容判定）',
      en: 'Bring a file of a work by a code (header Work-Code): typed by its content',
    },
    answer: z
      .object({ sha256: sha256(), bytes: z.number().int(), mediaType: z.string(), receipt })
      .meta({ id: 'WorkFileKept' }),
    handle: async (_input, context: LocalContext, outlet) => {
      const given = codeIn(HEADER, context);
      const body: unknown = context.request.body;
      if (!(body instanceof Readable)) throw new EdgeError('CONTENT_TYPE_NOT_SUPPORTED');
      await parts.takeOfCode({ code: given, address: context.request.ip, file: true });
      // Whoever has no code that holds sends nobody a file.
      await ofHeader(
        HEADER,
        outlet.call('merit-projects', rpcs.getRegistration, GetRegistrationRequest.fromPartial({ code: given })),
      );
      const taken = await parts.evidence.receive(body);
      if (taken.kind === 'refused') throw new EdgeError(taken.refusal.reason);
      const { sha256: hash, bytes, mediaType } = taken.evidence;
      try {
        const added = await ofHeader(
          HEADER,
          outlet.call('merit-projects', rpcs.addWorkFile, { code: given, sha256: hash, bytes, mediaType }),
        );
        await parts.evidence.keep(taken.evidence);
        return { sha256: hash, bytes, mediaType, receipt: receiptOut(added.receipt) };
      } catch (error) {
        await parts.evidence.drop(taken.evidence);
        throw error;
      }
    },
  });

const enterRoute = (parts: RegistrationParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/works',
    founds: true,
    status: 201,
    summary: {
      zh: '凭征集码报送作品；截止前凭同一征集码修改（可填 If-Match）',
      en: 'Enter a work by a code; until entering closes the same code changes it (with If-Match, if wanted)',
    },
    body: z.strictObject({
      code: code(),
      track: shapes.trackId(),
      title: line(shapes.TITLE_CHARS_MAX),
      summary: prose(shapes.TEXT_CHARS_MAX),
      authorName: line(NAME_CHARS_MAX),
      authorContact: line(NAME_CHARS_MAX),
      evidence: shapes.evidence(),
      documents: shapes.documents(),
    }),
    answer: z.object({ entryId: id(), version: z.number().int(), receipt }).meta({ id: 'WorkEntered' }),
    handle: async ({ body }, { request }: LocalContext, outlet) => {
      await parts.takeOfCode({ code: body.code, address: request.ip });
      const entered = await outlet.call('merit-projects', rpcs.registerWork, RegisterWorkRequest.fromPartial(body));
      return { entryId: entered.entryId, version: entered.version, receipt: receiptOut(entered.receipt) };
    },
  });

const withdrawRoute = (parts: RegistrationParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/works/withdrawal',
    once: 'its-link',
    summary: {
      zh: '凭征集码撤回作品；截止前可重新报送',
      en: 'Take back a work by its code; until entering closes it may be entered again',
    },
    body: z.strictObject({ code: code(), why: shapes.why() }),
    answer: z.object({ receipt }),
    handle: async ({ body }, { request }: LocalContext, outlet) => {
      await parts.takeOfCode({ code: body.code, address: request.ip });
      const done = await outlet.call('merit-projects', rpcs.withdrawWork, WithdrawWorkRequest.fromPartial(body));
      return { receipt: receiptOut(done.receipt) };
    },
  });

const eraseRoute = (parts: RegistrationParts) =>
  localRoute({
    ...open,
    method: 'POST',
    path: '/v1/public/works/author-erasure',
    once: 'its-link',
    summary: {
      zh: '凭征集码删除本人姓名和联系方式（不可恢复；作品保留）',
      en: 'Erase one’s own name and contact by the code, for good; the work stays',
    },
    body: z.strictObject({ code: code() }),
    answer: z.object({ receipt }),
    handle: async ({ body }, { request }: LocalContext, outlet) => {
      await parts.takeOfCode({ code: body.code, address: request.ip });
      const done = await outlet.call('merit-projects', rpcs.eraseOwnName, EraseOwnNameRequest.fromPartial(body));
      return { receipt: receiptOut(done.receipt) };
    },
  });

/** Codes that an office hands out, and what the public enters by them. */
export const registrationRoutes = (parts: RegistrationParts): readonly Route<LocalContext>[] => [
  handOutRoute(),
  lookRoute(parts),
  fileRoute(parts),
  enterRoute(parts),
  withdrawRoute(parts),
  eraseRoute(parts),
];
