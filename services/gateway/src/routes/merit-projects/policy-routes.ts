import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  CarryOutPolicyActRequest,
  GetPolicyRequest,
  ListPoliciesRequest,
  ListPolicyProposalsRequest,
  type Policy,
  ProposePolicyActRequest,
  RejectPolicyActRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/policies';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, instant, prose, sha256, slug, whole, wholeText, word } from '../fields.ts';
import { editionRef, organizationRef, personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import * as shapes from './shapes.ts';

const { service } = shapes;
const tags = ['policies'];
const params = z.strictObject({ committeeId: id() });
const proposalParams = params.extend({ proposalId: id() });
const count = () => z.number().int();
const acts = () => word(['AdoptPolicy', 'RepealPolicy', 'GrantExemption', 'WithdrawExemption']);
const lines = () =>
  z
    .array(z.object({ zh: z.string(), en: z.string() }))
    .meta({ description: '规则说明，逐句 / What it says, sentence by sentence' });

const policy = z
  .object({
    committeeId: organizationRef(),
    version: count().meta({ description: '第几次采用 / How many the committee has adopted, this one counted' }),
    policyHash: sha256(),
    adoptedAt: instant(),
    repealedAt: instant().nullable().meta({ description: '为空：仍然有效 / null: it stands' }),
    lines: lines(),
  })
  .meta({ id: 'Policy' });

const boundCommittee = z
  .object({
    committeeId: organizationRef(),
    tier: word(['city', 'county', 'township']),
    commendations: count().meta({ description: '至多可开展的表彰项数 / So many commendations it may open' }),
    years: count().meta({ description: '在多少年内 / In so many years' }),
    used: count().meta({ description: '已占用的项数 / So many it has opened' }),
    editions: z.array(
      z.object({
        ...{ editionId: editionRef(), titleZh: z.string(), titleEn: z.string(), year: count() },
        state: word(answerWords.editionState),
        counted: z.boolean().meta({
          description:
            '终止的，以及办结后无人持有其荣誉的，不计 / Not one that was given up, nor one that ended and of which nobody holds an honour',
        }),
        earlier: z
          .boolean()
          .meta({ description: '在采用之前开展 / Whether it was opened before this version was adopted' }),
      }),
    ),
  })
  .meta({ id: 'BoundCommittee' });

const exemption = z
  .object({
    exemptionId: id(),
    boundId: organizationRef(),
    year: count(),
    templateId: slug(),
    grantedAt: instant(),
    withdrawnAt: instant().nullable().meta({ description: '为空：仍然有效 / null: it stands' }),
  })
  .meta({ id: 'Exemption' });

const policyProposal = z
  .object({
    ...{ proposalId: id(), act: acts(), lines: lines(), boundId: organizationRef().nullable() },
    ...{ year: count().nullable(), templateId: slug().nullable(), proposedBy: personRef() },
    role: word(['committee-officer']).meta({
      description:
        '提议人的角色；由另一角色的人办理 / The role of who proposed; somebody of another one carries it out',
    }),
    ...{ proposedAt: instant(), why: z.string() },
  })
  .meta({ id: 'PolicyProposal' });

const policyOut = (one: Policy | undefined): AsSaid<z.input<typeof policy>> => {
  if (one === undefined) throw new Error('the service answered without a policy');
  return { ...one, lines: one.lines.map((line) => ({ ...line })) } as z.input<typeof policy>;
};

/** What committees set the committees below them: documents that everybody may read. */
export const policyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/public/policies',
    revalidated: true,
    public: true,
    summary: { zh: '列出表彰总量控制', en: 'List the policies of all committees with what they say' },
    tags: ['public'],
    answer: z.object({ items: z.array(policy) }),
    call: {
      service,
      rpc: rpcs.listPolicies,
      request: () => ListPoliciesRequest.fromPartial({}),
      respond: ({ policies }) => ({ items: policies.map(policyOut) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/policies/{committeeId}',
    revalidated: true,
    summary: {
      zh: '查看总量控制、其约束的工委和余额',
      en: "Show a committee's policy, the committees that it binds, and what is left to each",
    },
    tags,
    params,
    query: z.strictObject({ year: wholeText(1992, 2099).optional() }),
    answer: z.object({
      policy,
      canonicalText: z.string(),
      year: count(),
      bound: z.array(boundCommittee),
      exemptions: z.array(exemption),
    }),
    call: {
      service,
      rpc: rpcs.getPolicy,
      request: ({ params, query }) => GetPolicyRequest.fromPartial({ ...params, year: query.year ?? 0 }),
      respond: ({ policy, canonicalText, year, bound, exemptions }) => ({
        ...{ policy: policyOut(policy), canonicalText, year },
        bound: bound.map(({ level, editions, ...one }) => ({
          ...one,
          tier: level as 'city',
          editions: editions.map(({ state, ...edition }) => ({ ...edition, state: state as 'open' })),
        })),
        exemptions: exemptions.map((one) => ({ ...one })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/policies/{committeeId}/proposals',
    summary: {
      zh: '列出待另一人办理的总量控制提议',
      en: 'List what waits for a second person about a policy, the oldest first',
    },
    tags,
    params,
    answer: z.object({ items: z.array(policyProposal) }),
    call: {
      service,
      rpc: rpcs.listPolicyProposals,
      request: ({ params }) => ListPolicyProposalsRequest.fromPartial(params),
      respond: ({ proposals }) => ({
        items: proposals.map(({ lines, year, act, role, ...one }) => ({
          ...one,
          act: act as 'AdoptPolicy',
          role: role as 'committee-officer',
          year: year === 0 ? null : year,
          lines: lines.map((line) => ({ ...line })),
        })),
      }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policies/{committeeId}/proposals',
    summary: {
      zh: '提议采用或废止总量控制，准予或收回例外',
      en: 'Propose to adopt or repeal a policy, or to grant or withdraw an exemption',
    },
    tags,
    founds: true,
    status: 201,
    params,
    body: z.strictObject({
      act: acts(),
      policy: prose(shapes.TEMPLATE_CHARS_MAX)
        .optional()
        .meta({ description: '仅限采用：YAML 文件内容 / Of AdoptPolicy alone: the YAML file' }),
      boundId: id()
        .optional()
        .meta({ description: '仅限准予例外：哪个下级工委 / Of GrantExemption alone: the committee' }),
      year: whole(1992, 2099)
        .optional()
        .meta({ description: '仅限准予例外：哪一年度 / Of GrantExemption alone: the year' }),
      templateId: slug()
        .optional()
        .meta({ description: '仅限准予例外：哪个模板 / Of GrantExemption alone: the lasting name of the template' }),
      exemptionId: id().optional().meta({ description: '仅限收回例外 / Of WithdrawExemption alone' }),
      why: shapes.why(),
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.proposePolicyAct,
      request: ({
        params,
        body: { act, why, policy = '', boundId = '', year = 0, templateId = '', exemptionId = '' },
      }) =>
        ProposePolicyActRequest.fromPartial({ ...params, act, why, policy, boundId, year, templateId, exemptionId }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policies/{committeeId}/proposals/{proposalId}/carry-out',
    summary: { zh: '办理总量控制提议', en: 'Carry out what another person proposed about a policy' },
    tags,
    params: proposalParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.carryOutPolicyAct,
      request: ({ params }) => CarryOutPolicyActRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/policies/{committeeId}/proposals/{proposalId}/reject',
    summary: { zh: '否决总量控制提议', en: 'Turn a proposal about a policy down, or take it back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectPolicyAct,
      request: ({ params, body }) => RejectPolicyActRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
