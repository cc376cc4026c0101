import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  CopyEditionRequest,
  GetCalendarYearRequest,
  PreviewEditionRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/plans';
import { z } from 'zod';
import { day, id, line, sha256, wholeText, word } from '../fields.ts';
import { several } from '../lists.ts';
import { route, type Route } from '../route.ts';
import { editionPlan, notCarried, opening, planOut } from './plan-shapes.ts';
import * as shapes from './shapes.ts';

const { service, editionParams } = shapes;

const PARAMETERS_MAX = 100;
const PARAMETER_FORM = '[A-Za-z][A-Za-z0-9-]{0,63}:-?\\d{1,7}(?:\\.\\d{1,2})?%?';
const STAGE_FORM = '[a-z0-9][a-z0-9-]{0,63}:\\d{4}-\\d{2}-\\d{2}:\\d{4}-\\d{2}-\\d{2}';

const formedAs = (form: string) => z.string().regex(new RegExp(`^${form}$`, 'u'));

const daysOf = (text: string): Readonly<{ stageId: string; opensOn: string; closesOn: string }> => {
  const [stageId = '', opensOn = '', closesOn = ''] = text.split(':');
  return { stageId, opensOn, closesOn };
};

const calendarYear = z
  .object({
    year: z.number().int(),
    completeness: word(['unknown', 'open', 'complete']).meta({
      description:
        'open：次年通知仍可能调整其十二月；unknown：尚未录入 / open: the notice of the year after may still change its December; unknown: nobody has entered it',
    }),
    source: word(['shipped', 'entered', 'none']),
    noticeNumber: z.string().nullable(),
    hash: sha256().nullable(),
    workingDays: z.number().int().nullable(),
    days: z.array(z.object({ date: day(), kind: word(['working', 'weekend', 'holiday', 'make-up']) })),
  })
  .meta({ id: 'CalendarYear' });

/** What is told before an edition is opened, and the days of a year. */
export const planRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/edition-preview',
    summary: {
      zh: '预览开设年度活动的结果（不保存；与开设同一套规则）',
      en: 'What opening an edition with these fields would make, or why it would be refused; nothing is stored',
    },
    tags: ['editions'],
    query: z.strictObject({
      committeeId: id(),
      seriesId: id(),
      year: wholeText(1992, 2099),
      ordinal: wholeText(1, shapes.EDITIONS_PER_YEAR_MAX).optional(),
      titleZh: line(shapes.TITLE_CHARS_MAX),
      titleEn: line(shapes.TITLE_CHARS_MAX),
      templateHash: sha256(),
      parameters: several(formedAs(PARAMETER_FORM), PARAMETER_FORM, PARAMETERS_MAX)
        .optional()
        .meta({ description: 'quota:3,noticeDays:5（参数:值） / quota:3,noticeDays:5' }),
      stages: several(formedAs(STAGE_FORM), STAGE_FORM, shapes.STAGES_MAX).optional().meta({
        description:
          'plan:2027-01-06:2027-02-28,score:2027-12-01:2027-12-10（环节:起:止） / plan:2027-01-06:2027-02-28,score:2027-12-01:2027-12-10',
      }),
    }),
    answer: editionPlan,
    call: {
      service,
      rpc: rpcs.previewEdition,
      request: ({ query: { parameters, stages, ...rest } }) =>
        PreviewEditionRequest.fromPartial({
          ...rest,
          ordinal: rest.ordinal ?? 1,
          parameters: Object.fromEntries((parameters ?? []).map((one) => one.split(':') as [string, string])),
          stages: (stages ?? []).map(daysOf),
        }),
      respond: ({ plan }) => planOut(plan),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/next',
    summary: {
      zh: '依据已有年度活动拟定下一年度的开设内容，并说明哪些未能带入',
      en: 'The body that would open the next edition after this one, what it could not take over, and what it would make',
    },
    tags: ['editions'],
    params: editionParams,
    query: z.strictObject({ year: wholeText(1992, 2099).optional() }),
    answer: z
      .object({
        opening,
        reviewList: z.array(z.string()).meta({ description: '开设后再设定 / To be set once it is open' }),
        notCarried: z.array(notCarried),
        plan: editionPlan,
      })
      .meta({ id: 'EditionCopy' }),
    call: {
      service,
      rpc: rpcs.copyEdition,
      request: ({ params, query }) => CopyEditionRequest.fromPartial({ ...params, year: query.year ?? 0 }),
      respond: (response) => {
        if (response.opening === undefined) throw new Error('the service answered without an opening');
        return {
          opening: {
            ...response.opening,
            parameters: { ...response.opening.parameters },
            stages: response.opening.stages.map((days) => ({ ...days })),
          },
          reviewList: [...response.reviewList],
          notCarried: response.notCarried.map((one) => ({ ...one, stageId: one.stageId })),
          plan: planOut(response.plan),
        };
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/calendar/{year}',
    revalidated: true,
    summary: {
      zh: '某年逐日：工作日、周末、节假日、调休上班日，及其依据',
      en: 'A year day by day: working days, weekends, holidays, make-up days, and where they are from',
    },
    tags: ['holidays'],
    params: z.strictObject({ year: wholeText(1992, 2099) }),
    answer: calendarYear,
    call: {
      service,
      rpc: rpcs.getCalendarYear,
      request: ({ params }) => GetCalendarYearRequest.fromPartial(params),
      respond: (response) => ({
        ...response,
        noticeNumber: response.noticeNumber,
        hash: response.hash,
        workingDays: response.completeness === 'unknown' ? null : response.workingDays,
      }),
    },
  }),
];
