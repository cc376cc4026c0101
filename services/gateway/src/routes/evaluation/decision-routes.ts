import {
  AnnulDecisionRequest,
  AttestMinutesRequest,
  DecisionServiceService,
  GetCircularRequest,
  GetDecisionRequest,
  IssueCircularRequest,
  ListAwardsRequest,
  ListDecisionsRequest,
  ProposeAnnulmentRequest,
  PublishProposalRequest,
  RecordMinutesRequest,
  RejectAnnulmentRequest,
  WithdrawMinutesRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import { z } from 'zod';
import { day, id, instant, optionalProse, sha256, word } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { awards, decision, documentNumber, plain, templateWord, why } from './decision-shapes.ts';
import { present, roundParams, service, tags } from './shapes.ts';

const PRESENT_MAX = 100;
const TERMS_MAX = 100;
const CHOSEN_MAX = 1_500;
const SUPERIOR_REASON_MAX = 1_000;

const decisionParams = z.strictObject({ roundId: id(), decisionId: id() });
const proposalParams = z.strictObject({ roundId: id(), proposalId: id() });

/** Why the office above makes known, in place of a unit that did not in time. */
const madeKnownReason = optionalProse(SUPERIOR_REASON_MAX).default('').meta({
  description:
    '单位逾期未办、由上级代为公示或通报的理由；其他情形为空 / Why the office above acts for a unit that did not in time; empty otherwise',
});

const minutes = z.strictObject({
  resultHash: sha256(),
  minutesNumber: documentNumber,
  meetingOn: day(),
  present: z.array(id()).max(PRESENT_MAX),
  file: sha256(),
  superior: z.boolean().default(false).meta({
    description:
      '因本级无法达到法定人数，由上级机构开会决定 / The body of the committee above met, because no own quorum is possible',
  }),
  superiorReason: optionalProse(SUPERIOR_REASON_MAX).default('').meta({
    description:
      '单位逾期未定、由上级代为研究的理由；其他情形为空 / Why the body above decides for a unit that did not decide in time; empty otherwise',
  }),
  departures: z
    .array(z.strictObject({ entryId: id(), rule: templateWord, reason: why }))
    .max(TERMS_MAX)
    .default([]),
  choices: z
    .array(z.strictObject({ rule: templateWord, entryIds: z.array(id()).max(CHOSEN_MAX), reason: why }))
    .max(TERMS_MAX)
    .default([]),
  exceeding: z
    .array(z.strictObject({ rule: templateWord, reason: why }))
    .max(TERMS_MAX)
    .default([]),
});

const minutesRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/minutes',
    founds: true,
    summary: {
      zh: '登记会议纪要',
      en: 'Record the meeting of the body that decides; it takes effect when enough of those present have attested',
    },
    tags,
    params: roundParams,
    body: minutes,
    status: 201,
    answer: z.object({ decisionId: id(), receipt }),
    call: {
      service,
      rpc: DecisionServiceService.recordMinutes,
      request: ({ params, body }) => RecordMinutesRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ decisionId: response.decisionId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/decisions/{decisionId}/attestations',
    summary: { zh: '签认会议纪要', en: 'Attest minutes, each member who was present for himself' },
    tags,
    params: decisionParams,
    answer: z.object({ inForce: z.boolean(), receipt }),
    call: {
      service,
      rpc: DecisionServiceService.attestMinutes,
      request: ({ params }) => AttestMinutesRequest.fromPartial(params),
      respond: (response) => ({ inForce: response.inForce, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/decisions/{decisionId}/withdrawal',
    summary: { zh: '收回会议纪要', en: 'Take minutes back before they took effect' },
    tags,
    params: decisionParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.withdrawMinutes,
      request: ({ params, body }) => WithdrawMinutesRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const annulmentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/annulment-proposals',
    founds: true,
    summary: {
      zh: '提出撤销决定',
      en: 'Propose to undo the decision in force; somebody of another role carries it out',
    },
    tags,
    params: roundParams,
    body: z.strictObject({
      decisionId: id(),
      reason: word([
        'wrong-result',
        'wrong-body',
        'rule-misread',
        'objection-upheld',
        'appeal-upheld',
        'irregularity',
        'other',
      ]),
      why,
    }),
    status: 201,
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: DecisionServiceService.proposeAnnulment,
      request: ({ params, body }) => ProposeAnnulmentRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/annulment-proposals/{proposalId}/rejection',
    summary: { zh: '不予撤销决定', en: 'Turn the proposal down, or take the own one back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.rejectAnnulment,
      request: ({ params, body }) => RejectAnnulmentRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/annulment-proposals/{proposalId}/annulment',
    summary: { zh: '撤销决定', en: 'Undo the decision as proposed; each honour of its circular is withdrawn' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.annulDecision,
      request: ({ params, body }) => AnnulDecisionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const publicationRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/proposal-notice',
    summary: { zh: '公示拟表彰对象', en: 'Begin the second notice, of those the decision proposes' },
    tags,
    params: roundParams,
    body: z.strictObject({ superiorReason: madeKnownReason }),
    answer: z.object({ endsAt: instant(), receipt }),
    call: {
      service,
      rpc: DecisionServiceService.publishProposal,
      request: ({ params, body }) => PublishProposalRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ endsAt: response.endsAt, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/circular',
    summary: { zh: '印发表彰通报', en: 'Issue the circular and make the honours known' },
    tags,
    params: roundParams,
    body: z.strictObject({ documentNumber, superiorReason: madeKnownReason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DecisionServiceService.issueCircular,
      request: ({ params, body }) => IssueCircularRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

const decisionQuestions: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/decision',
    summary: {
      zh: '查看研究确定情况',
      en: 'See the decision in force, also before it is made known; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: decision,
    call: {
      service,
      rpc: DecisionServiceService.getDecision,
      request: ({ params }) => GetDecisionRequest.fromPartial(params),
      respond: (response) => {
        const found = present(response.decision, 'a decision');
        return plain({ ...found, awards: present(found.awards, 'awards') });
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/decisions',
    summary: { zh: '全部会议纪要', en: 'See all minutes over the round, annulled ones too; the reading is recorded' },
    tags,
    params: roundParams,
    answer: z.object({ decisions: z.array(decision) }),
    call: {
      service,
      rpc: DecisionServiceService.listDecisions,
      request: ({ params }) => ListDecisionsRequest.fromPartial(params),
      respond: (response) => ({
        decisions: response.decisions.map((found) => plain({ ...found, awards: present(found.awards, 'awards') })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/awards',
    summary: { zh: '获奖名单', en: 'See the awards once the circular is issued' },
    tags,
    params: roundParams,
    answer: z.object({ awards }),
    call: {
      service,
      rpc: DecisionServiceService.listAwards,
      request: ({ params }) => ListAwardsRequest.fromPartial(params),
      respond: (response) => ({ awards: plain(present(response.awards, 'awards')) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/circular',
    summary: { zh: '表彰通报', en: 'See the circular in both languages' },
    tags,
    params: roundParams,
    answer: z.object({
      documentNumber: z.string(),
      issuedAt: instant(),
      titleZh: z.string(),
      bodyZh: z.string(),
      titleEn: z.string(),
      bodyEn: z.string(),
    }),
    call: {
      service,
      rpc: DecisionServiceService.getCircular,
      request: ({ params }) => GetCircularRequest.fromPartial(params),
      respond: (response) => ({ ...present(response.circular, 'a circular') }),
    },
  }),
];

export const decisionRoutes: readonly Route[] = [
  ...minutesRoutes,
  ...annulmentRoutes,
  ...publicationRoutes,
  ...decisionQuestions,
];
