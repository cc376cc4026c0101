import { Readable } from 'node:stream';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { EVIDENCE_MEDIA_TYPES, type EvidenceStore } from '@jiangong/evidence';
import { PREVIEW_MEDIA_TYPE, PREVIEW_WIDTHS, type PreviewWidth } from '@jiangong/evidence/preview';
import { z } from 'zod';
import type { Drafts } from '../../application/drafts.ts';
import { EdgeError } from '../../application/problem.ts';
import type { Previews } from '../memory/previews.ts';
import { id, sha256 } from '../../routes/fields.ts';
import { clearanceFileParams, fileParams } from '../../routes/merit-projects/file-routes.ts';
import { serviceRoutes } from '../../routes/index.ts';
import { type WorkParts, workRoutes } from '../../routes/work.routes.ts';
import { receipt, receiptOut } from '../../routes/receipt.ts';
import { localRoute, type Route } from '../../routes/route.ts';
import { draftRoutes } from './draft-routes.ts';
import { archiveOf } from './entry-archive.ts';
import { exportableLists, type ExportRouteParts, exportRoutes } from './export-routes.ts';
import { fileOut } from './file-out.ts';
import { stillThere } from '../../application/destroyed-files.ts';
import { destructionRoute } from './destruction-route.ts';
import { documentFileRoutes } from './document-files.ts';
import { paperFileRoutes } from './paper-files.ts';
import { type ObjectionRouteParts, objectionRoutes } from './objection-routes.ts';
import { type OwnAccountParts, ownAccountRoutes } from './own-account-routes.ts';
import { type NoticeParts, noticeRoutes } from './notice-routes.ts';
import { type PasskeyParts, passkeyRoutes } from './passkey-routes.ts';
import type { LocalContext } from './register-routes.ts';
import { type RegistrationParts, registrationRoutes } from './registration-routes.ts';
import { voteCodeRoutes } from './vote-code-routes.ts';
import { type ResetRouteParts, resetRoutes } from './reset-routes.ts';
import { type JudgedEvidenceParts, judgedEvidenceRoutes } from './judged-evidence-routes.ts';
import { measureFormRoutes } from './measure-form-routes.ts';
import { sheetFormRoutes } from './sheet-form-routes.ts';
import { type SecondFactorParts, secondFactorRoutes } from './second-factor-routes.ts';
import { type WelcomeRouteParts, welcomeRoutes } from './welcome-routes.ts';

export type OwnRouteParts = WelcomeRouteParts &
  ResetRouteParts &
  NoticeParts &
  SecondFactorParts &
  PasskeyParts &
  ObjectionRouteParts &
  RegistrationParts &
  JudgedEvidenceParts &
  Readonly<{
    evidence: EvidenceStore;
    publicUrl: string;
    account: OwnAccountParts;
    drafts: Drafts;
    work: WorkParts;
    exporting: ExportRouteParts;
    preview: Previews<PreviewWidth>;
  }>;

type Own = Route<LocalContext>;

/** Judged by content when a file came in; what nobody judged is bytes. */
const KEPT_MEDIA_TYPES = [...EVIDENCE_MEDIA_TYPES, 'application/octet-stream'];
const ARCHIVE_MEDIA_TYPE = 'application/zip';

/** For a list, a telephone and a page. */
const widthText = () =>
  z
    .enum(['320', '1280'])
    .default('320')
    .transform((text) => PREVIEW_WIDTHS.find((width) => String(width) === text) ?? 320);

