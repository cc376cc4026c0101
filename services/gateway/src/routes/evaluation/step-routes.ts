import {
  type Fraction,
  GetEntryStepsRequest,
  GetWhatIfRequest,
  ResultServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { several } from '../lists.ts';
import { entryRef, organizationRef } from '../naming/index.ts';
import { id, sha256, slug, word } from '../fields.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';
import {
  absentReasonWord,
  ballotStory,
  bonusStory,
  fraction,
  operationWord,
  panelStory,
  settledByWord,
} from './result-shape.ts';

const IDS_IN_QUERY_MAX = 60;
const PARAMETERS_MAX = 20;
const PARAMETER_FORM = '[A-Za-z][A-Za-z0-9-]{0,63}:-?\\d{1,7}(?:\\.\\d{1,2})?%?';
const PARAMETER = new RegExp(`^${PARAMETER_FORM}$`, 'u');

const ids = () => several(id(), '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', IDS_IN_QUERY_MAX);
const ruleIds = (description: string) => z.array(slug()).meta({ description });
const outcomeWord = word(['computed', 'lacking', 'impossible']).meta({ id: 'WhatIfOutcome' });

const fractionOut = (given: Fraction | undefined): AsSaid<z.input<typeof fraction>> | null =>
  given === undefined ? null : { ...given };

const step = z
  .object({
    row: slug(),
    op: operationWord,
    value: fraction.nullable(),
    absentReason: absentReasonWord.nullable(),
    terms: z.array(
      z.object({
        row: slug(),
        weight: z
          .number()
          .int()
          .nullable()
          .meta({ description: '基点（万分之一）；不加权的为空 / Basis points; null where nothing is weighed' }),
        value: fraction.nullable().meta({ description: '该行被略过的为空 / null where the row was passed over' }),
        gives: fraction
          .nullable()
          .meta({ description: '它在总值中的份额，各项之和即总值 / Its part of the value, which all parts add up to' }),
      }),
    ),
    panel: panelStory.nullable(),
    ballot: ballotStory.nullable(),
    bonus: bonusStory.nullable(),
  })
  .meta({ id: 'TallyStep' });

export const stepRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/result/entries/{entryId}',
    summary: {
      zh: '某对象为何得此名次：汇总的每一步（查阅留痕）',
      en: 'Why an entry has its rank: every step of the tally; the read is recorded',
    },
    tags,
    params: z.strictObject({ roundId: id(), entryId: id() }),
    answer: z
      .object({
        resultHash: sha256(),
        entryId: entryRef(),
        rank: z.number().int().nullable(),
        score: z
          .number()
          .int()
          .nullable()
          .meta({ description: '单位：10 的负 decimals 次方分 / In units of 10 to the power of minus decimals' }),
        decimals: z.number().int(),
        scoreRow: slug().meta({ description: '其值即得分的步骤 / The step whose value is the score' }),
        absentReason: absentReasonWord.nullable().meta({ description: '没有名次的原因 / Why there is no rank' }),
        steps: z.array(step),
        tie: z.object({ size: z.number().int(), settledBy: settledByWord }).nullable(),
      })
      .meta({ id: 'EntrySteps' }),
    call: {
      service,
      rpc: ResultServiceService.getEntrySteps,
      request: ({ params }) => GetEntryStepsRequest.fromPartial(params),
      respond: ({ rank, score, absentReason: lost, steps, tieSize, tieSettledBy, ...rest }) => ({
        ...rest,
        rank: rank === 0 ? null : rank,
        score: score ?? null,
        absentReason: lost,
        steps: steps.map(({ row, op, value, absentReason, terms, panel, ballot, bonus }) => ({
          row,
          op,
          value: fractionOut(value),
          absentReason,
          terms: terms.map((term) => ({
            row: term.row,
            weight: term.weight ?? null,
            value: fractionOut(term.value),
            gives: fractionOut(term.gives),
          })),
          panel:
            panel === undefined
              ? null
              : {
                  panel: panel.panel,
                  recused: [...panel.recused],
                  holes: [...panel.holes],
                  droppedLowest: [...panel.droppedLowest],
                  droppedHighest: [...panel.droppedHighest],
                  counted: panel.counted.map((one) => ({ ...one })),
                },
          ballot: ballot === undefined ? null : { ...ballot, counts: [...ballot.counts] },
          bonus:
            bonus === undefined
              ? null
              : {
                  before: bonus.before,
                  groups: bonus.groups.map((group) => ({ ...group, items: group.items.map((one) => ({ ...one })) })),
                },
        })),
        tie: tieSize === 0 ? null : { size: tieSize, settledBy: tieSettledBy },
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/what-if',
    summary: {
      zh: '假设推演：去掉某席位、某对象或改动参数后的排序（不是结果，不存档，查阅留痕）；不设假设的，告知按结果应得的奖项',
      en: 'What the result would be without some sheets or entries, or by other parameters; no result, not stored, the read is recorded. With nothing assumed: what the rules give by the result',
    },
    tags,
    params: roundParams,
    query: z.strictObject({
      withoutSeats: ids().optional(),
      withoutEntries: ids().optional(),
      parameters: several(z.string().regex(PARAMETER), PARAMETER_FORM, PARAMETERS_MAX)
        .optional()
        .meta({ description: 'expertsLeast:4,unitsShare:30%（参数:值） / expertsLeast:4,unitsShare:30%' }),
    }),
    answer: z
      .object({
        whatIf: z
          .literal(true)
          .meta({ description: '这不是结果：不得据此作出决定 / This is no result: nothing is decided over it' }),
        resultHash: sha256().meta({ description: '推演所依据的结果 / The result that it departs from' }),
        outcome: outcomeWord,
        decimalsBefore: z.number().int(),
        decimalsAfter: z.number().int(),
        entries: z.array(
          z.object({
            entryId: entryRef(),
            homeId: organizationRef(),
            rankBefore: z.number().int().nullable(),
            rankAfter: z.number().int().nullable(),
            scoreBefore: z.number().int().nullable(),
            scoreAfter: z.number().int().nullable(),
            awardsBefore: ruleIds(
              '仅按结果、未经任何偏离，各规则授予它的奖项 / What the rules give it by the result alone, before any departure',
            ),
            awardsAfter: ruleIds('按假设的同一内容 / The same by the assumptions'),
            openBefore: ruleIds('处于这些规则的临界处，须由集体研究选定 / At an edge of these, where the body chooses'),
            openAfter: ruleIds('按假设的同一内容 / The same by the assumptions'),
          }),
        ),
        rules: z
          .array(z.object({ rule: slug(), code: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }))
          .meta({
            description:
              '授予对象的各项规则，按先后次序 / The rules that give entries something, in the order in which they are read',
          }),
        awardsProblem: word(answerWords.outcomeProblem).nullable().meta({
          description:
            '按此假设不能得出奖项的原因；能得出的为空 / Why no awards follow by the assumptions; null: they do',
        }),
      })
      .meta({ id: 'WhatIf' }),
    call: {
      service,
      rpc: ResultServiceService.getWhatIf,
      request: ({ params, query }) =>
        GetWhatIfRequest.fromPartial({
          ...params,
          withoutSeats: query.withoutSeats ?? [],
          withoutEntries: query.withoutEntries ?? [],
          parameters: Object.fromEntries((query.parameters ?? []).map((one) => one.split(':') as [string, string])),
        }),
      respond: ({ outcome, entries, ...rest }) => ({
        ...rest,
        whatIf: true as const,
        outcome,
        entries: entries.map(({ entryId, homeId, ...moved }) => ({
          entryId,
          homeId,
          rankBefore: moved.rankBefore ?? null,
          rankAfter: moved.rankAfter ?? null,
          scoreBefore: moved.scoreBefore ?? null,
          scoreAfter: moved.scoreAfter ?? null,
          awardsBefore: moved.awardsBefore,
          awardsAfter: moved.awardsAfter,
          openBefore: moved.openBefore,
          openAfter: moved.openAfter,
        })),
      }),
    },
  }),
];
