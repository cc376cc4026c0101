import {
  CarryOutRecommendationProposalRequest,
  CorrectPutForwardRequest,
  ListRecommendationsRequest,
  ProposeRecommendationActRequest,
  PutForwardRequest,
  type Recommendation as Told,
  RecommendationServiceService,
  RecordOutsideDecisionRequest,
  RejectRecommendationProposalRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/recommendation_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, sha256, slug, word } from '../fields.ts';
import { entryRef, personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { type AsSaid, route, type Route } from '../route.ts';
import { documentNumber, plain, templateWord, why } from './decision-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const LEVEL_CHARS_MAX = 100;

const recommendationParams = z.strictObject({ recommendationId: id() });
const proposalParams = z.strictObject({ recommendationId: id(), proposalId: id() });

const effectiveOn = day().meta({ description: '上报之日 / The day it was put forward' });
const paper = {
  documentNumber: documentNumber.meta({
    description: '上报文件的文号 / The number of the paper it is put forward with',
  }),
  file: sha256().meta({ description: '上报文件的 SHA-256 / The SHA-256 of that paper' }),
  effectiveOn,
};

const outsideDecision = z
  .object({
    outcome: word(answerWords.outsideOutcome),
    level: z.string().meta({ description: '由谁、哪一级决定 / Who decided, or on which level' }),
    documentNumber: z.string(),
    file: sha256(),
    effectiveOn: day().meta({ description: '上级文件的日期 / The day of their paper' }),
  })
  .meta({ id: 'OutsideDecision' });

const recommendation = z
  .object({
    recommendationId: id(),
    entryId: entryRef(),
    title: z.string(),
    rule: templateWord,
    code: z.string(),
    ruleZh: z.string(),
    ruleEn: z.string(),
    level: slug().meta({ description: '上一级 / The level above' }),
    outside: z.string().meta({ description: '平台之外的决定机关 / Who decides outside the platform' }),
    shown: word(answerWords.shownTo),
    standing: word(answerWords.recommendationStanding),
    left: z.boolean().meta({
      description:
        '已退出、被暂停或取消资格，不能上报 / It was withdrawn, blocked or removed: it is put forward no more',
    }),
    version: z.number().int().nullable().meta({
      description:
        '上报的是第几次申报；未上报或无须申报的为空 / Which of its declarations; null where it waits or nobody declares',
    }),
    documentNumber: z.string().nullable(),
    file: sha256().nullable(),
    effectiveOn: day().nullable(),
    decided: outsideDecision.nullable().meta({
      description: '上级的决定；尚不知道的为空 / What was decided above; null while nothing is known',
    }),
    proposals: z.array(
      z.object({
        proposalId: id(),
        act: word(answerWords.recommendationProposal),
        reason: word(answerWords.recommendationReason),
        proposedBy: personRef(),
        role: word(answerWords.role),
        proposedAt: instant(),
        why: z.string(),
      }),
    ),
  })
  .meta({ id: 'Recommendation' });

/** The service's words are the closed lists above: its own types hold them as texts. */
const recommendationOut = ({
  homeId: _home,
  version,
  decided,
  ...told
}: Told): AsSaid<z.input<typeof recommendation>> =>
  plain({ ...told, version: version === 0 ? null : version, decided: decided ?? null }) as unknown as z.input<
    typeof recommendation
  >;

const putForwardRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/recommendations',
    summary: {
      zh: '会议推荐的对象及其去向',
      en: 'Whom the decision in force recommends, and what became of each',
    },
    tags,
    params: roundParams,
    answer: z.object({ recommendations: z.array(recommendation) }),
    call: {
      service,
      rpc: RecommendationServiceService.listRecommendations,
      request: ({ params }) => ListRecommendationsRequest.fromPartial(params),
      respond: ({ recommendations }) => ({ recommendations: recommendations.map(recommendationOut) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/recommendations',
    founds: true,
    summary: {
      zh: '向上级推荐',
      en: 'Put an entry that the decision recommends forward to the level above, after its notice',
    },
    tags,
    params: roundParams,
    body: z.strictObject({ rule: templateWord, entryId: id(), ...paper }),
    status: 201,
    answer: z.object({ recommendationId: id(), receipt }),
    call: {
      service,
      rpc: RecommendationServiceService.putForward,
      request: ({ params, body }) => PutForwardRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ recommendationId: response.recommendationId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/recommendations/{recommendationId}/correction',
    summary: { zh: '更正上报文件', en: 'Name another paper in place of the one it was put forward with' },
    tags,
    params: recommendationParams,
    body: z.strictObject({ ...paper, why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RecommendationServiceService.correctPutForward,
      request: ({ params, body }) => CorrectPutForwardRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/recommendations/{recommendationId}/outside-decision',
    summary: { zh: '登记上级决定', en: 'Put down what was decided above, outside the platform' },
    tags,
    params: recommendationParams,
    body: z.strictObject({
      outcome: word(['given', 'not-given']),
      level: line(LEVEL_CHARS_MAX).meta({ description: '由谁、哪一级决定 / Who decided, or on which level' }),
      documentNumber: documentNumber.meta({ description: '上级文件的文号 / The number of their paper' }),
      file: sha256().meta({ description: '上级文件的 SHA-256 / The SHA-256 of their paper' }),
      effectiveOn: day().meta({ description: '上级文件的日期 / The day of their paper' }),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RecommendationServiceService.recordOutsideDecision,
      request: ({ params, body }) => RecordOutsideDecisionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const proposalRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/recommendations/{recommendationId}/proposals',
    founds: true,
    summary: {
      zh: '提出撤回上报，或撤销登记的上级决定',
      en: 'Propose to take it back, or to withdraw what was recorded; somebody of another role carries it out',
    },
    tags,
    params: recommendationParams,
    body: z.strictObject({
      act: word(['TakeBackPutForward', 'WithdrawOutsideDecision']),
      reason: word([
        'put-forward-in-error',
        'no-longer-fit',
        'own-wish',
        'recorded-in-error',
        'changed-above',
        'other',
      ]),
      why,
    }),
    status: 201,
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: RecommendationServiceService.proposeRecommendationAct,
      request: ({ params, body }) => ProposeRecommendationActRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/recommendations/{recommendationId}/proposals/{proposalId}/rejection',
    summary: { zh: '不予采纳', en: 'Turn the proposal down, or take the own one back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RecommendationServiceService.rejectRecommendationProposal,
      request: ({ params, body }) => RejectRecommendationProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/recommendations/{recommendationId}/proposals/{proposalId}/carrying-out',
    summary: { zh: '按提议办理', en: 'Carry out what another proposed' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RecommendationServiceService.carryOutRecommendationProposal,
      request: ({ params, body }) => CarryOutRecommendationProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const recommendationRoutes: readonly Route[] = [...putForwardRoutes, ...proposalRoutes];
