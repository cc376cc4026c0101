import {
  ComputeNamingRequest,
  GetNamingRequest,
  ListLookedAtRequest,
  NamingServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, sha256, slug, whole, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { organizationRef, roundRef } from '../naming/index.ts';
import { accepted, receipt } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { parameters } from '../merit-projects/shapes.ts';
import { plain } from './decision-shapes.ts';
import { service, tags } from './shapes.ts';

const YEAR_MIN = 2000;
const YEAR_MAX = 2099;

const year = whole(YEAR_MIN, YEAR_MAX);
const seriesParams = z.strictObject({ seriesId: id() });
const years = z.array(z.number().int());

const naming = z.object({
  roundId: roundRef().nullable().meta({
    description: '命名的会议纪要、签认和通报均以此为准 / Minutes, attestations and circular of the naming go by it',
  }),
  years,
  records: z.array(
    z.object({
      organizationId: id(),
      nameZh: z.string(),
      nameEn: z.string(),
      yearsDeclared: years,
      yearsFirstPrize: years,
      qualifies: z
        .array(word(answerWords.reading))
        .meta({ description: '该单位符合的认定口径 / The readings under which the unit qualifies' }),
    }),
  ),
  decision: z
    .object({
      reading: word(answerWords.reading),
      firstYear: z.number().int(),
      lastYear: z.number().int(),
      decisionId: id(),
      minutesNumber: z.string(),
      meetingOn: day(),
      organizationIds: z.array(organizationRef()),
      documentNumber: z.string().nullable(),
    })
    .nullable(),
  resultHash: sha256().nullable(),
  reading: word(answerWords.reading).nullable(),
  outdatedBy: z.array(id()).meta({ description: '最近一次名单之后发生的变动 / What moved since the latest list' }),
  grades: z
    .array(
      z.object({
        grade: slug().meta({ description: '模板中的规则 / The rule of the template' }),
        gradeZh: z.string(),
        gradeEn: z.string(),
      }),
    )
    .meta({ description: '最近一次名单授予的称号 / What the latest list gives' }),
  secondNotice: z
    .boolean()
    .meta({ description: '通报之前须先公示拟命名名单 / Those to be named are published before the circular' }),
  asOf: day().nullable().meta({
    description:
      '名单截止日；模板未定时为空 / The day as of which the latest list is computed, where its template names one',
  }),
  corrections: z
    .number()
    .int()
    .meta({ description: '经两人更正的次数 / What two persons have put right of the latest list' }),
  listedIds: z.array(organizationRef()).meta({
    description:
      '最近一次名单提出的单位：逐一确认，或注明理由不予命名 / Whom the latest list puts forward: each confirmed, or left out with a reason',
  }),
});

const lookedAt = z.object({
  organizationId: id(),
  nameZh: z.string(),
  nameEn: z.string(),
  lineage: z.array(id()),
  mergedInto: id().nullable(),
  yearsDeclared: years,
  yearsFirstPrize: years,
  readings: z.array(
    z.object({
      reading: word(answerWords.reading),
      in: z.boolean(),
      reasons: z.array(z.object({ reason: word(answerWords.outOfNaming), years })),
    }),
  ),
  listed: z.boolean().meta({ description: '是否在名单上 / Whether it stands on the list' }),
  putRight: word(answerWords.namingChange)
    .nullable()
    .meta({ description: '经两人更正：列入或移出 / What two persons have put right in it' }),
});

export const namingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/series/{seriesId}/naming',
    founds: true,
    summary: { zh: '测算标兵单位', en: 'Compute who is in and who is out over the years of a series, and why' },
    tags,
    params: seriesParams,
    body: z.strictObject({
      firstYear: year,
      lastYear: year,
      templateHash: sha256().meta({
        description: '已采用的模板；认定口径由模板决定 / The adopted template; the reading follows from it',
      }),
      parameters: parameters(),
    }),
    answer: z.object({ roundId: id(), resultHash: sha256(), receipt }),
    call: {
      service,
      rpc: NamingServiceService.computeNaming,
      request: ({ params, body }) => ComputeNamingRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({
        roundId: response.roundId,
        resultHash: response.resultHash,
        ...accepted(response),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/series/{seriesId}/naming',
    summary: { zh: '标兵单位测算与命名', en: 'See both readings over the commended years, and what was named' },
    tags,
    params: seriesParams,
    query: z.strictObject({
      templateHash: sha256()
        .or(z.literal(''))
        .default('')
        .meta({ description: '首次测算名单之前：按此模板查看 / Before the first list: the template to look by' }),
    }),
    answer: naming,
    call: {
      service,
      rpc: NamingServiceService.getNaming,
      request: ({ params, query }) => GetNamingRequest.fromPartial({ ...params, ...query }),
      respond: (response) => ({ ...plain(response), decision: response.decision ? plain(response.decision) : null }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/series/{seriesId}/naming/subjects',
    summary: { zh: '测算明细', en: 'See every subject that the latest list looked at, with the reasons' },
    tags,
    params: seriesParams,
    query: z.strictObject({
      ...listQuery(['name', 'declared', 'prizes']),
      reading: words([...answerWords.reading, 'none']).optional(),
      reason: words(answerWords.outOfNaming).optional(),
    }),
    answer: listAnswer(lookedAt, ['reading', 'reason']),
    call: {
      service,
      rpc: NamingServiceService.listLookedAt,
      request: ({ params, query: { reading = '', reason = '', ...list } }) =>
        ListLookedAtRequest.fromPartial({ ...params, ...listOf(list), reading, reason }),
      respond: (response) =>
        listOut(
          response.subjects.map((one) => plain(one)),
          response,
          ['reading', 'reason'],
        ),
    },
  }),
];
