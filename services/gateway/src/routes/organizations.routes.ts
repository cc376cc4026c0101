import {
  ClassifyOrganizationRequest,
  DissolveOrganizationRequest,
  FoundOrganizationRequest,
  MoveOrganizationRequest,
  RenameOrganizationRequest,
} from '@jiangong/contracts/jiangong/organizations/v1/orders';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import {
  CountOrganizationsRequest,
  GetOrganizationNameRequest,
  GetOrganizationOnRequest,
  GetOrganizationRequest,
  ListOrganizationsRequest,
} from '@jiangong/contracts/jiangong/organizations/v1/questions';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { day, flagText, id, line, optionalLine, prose, word } from './fields.ts';
import { given } from './given.ts';
import { listAnswer, listOf, listOut, listQuery, words } from './lists.ts';
import { officeRoutes } from './offices.routes.ts';
import { officer, organization, organizationOn, organizationOut, restoration } from './organization-shapes.ts';
import { restorationRoutes } from './restoration.routes.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const NAME_ZH_CHARS_MAX = 100;
const NAME_EN_CHARS_MAX = 200;
const CODE_CHARS_MAX = 32;
const REASON_CHARS_MAX = 500;
const SUCCESSORS_MAX = 10;

const kind = word(answerWords.organizationKind);
/** Levels that a list can be filtered by; 1 is the root. */
const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const FACETS = ['kind', 'condition', 'level'] as const;
const names = { nameZh: line(NAME_ZH_CHARS_MAX), nameEn: optionalLine(NAME_EN_CHARS_MAX).default('') };
const reason = prose(REASON_CHARS_MAX);
/** Since which day it is so; absent: today. */
const effectiveOn = day().optional();
const organizationParams = z.strictObject({ organizationId: id() });

const service = 'organizations' as const;
const tags = ['organizations'];

const treeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organizations',
    founds: true,
    summary: { zh: '成立组织', en: 'Found an organization' },
    tags,
    status: 201,
    body: z.strictObject({
      parentId: id(),
      kind,
      ...names,
      code: optionalLine(CODE_CHARS_MAX).default(''),
      classified: z.boolean().default(false),
      foundedOn: day().optional(),
    }),
    answer: z.object({ organizationId: id(), receipt }),
    call: {
      service,
      rpc: OrganizationsServiceService.foundOrganization,
      request: ({ body }) => FoundOrganizationRequest.fromPartial(given(body)),
      respond: (response) => ({ organizationId: response.organizationId, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations',
    revalidated: true,
    summary: { zh: '列出组织', en: 'List a subtree' },
    tags,
    query: z.strictObject({
      ...listQuery(['place', 'name', 'code', 'founded']),
      underId: id().optional(),
      parentId: id().optional(),
      kind: words(answerWords.organizationKind).optional(),
      condition: words(['live', 'dissolving', 'dissolved']).optional(),
      level: words(LEVELS).optional(),
      direct: flagText().optional(),
      dissolvedToo: flagText().optional(),
    }),
    answer: listAnswer(organization, FACETS),
    call: {
      service,
      rpc: OrganizationsServiceService.listOrganizations,
      request: ({ query }) =>
        ListOrganizationsRequest.fromPartial({
          ...listOf(query),
          underId: query.underId ?? '',
          parentId: query.parentId ?? '',
          kind: query.kind ?? '',
          condition: query.condition ?? '',
          level: query.level ?? '',
          direct: query.direct ?? false,
          dissolvedToo: query.dissolvedToo ?? false,
        }),
      respond: (response) => listOut(response.organizations.map(organizationOut), response, FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organization-counts',
    revalidated: true,
    summary: { zh: '按类别统计组织', en: 'Count a subtree by kind' },
    tags,
    query: z.strictObject({ underId: id().optional() }),
    answer: z.object({
      counts: z.array(z.object({ kind: word(answerWords.organizationKind), count: z.number().int() })),
    }),
    call: {
      service,
      rpc: OrganizationsServiceService.countOrganizations,
      request: ({ query }) => CountOrganizationsRequest.fromPartial({ underId: query.underId ?? '' }),
      respond: ({ counts }) => ({ counts: counts.map((one) => ({ ...one })) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/{organizationId}',
    summary: { zh: '查看组织', en: 'See an organization with its officers' },
    tags,
    params: organizationParams,
    answer: z.object({ ...organization.shape, officers: z.array(officer), restorations: z.array(restoration) }),
    call: {
      service,
      rpc: OrganizationsServiceService.getOrganization,
      request: ({ params }) => GetOrganizationRequest.fromPartial(params),
      respond: ({ organization: one, officers, restorations }) => {
        if (!one) throw new Error('the service answered without an organization');
        return {
          ...organizationOut(one),
          officers: officers.map((held) => ({ ...held, termEndsOn: held.termEndsOn ?? null })),
          restorations: restorations.map((proposed) => ({ ...proposed })),
        };
      },
      revision: ({ organization: one }) => one?.revision ?? -1,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/{organizationId}/on/{on}',
    summary: {
      zh: '组织在某日的情况：名称、隶属、任职人员（以今日所知为准）',
      en: 'What an organization was on a day: its name, what stood above it, who was in office; by what is known today',
    },
    tags,
    params: z.strictObject({ ...organizationParams.shape, on: day() }),
    answer: organizationOn,
    call: {
      service,
      rpc: OrganizationsServiceService.getOrganizationOn,
      request: ({ params }) => GetOrganizationOnRequest.fromPartial(params),
      respond: (response) => ({ ...response }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations/{organizationId}/name',
    summary: { zh: '查询某日的名称', en: 'See what an organization was called on a day' },
    tags,
    params: organizationParams,
    query: z.strictObject({ on: day().optional() }),
    answer: z.object({ nameZh: z.string(), nameEn: z.string(), since: day() }),
    call: {
      service,
      rpc: OrganizationsServiceService.getOrganizationName,
      request: ({ params, query }) => GetOrganizationNameRequest.fromPartial({ ...params, on: query.on ?? '' }),
      respond: (name) => ({ ...name }),
    },
  }),
];

const changeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/rename',
    replaces: true,
    summary: { zh: '更名', en: 'Rename an organization' },
    tags,
    params: organizationParams,
    body: z.strictObject({ ...names, nameEn: optionalLine(NAME_EN_CHARS_MAX).optional(), effectiveOn }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.renameOrganization,
      request: ({ params, body }) => RenameOrganizationRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/move',
    summary: { zh: '调整隶属关系', en: 'Move an organization under another parent' },
    tags,
    params: organizationParams,
    body: z.strictObject({ parentId: id(), effectiveOn, reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.moveOrganization,
      request: ({ params, body }) => MoveOrganizationRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/classification',
    summary: { zh: '设定或取消涉密标记', en: 'Set or lift the classified flag' },
    tags,
    params: organizationParams,
    body: z.strictObject({ classified: z.boolean() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.classifyOrganization,
      request: ({ params, body }) => ClassifyOrganizationRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/dissolve',
    summary: {
      zh: '撤销组织（合并、分设或撤销）',
      en: 'End an organization that has nothing below it: merged, split or dissolved',
    },
    tags,
    params: organizationParams,
    body: z.strictObject({
      kind: word(answerWords.dissolution),
      successorIds: z.array(id()).max(SUCCESSORS_MAX).default([]),
      heirId: id().optional(),
      effectiveOn,
      reason,
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.dissolveOrganization,
      request: ({ params, body }) => DissolveOrganizationRequest.fromPartial({ ...params, ...given(body) }),
      respond: accepted,
    },
  }),
];

export const organizationsRoutes: readonly Route[] = [
  ...treeRoutes,
  ...changeRoutes,
  ...restorationRoutes,
  ...officeRoutes,
];
