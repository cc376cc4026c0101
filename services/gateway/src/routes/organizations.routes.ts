import {
  AppointOfficerRequest,
  ClassifyOrganizationRequest,
  CountOrganizationsRequest,
  DissolveOrganizationRequest,
  FoundOrganizationRequest,
  GetOrganizationRequest,
  ListOrganizationsRequest,
  MoveOrganizationRequest,
  OrganizationsServiceService,
  RelieveOfficerRequest,
  RenameOrganizationRequest,
} from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { z } from 'zod';
import { day, flagText, id, line, optionalLine, pageAnswer, pageOf, pageOut, pageQuery, word } from './fields.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const NAME_ZH_CHARS_MAX = 100;
const NAME_EN_CHARS_MAX = 200;
const CODE_CHARS_MAX = 32;
const REASON_CHARS_MAX = 500;

const kind = word([
  'working-committee',
  'unit',
  'party-committee',
  'leading-members-group',
  'discipline-committee',
  'general-branch',
  'branch',
  'temporary-branch',
  'party-group',
]);
const office = word([
  'head',
  'secretary',
  'deputy-secretary',
  'organization-member',
  'publicity-member',
  'discipline-member',
  'committee-member',
]);
const names = { nameZh: line(NAME_ZH_CHARS_MAX), nameEn: optionalLine(NAME_EN_CHARS_MAX).default('') };
const reason = line(REASON_CHARS_MAX);
const organizationParams = z.strictObject({ organizationId: id() });

const organization = z
  .object({
    organizationId: z.string(),
    parentId: z.string().nullable().meta({ description: 'null for the root' }),
    kind: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    code: z.string(),
    classified: z.boolean(),
    condition: z.string().meta({ description: 'live, dissolving or dissolved' }),
    path: z.string(),
    foundedAt: z.string(),
    revision: z.number().int(),
  })
  .meta({ id: 'Organization' });

const officer = z
  .object({
    appointmentId: z.string(),
    personId: z.string(),
    office: z.string(),
    appointedAt: z.string(),
    termEndsOn: z.string().nullable(),
  })
  .meta({ id: 'Officer' });

const organizationOut = <O extends { readonly parentId: string }>(one: O) => ({
  ...one,
  parentId: one.parentId === '' ? null : one.parentId,
});

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
    }),
    answer: z.object({ organizationId: z.string(), receipt }),
    call: {
      service,
      rpc: OrganizationsServiceService.foundOrganization,
      request: ({ body }) => FoundOrganizationRequest.fromPartial(body),
      respond: (response) => ({ organizationId: response.organizationId, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organizations',
    summary: { zh: '列出组织', en: 'List a subtree' },
    tags,
    query: z.strictObject({
      ...pageQuery,
      underId: id().optional(),
      kind: kind.optional(),
      direct: flagText().optional(),
      dissolvedToo: flagText().optional(),
    }),
    answer: pageAnswer(organization),
    call: {
      service,
      rpc: OrganizationsServiceService.listOrganizations,
      request: ({ query }) =>
        ListOrganizationsRequest.fromPartial({
          ...pageOf(query),
          underId: query.underId ?? '',
          kind: query.kind ?? '',
          direct: query.direct ?? false,
          dissolvedToo: query.dissolvedToo ?? false,
        }),
      respond: (response) => pageOut(response.organizations.map(organizationOut), response.nextPageToken),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/organization-counts',
    summary: { zh: '按类别统计组织', en: 'Count a subtree by kind' },
    tags,
    query: z.strictObject({ underId: id().optional() }),
    answer: z.object({ counts: z.array(z.object({ kind: z.string(), count: z.number().int() })) }),
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
    answer: z.object({ ...organization.shape, officers: z.array(officer) }),
    call: {
      service,
      rpc: OrganizationsServiceService.getOrganization,
      request: ({ params }) => GetOrganizationRequest.fromPartial(params),
      respond: ({ organization: one, officers }) => {
        if (!one) throw new Error('the service answered without an organization');
        return {
          ...organizationOut(one),
          officers: officers.map((held) => ({ ...held, termEndsOn: held.termEndsOn ?? null })),
        };
      },
      revision: ({ organization: one }) => one?.revision ?? -1,
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
    body: z.strictObject(names),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.renameOrganization,
      request: ({ params, body }) => RenameOrganizationRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/move',
    summary: { zh: '调整隶属关系', en: 'Move an organization under another parent' },
    tags,
    params: organizationParams,
    body: z.strictObject({ parentId: id(), reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.moveOrganization,
      request: ({ params, body }) => MoveOrganizationRequest.fromPartial({ ...params, ...body }),
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
    summary: { zh: '撤销组织', en: 'Dissolve an organization that has nothing below it' },
    tags,
    params: organizationParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.dissolveOrganization,
      request: ({ params, body }) => DissolveOrganizationRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const officeRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/officers',
    founds: true,
    summary: { zh: '任职', en: 'Appoint an officer' },
    tags,
    status: 201,
    params: organizationParams,
    body: z.strictObject({ personId: id(), office, termEndsOn: day().optional() }),
    answer: z.object({ appointmentId: z.string(), receipt }),
    call: {
      service,
      rpc: OrganizationsServiceService.appointOfficer,
      request: ({ params, body: { termEndsOn, ...body } }) =>
        AppointOfficerRequest.fromPartial({ ...params, ...body, ...(termEndsOn === undefined ? {} : { termEndsOn }) }),
      respond: (response) => ({ appointmentId: response.appointmentId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organizations/{organizationId}/officers/{appointmentId}/relieve',
    summary: { zh: '免职', en: 'Relieve an officer' },
    tags,
    params: z.strictObject({ organizationId: id(), appointmentId: id() }),
    body: z.strictObject({ reason: word(['resignation', 'transfer', 'term-end', 'removal', 'other']) }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: OrganizationsServiceService.relieveOfficer,
      request: ({ params, body }) => RelieveOfficerRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const organizationsRoutes: readonly Route[] = [...treeRoutes, ...changeRoutes, ...officeRoutes];
