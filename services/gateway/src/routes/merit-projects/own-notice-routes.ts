import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  AnswerOwnObjectionRequest,
  BeginOwnNoticeRequest,
  GetOwnNoticeRequest,
  ListOwnNoticesRequest,
  type OwnNotice,
  ReopenOwnObjectionRequest,
  StopOwnNoticeRequest,
  TakeOwnObjectionRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/own_notices';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, prose, slug, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { editionRef, organizationRef, subjectRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const { service } = shapes;
const tags = ['review'];
const FACETS = ['state'] as const;
const params = z.strictObject({ ownNoticeId: id() });
const objectionParams = params.extend({ objectionId: id() });
const count = () => z.number().int();

const ownNotice = z
  .object({
    ownNoticeId: id(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    track: slug(),
    subjectKind: shapes.subjectKindWord(),
    subjectId: subjectRef(),
    title: z.string(),
    noticeFrom: instant(),
    noticeUntil: instant().meta({ description: '结束后的第一时刻 / The first instant after it' }),
    state: word(answerWords.ownNoticeState).meta({
      description:
        'stopped：单位已撤下；upheld：异议成立，已撤下 / stopped: taken down by its nominator; upheld: taken down upon an objection',
    }),
    objections: count().meta({ description: '异议件数 / How many objected' }),
    open: count().meta({ description: '尚未答复的异议件数 / How many of them wait for an answer' }),
    entryId: id().nullable().meta({
      description: '据此申报的对象；尚未申报的为空 / The entry that was declared upon it; null: none yet',
    }),
  })
  .meta({ id: 'OwnNotice' });

const ownObjection = z
  .object({
    objectionId: id(),
    madeOn: day(),
    toldTo: word(['nominator', 'office']).meta({
      description: '向谁提出：本单位或主办方 / Whom it was told: the nominator or the office',
    }),
    takenAt: instant(),
    outcome: word(answerWords.ownOutcome).nullable(),
    reopenings: count().meta({ description: '答复被主办方退回的次数 / How often the office sent its answer back' }),
    objectorName: z.string(),
    statement: z.string(),
    answer: z.string(),
    why: z.string().meta({ description: '最近一次退回的理由 / Why an answer was sent back, the last time' }),
  })
  .meta({ id: 'OwnObjection' });

const noticeOut = (notice: OwnNotice): AsSaid<z.input<typeof ownNotice>> => notice;

const askingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/own-notices',
    summary: {
      zh: '本组织及下级推荐单位申报前的自行公示',
      en: 'What nominators at or below an organization made known before they declare',
    },
    tags,
    query: z.strictObject({
      ...listQuery(['begun', 'until', 'title']),
      organizationId: id(),
      editionId: id().optional(),
      state: words(answerWords.ownNoticeState).optional(),
    }),
    answer: listAnswer(ownNotice, FACETS),
    call: {
      service,
      rpc: rpcs.listOwnNotices,
      request: ({ query: { organizationId, editionId = '', state = '', ...query } }) =>
        ListOwnNoticesRequest.fromPartial({ ...listOf(query), organizationId, editionId, state }),
      respond: (response) => listOut(response.notices.map(noticeOut), response, FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/own-notices/{ownNoticeId}',
    summary: {
      zh: '查看一项自行公示及其异议（查阅留痕；异议最多 50 件）',
      en: 'Show one with who objects and what was answered, at most 50; the read is recorded',
    },
    tags,
    params,
    answer: z.object({ notice: ownNotice, objections: z.array(ownObjection) }),
    call: {
      service,
      rpc: rpcs.getOwnNotice,
      request: ({ params: asked }) => GetOwnNoticeRequest.fromPartial(asked),
      respond: ({ notice, objections }) => {
        if (notice === undefined) throw new Error('the service answered no notice');
        return { notice: noticeOut(notice), objections };
      },
    },
  }),
];

/** What nominators make known among their own people before they declare, and who objects. */
export const ownNoticeRoutes: readonly Route[] = [
  ...askingRoutes,
  route({
    method: 'POST',
    path: '/v1/own-notices',
    summary: { zh: '公示拟申报的对象（申报前由推荐单位自行公示）', en: 'Make known what is meant to be declared' },
    tags,
    founds: true,
    status: 201,
    body: z.strictObject({
      editionId: id(),
      nominatorId: id(),
      track: shapes.trackId(),
      subjectId: id().optional(),
      title: line(shapes.TITLE_CHARS_MAX),
    }),
    answer: z.object({ ownNoticeId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.beginOwnNotice,
      request: ({ body }) => BeginOwnNoticeRequest.fromPartial({ ...body, subjectId: body.subjectId ?? '' }),
      respond: (response) => ({ ownNoticeId: response.ownNoticeId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/own-notices/{ownNoticeId}/stop',
    summary: { zh: '撤下自行公示（须重新公示后方可申报）', en: 'Take a notice down; nothing is declared upon it' },
    tags,
    params,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.stopOwnNotice,
      request: ({ params: asked, body }) => StopOwnNoticeRequest.fromPartial({ ...asked, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/own-notices/{ownNoticeId}/objections',
    summary: {
      zh: '登记对自行公示的实名异议（本单位登记，或由主办方登记向其提出的异议）',
      en: 'Write down an objection that was made under a real name, to the nominator or to the office',
    },
    tags,
    founds: true,
    status: 201,
    params,
    body: z.strictObject({
      madeOn: day(),
      objectorName: line(shapes.CONTACT_CHARS_MAX),
      statement: prose(shapes.TEXT_CHARS_MAX),
    }),
    answer: z.object({ objectionId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.takeOwnObjection,
      request: ({ params: asked, body }) => TakeOwnObjectionRequest.fromPartial({ ...asked, ...body }),
      respond: (response) => ({ objectionId: response.objectionId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/own-notices/{ownNoticeId}/objections/{objectionId}/answer',
    summary: {
      zh: '单位答复异议（成立的，公示即撤下）',
      en: 'Answer an objection; what is upheld takes the notice down',
    },
    tags,
    params: objectionParams,
    body: z.strictObject({ outcome: word(answerWords.ownOutcome), answer: prose(shapes.TEXT_CHARS_MAX) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.answerOwnObjection,
      request: ({ params: asked, body }) => AnswerOwnObjectionRequest.fromPartial({ ...asked, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/own-notices/{ownNoticeId}/objections/{objectionId}/reopen',
    summary: { zh: '主办方退回单位的答复，由其重新答复', en: 'Send an answer back to its nominator' },
    tags,
    params: objectionParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reopenOwnObjection,
      request: ({ params: asked, body }) => ReopenOwnObjectionRequest.fromPartial({ ...asked, ...body }),
      respond: accepted,
    },
  }),
];
