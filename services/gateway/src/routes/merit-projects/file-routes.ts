import {
  DescribeEvidenceRequest,
  type EntryFile,
  ListEntryFilesRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/files';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { EVIDENCE_MEDIA_TYPES } from '@jiangong/evidence';
import { z } from 'zod';
import { id, instant, line, sha256, slug, word } from '../fields.ts';
import { personRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const CAPTION_CHARS_MAX = 100;
const KINDS = ['photo', 'report', 'self-report', 'deeds', 'ledger', 'certificate', 'media', 'work', 'other'] as const;
const USED_IN = ['declaration', 'report', 'milestone'] as const;

const { entryParams, service } = shapes;
export const fileParams = z.strictObject({ entryId: id(), sha256: sha256() });

const mediaType = z.enum(EVIDENCE_MEDIA_TYPES);
const kind = word(KINDS);
const usedIn = word(USED_IN);

export const entryFile = z
  .object({
    sha256: sha256(),
    mediaType,
    bytes: z.number().int(),
    kind: kind.nullable().meta({ description: '材料类别；未说明时为空 / What it shows; null: nobody said' }),
    caption: z.string().nullable(),
    addedAt: instant().meta({ description: '首次用于本项目的时间 / When it was first named for this entry' }),
    addedBy: personRef().nullable(),
    uses: z
      .array(z.object({ usedIn, partId: slug() }))
      .meta({ description: '用于何处；空：尚未使用 / Where it is used; empty: described and not yet used' }),
  })
  .meta({ id: 'EntryFile' });

/** The service speaks of these words only; another one is its fault, and shown as one. */
const fileOut = ({ kind: shown, caption, addedBy, mediaType: type, uses, ...file }: EntryFile) => ({
  ...file,
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
    body: z.strictObject({ kind, caption: line(CAPTION_CHARS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.describeEvidence,
      request: ({ params, body }) => DescribeEvidenceRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
