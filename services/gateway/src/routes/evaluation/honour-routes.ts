import {
  EvaluationServiceService,
  GetNamingRequest,
  ListHonoursRequest,
  NamePacesettersRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import { z } from 'zod';
import { id, pageAnswer, pageOf, pageOut, pageQuery, whole, wholeText, word } from '../fields.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { meeting, meetingFields, service, tags } from './shapes.ts';

const YEAR_MIN = 2000;
const YEAR_MAX = 2099;

const year = whole(YEAR_MIN, YEAR_MAX);
const seriesParams = z.strictObject({ seriesId: id() });
const years = z.array(z.number().int());

const honour = z
  .object({
    kind: z.string().meta({ description: 'entry, organization or pacesetter' }),
    year: z.number().int(),
    title: z.string(),
    organizationId: z.string(),
    organizationZh: z.string(),
    organizationEn: z.string(),
    award: z.string(),
    gradeZh: z.string(),
    gradeEn: z.string(),
    documentNumber: z.string(),
    grantedAt: z.string(),
  })
  .meta({ id: 'Honour' });

const naming = z.object({
  years,
  records: z.array(
    z.object({
      organizationId: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      yearsDeclared: years,
      yearsFirstPrize: years,
      qualifies: z.array(z.string()).meta({ description: 'The readings under which the unit qualifies' }),
    }),
  ),
  decision: z
    .object({
      reading: z.string(),
      firstYear: z.number().int(),
      lastYear: z.number().int(),
      meeting: meeting.nullable(),
      organizationIds: z.array(z.string()),
    })
    .nullable(),
});

export const honourRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/series/{seriesId}/naming',
    summary: { zh: '命名标兵单位', en: 'Name the pacesetter units of a series' },
    tags,
    params: seriesParams,
    body: z.strictObject({
      firstYear: year,
      lastYear: year,
      reading: word(['first-prize-once', 'first-prize-every-year']).default('first-prize-once'),
      ...meetingFields,
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: EvaluationServiceService.namePacesetters,
      request: ({ params, body: { firstYear, lastYear, reading, ...held } }) =>
        NamePacesettersRequest.fromPartial({ ...params, firstYear, lastYear, reading, meeting: held }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/series/{seriesId}/naming',
    summary: { zh: '标兵单位测算与命名', en: 'See both readings over the commended years, and what was named' },
    tags,
    params: seriesParams,
    answer: naming,
    call: {
      service,
      rpc: EvaluationServiceService.getNaming,
      request: ({ params }) => GetNamingRequest.fromPartial(params),
      respond: ({ years: commended, records, decision }) => ({
        years: [...commended],
        records: records.map((record) => ({
          ...record,
          yearsDeclared: [...record.yearsDeclared],
          yearsFirstPrize: [...record.yearsFirstPrize],
          qualifies: [...record.qualifies],
        })),
        decision:
          decision === undefined
            ? null
            : {
                ...decision,
                meeting:
                  decision.meeting === undefined
                    ? null
                    : { ...decision.meeting, present: [...decision.meeting.present] },
                organizationIds: [...decision.organizationIds],
              },
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/public/honours',
    summary: { zh: '荣誉名单', en: 'Awards and namings, for everybody' },
    tags: ['public'],
    public: true,
    query: z.strictObject({ ...pageQuery, year: wholeText(YEAR_MIN, YEAR_MAX).optional() }),
    answer: pageAnswer(honour),
    call: {
      service,
      rpc: EvaluationServiceService.listHonours,
      request: ({ query }) => ListHonoursRequest.fromPartial({ ...pageOf(query), year: query.year ?? 0 }),
      respond: ({ honours, nextPageToken }) => pageOut(honours, nextPageToken),
    },
  }),
];
