import {
  ComputeTallyRequest,
  EvaluationServiceService,
  GetCircularRequest,
  GetDecisionRequest,
  GetResultRequest,
  GetScoreSheetsRequest,
  IssueCommendationRequest,
  ListAwardsRequest,
  TakeDecisionRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { z } from 'zod';
import { id, sha256 } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  awards,
  awardsOut,
  departure,
  meeting,
  meetingFields,
  numberOfDocument,
  parsed,
  present,
  reason,
  roundParams,
  schemeWord,
  servedJson,
  service,
  tags,
  tally,
  tallyOut,
  unpacked,
} from './shapes.ts';

const DEPARTURES_MAX = 100;

const departures = z
  .array(
    z.strictObject({
      entryId: id(),
      grade: schemeWord.meta({ description: 'A grade of the plan, or none' }),
      reason,
    }),
  )
  .max(DEPARTURES_MAX);

const resultOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/tally',
    summary: { zh: '启封汇总', en: 'Open the sealed sheets, on record, and compute the result' },
    tags,
    params: roundParams,
    answer: z.object({ resultHash: z.string(), receipt }),
    call: {
      service,
      rpc: EvaluationServiceService.computeTally,
      request: ({ params }) => ComputeTallyRequest.fromPartial(params),
      respond: (response) => ({ resultHash: response.resultHash, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/decision',
    founds: true,
    summary: {
      zh: '研究确定',
      en: 'Record the decision of the leadership over the latest result, in the decision stage',
    },
    tags,
    params: roundParams,
    body: z.strictObject({ resultHash: sha256(), ...meetingFields, departures: departures.default([]) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.takeDecision,
      request: ({ params, body: { resultHash, departures: given, ...held } }) =>
        TakeDecisionRequest.fromPartial({ ...params, resultHash, meeting: held, departures: given }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/commendation',
    summary: { zh: '印发表彰通报', en: 'Issue the circular and make the awards known' },
    tags,
    params: roundParams,
    body: z.strictObject({ documentNumber: numberOfDocument }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.issueCommendation,
      request: ({ params, body }) => IssueCommendationRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const resultQuestions: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/result',
    summary: { zh: '汇总结果', en: 'See the result with every step, and earlier tallies beside it' },
    tags,
    params: roundParams,
    answer: z.object({
      ...tally.shape,
      earlier: z.array(tally),
      result: servedJson('The result with every step: what resultHash is taken over'),
    }),
    call: {
      service,
      rpc: EvaluationServiceService.getResult,
      request: ({ params }) => GetResultRequest.fromPartial(params),
      respond: (response) => ({
        ...tallyOut(present(response.tally, 'a tally')),
        earlier: response.earlier.map(tallyOut),
        result: unpacked(response.resultGzip),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/score-sheets',
    summary: {
      zh: '导出评分表',
      en: 'Export the sheets with the rules: enough for a stranger to recompute the result',
    },
    tags,
    params: roundParams,
    answer: z.object({
      inputs: servedJson('Entries, evaluators, sheets and recusals: what inputsHash is taken over'),
      scheme: servedJson('The scheme'),
      plan: servedJson('The awards plan'),
      tally,
    }),
    call: {
      service,
      rpc: EvaluationServiceService.getScoreSheets,
      request: ({ params }) => GetScoreSheetsRequest.fromPartial(params),
      respond: (response) => ({
        inputs: unpacked(response.inputsGzip),
        scheme: parsed(response.schemeJson),
        plan: parsed(response.planJson),
        tally: tallyOut(present(response.tally, 'a tally')),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/decision',
    summary: {
      zh: '查看研究确定情况',
      en: 'See the decision with its departures, also before it is made known; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: z.object({
      meeting,
      bodySize: z.number().int(),
      quorum: z.number().int(),
      departures: z.array(departure),
      awards,
    }),
    call: {
      service,
      rpc: EvaluationServiceService.getDecision,
      request: ({ params }) => GetDecisionRequest.fromPartial(params),
      respond: (response) => {
        const held = present(response.meeting, 'a meeting');
        return {
          meeting: { ...held, present: [...held.present] },
          bodySize: response.bodySize,
          quorum: response.quorum,
          departures: response.departures.map((one) => ({ ...one })),
          awards: awardsOut(present(response.awards, 'awards')),
        };
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/awards',
    summary: { zh: '获奖名单', en: 'See the awards once the commendation is issued' },
    tags,
    params: roundParams,
    answer: z.object({ awards }),
    call: {
      service,
      rpc: EvaluationServiceService.listAwards,
      request: ({ params }) => ListAwardsRequest.fromPartial(params),
      respond: (response) => ({ awards: awardsOut(present(response.awards, 'awards')) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/circular',
    summary: { zh: '表彰通报', en: 'See the circular in both languages' },
    tags,
    params: roundParams,
    answer: z.object({
      documentNumber: z.string(),
      issuedAt: z.string(),
      titleZh: z.string(),
      bodyZh: z.string(),
      titleEn: z.string(),
      bodyEn: z.string(),
    }),
    call: {
      service,
      rpc: EvaluationServiceService.getCircular,
      request: ({ params }) => GetCircularRequest.fromPartial(params),
      respond: (response) => ({ ...present(response.circular, 'a circular') }),
    },
  }),
];

export const resultRoutes: readonly Route[] = [...resultOrders, ...resultQuestions];
