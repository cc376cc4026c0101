import {
  ComputeTallyRequest,
  GetResultRequest,
  GetScoreSheetsRequest,
  ResultServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { z } from 'zod';
import { jsonObject } from '../any-json.ts';
import { sha256, slug } from '../fields.ts';
import { entryRef } from '../naming/index.ts';
import { accepted, receipt } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { phaseResult } from './result-shape.ts';
import { parsed, present, roundParams, service, tags, tally, tallyOut, unpacked } from './shapes.ts';

export const resultRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/tally',
    once: 'its-content',
    summary: { zh: '启封汇总', en: 'Open the sealed sheets, on record, and compute the result' },
    tags,
    params: roundParams,
    answer: z.object({ resultHash: sha256(), receipt }),
    call: {
      service,
      rpc: ResultServiceService.computeTally,
      request: ({ params }) => ComputeTallyRequest.fromPartial(params),
      respond: (response) => ({ resultHash: response.resultHash, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/result',
    summary: { zh: '汇总结果', en: 'See the result with every step, and earlier results beside it' },
    tags,
    params: roundParams,
    answer: z.object({
      ...tally.shape,
      earlier: z.array(tally),
      result: phaseResult,
    }),
    call: {
      service,
      rpc: ResultServiceService.getResult,
      request: ({ params }) => GetResultRequest.fromPartial(params),
      respond: (response) => ({
        ...tallyOut(present(response.tally, 'a result')),
        earlier: response.earlier.map(tallyOut),
        result: unpacked(response.resultGzip) as z.input<typeof phaseResult>,
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
      inputs: jsonObject(
        '对象、席位、评分表与回避，即 inputsHash 的计算内容 / Entries, seats, sheets and recusals: what inputsHash is taken over',
      ),
      tables: jsonObject('得分来源与环节，即计算依据 / Sources and phases: what computes'),
      phase: slug(),
      outcome: z.array(jsonObject('奖项规则 / A rule of the outcome')),
      roll: z.array(z.object({ track: slug().nullable(), count: z.number().int() })).meta({
        description:
          '各类别在册数，按名册计比例时的总数；track 为 null：参评对象所在单位 / How many stand on the roll of the edition, the whole of shares that are taken of it; track null: the units that entries can belong to',
      }),
      lookedUp: z
        .array(
          z.object({
            entryId: entryRef(),
            query: jsonObject('奖项规则所问 / What the rules ask'),
            value: z.union([z.boolean(), z.number().int(), z.string()]),
          }),
        )
        .meta({
          description:
            '奖项规则要求查实的情况及填报 / What rules of awards ask beside the result, and what was looked up',
        }),
      tally,
    }),
    call: {
      service,
      rpc: ResultServiceService.getScoreSheets,
      request: ({ params }) => GetScoreSheetsRequest.fromPartial(params),
      respond: (response) => ({
        inputs: unpacked(response.inputsGzip),
        tables: parsed(response.tablesJson),
        phase: response.phase,
        outcome: JSON.parse(response.outcomeJson) as Record<string, unknown>[],
        roll: response.roll.map(({ track, count }) => ({ track: track === '' ? null : track, count })),
        lookedUp: response.lookedUp.map(({ entryId, queryJson, valueJson }) => ({
          entryId,
          query: parsed(queryJson),
          value: JSON.parse(valueJson) as boolean | number | string,
        })),
        tally: tallyOut(present(response.tally, 'a result')),
      }),
    },
  }),
];
