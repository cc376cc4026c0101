import {
  CompleteMilestoneRequest,
  ConfirmEntryRequest,
  DeclareEntryRequest,
  EndFeaturingRequest,
  FeatureEntryRequest,
  HandOverEntryRequest,
  ListMyPlansRequest,
  NominateEntryRequest,
  PlanMilestonesRequest,
  PlanEntryRequest,
  ReopenMilestoneRequest,
  ReportProgressRequest,
  ReviseEntryRequest,
  WithdrawEntryRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { day, id, line, optionalLine, prose } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['entries'];
const { service, entryParams } = shapes;

/** What a nominator does with its entries. */
export const entryRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/entries',
    summary: { zh: '立项', en: 'Plan an entry' },
    tags,
    founds: true,
    status: 201,
    body: z.strictObject({ editionId: id(), branchId: id(), track: shapes.trackId().optional(), ...shapes.plan }),
    answer: z.object({ entryId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.planEntry,
      request: ({ body }) => PlanEntryRequest.fromPartial({ ...body, track: body.track ?? '' }),
      respond: (response) => ({ entryId: response.entryId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/nominations',
    summary: { zh: '推荐组织、个人或作品', en: 'Put forward an organization, a person or a work' },
    tags,
    founds: true,
    status: 201,
    body: z.strictObject({
      editionId: id(),
      nominatorId: id(),
      track: shapes.trackId(),
      subjectId: id().optional(),
      title: line(shapes.TITLE_CHARS_MAX),
      answerable: shapes.answerable(),
      summary: prose(shapes.TEXT_CHARS_MAX),
      evidence: shapes.evidence(),
      documents: shapes.documents(),
      as: line(shapes.TITLE_CHARS_MAX).optional(),
      from: id().optional(),
      ownNoticeId: id().optional().meta({
        description:
          '已期满的本单位自行公示（模板要求申报前公示的，必填） / The nominator’s own notice that is over, where the template asks for one',
      }),
    }),
    answer: z.object({
      entryId: id(),
      alsoIn: z.array(shapes.trackId()).meta({
        description:
          '同一对象在本届已参加的其他类别（重复参评的只计最先的一项） / Other categories of the edition in which the same subject stands already: it counts once, by the first',
      }),
      receipt,
    }),
    call: {
      service,
      rpc: rpcs.nominateEntry,
      request: ({ body }) =>
        NominateEntryRequest.fromPartial({
          ...body,
          subjectId: body.subjectId ?? '',
          as: body.as ?? '',
          from: body.from ?? '',
          ownNoticeId: body.ownNoticeId ?? '',
        }),
      respond: (response) => ({ entryId: response.entryId, alsoIn: response.alsoIn, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/revise',
    summary: { zh: '修改项目计划', en: "Change an entry's plan" },
    tags,
    replaces: true,
    params: entryParams,
    body: z.strictObject({ ...shapes.plan, why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reviseEntry,
      request: ({ params, body }) => ReviseEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/milestones',
    summary: { zh: '填写或修改承诺事项', en: 'Say what whoever stands on a roll means to do' },
    tags,
    replaces: true,
    params: entryParams,
    body: z.strictObject({
      milestones: shapes.milestonePlans.meta({
        description:
          '全部承诺事项（替换此前所填；空表示全部撤回） / All that it means to do, in the place of what was said before; none: everything is taken back',
      }),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.planMilestones,
      request: ({ params, body }) => PlanMilestonesRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/my-plans',
    summary: {
      zh: '本人（或本人任职的支部、单位）在名册上的承诺及完成情况',
      en: 'What the caller, or an organization that he speaks for, plans and delivers on rolls',
    },
    tags,
    answer: z.object({ items: z.array(shapes.myPlan) }),
    call: {
      service,
      rpc: rpcs.listMyPlans,
      request: () => ListMyPlansRequest.fromPartial({}),
      respond: ({ plans }) => ({
        items: plans.map(({ milestones, planUntil, deliverUntil, ...plan }) => ({
          ...{
            ...plan,
            planUntil: planUntil === '' ? null : planUntil,
            deliverUntil: deliverUntil === '' ? null : deliverUntil,
          },
          milestones: milestones.map((milestone) => ({ ...milestone })),
        })),
      }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/confirm',
    summary: { zh: '机关党委确认项目', en: "Take a plan into the unit's list" },
    tags,
    params: entryParams,
    body: z.strictObject({ opinion: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.confirmEntry,
      request: ({ params, body }) => ConfirmEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/milestones/{milestoneId}/complete',
    summary: { zh: '完成里程碑', en: 'Record that a milestone is reached' },
    tags,
    params: z.strictObject({ entryId: id(), milestoneId: id() }),
    body: z.strictObject({ completedOn: day(), evidence: shapes.evidence() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.completeMilestone,
      request: ({ params, body: { completedOn, evidence } }) =>
        CompleteMilestoneRequest.fromPartial({ ...params, effectiveOn: completedOn, evidence }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/milestones/{milestoneId}/reopen',
    summary: { zh: '撤回里程碑', en: 'Take back that a milestone is reached' },
    tags,
    params: z.strictObject({ entryId: id(), milestoneId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reopenMilestone,
      request: ({ params, body }) => ReopenMilestoneRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/progress',
    summary: { zh: '报告进展', en: 'Report progress' },
    tags,
    founds: true,
    params: entryParams,
    body: z.strictObject({ report: prose(shapes.TEXT_CHARS_MAX), evidence: shapes.evidence() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reportProgress,
      request: ({ params, body }) => ReportProgressRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/feature',
    summary: { zh: '宣传推介项目', en: "Feature an entry in the committee's publicity" },
    tags,
    params: entryParams,
    body: z.strictObject({ note: shapes.why(), link: optionalLine(shapes.LINK_CHARS_MAX).default('') }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.featureEntry,
      request: ({ params, body }) => FeatureEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/feature/end',
    summary: { zh: '结束宣传推介', en: "End that an entry is featured in the committee's publicity" },
    tags,
    params: entryParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.endFeaturing,
      request: ({ params, body }) => EndFeaturingRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/declare',
    summary: { zh: '申报项目', en: 'Declare an entry, or again after a return' },
    tags,
    params: entryParams,
    body: z.strictObject({
      ...{ summary: prose(shapes.TEXT_CHARS_MAX), evidence: shapes.evidence(), documents: shapes.documents() },
      departure: prose(shapes.REASON_CHARS_MAX).optional().meta({
        description:
          '支部投票的候选人：同支部、同类别有得票更多而未申报的，须说明不按名次申报的理由 / Of a candidate of a branch: why it is declared before others of its branch and category whom more voted for',
      }),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.declareEntry,
      request: ({ params, body }) =>
        DeclareEntryRequest.fromPartial({ ...params, ...body, departure: body.departure ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/withdraw',
    summary: { zh: '撤回项目', en: 'Take an entry back' },
    tags,
    params: entryParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.withdrawEntry,
      request: ({ params, body }) => WithdrawEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/hand-over',
    summary: { zh: '移交项目', en: 'Give an entry another home' },
    tags,
    params: entryParams,
    body: z.strictObject({ homeId: id(), answerable: shapes.answerable(), effectiveOn: day(), why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.handOverEntry,
      request: ({ params, body }) => HandOverEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
