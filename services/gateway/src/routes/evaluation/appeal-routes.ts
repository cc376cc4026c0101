import {
  AppealServiceService,
  DecideAppealRequest,
  FileAppealRequest,
  GetAppealsRequest,
  ListAppealsRequest,
  ListMyAppealsRequest,
  ReopenAppealRequest,
  WithdrawAppealRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  APPEAL_STANDINGS,
  appealParams,
  appealRow,
  appeals,
  appealsOut,
  appealsParams,
  appealText,
  askedAppealVerdict,
  fileBody,
  myAppeals,
} from './appeal-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const OF_ENTRY = '/v1/rounds/{roundId}/entries/{entryId}/appeals';
const FACETS = ['standing'] as const;

/** Whoever is judged files and withdraws; the party that the stage names decides; another person has it decided anew. */
const orderRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: OF_ENTRY,
    founds: true,
    summary: { zh: '对结果提出申诉', en: 'Appeal against the result of an entry' },
    tags,
    params: appealsParams,
    body: z.strictObject(fileBody),
    answer: z.object({ appealId: id(), receipt }),
    call: {
      service,
      rpc: AppealServiceService.fileAppeal,
      request: ({ params, body: { sourceId = '', itemId = '', ...body } }) =>
        FileAppealRequest.fromPartial({ ...params, ...body, sourceId, itemId }),
      respond: (response) => ({ appealId: response.appealId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/{appealId}/withdraw`,
    once: 'its-content',
    summary: { zh: '撤回尚未答复的申诉', en: 'Withdraw an appeal that nobody has decided' },
    tags,
    params: appealParams,
    body: z.strictObject({ why: appealText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: AppealServiceService.withdrawAppeal,
      request: ({ params, body }) => WithdrawAppealRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/{appealId}/decide`,
    once: 'its-content',
    summary: { zh: '答复申诉：成立或不成立', en: 'Uphold or reject an appeal' },
    tags,
    params: appealParams,
    body: z.strictObject({ verdict: askedAppealVerdict, why: appealText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: AppealServiceService.decideAppeal,
      request: ({ params, body: { verdict, why } }) =>
        DecideAppealRequest.fromPartial({
          ...{ ...params, why, outcome: verdict.outcome },
          remedy: verdict.outcome === 'upheld' ? verdict.remedy : '',
        }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/{appealId}/reopen`,
    once: 'its-content',
    summary: {
      zh: '重新受理他人答复有误的申诉',
      en: 'Have an appeal that another person decided in error decided anew',
    },
    tags,
    params: appealParams,
    body: z.strictObject({ why: appealText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: AppealServiceService.reopenAppeal,
      request: ({ params, body }) => ReopenAppealRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const questionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: OF_ENTRY,
    summary: {
      zh: '一个对象的申诉与答复（仅被评方和办理方可见；查阅留痕）',
      en: 'The appeals of an entry, for those who are judged and those who act upon them; the reading is recorded',
    },
    tags,
    params: appealsParams,
    answer: appeals,
    call: {
      service,
      rpc: AppealServiceService.getAppeals,
      request: ({ params }) => GetAppealsRequest.fromPartial(params),
      respond: appealsOut,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/appeals',
    summary: {
      zh: '一次评分的申诉及办理进度（不含理由）',
      en: 'The appeals of a round and how far they are, never why',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...listQuery(['filed', 'title']),
      standing: words(APPEAL_STANDINGS).optional(),
    }),
    answer: listAnswer(appealRow, FACETS),
    call: {
      service,
      rpc: AppealServiceService.listAppeals,
      request: ({ params, query: { standing = '', ...query } }) =>
        ListAppealsRequest.fromPartial({ ...params, ...listOf(query), standing }),
      respond: (response) =>
        listOut(
          response.rows.map((row) => ({ ...row })),
          response,
          FACETS,
        ),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/my-appeals',
    summary: {
      zh: '本人可以申诉的、以及等待本人答复的申诉',
      en: 'What the caller may appeal for, and where appeals wait for his answer',
    },
    tags,
    answer: z.object({ items: z.array(myAppeals) }),
    call: {
      service,
      rpc: AppealServiceService.listMyAppeals,
      request: () => ListMyAppealsRequest.fromPartial({}),
      respond: ({ appeals: mine }) => ({ items: mine.map(({ title: _title, ...one }) => ({ ...one })) }),
    },
  }),
];

export const appealRoutes: readonly Route[] = [...orderRoutes, ...questionRoutes];