const fileViewRoutes = (parts: OwnRouteParts): readonly Own[] => [
  localRoute({
    method: 'GET',
    path: '/v1/entries/{entryId}/files/{sha256}/preview',
    summary: { zh: '查看图片材料的缩略图', en: 'A picture among the files of an entry, made small' },
    tags: ['evidence'],
    params: fileParams,
    query: z.strictObject({ width: widthText() }),
    file: 'out',
    mediaTypes: [PREVIEW_MEDIA_TYPE],
    refuses: [410, 415],
    answer: z.unknown(),
    handle: async ({ params, query }, { reply }: LocalContext, outlet) => {
      stillThere(await outlet.call('merit-projects', MeritProjectsServiceService.getEvidence, params));
      const drawn = await parts.preview(params.sha256, query.width);
      if (drawn === 'none') throw new EdgeError('EVIDENCE_NOT_FOUND', { field: 'sha256' });
      if (drawn === 'not-possible') throw new EdgeError('NO_PREVIEW', { field: 'sha256' });
      // Drawn by us, from pixels: nothing of the file's own is in it.
      reply.header('content-type', PREVIEW_MEDIA_TYPE).header('content-length', String(drawn.length));
      return Readable.from([drawn], { objectMode: false });
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/entries/{entryId}/archive',
    summary: { zh: '打包下载项目的全部材料', en: 'All files of an entry as one archive (zip)' },
    tags: ['evidence'],
    params: z.strictObject({ entryId: id() }),
    file: 'out',
    mediaTypes: [ARCHIVE_MEDIA_TYPE],
    answer: z.unknown(),
    handle: async ({ params }, { reply }: LocalContext, outlet) => {
      const { files } = await outlet.call('merit-projects', MeritProjectsServiceService.listEntryFiles, params);
      // What was destroyed is not in it; the list of files says so.
      const kept = files.filter(({ destruction }) => destruction?.state !== 'destroyed');
      const archive = archiveOf(parts.evidence, kept);
      reply.header('content-type', ARCHIVE_MEDIA_TYPE);
      reply.header('content-disposition', `attachment; filename="entry-${params.entryId}.zip"`);
      return archive;
    },
  }),
];

const evidenceRoutes = (parts: OwnRouteParts): readonly Own[] => [
  localRoute({
    method: 'POST',
    path: '/v1/evidence',
    once: 'its-content',
    summary: {
      zh: '上传佐证材料（按内容寻址，类型由内容判定）',
      en: 'Upload an evidence file: addressed by content, typed by content',
    },
    tags: ['evidence'],
    status: 201,
    file: 'in',
    answer: z
      .object({ sha256: sha256(), bytes: z.number().int(), mediaType: z.string(), receipt })
      .meta({ id: 'EvidenceKept' }),
    handle: async (_input, context: LocalContext, outlet) => {
      const body: unknown = context.request.body;
      if (!(body instanceof Readable)) throw new EdgeError('CONTENT_TYPE_NOT_SUPPORTED');
      const taken = await parts.evidence.receive(body);
      if (taken.kind === 'refused') throw new EdgeError(taken.refusal.reason);
      const { sha256: hash, bytes, mediaType } = taken.evidence;
      try {
        const registered = await outlet.call('merit-projects', MeritProjectsServiceService.registerEvidence, {
          sha256: hash,
          bytes,
          mediaType,
        });
        await parts.evidence.keep(taken.evidence);
        return { sha256: hash, bytes, mediaType, receipt: receiptOut(registered.receipt) };
      } catch (error) {
        await parts.evidence.drop(taken.evidence);
        throw error;
      }
    },
  }),
  localRoute({
    method: 'GET',
    path: '/v1/evidence/{sha256}',
    summary: { zh: '读取某项目的佐证材料', en: 'Read an evidence file of an entry' },
    tags: ['evidence'],
    params: z.strictObject({ sha256: sha256() }),
    query: z.strictObject({ entryId: id() }),
    file: 'out',
    mediaTypes: KEPT_MEDIA_TYPES,
    refuses: [410],
    answer: z.unknown(),
    handle: async ({ params, query }, context: LocalContext, outlet) => {
      const asked = { entryId: query.entryId, sha256: params.sha256 };
      const known = await outlet.call('merit-projects', MeritProjectsServiceService.getEvidence, asked);
      return fileOut(parts.evidence, context, { ...stillThere(known), sha256: params.sha256 });
    },
  }),
];

const objectionEvidence = (parts: OwnRouteParts): Own =>
  localRoute({
    method: 'GET',
    path: '/v1/objections/{objectionId}/evidence/{sha256}',
    summary: {
      zh: '读取某异议的佐证材料（仅限办理人员，查阅留痕）',
      en: 'Read a file that was handed in with an objection, for those who settle it; the read is recorded',
    },
    tags: ['review'],
    params: z.strictObject({ objectionId: id(), sha256: sha256() }),
    file: 'out',
    mediaTypes: KEPT_MEDIA_TYPES,
    refuses: [410],
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const known = await outlet.call('merit-projects', MeritProjectsServiceService.getObjectionEvidence, params);
      return fileOut(parts.evidence, context, { ...stillThere(known), sha256: params.sha256 });
    },
  });

const clearanceFile = (parts: OwnRouteParts): Own =>
  localRoute({
    method: 'GET',
    path: '/v1/entries/{entryId}/clearance/files/{fileId}',
    summary: {
      zh: '读取纪检意见的材料（仅限纪检，查阅留痕）',
      en: 'Read a file that was added to an opinion of discipline inspection; the read is recorded',
    },
    tags: ['review'],
    params: clearanceFileParams,
    file: 'out',
    mediaTypes: KEPT_MEDIA_TYPES,
    refuses: [410],
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const known = await outlet.call('merit-projects', MeritProjectsServiceService.getClearanceFile, params);
      return fileOut(parts.evidence, context, stillThere(known));
    },
  });

const problemFile = (parts: OwnRouteParts): Own =>
  localRoute({
    method: 'GET',
    path: '/v1/problems/{problemId}/files/{sha256}',
    summary: { zh: '读取某问题的整改佐证', en: 'Read a file that shows a measure of a problem' },
    tags: ['problems'],
    params: z.strictObject({ problemId: id(), sha256: sha256() }),
    file: 'out',
    mediaTypes: KEPT_MEDIA_TYPES,
    refuses: [410],
    answer: z.unknown(),
    handle: async ({ params }, context: LocalContext, outlet) => {
      const known = await outlet.call('merit-projects', MeritProjectsServiceService.getProblemFile, params);
      return fileOut(parts.evidence, context, { ...stillThere(known), sha256: params.sha256 });
    },
  });

/** The routes that the gateway answers itself. */
export const ownRoutes = (parts: OwnRouteParts): readonly Own[] => [
  ...welcomeRoutes(parts),
  ...ownAccountRoutes(parts.account),
  ...resetRoutes(parts),
  ...noticeRoutes(parts),
  ...secondFactorRoutes(parts),
  ...passkeyRoutes(parts),
  ...evidenceRoutes(parts),
  objectionEvidence(parts),
  clearanceFile(parts),
  ...judgedEvidenceRoutes(parts),
  problemFile(parts),
  ...fileViewRoutes(parts),
  destructionRoute(parts),
  ...documentFileRoutes(parts),
  ...paperFileRoutes(parts),
  ...sheetFormRoutes(),
  ...measureFormRoutes(),
  ...objectionRoutes(parts),
  ...registrationRoutes(parts),
  ...voteCodeRoutes(parts),
  ...workRoutes(parts.work),
  ...draftRoutes(parts.drafts),
  ...exportRoutes(parts.exporting, exportableLists(serviceRoutes)),
];
