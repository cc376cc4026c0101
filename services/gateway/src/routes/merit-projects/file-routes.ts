import {
  AddClearanceFileRequest,
  DescribeEvidenceRequest,
  type EntryFile,
  type FileDestruction,
  ListEntryFilesRequest,
  ProposeDestructionRequest,
  RejectDestructionRequest,
  RemoveClearanceFileRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { EVIDENCE_MEDIA_TYPES } from '@jiangong/evidence';
import { z } from 'zod';
import { id, instant, line, sha256, slug, word } from '../fields.ts';
import { personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const CAPTION_CHARS_MAX = 100;
const KINDS = ['photo', 'report', 'self-report', 'deeds', 'ledger', 'certificate', 'media', 'work', 'other'] as const;
const USED_IN = ['declaration', 'report', 'milestone'] as const;

const { entryParams, service } = shapes;
export const fileParams = z.strictObject({ entryId: id(), sha256: sha256() });
export const destructionParams = fileParams.extend({ proposalId: id() });

const mediaType = z.enum(EVIDENCE_MEDIA_TYPES);
export const evidenceKind = word(KINDS);
const usedIn = word(USED_IN);

const destruction = z
  .object({
    state: word(['proposed', 'destroyed']),
    proposalId: id().nullable(),
    proposedAt: instant().nullable(),
    destroyedAt: instant().nullable(),
  })
  .meta({ id: 'FileDestruction' });

export const entryFile = z
  .object({
    sha256: sha256(),
    mediaType,
    bytes: z.number().int(),
    kind: evidenceKind.nullable().meta({ description: '材料类别；未说明时为空 / What it shows; null: nobody said' }),
    caption: z.string().nullable(),
    addedAt: instant().meta({ description: '首次用于本项目的时间 / When it was first named for this entry' }),
    addedBy: personRef().nullable(),
    uses: z
      .array(z.object({ usedIn, partId: slug() }))
      .meta({ description: '用于何处；空：尚未使用 / Where it is used; empty: described and not yet used' }),
    destruction: destruction.nullable().meta({
      description:
        '销毁：待另一人办理，或已销毁（内容不再保存）；空：没有 / To be destroyed by a second person, or destroyed: its content is kept no longer. Null: neither',
    }),
  })
  .meta({ id: 'EntryFile' });

/** The service speaks of these words only; another one is its fault, and shown as one. */
const destructionOut = (of: FileDestruction): AsSaid<z.input<typeof destruction>> => ({ ...of, state: of.state });

const fileOut = ({ kind: shown, caption, addedBy, mediaType: type, uses, destruction: going, ...file }: EntryFile) => ({
  ...file,
  destruction: going === undefined ? null : destructionOut(going),
  mediaType: type,
  kind: shown,
  caption,
  addedBy,
  uses: uses.map((use) => ({ usedIn: use.usedIn, partId: use.partId })),
});

/** The files of an entry, and what they are called. */
export const fileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/files',
    summary: {
      zh: '列出项目的材料',
      en: 'List the files of an entry: what they show, who added them, where they are used',
    },
    tags: ['evidence'],
    params: entryParams,
    answer: z.object({ items: z.array(entryFile) }),
    call: {
      service,
      rpc: rpcs.listEntryFiles,
      request: ({ params }) => ListEntryFilesRequest.fromPartial(params),
      respond: ({ files }) => ({ items: files.map(fileOut) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/files/{sha256}/describe',
    summary: {
      zh: '说明材料的类别和内容；再次说明以后者为准',
      en: 'Say what a file of an entry shows; said again it replaces what was said',
    },
    tags: ['evidence'],
    params: fileParams,
    body: z.strictObject({ kind: evidenceKind, caption: line(CAPTION_CHARS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.describeEvidence,
      request: ({ params, body }) => DescribeEvidenceRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/files/{sha256}/destruction',
    summary: {
      zh: '提议销毁材料（如误传了含公民个人信息的材料），由另一角色的人办理',
      en: 'Propose that a file be destroyed, such as one with personal data that was added by mistake; a person of another role carries it out',
    },
    tags: ['evidence'],
    founds: true,
    status: 201,
    params: fileParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.proposeDestruction,
      request: ({ params, body }) => ProposeDestructionRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/files/{sha256}/destruction/{proposalId}/reject',
    summary: { zh: '否决销毁材料的提议，材料保留', en: 'Turn down that a file be destroyed: it stays' },
    tags: ['evidence'],
    params: destructionParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectDestruction,
      request: ({ params, body }) => RejectDestructionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const clearanceFileParams = z.strictObject({ entryId: id(), fileId: id() });

/** What inspectors add to their opinions; the opinions themselves tell what there is. */
export const clearanceFileRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/clearance/files',
    summary: {
      zh: '为纪检意见添加材料（仅限纪检查阅）',
      en: 'Add a file to an opinion of discipline inspection, for those who may read the opinion',
    },
    tags: ['review'],
    founds: true,
    status: 201,
    params: entryParams,
    body: z.strictObject({ clearanceId: id(), sha256: sha256(), caption: line(CAPTION_CHARS_MAX) }),
    answer: z.object({ fileId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.addClearanceFile,
      request: ({ params, body }) => AddClearanceFileRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ fileId: response.fileId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/clearance/files/{fileId}/remove',
    summary: { zh: '移除纪检意见的材料', en: 'Take a file back from an opinion of discipline inspection' },
    tags: ['review'],
    params: clearanceFileParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.removeClearanceFile,
      request: ({ params, body }) => RemoveClearanceFileRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
