import {
  GetMySheetRequest,
  SaveMySheetRequest,
  SheetServiceService,
  SubmitMySheetRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { z } from 'zod';
import { id, whole } from '../fields.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { marks, roundParams, schemeWord, service, tags } from './shapes.ts';

const SCORES_PER_SAVE_MAX = 2_000;
const CRITERIA_MAX = 30;
/** Wide enough for every template: what one allows is the service's rule, with its own reason. */
const MARK_MAX = 10_000_000;

const scores = z
  .array(
    z.strictObject({
      entryId: id(),
      marks: z
        .array(
          z.strictObject({
            criterionId: schemeWord,
            mark: whole(-MARK_MAX, MARK_MAX).meta({
              description: 'Hundredths of a point (87.5 points are 8750), or the ordinal of a band or level',
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
      scores: z.array(z.object({ entryId: z.string(), marks: z.array(marks) })),
      scored: z.number().int(),
      wanted: z.number().int(),
      revision: z.number().int(),
      closing: z.number().int().meta({ description: 'The closing that a submission now would be for' }),
      hindrance: z.string().meta({ description: 'Why nothing can be written now; empty when something can' }),
    }),
    call: {
      service,
      rpc: SheetServiceService.getMySheet,
      request: ({ params }) => GetMySheetRequest.fromPartial(params),
      respond: (response) => ({
        ...response,
        scores: response.scores.map(({ entryId, marks: given }) => ({
          entryId,
          marks: given.map((one) => ({ ...one })),
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
      rpc: SheetServiceService.saveMySheet,
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
      rpc: SheetServiceService.submitMySheet,
      request: ({ params }) => SubmitMySheetRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];
