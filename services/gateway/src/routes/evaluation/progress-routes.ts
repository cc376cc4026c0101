import {
  GetProgressRequest,
  ListRecusalsRequest,
  RemindEvaluatorsRequest,
  type RemindEvaluatorsResponse,
  RoundServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { z } from 'zod';
import { entryRef, personRef } from '../naming/index.ts';
import { id, instant, word } from '../fields.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import { recusalCauseWord, roundParams, schemeWord, service, tags } from './shapes.ts';

const count = () => z.number().int();

const evaluatorProgress = z
  .object({
    seatId: id(),
    personId: personRef(),
    sourceId: schemeWord,
    entriesWanted: count(),
    entriesScored: count().meta({ description: '各项打分齐全的对象 / Entries that hold every mark' }),
    marksWanted: count(),
    marksGiven: count(),
    recused: count().meta({ description: '本人须回避的对象 / Entries that he is recused from' }),
    submitted: z.boolean(),
    lastAt: instant().nullable(),
    awaited: z
      .boolean()
      .meta({ description: '现在可以提交而尚未提交评分表 / A sheet can be handed in by him now, and is not' }),
    remindedAt: instant()
      .nullable()
      .meta({ description: '工作人员最近一次在本轮提醒的时间 / When an officer last reminded him in this round' }),
    remindedTimes: count(),
  })
  .meta({ id: 'EvaluatorProgress' });

const entryProgress = z
  .object({ entryId: entryRef(), marksWanted: count(), marksGiven: count(), recused: count() })
  .meta({ id: 'EntryProgress' });

const outcomeWords = [
  'reminded',
  'would-be-reminded',
  'not-awaited',
  'reminded-lately',
  'reminded-often',
  'left-for-next',
] as const;
const SEATS_PER_REMINDER_MAX = 500;

const reminderOutcome = z
  .object({
    seatId: id(),
    personId: personRef(),
    outcome: word(outcomeWords).meta({
      description:
        'reminded：已提醒；否则为未提醒的原因：已提交或无法提交、今日已提醒、已提醒十次，或一次超过 500 人 / reminded; or why not: handed in or not able to, reminded today, reminded ten times, or beyond 500 in one order',
    }),
  })
  .meta({ id: 'ReminderOutcome' });

const reminderAnswer = z
  .object({ items: z.array(reminderOutcome), reached: count(), skipped: count() })
  .meta({ id: 'ReminderAnswer' });

const reminderOut = ({ outcomes }: RemindEvaluatorsResponse): AsSaid<z.input<typeof reminderAnswer>> => {
  const items = outcomes.map(({ seatId, personId, outcome }) => ({ seatId, personId, outcome }));
  const reached = items.filter(({ outcome }) => outcome === 'reminded' || outcome === 'would-be-reminded').length;
  return { items, reached, skipped: items.length - reached };
};

export const progressRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/progress',
    summary: {
      zh: '评分进度：每位评委和每个对象已有、应有多少（只计数，不含分值）',
      en: 'How far each evaluator and each entry is: counts, never a mark',
    },
    tags,
    params: roundParams,
    answer: z.object({ evaluators: z.array(evaluatorProgress), entries: z.array(entryProgress) }),
    call: {
      service,
      rpc: RoundServiceService.getProgress,
      request: ({ params }) => GetProgressRequest.fromPartial(params),
      respond: ({ evaluators, entries }) => ({
        evaluators: evaluators.map(({ lastAt, ...one }) => ({ ...one, lastAt })),
        entries: entries.map((entry) => ({ ...entry })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/recusals',
    summary: {
      zh: '本次评分的回避情况：谁回避哪个对象、因何回避（不含本人说明的理由）',
      en: 'Who is recused from which entries of a round, and what it follows from; no ground that somebody gave',
    },
    tags,
    params: roundParams,
    answer: z.object({
      items: z.array(
        z
          .object({
            seatId: id(),
            personId: personRef(),
            sourceId: schemeWord,
            entryId: entryRef(),
            cause: recusalCauseWord,
          })
          .meta({ id: 'Recusal' }),
      ),
    }),
    call: {
      service,
      rpc: RoundServiceService.listRecusals,
      request: ({ params }) => ListRecusalsRequest.fromPartial(params),
      respond: ({ recusals }) => ({ items: recusals.map((one) => ({ ...one })) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/reminders',
    summary: {
      zh: '一键提醒尚未提交评分表的评委（可先试运行；当天已提醒的不重复提醒）',
      en: 'Remind the evaluators whose sheets are awaited, all or chosen ones; dry run first if wanted',
    },
    tags,
    params: roundParams,
    body: z.strictObject({
      seatIds: z
        .array(id())
        .max(SEATS_PER_REMINDER_MAX)
        .default([])
        .meta({ description: '指定的席位；未列的为全部未提交者 / Chosen seats; empty: all whose sheets are awaited' }),
      dryRun: z
        .boolean()
        .default(false)
        .meta({ description: '仅告知将提醒哪些人，不发送 / Only told whom it would reach; nobody is written to' }),
    }),
    answer: reminderAnswer,
    call: {
      service,
      rpc: RoundServiceService.remindEvaluators,
      request: ({ params, body }) => RemindEvaluatorsRequest.fromPartial({ ...params, ...body }),
      respond: reminderOut,
      position: ({ position }) => position,
    },
  }),
];
