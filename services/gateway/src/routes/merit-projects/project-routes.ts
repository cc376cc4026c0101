import {
  CompleteMilestoneRequest,
  ConfirmProjectRequest,
  DeclareProjectRequest,
  FeatureProjectRequest,
  MeritProjectsServiceService as rpcs,
  PlanProjectRequest,
  ReportProgressRequest,
  ReviseProjectRequest,
  WithdrawProjectRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { day, id, prose } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['projects'];
const { service, projectParams } = shapes;

/** What a unit does with its projects. */
export const projectRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/projects',
    summary: { zh: '立项', en: 'Plan a project' },
    tags,
    status: 201,
    body: z.strictObject({ editionId: id(), branchId: id(), ...shapes.plan }),
    answer: z.object({ projectId: z.string(), receipt }),
    call: {
      service,
      rpc: rpcs.planProject,
      request: ({ body }) => PlanProjectRequest.fromPartial(body),
      respond: (response) => ({ projectId: response.projectId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/revise',
    summary: { zh: '修改项目计划', en: "Change a project's plan" },
    tags,
    params: projectParams,
    body: z.strictObject({ ...shapes.plan, why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.reviseProject,
      request: ({ params, body }) => ReviseProjectRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/confirm',
    summary: { zh: '机关党委确认项目', en: "Take a plan into the unit's list" },
    tags,
    params: projectParams,
    body: z.strictObject({ opinion: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.confirmProject,
      request: ({ params, body }) => ConfirmProjectRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/milestones/{milestoneId}/complete',
    summary: { zh: '完成里程碑', en: 'Record that a milestone is reached' },
    tags,
    params: z.strictObject({ projectId: id(), milestoneId: id() }),
    body: z.strictObject({ completedOn: day(), evidence: shapes.evidence() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.completeMilestone,
      request: ({ params, body }) => CompleteMilestoneRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/progress',
    summary: { zh: '报告进展', en: 'Report progress' },
    tags,
    params: projectParams,
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
    path: '/v1/projects/{projectId}/feature',
    summary: { zh: '宣传推介项目', en: "Feature a project in the committee's publicity" },
    tags,
    params: projectParams,
    body: z.strictObject({ note: shapes.why(), link: z.string().max(shapes.LINK_CHARS_MAX).default('') }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.featureProject,
      request: ({ params, body }) => FeatureProjectRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/declare',
    summary: { zh: '申报项目', en: 'Declare a project, or again after a return' },
    tags,
    params: projectParams,
    body: z.strictObject({ summary: prose(shapes.TEXT_CHARS_MAX), evidence: shapes.evidence() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.declareProject,
      request: ({ params, body }) => DeclareProjectRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/projects/{projectId}/withdraw',
    summary: { zh: '撤回项目', en: 'Take a project back' },
    tags,
    params: projectParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.withdrawProject,
      request: ({ params, body }) => WithdrawProjectRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
