import {
  AllowLateEntryRequest,
  type Edition,
  GetEditionRequest,
  ListEditionsRequest,
  MeritProjectsServiceService as rpcs,
  OpenEditionRequest,
  RescheduleStageRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { day, id, line, pageAnswer, pageOf, pageOut, pageQuery, whole, word } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['editions'];
const { service } = shapes;

const editionOut = (edition: Edition | undefined): z.input<typeof shapes.edition> => {
  if (edition === undefined) throw new Error('the service answered without an edition');
  return {
    ...edition,
    stages: edition.stages.map((stage) => ({ ...stage })),
    lateEntries: edition.lateEntries.map((entry) => ({ ...entry })),
  };
};

/** Editions and their calendar of stages. */
export const editionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions',
    founds: true,
    summary: { zh: '开设年度活动', en: 'Open an edition of a campaign series' },
    tags,
    status: 201,
    body: z.strictObject({
      committeeId: id(),
      seriesId: id(),
      year: whole(1992, 2099),
      titleZh: line(shapes.TITLE_CHARS_MAX),
      titleEn: line(shapes.TITLE_CHARS_MAX),
      quota: whole(1, shapes.QUOTA_MAX),
      noticeWorkingDays: whole(1, shapes.NOTICE_WORKING_DAYS_MAX).default(5),
      objectionWorkingDays: whole(1, shapes.OBJECTION_WORKING_DAYS_MAX).default(10),
      stages: z
        .array(z.strictObject({ stage: shapes.stageWord(), opensOn: day(), closesOn: day() }))
        .max(shapes.STAGES_COUNT),
    }),
    answer: z.object({ editionId: z.string(), receipt }),
    call: {
      service,
      rpc: rpcs.openEdition,
      request: ({ body }) => OpenEditionRequest.fromPartial(body),
      respond: (response) => ({ editionId: response.editionId, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/editions',
    summary: { zh: '列出年度活动', en: 'List editions, the latest opened first' },
    tags,
    query: z.strictObject({ ...pageQuery, committeeId: id().optional(), seriesId: id().optional() }),
    answer: pageAnswer(shapes.edition),
    call: {
      service,
      rpc: rpcs.listEditions,
      request: ({ query }) =>
        ListEditionsRequest.fromPartial({
          ...pageOf(query),
          committeeId: query.committeeId ?? '',
          seriesId: query.seriesId ?? '',
        }),
      respond: (response) => pageOut(response.editions.map(editionOut), response.nextPageToken),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}',
    summary: { zh: '查看年度活动', en: 'Show an edition' },
    tags,
    params: shapes.editionParams,
    answer: shapes.edition,
    call: {
      service,
      rpc: rpcs.getEdition,
      request: ({ params }) => GetEditionRequest.fromPartial(params),
      respond: ({ edition }) => editionOut(edition),
      revision: ({ edition }) => editionOut(edition).revision,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/stages/{stage}/reschedule',
    summary: { zh: '调整阶段日程', en: 'Give a stage another window' },
    tags,
    params: z.strictObject({ editionId: id(), stage: shapes.stageWord() }),
    body: z.strictObject({ opensOn: day(), closesOn: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rescheduleStage,
      request: ({ params, body }) => RescheduleStageRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/late-entries',
    founds: true,
    summary: { zh: '准许某单位补报', en: 'Let one unit act in a stage that is over' },
    tags,
    params: shapes.editionParams,
    body: z.strictObject({
      unitId: id(),
      stage: word(['planning', 'delivery', 'declaration']),
      until: day(),
      why: shapes.why(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.allowLateEntry,
      request: ({ params, body }) => AllowLateEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
