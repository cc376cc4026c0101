import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  EraseAuthorRequest,
  GetAuthorRequest,
  ListCodeBatchesRequest,
  RecallCodesRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/registration';
import { z } from 'zod';
import { id, instant } from '../fields.ts';
import { organizationRef, personRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const { service, editionParams, entryParams } = shapes;
const count = () => z.number().int();

/** Numbers of codes that one order names. */
const NUMBERS_MAX = 200;

const batch = z
  .object({
    batchId: id(),
    organizationId: organizationRef(),
    count: count(),
    used: count().meta({ description: '已凭其报送作品的征集码数 / By how many of them a work was entered' }),
    recalled: count().meta({ description: '已作废的征集码数 / How many are recalled' }),
    handedOutAt: instant(),
    handedOutBy: personRef(),
  })
  .meta({ id: 'CodeBatch' });

/** What an office has handed out to people without an account, and who they are. */
export const codeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/codes',
    summary: {
      zh: '已发放的征集码批次（不含征集码本身；最多 500 批）',
      en: 'Codes that were handed out, by batch, at most 500; the codes themselves are kept nowhere',
    },
    tags: ['editions'],
    params: editionParams,
    answer: z.object({ items: z.array(batch) }),
    call: {
      service,
      rpc: rpcs.listCodeBatches,
      request: ({ params }) => ListCodeBatchesRequest.fromPartial(params),
      respond: ({ batches }) => ({ items: batches.map((one) => ({ ...one })) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/codes/{batchId}/recall',
    summary: {
      zh: '作废征集码（遗失或误发）；已报送的作品不受影响',
      en: 'Make codes void that were lost or handed to the wrong people; what was entered by them stays',
    },
    tags: ['editions'],
    params: editionParams.extend({ batchId: id() }),
    body: z.strictObject({
      numbers: z
        .array(z.number().int().min(1).max(NUMBERS_MAX))
        .max(NUMBERS_MAX)
        .default([])
        .meta({ description: '批内编号；空：整批 / Numbers within the batch; empty: all of it' }),
      why: shapes.why(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.recallCodes,
      request: ({ params, body }) => RecallCodesRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/author',
    summary: {
      zh: '凭征集码报送的作者姓名和联系方式（仅限主办方，查阅留痕）',
      en: 'Who entered a work by a code, and how he is reached; for the office, and the read is recorded',
    },
    tags: ['entries'],
    params: entryParams,
    answer: z
      .object({
        name: z.string().meta({ description: '已删除的为 ERASED / ERASED where it was erased' }),
        contact: z.string(),
        erasedAt: instant().nullable(),
      })
      .meta({ id: 'WorkAuthor' }),
    call: {
      service,
      rpc: rpcs.getAuthor,
      request: ({ params }) => GetAuthorRequest.fromPartial(params),
      respond: (response) => ({ ...response }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/author/erasure',
    summary: {
      zh: '应作者要求删除其姓名和联系方式（不可恢复；作品保留）',
      en: 'Erase name and contact of an author who asked for it, for good; the work stays',
    },
    tags: ['entries'],
    params: entryParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.eraseAuthor,
      request: ({ params, body }) => EraseAuthorRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
