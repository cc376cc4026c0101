import {
  AssignEvaluatorsRequest,
  DeclareRecusalRequest,
  EvaluationServiceService,
  GetRoundRequest,
  ListEntriesRequest,
  ListEvaluatorsRequest,
  ListRoundsRequest,
  OpenRoundRequest,
  PrepareRoundRequest,
  RemoveEvaluatorRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { z } from 'zod';
import { id, pageAnswer, pageOf, pageOut, pageQuery } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { present, round, roundParams, schemeWord, servedJson, service, tags } from './shapes.ts';

const EVALUATORS_PER_ORDER_MAX = 500;

/** Words of the evaluation service: a story about a person has no place here. */
const recusalReason = z.enum(['kinship', 'work-relation', 'former-unit', 'interest', 'other']);
const removalReason = z.enum(['unavailable', 'left-post', 'conflict-of-interest', 'breach-of-rules', 'other']);

const plan = servedJson(
  'The awards plan: grades with their counts, leader grades, the rule for excellent organizations. Absent: the default plan',
);
const mine = z.object({ evaluator: z.boolean(), groupId: z.string(), sheetStatus: z.string() });

const roundOut = <R extends { readonly groups: readonly object[] }>(given: R) => ({
  ...given,
  groups: given.groups.map((group) => ({ ...group }) as R['groups'][number]),
});

const roundOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds',
    founds: true,
    summary: { zh: '准备评分', en: 'Prepare the evaluation of an edition' },
    tags,
    status: 201,
    body: z.strictObject({ editionId: id(), schemeId: id(), plan: plan.optional() }),
    answer: z.object({ roundId: z.string(), receipt }),
    call: {
      service,
      rpc: EvaluationServiceService.prepareRound,
      request: ({ body: { plan: given, ...body } }) =>
        PrepareRoundRequest.fromPartial({ ...body, planJson: given === undefined ? '' : JSON.stringify(given) }),
      respond: (response) => ({ roundId: response.roundId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/evaluators',
    summary: { zh: '指定评委', en: 'Assign evaluators to their groups' },
    tags,
    params: roundParams,
    body: z.strictObject({
      evaluators: z.array(z.strictObject({ personId: id(), groupId: schemeWord })).max(EVALUATORS_PER_ORDER_MAX),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.assignEvaluators,
      request: ({ params, body }) => AssignEvaluatorsRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/evaluators/{personId}/remove',
    summary: { zh: '撤换评委', en: 'Remove an evaluator before the closing' },
    tags,
    params: z.strictObject({ roundId: id(), personId: id() }),
    body: z.strictObject({ reason: removalReason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.removeEvaluator,
      request: ({ params, body }) => RemoveEvaluatorRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/recusals',
    summary: {
      zh: '声明回避',
      en: 'Declare a recusal from one entry; officers may declare it for anybody, also late',
    },
    tags,
    params: roundParams,
    body: z.strictObject({ personId: id().optional(), entryId: id(), reason: recusalReason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.declareRecusal,
      request: ({ params, body: { personId, ...body } }) =>
        DeclareRecusalRequest.fromPartial({ ...params, ...body, personId: personId ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/open',
    summary: {
      zh: '手动启动评分',
      en: 'Open a round by hand that was not ready when its stage began, while that stage lasts',
    },
    tags,
    params: roundParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.openRound,
      request: ({ params }) => OpenRoundRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];

const roundQuestions: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds',
    summary: { zh: '年度活动的评分', en: 'List the rounds of an edition' },
    tags,
    query: z.strictObject({ editionId: id() }),
    answer: z.object({ items: z.array(round) }),
    call: {
      service,
      rpc: EvaluationServiceService.listRounds,
      request: ({ query }) => ListRoundsRequest.fromPartial(query),
      respond: ({ rounds }) => ({ items: rounds.map(roundOut) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}',
    summary: { zh: '查看评分进度', en: 'See a round, its progress, and what it holds for the caller' },
    tags,
    params: roundParams,
    answer: z.object({ ...round.shape, mine }),
    call: {
      service,
      rpc: EvaluationServiceService.getRound,
      request: ({ params }) => GetRoundRequest.fromPartial(params),
      respond: (response) => ({
        ...roundOut(present(response.round, 'a round')),
        mine: { ...present(response.mine, "the caller's part") },
      }),
      revision: (response) => response.round?.revision ?? -1,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/evaluators',
    summary: { zh: '评委名单', en: 'List the evaluators and who has submitted' },
    tags,
    params: roundParams,
    query: z.strictObject(pageQuery),
    answer: pageAnswer(
      z.object({ personId: z.string(), groupId: z.string(), unitId: z.string(), submitted: z.boolean() }),
    ),
    call: {
      service,
      rpc: EvaluationServiceService.listEvaluators,
      request: ({ params, query }) => ListEvaluatorsRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond: ({ evaluators, nextPageToken }) => pageOut(evaluators, nextPageToken),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/entries',
    summary: { zh: '参评项目', en: "List the entries of a round with the caller's recusals" },
    tags,
    params: roundParams,
    query: z.strictObject(pageQuery),
    answer: pageAnswer(
      z.object({
        entryId: z.string(),
        unitId: z.string(),
        title: z.string(),
        recused: z.string().meta({ description: 'own-unit, own-entry, declared, or empty' }),
      }),
    ),
    call: {
      service,
      rpc: EvaluationServiceService.listEntries,
      request: ({ params, query }) => ListEntriesRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond: ({ entries, nextPageToken }) => pageOut(entries, nextPageToken),
    },
  }),
];

export const roundRoutes: readonly Route[] = [...roundOrders, ...roundQuestions];
