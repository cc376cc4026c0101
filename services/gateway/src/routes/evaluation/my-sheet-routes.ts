import {
  GetMyDistributionRequest,
  GetMyNotesRequest,
  GetMyReceiptRequest,
  KeepMyNoteRequest,
  ListMySheetsRequest,
  SheetServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { z } from 'zod';
import { editionRef, entryRef, personRef, roundRef } from '../naming/index.ts';
import { id, instant, prose, sha256, word } from '../fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from '../lists.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  hindranceWord,
  ROUND_STATUSES,
  roundParams,
  roundStatusWord,
  schemeWord,
  service,
  sheetStatusWord,
  tags,
} from './shapes.ts';

const NOTE_CHARS_MAX = 2_000;

/** What a template may limit on one whole paper. */
const PAPER_LIMITS = ['full', 'level', 'distinct'] as const;
const LISTED_STATUSES = ['blank', 'draft', 'submitted', 'late'] as const;

const listedStatusWord = word(LISTED_STATUSES).meta({ id: 'ListedSheetStatus' });

const mySheet = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    phase: schemeWord,
    roundStatus: roundStatusWord,
    seatId: id().nullable().meta({ description: '本人已不在席位的为空 / null when the caller no longer sits' }),
    sourceId: schemeWord.nullable(),
    status: listedStatusWord,
    scored: z.number().int(),
    wanted: z.number().int(),
    closesAt: instant().nullable(),
    submittedAt: instant().nullable(),
    hindrance: hindranceWord.nullable().meta({
      description: '目前不能填写的原因；可以填写的为空 / Why nothing can be written now; null when something can',
    }),
  })
  .meta({ id: 'MySheet' });

const spread = z
  .object({
    criterionId: schemeWord,
    given: z.number().int(),
    missing: z.number().int(),
    full: z
      .number()
      .int()
      .meta({ description: '给了该指标满分的打分数 / Marks that give all points of the criterion' }),
    lowest: z.number().int().nullable().meta({ description: '单位：百分之一分 / Hundredths of a point' }),
    highest: z.number().int().nullable(),
    pointsSum: z
      .number()
      .int()
      .meta({ description: '全部打分的平均值，单位：百分之一分 / Of all given, in hundredths' }),
    bars: z
      .array(z.number().int())
      .meta({ description: '各十分位的打分数，从最低起 / Marks in each tenth of the points, from the lowest' }),
  })
  .meta({ id: 'CriterionSpread' });

const submission = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    seatId: id(),
    sourceId: schemeWord,
    personId: personRef(),
    closing: z.number().int(),
    replaces: z
      .number()
      .int()
      .nullable()
      .meta({ description: '所取代的评分表属于第几次截止 / The closing whose sheet it took the place of' }),
    submittedAt: instant(),
    marks: z.number().int(),
    criteria: z.array(schemeWord),
    eventId: id(),
    position: z
      .number()
      .int()
      .meta({ description: '密封的评分表在日志中的位置 / Where the sealed sheet stands in the log' }),
    sealedHash: sha256().meta({
      description: '按含密封分值的已存事件计算 / Over the stored event with the sealed marks in it',
    }),
    late: z.boolean().meta({ description: '晚于截止时间，不计入 / It came behind the closing and does not count' }),
  })
  .meta({ id: 'SheetReceipt' });

/** What is an evaluator's own beside his sheet: the list of all his sheets, how his marks lie, receipts and notes. */
export const mySheetRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/my-sheets',
    summary: { zh: '我的全部评分表', en: "List one's own sheets of all rounds" },
    tags,
    query: z.strictObject({
      ...sortedQuery(['closes', 'submitted', 'left']),
      status: words(LISTED_STATUSES).optional(),
      roundStatus: words(ROUND_STATUSES).optional(),
    }),
    answer: listAnswer(mySheet, ['status', 'roundStatus']),
    call: {
      service,
      rpc: SheetServiceService.listMySheets,
      request: ({ query: { status = '', roundStatus = '', ...list } }) =>
        ListMySheetsRequest.fromPartial({ ...listOf(list), status, roundStatus }),
      respond: (response) => listOut(response.sheets, response, ['status', 'roundStatus']),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/sheet/distribution',
    summary: {
      zh: '本人已打分值的分布（提交后不再显示）',
      en: "How one's own marks lie so far, and which are missing; of a submitted sheet nothing",
    },
    tags,
    params: roundParams,
    answer: z.object({
      status: sheetStatusWord,
      given: z.number().int(),
      missing: z.number().int(),
      full: z.number().int(),
      criteria: z.array(spread),
      missingCells: z.array(z.object({ entryId: entryRef(), criterionId: schemeWord })),
      controls: z
        .array(
          z.object({
            limit: word(PAPER_LIMITS),
            level: z.string().meta({ description: '档次；其他限制为空 / The level; empty for the others' }),
            given: z.number().int(),
            most: z.number().int(),
          }),
        )
        .meta({
          description:
            '办法对一份评分表的限制及已用数量，超出时不能提交 / What one paper may hold and how far that is used up: beyond it nothing is submitted',
        }),
    }),
    call: {
      service,
      rpc: SheetServiceService.getMyDistribution,
      request: ({ params }) => GetMyDistributionRequest.fromPartial(params),
      respond: ({ status, criteria, missingCells, controls, ...sums }) => ({
        ...sums,
        status,
        criteria: criteria.map(({ lowest, highest, bars, ...one }) => ({
          ...one,
          lowest: lowest ?? null,
          highest: highest ?? null,
          bars: [...bars],
        })),
        missingCells: missingCells.map((cell) => ({ ...cell })),
        controls: controls.map((control) => ({ ...control })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/sheet/receipt',
    summary: {
      zh: '评分表提交回执，随时可再取',
      en: 'The receipt of what one submitted: when, how many marks, the hash of what was sealed; the same at any time',
    },
    tags,
    params: roundParams,
    answer: submission,
    call: {
      service,
      rpc: SheetServiceService.getMyReceipt,
      request: ({ params }) => GetMyReceiptRequest.fromPartial(params),
      respond: ({ replaces, criteria, ...rest }) => ({
        ...rest,
        replaces: replaces === 0 ? null : replaces,
        criteria: [...criteria],
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/notes',
    summary: { zh: '我的评审备注（仅本人可见）', en: "One's own notes in a round; nobody else reads them" },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(z.object({ entryId: entryRef(), note: z.string(), keptAt: instant() })) }),
    call: {
      service,
      rpc: SheetServiceService.getMyNotes,
      request: ({ params }) => GetMyNotesRequest.fromPartial(params),
      respond: ({ notes }) => ({ items: notes.map((note) => ({ ...note })) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/notes/{entryId}',
    summary: { zh: '写评审备注（仅本人可见）', en: 'Keep a note to oneself about an entry' },
    tags,
    params: z.strictObject({ roundId: id(), entryId: id() }),
    body: z.strictObject({ note: prose(NOTE_CHARS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: SheetServiceService.keepMyNote,
      request: ({ params, body }) => KeepMyNoteRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/rounds/{roundId}/notes/{entryId}',
    summary: { zh: '删除评审备注', en: 'Take a note to oneself away' },
    tags,
    params: z.strictObject({ roundId: id(), entryId: id() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: SheetServiceService.keepMyNote,
      request: ({ params }) => KeepMyNoteRequest.fromPartial({ ...params, note: '' }),
      respond: accepted,
    },
  }),
];
