import {
  type EntryMarks,
  GetMySheetRequest,
  SaveMySheetRequest,
  SheetServiceService,
  SubmitMySheetRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { z } from 'zod';
import { id, instant, whole } from '../fields.ts';
import { entryRef } from '../naming/index.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { myReopening, reopeningOut } from './reopening-routes.ts';
import {
  hindranceWord,
  marks,
  recusalCauseWord,
  roundParams,
  schemeWord,
  service,
  sheetStatusWord,
  tags,
} from './shapes.ts';

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
            mark: whole(-MARK_MAX, MARK_MAX).nullable().meta({
              description:
                '百分之一分（87.5 分为 8750），或等级、档次的序号；为空即撤回该打分 / Hundredths of a point (87.5 points are 8750), or the ordinal of a band or level; null takes the mark back',
            }),
          }),
        )
        .max(CRITERIA_MAX),
    }),
  )
  .max(SCORES_PER_SAVE_MAX);

const scoresOut = (given: readonly EntryMarks[]) =>
  given.map(({ entryId, marks: all }) => ({
    entryId,
    marks: all.map(({ criterionId, mark }) => ({ criterionId, mark })),
  }));

export const sheetRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/sheet',
    summary: { zh: '我的评分表', en: "See one's own score sheet; a submitted one is sealed" },
    tags,
    params: roundParams,
    answer: z.object({
      status: sheetStatusWord,
      scores: z.array(z.object({ entryId: entryRef(), marks: z.array(marks) })),
      scored: z.number().int(),
      wanted: z.number().int(),
      entries: z.array(
        z.object({
          entryId: entryRef(),
          scored: z.number().int().meta({
            description:
              '评分表中该对象已有的打分数；提交后为 0 / Marks that the sheet holds of it; 0 once it is submitted',
          }),
          wanted: z.number().int().meta({
            description: '所需的打分数；本人不评的为 0 / Marks that it needs; 0 when the caller does not score it',
          }),
          recused: recusalCauseWord.nullable(),
        }),
      ),
      revision: z.number().int(),
      closing: z
        .number()
        .int()
        .meta({ description: '现在提交将计入第几次截止 / The closing that a submission now would be for' }),
      closesAt: instant()
        .nullable()
        .meta({ description: '截止时间；时段未定的为空 / When it ends; null before the window is known' }),
      hindrance: hindranceWord.nullable().meta({
        description: '目前不能填写的原因；可以填写的为空 / Why nothing can be written now; null when something can',
      }),
      reopening: myReopening.nullable().meta({
        description: '本人最近一次重新开放的申请 / The latest own request that it be opened again; null: none',
      }),
    }),
    call: {
      service,
      rpc: SheetServiceService.getMySheet,
      request: ({ params }) => GetMySheetRequest.fromPartial(params),
      respond: (response) => ({
        ...response,
        status: response.status,
        scores: scoresOut(response.scores),
        entries: response.entries.map((entry) => ({
          ...entry,
          recused: entry.recused,
        })),
        closesAt: response.closesAt,
        hindrance: response.hindrance,
        reopening: response.reopening === undefined ? null : reopeningOut(response.reopening),
      }),
      revision: ({ revision }) => revision,
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/rounds/{roundId}/sheet',
    replaces: true,
    summary: {
      zh: '保存评分；分值为空即撤回该分',
      en: "Write marks into one's own sheet, or take them back with null; what is not named stays",
    },
    tags,
    params: roundParams,
    body: z.strictObject({ scores }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: SheetServiceService.saveMySheet,
      request: ({ params, body }) =>
        SaveMySheetRequest.fromPartial({
          ...params,
          scores: body.scores.map(({ entryId, marks: all }) => ({
            entryId,
            marks: all.map(({ criterionId, mark }) => ({ criterionId, mark: mark ?? 0, cleared: mark === null })),
          })),
        }),
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
