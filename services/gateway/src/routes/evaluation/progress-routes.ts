import { GetProgressRequest, RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { z } from 'zod';
import { entryRef, personRef } from '../naming/index.ts';
import { id, instant } from '../fields.ts';
import { route, type Route } from '../route.ts';
import { roundParams, schemeWord, service, tags } from './shapes.ts';

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
  })
  .meta({ id: 'EvaluatorProgress' });

const entryProgress = z
  .object({ entryId: entryRef(), marksWanted: count(), marksGiven: count(), recused: count() })
  .meta({ id: 'EntryProgress' });

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
];
