import {
  AdoptTemplateRequest,
  CheckTemplateRequest,
  CorrectHolidaysRequest,
  EnterHolidaysRequest,
  GetTemplateRequest,
  ListHolidayProposalsRequest,
  ListHolidaysRequest,
  ListTemplatesRequest,
  ProposeHolidaysRequest,
  RejectHolidaysRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { id, line, prose, sha256, whole, wholeText } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery } from '../lists.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';
import { sampleOut, template, templateLookedAt } from './template-shapes.ts';

const tags = ['templates'];
const { service } = shapes;

const adopting = z.strictObject({ committeeId: id(), template: prose(shapes.TEMPLATE_CHARS_MAX) });

/** Programme templates, and the working days of years. */
export const templateRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/templates',
    summary: { zh: '采用评选模板', en: 'Take a programme template into use' },
    tags,
    founds: true,
    status: 201,
    body: adopting,
    answer: z.object({ templateHash: sha256(), receipt }),
    call: {
      service,
      rpc: rpcs.adoptTemplate,
      request: ({ body }) => AdoptTemplateRequest.fromPartial(body),
      respond: (response) => ({ templateHash: response.templateHash, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/templates/check',
    once: 'its-content',
    summary: {
      zh: '检查评选模板：只报告问题和规则说明，不采用、不保存',
      en: 'Look at a programme template before it is adopted: what is wrong and what it says; nothing is stored',
    },
    tags,
    body: adopting.extend({ parameters: shapes.parameters() }),
    answer: templateLookedAt,
    call: {
      service,
      rpc: rpcs.checkTemplate,
      request: ({ body }) => CheckTemplateRequest.fromPartial(body),
      respond: ({ problems, notYet, rules, sample, ...told }) => ({
        ...told,
        sample: sampleOut(sample),
        problems: problems.map((problem) => ({ ...problem })),
        notYet: notYet.map((problem) => ({ ...problem })),
        rules: rules.map((rule) => ({ ...rule })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/templates',
    revalidated: true,
    summary: { zh: '列出已采用的评选模板', en: 'List adopted templates, the latest first' },
    tags,
    query: z.strictObject({ ...listQuery(['adopted', 'title']), committeeId: id().optional() }),
    answer: listAnswer(template, []),
    call: {
      service,
      rpc: rpcs.listTemplates,
      request: ({ query }) =>
        ListTemplatesRequest.fromPartial({ ...listOf(query), committeeId: query.committeeId ?? '' }),
      respond: (response) =>
        listOut(
          response.templates.map(({ canonicalText: _text, ...template }) => template),
          response,
          [],
        ),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/templates/{committeeId}/{templateHash}',
    revalidated: true,
    summary: { zh: '查看评选模板', en: 'Show an adopted template with its canonical text' },
    tags,
    params: z.strictObject({ committeeId: id(), templateHash: sha256() }),
    answer: template.extend({ canonicalText: z.string() }),
    call: {
      service,
      rpc: rpcs.getTemplate,
      request: ({ params }) => GetTemplateRequest.fromPartial(params),
      respond: ({ template }) => {
        if (template === undefined) throw new Error('the service answered without a template');
        return { ...template };
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/holidays',
    revalidated: true,
    summary: { zh: '列出已知的节假日安排', en: 'List the years whose working days are known' },
    tags: ['holidays'],
    answer: z.object({ items: z.array(shapes.holidayYear) }),
    call: {
      service,
      rpc: rpcs.listHolidays,
      request: () => ListHolidaysRequest.fromPartial({}),
      respond: ({ years }) => ({
        items: years.map((year) => ({
          ...year,
          daysOff: year.daysOff.map((span) => ({ ...span })),
          makeUpDays: [...year.makeUpDays],
        })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/holidays/proposals',
    summary: {
      zh: '列出待另一人办理的节假日更正',
      en: 'List corrections of holidays that wait for a second person, the oldest first',
    },
    tags: ['holidays'],
    answer: z.object({ items: z.array(shapes.holidayProposal) }),
    call: {
      service,
      rpc: rpcs.listHolidayProposals,
      request: () => ListHolidayProposalsRequest.fromPartial({}),
      respond: ({ proposals }) => ({
        items: proposals.map(({ proposed, ...one }) => {
          if (proposed === undefined) throw new Error('the service answered a correction without its year');
          const { daysOff, makeUpDays, ...year } = proposed;
          return { ...one, proposed: { ...year, daysOff: [...daysOff], makeUpDays: [...makeUpDays] } };
        }),
      }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/holidays',
    summary: { zh: '录入节假日安排', en: "Enter a year's working days with the notice's number" },
    tags: ['holidays'],
    founds: true,
    status: 201,
    body: z.strictObject({
      year: whole(1992, 2099),
      noticeNumber: line(shapes.DOCUMENT_NUMBER_CHARS_MAX),
      ...shapes.workingDays,
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.enterHolidays,
      request: ({ body }) => EnterHolidaysRequest.fromPartial(body),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/holidays/{year}/proposals',
    summary: { zh: '提议更正节假日安排', en: 'Propose a correction of a year that was entered' },
    tags: ['holidays'],
    founds: true,
    status: 201,
    params: z.strictObject({ year: wholeText(1992, 2099) }),
    body: z.strictObject({
      noticeNumber: line(shapes.DOCUMENT_NUMBER_CHARS_MAX),
      ...shapes.workingDays,
      why: shapes.why(),
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.proposeHolidays,
      request: ({ params, body }) => ProposeHolidaysRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/holidays/{year}/proposals/{proposalId}/carry-out',
    summary: { zh: '办理节假日更正', en: 'Carry out a correction that another person proposed' },
    tags: ['holidays'],
    params: z.strictObject({ year: wholeText(1992, 2099), proposalId: id() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.correctHolidays,
      request: ({ params }) => CorrectHolidaysRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/holidays/{year}/proposals/{proposalId}/reject',
    summary: { zh: '否决节假日更正', en: 'Turn a correction down' },
    tags: ['holidays'],
    params: z.strictObject({ year: wholeText(1992, 2099), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectHolidays,
      request: ({ params, body }) => RejectHolidaysRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
