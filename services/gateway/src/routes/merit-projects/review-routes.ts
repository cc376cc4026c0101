import {
  BlockEntryRequest,
  GiveClearanceRequest,
  LiftBlockRequest,
  PublishEntryRequest,
  RequestClearanceRequest,
  ReturnEntryRequest,
  ReviewEntryRequest,
  ReopenObjectionRequest,
  SettleObjectionRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { day, id, instant, line, prose, slug, word } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['review'];
const { service, entryParams } = shapes;
const answerIn = z.strictObject({
  item: line(shapes.TITLE_CHARS_MAX),
  met: z.boolean(),
  explanation: z.union([z.literal(''), shapes.why()]).default(''),
});
const opinionIn = z.strictObject({ scope: shapes.scopeWord(), outcome: word(['cleared', 'blocked']) });
const scopesMax = 3;
const NEEDS_MET_MAX = 50;

/** Review, clearance, notice and objections. */
export const reviewRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/return',
    summary: { zh: '退回修改', en: 'Send a declaration back for revision' },
    tags,
    params: entryParams,
    body: z.strictObject({ reasons: z.array(shapes.why()).min(1).max(shapes.RETURN_REASONS_MAX), redeclareBy: day() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.returnEntry,
      request: ({ params, body }) => ReturnEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/review',
    summary: { zh: '审核', en: 'Record the review' },
    tags,
    params: entryParams,
    body: z.strictObject({
      outcome: word(['passed', 'failed']),
      answers: z.array(answerIn).max(shapes.REVIEW_ANSWERS_MAX).default([]),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reviewEntry,
      request: ({ params, body }) => ReviewEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/clearance-request',
    summary: { zh: '征求纪检意见', en: 'Ask discipline inspection for its opinion' },
    tags,
    founds: true,
    params: entryParams,
    body: z.strictObject({ scopes: z.array(shapes.scopeWord()).min(1).max(scopesMax) }),
    answer: z.object({ clearanceId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.requestClearance,
      request: ({ params, body }) => RequestClearanceRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ clearanceId: response.clearanceId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/clearance',
    summary: { zh: '出具纪检意见', en: "Give discipline inspection's signed opinion" },
    tags,
    params: entryParams,
    body: z.strictObject({
      opinions: z.array(opinionIn).min(1).max(scopesMax),
      opinionNumber: line(shapes.DOCUMENT_NUMBER_CHARS_MAX),
      why: z.union([z.literal(''), prose(shapes.TEXT_CHARS_MAX)]).default(''),
      needsMet: z.array(slug()).max(NEEDS_MET_MAX).default([]).meta({
        description:
          '没有审核环节的，经查实符合的参评条件（need）；否决时不填 / Without a review: the needs (`need`) found to be met; none where the opinion blocks',
      }),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.giveClearance,
      request: ({ params, body }) => GiveClearanceRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/block',
    summary: { zh: '纪检否决', en: 'Record what discipline inspection found without being asked' },
    tags,
    params: entryParams,
    body: z.strictObject({
      opinionNumber: line(shapes.DOCUMENT_NUMBER_CHARS_MAX),
      why: shapes.why(),
      proposalId: id().optional(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.blockEntry,
      request: ({ params, body }) =>
        BlockEntryRequest.fromPartial({ ...params, ...body, proposalId: body.proposalId ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/lift-block',
    summary: { zh: '解除纪检否决', en: 'Take an objection of discipline inspection back' },
    tags,
    params: entryParams,
    body: z.strictObject({
      opinionNumber: line(shapes.DOCUMENT_NUMBER_CHARS_MAX),
      why: shapes.why(),
      proposalId: id().optional(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.liftBlock,
      request: ({ params, body }) =>
        LiftBlockRequest.fromPartial({ ...params, ...body, proposalId: body.proposalId ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/publish',
    summary: { zh: '公示项目', en: 'Put an entry into public notice' },
    tags,
    params: entryParams,
    answer: z.object({ noticeUntil: instant(), receipt }),
    call: {
      service,
      rpc: rpcs.publishEntry,
      request: ({ params }) => PublishEntryRequest.fromPartial(params),
      respond: (response) => ({ noticeUntil: response.noticeUntil, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/objections/{objectionId}/settle',
    summary: { zh: '处理异议', en: 'Answer an objection after its investigation' },
    tags,
    params: z.strictObject({ objectionId: id() }),
    body: z.strictObject({
      outcome: shapes.objectionOutcomeWord(),
      answer: prose(shapes.TEXT_CHARS_MAX),
      redeclareBy: day().optional(),
      reasons: z.array(shapes.why()).max(shapes.RETURN_REASONS_MAX).default([]),
      proposalId: id().optional(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.settleObjection,
      request: ({ params, body }) =>
        SettleObjectionRequest.fromPartial({
          ...params,
          ...body,
          redeclareBy: body.redeclareBy ?? '',
          proposalId: body.proposalId ?? '',
        }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/objections/{objectionId}/reopen',
    summary: {
      zh: '收回错误的异议答复，重新办理（两人办理）',
      en: 'Take back an answer given in error; by two offices',
    },
    tags,
    params: z.strictObject({ objectionId: id() }),
    body: z.strictObject({ proposalId: id(), why: shapes.why() }),
    answer: z.object({ answerDueAt: instant(), receipt }),
    call: {
      service,
      rpc: rpcs.reopenObjection,
      request: ({ params, body }) => ReopenObjectionRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ answerDueAt: response.answerDueAt, ...accepted(response) }),
    },
  }),
];
