import {
  EvaluationServiceService,
  GetMySheetRequest,
  SaveMySheetRequest,
  SubmitMySheetRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { z } from 'zod';
import { id, whole } from '../fields.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { points, roundParams, schemeWord, service, tags } from './shapes.ts';

const SCORES_PER_SAVE_MAX = 2_000;
const CRITERIA_MAX = 30;
/** Wide enough for every scheme: what a scheme allows is the service's rule, with its own reason. */
const HUNDREDTHS_MAX = 10_000_000;

const scores = z
  .array(
    z.strictObject({
      entryId: id(),
      points: z
        .array(
          z.strictObject({
            criterionId: schemeWord,
            hundredths: whole(-HUNDREDTHS_MAX, HUNDREDTHS_MAX).meta({
              description: 'Points in hundredths of a point: 87.5 points are 8750',
            }),
          }),
        )
        .max(CRITERIA_MAX),
    }),
  )
  .max(SCORES_PER_SAVE_MAX);

export const sheetRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/sheet',
    summary: { zh: '我的评分表', en: "See one's own score sheet; a submitted one is sealed" },
    tags,
    params: roundParams,
    answer: z.object({
      status: z.string().meta({ description: 'blank, draft or submitted' }),
      scores: z.array(z.object({ entryId: z.string(), points: z.array(points) })),
      scored: z.number().int(),
      wanted: z.number().int(),
      revision: z.number().int(),
    }),
    call: {
      service,
      rpc: EvaluationServiceService.getMySheet,
      request: ({ params }) => GetMySheetRequest.fromPartial(params),
      respond: (response) => ({
        ...response,
        scores: response.scores.map(({ entryId, points: given }) => ({
          entryId,
          points: given.map((one) => ({ ...one })),
        })),
      }),
      revision: ({ revision }) => revision,
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/rounds/{roundId}/sheet',
    replaces: true,
    summary: { zh: '保存评分', en: "Write scores into one's own sheet; what is not named stays" },
    tags,
    params: roundParams,
    body: z.strictObject({ scores }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.saveMySheet,
      request: ({ params, body }) => SaveMySheetRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/sheet/submit',
    summary: { zh: '提交评分表', en: "Submit one's own sheet, whole and for good" },
    tags,
    params: roundParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.submitMySheet,
      request: ({ params }) => SubmitMySheetRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];
