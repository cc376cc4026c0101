import {
  GetHonourRequest,
  HonourServiceService,
  ListHonoursRequest,
  ProposeHonourActRequest,
  RecallPlaqueRequest,
  RecheckHonourRequest,
  RejectHonourProposalRequest,
  RestoreHonourRequest,
  ReturnPlaqueRequest,
  VerifyCertificateRequest,
  WithdrawHonourRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, prose, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, templateWords, words, years } from '../lists.ts';
import { personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { plain, why } from './decision-shapes.ts';
import { honour, honourOut, STANDINGS } from './honour-shapes.ts';
import { present, service, tags } from './shapes.ts';

const REPORT_CHARS_MAX = 4_000;
/** Whatever somebody types off a certificate. */
export const CERTIFICATE_CHARS_MAX = 40;

const honourParams = z.strictObject({ honourId: id() });
const proposalParams = z.strictObject({ honourId: id(), proposalId: id() });

/** People stand in no list here. */
const LISTED_KINDS = ['entry', 'organization', 'pacesetter'] as const;
const HONOUR_FACETS = ['year', 'kind', 'award', 'standing'] as const;

const publicRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/public/honours',
    summary: {
      zh: '荣誉名单（已撤销的须另行筛选）',
      en: 'Honours, for everybody; those that were withdrawn only where they are asked for',
    },
    tags: ['public'],
    public: true,
    query: z.strictObject({
      ...listQuery(['granted', 'year', 'title']),
      year: years().optional(),
      kind: words(LISTED_KINDS).optional(),
      award: templateWords().optional(),
      standing: words(STANDINGS).optional(),
      grantedBy: id().optional(),
    }),
    answer: listAnswer(honour, HONOUR_FACETS),
    call: {
      service,
      rpc: HonourServiceService.listHonours,
      request: ({ query: { year = '', kind = '', award = '', standing = '', grantedBy = '', ...query } }) =>
        ListHonoursRequest.fromPartial({ ...listOf(query), years: year, kind, award, standing, grantedBy }),
      respond: ({ honours, ...answer }) => listOut(honours.map(honourOut), answer, HONOUR_FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/public/certificates/{certificateNumber}',
    summary: { zh: '查验证书', en: 'See what the number on a certificate stands for' },
    tags: ['public'],
    public: true,
    params: z.strictObject({
      certificateNumber: line(CERTIFICATE_CHARS_MAX).meta({
        description:
          '按证书所载填写；空格、短横线与大小写不限 / As it stands on the certificate; blanks, dashes and case do not matter',
      }),
    }),
    answer: honour,
    call: {
      service,
      rpc: HonourServiceService.verifyCertificate,
      request: ({ params }) => VerifyCertificateRequest.fromPartial(params),
      respond: (response) => honourOut(present(response.honour, 'an honour')),
    },
  }),
];

const proposalRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/proposals',
    founds: true,
    summary: {
      zh: '提出撤销或恢复荣誉',
      en: 'Propose to withdraw or restore an honour; somebody of another role carries it out',
    },
    tags,
    params: honourParams,
    body: z.strictObject({
      act: word(['WithdrawHonour', 'RestoreHonour']),
      reason: word([
        'sanctioned',
        'obtained-by-fraud',
        'not-rectified',
        'recheck-failed',
        'holder-dissolved',
        'entered-in-error',
        'other',
        'withdrawn-in-error',
        'sanction-lifted',
        'appeal-upheld',
      ]),
      effectiveOn: day(),
      why,
    }),
    status: 201,
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: HonourServiceService.proposeHonourAct,
      request: ({ params, body }) => ProposeHonourActRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/proposals/{proposalId}/rejection',
    summary: { zh: '不予采纳', en: 'Turn the proposal down, or take the own one back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.rejectHonourProposal,
      request: ({ params, body }) => RejectHonourProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/proposals/{proposalId}/withdrawal',
    summary: { zh: '撤销荣誉', en: 'Withdraw the honour as proposed' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.withdrawHonour,
      request: ({ params, body }) => WithdrawHonourRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/proposals/{proposalId}/restoration',
    summary: { zh: '恢复荣誉', en: 'Restore the honour as proposed: it had been withdrawn wrongly' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.restoreHonour,
      request: ({ params, body }) => RestoreHonourRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const careRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/honours/{honourId}',
    summary: { zh: '查看荣誉', en: 'See an honour with its rechecks, its plaque and its proposals' },
    tags,
    params: honourParams,
    answer: z.object({
      honour,
      certificateNumber: z.string(),
      rechecks: z.array(
        z.object({
          effectiveOn: day(),
          outcome: word(answerWords.recheckOutcome),
          rectifyBy: day().nullable(),
          report: z.string(),
        }),
      ),
      proposals: z.array(
        z.object({
          proposalId: id(),
          act: word(answerWords.honourProposal),
          reason: word(answerWords.honourReason),
          effectiveOn: day(),
          proposedBy: personRef(),
          role: word(answerWords.role),
          proposedAt: instant(),
          why: z.string(),
        }),
      ),
      plaque: word(answerWords.plaque).nullable().meta({
        description:
          '被撤销荣誉的奖牌：在外（out）、已通知收回（recalled）或已收回（returned） / Of a withdrawn honour: out, recalled or returned',
      }),
    }),
    call: {
      service,
      rpc: HonourServiceService.getHonour,
      request: ({ params }) => GetHonourRequest.fromPartial(params),
      respond: ({ revision: _revision, ...response }) =>
        plain({ ...response, honour: honourOut(present(response.honour, 'an honour')) }),
      revision: ({ revision }) => revision,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/rechecks',
    summary: { zh: '复核荣誉', en: 'Put down whether an honour is still deserved' },
    tags,
    params: honourParams,
    body: z.strictObject({
      effectiveOn: day(),
      outcome: word(['kept', 'to-rectify']),
      rectifyBy: day().optional(),
      report: prose(REPORT_CHARS_MAX),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.recheckHonour,
      request: ({ params, body: { rectifyBy = '', ...body } }) =>
        RecheckHonourRequest.fromPartial({ ...params, ...body, rectifyBy }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/plaque-recall',
    summary: { zh: '收回奖牌', en: 'Ask the plaque of a withdrawn honour back' },
    tags,
    params: honourParams,
    body: z.strictObject({
      dueOn: day(),
      why: why.optional().meta({ description: '误记收回时必填 / Needed where a return was put down in error' }),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.recallPlaque,
      request: ({ params, body }) => RecallPlaqueRequest.fromPartial({ ...params, ...body, why: body.why ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/honours/{honourId}/plaque-return',
    summary: { zh: '奖牌已收回', en: 'Put down that the plaque is back' },
    tags,
    params: honourParams,
    body: z.strictObject({ effectiveOn: day() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: HonourServiceService.returnPlaque,
      request: ({ params, body }) => ReturnPlaqueRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const honourRoutes: readonly Route[] = [...publicRoutes, ...proposalRoutes, ...careRoutes];
