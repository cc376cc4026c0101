import {
  CallEntryRequest,
  CloseEntryRequest,
  ContestServiceService,
  DrawOrderRequest,
  GetContestDeskRequest,
  GetContestRequest,
  GetMyTurnRequest,
  HandInMarksRequest,
  PutOffEntryRequest,
  ReopenEntryRequest,
  ShowScoreRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/contest_service';
import { z } from 'zod';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  closingWord,
  contest,
  contestDesk,
  contestParams,
  givenMarks,
  myTurn,
  putOffWord,
  remarking,
} from './contest-shapes.ts';
import { lot, roundParams, service, tags } from './shapes.ts';

const CONTEST = '/v1/rounds/{roundId}/contest';
const OF_ENTRY = `${CONTEST}/entries/{entryId}`;

/** What whoever runs a contest orders, and what an evaluator hands in. */
const orderRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${CONTEST}/draw`,
    once: 'its-content',
    summary: { zh: '抽签确定出场顺序', en: 'Draw the order of appearance' },
    tags,
    params: roundParams,
    body: z.strictObject({ lot }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.drawOrder,
      request: ({ params, body }) => DrawOrderRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/call`,
    once: 'its-content',
    summary: { zh: '请一个对象登场', en: 'Call an entry: from here on it is marked' },
    tags,
    params: contestParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.callEntry,
      request: ({ params }) => CallEntryRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/put-off`,
    once: 'its-content',
    summary: { zh: '顺延一个对象', en: 'Let an entry appear behind the others' },
    tags,
    params: contestParams,
    body: z.strictObject({ reason: putOffWord }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.putOffEntry,
      request: ({ params, body }) => PutOffEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/close`,
    once: 'its-content',
    summary: { zh: '结束一个对象的评分', en: 'End the turn of an entry' },
    tags,
    params: contestParams,
    body: z.strictObject({ reason: closingWord.optional() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.closeEntry,
      request: ({ params, body: { reason = '' as const } }) => CloseEntryRequest.fromPartial({ ...params, reason }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/show`,
    once: 'its-content',
    summary: { zh: '公布一个对象的得分', en: 'Open what a closed entry was given and show what it came to' },
    tags,
    params: contestParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.showScore,
      request: ({ params }) => ShowScoreRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/reopen`,
    once: 'its-content',
    summary: {
      zh: '为指定评委重新开放一个对象（启封前）',
      en: 'Have named seats mark a closed entry again, before it is opened',
    },
    tags,
    params: contestParams,
    body: z.strictObject(remarking),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.reopenEntry,
      request: ({ params, body }) => ReopenEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/marks`,
    once: 'its-content',
    summary: { zh: '提交本人对登场对象的评分', en: 'Hand in one’s own marks of the entry that is called' },
    tags,
    params: contestParams,
    body: z.strictObject({ marks: givenMarks }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ContestServiceService.handInMarks,
      request: ({ params, body }) => HandInMarksRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const contestRoutes: readonly Route[] = [
  ...orderRoutes,
  route({
    method: 'GET',
    path: CONTEST,
    summary: {
      zh: '现场评分的进行情况（不含任何打分，未公布的得分不显示）',
      en: 'How far a contest is: never a mark, and no score before it is shown',
    },
    tags,
    params: roundParams,
    answer: contest,
    call: {
      service,
      rpc: ContestServiceService.getContest,
      request: ({ params }) => GetContestRequest.fromPartial(params),
      respond: ({ entries, draws, ...rest }) => ({
        ...rest,
        draws: draws.map((draw) => ({ ...draw })),
        entries: entries.map(({ title: _title, score, ...entry }) => ({ ...entry, score: score ?? null })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: `${CONTEST}/desk`,
    summary: { zh: '尚待哪些评委交分（不含打分）', en: 'Whose marks are awaited; never a mark' },
    tags,
    params: roundParams,
    answer: contestDesk,
    call: {
      service,
      rpc: ContestServiceService.getContestDesk,
      request: ({ params }) => GetContestDeskRequest.fromPartial(params),
      respond: ({ entries }) => ({ entries: entries.map(({ seats, ...entry }) => ({ ...entry, seats: [...seats] })) }),
    },
  }),
  route({
    method: 'GET',
    path: `${CONTEST}/my-turn`,
    summary: { zh: '本人现在要评的对象', en: 'What there is to mark for the caller now' },
    tags,
    params: roundParams,
    answer: myTurn,
    call: {
      service,
      rpc: ContestServiceService.getMyTurn,
      request: ({ params }) => GetMyTurnRequest.fromPartial(params),
      respond: ({ marks, title: _title, ...turn }) => ({
        ...turn,
        marks: marks.map(({ choices, choiceWords, choiceWordsEn, ...mark }) => ({
          ...mark,
          choices: choices.map((choice, at) => ({
            mark: choice,
            word: choiceWords[at] ?? '',
            wordEn: choiceWordsEn[at] ?? '',
          })),
        })),
      }),
    },
  }),
];
