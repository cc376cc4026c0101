import {
  AllowLateEntryRequest,
  EndLateEntryRequest,
  AmendEditionRequest,
  CloseEditionRequest,
  GetEditionRequest,
  ListEditionsRequest,
  OpenEditionRequest,
  ReopenStageRequest,
  RescheduleStageRequest,
  SetReviewListRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import type { Edition } from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import { day, id, line, sha256, whole } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words, years } from '../lists.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const EDITION_FACETS = ['state', 'year'] as const;

const tags = ['editions'];
const { service } = shapes;

const editionOut = (edition: Edition | undefined): AsSaid<z.input<typeof shapes.edition>> => {
  if (edition === undefined) throw new Error('the service answered without an edition');
  return {
    ...edition,
    parameters: { ...edition.parameters },
    reviewList: [...edition.reviewList],
    rollAsOf: edition.rollAsOf === '' ? null : edition.rollAsOf,
    tracks: edition.tracks.map((track) => ({ ...track })),
    stages: edition.stages.map((stage) => ({ ...stage, phase: stage.phase })),
    lateEntries: edition.lateEntries.map((entry) => ({ ...entry })),
  };
};

/** Editions and their calendar of stages. */
export const editionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions',
    summary: { zh: '开设年度活动', en: 'Open an edition of an adopted template' },
    tags,
    founds: true,
    status: 201,
    body: z.strictObject({
      committeeId: id(),
      seriesId: id(),
      year: whole(1992, 2099),
      ordinal: whole(1, shapes.EDITIONS_PER_YEAR_MAX).default(1),
      titleZh: line(shapes.TITLE_CHARS_MAX),
      titleEn: line(shapes.TITLE_CHARS_MAX),
      templateHash: sha256(),
      parameters: shapes.parameters(),
      stages: z
        .array(z.strictObject({ stageId: shapes.stageId(), opensOn: day(), closesOn: day() }))
        .max(shapes.STAGES_MAX)
        .default([]),
    }),
    answer: z.object({ editionId: id(), receipt }),
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
    revalidated: true,
    summary: { zh: '列出年度活动', en: 'List editions, the latest opened first' },
    tags,
    query: z.strictObject({
      ...listQuery(['opened', 'year', 'title']),
      committeeId: id().optional(),
      seriesId: id().optional(),
      state: words(['open', 'closed', 'abandoned']).optional(),
      year: years().optional(),
    }),
    answer: listAnswer(shapes.edition, EDITION_FACETS),
    call: {
      service,
      rpc: rpcs.listEditions,
      request: ({ query }) =>
        ListEditionsRequest.fromPartial({
          ...listOf(query),
          committeeId: query.committeeId ?? '',
          state: query.state ?? '',
          year: query.year ?? '',
          seriesId: query.seriesId ?? '',
        }),
      respond: (response) => listOut(response.editions.map(editionOut), response, EDITION_FACETS),
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
    path: '/v1/editions/{editionId}/amend',
    summary: { zh: '修改年度活动', en: 'Change titles and parameters before the rules are frozen' },
    tags,
    replaces: true,
    params: shapes.editionParams,
    body: z.strictObject({
      titleZh: line(shapes.TITLE_CHARS_MAX),
      titleEn: line(shapes.TITLE_CHARS_MAX),
      parameters: shapes.parameters(),
      effectiveOn: day(),
      why: shapes.why(),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.amendEdition,
      request: ({ params, body }) => AmendEditionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/editions/{editionId}/review-list',
    summary: { zh: '设定本年度的审核清单（审核开始前）', en: 'Set what the review looks at, until the review opens' },
    tags,
    replaces: true,
    params: shapes.editionParams,
    body: z.strictObject({ items: z.array(line(shapes.TITLE_CHARS_MAX)).max(shapes.REVIEW_ANSWERS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.setReviewList,
      request: ({ params, body }) => SetReviewListRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/stages/{stageId}/reschedule',
    summary: { zh: '调整阶段日程', en: 'Give a stage another window' },
    tags,
    params: z.strictObject({ editionId: id(), stageId: shapes.stageId() }),
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
    path: '/v1/editions/{editionId}/stages/{stageId}/reopen',
    summary: { zh: '重新开放阶段', en: 'Open a stage that is over again, until a new end' },
    tags,
    params: z.strictObject({ editionId: id(), stageId: shapes.stageId() }),
    body: z.strictObject({ closesOn: day(), why: shapes.why(), proposalId: id().optional() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reopenStage,
      request: ({ params, body }) =>
        ReopenStageRequest.fromPartial({ ...params, ...body, proposalId: body.proposalId ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/late-entries',
    summary: { zh: '准许某单位补报', en: 'Let one nominator act in a stage that is over' },
    tags,
    founds: true,
    params: shapes.editionParams,
    body: z.strictObject({ nominatorId: id(), stageId: shapes.stageId(), until: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.allowLateEntry,
      request: ({ params, body }) => AllowLateEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/late-entries/end',
    summary: { zh: '收回补报许可（期间已办事项仍然有效）', en: 'Take late entry back; what was done meanwhile stands' },
    tags,
    params: shapes.editionParams,
    body: z.strictObject({ nominatorId: id(), stageId: shapes.stageId(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.endLateEntry,
      request: ({ params, body }) => EndLateEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/close',
    summary: { zh: '办结年度活动', en: 'Close an edition whose stages are over' },
    tags,
    params: shapes.editionParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.closeEdition,
      request: ({ params }) => CloseEditionRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];
