import { MembershipServiceService } from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import {
  CarryOutCorrectionRequest,
  ProposeCorrectionRequest,
  RecordExitRequest,
  RejectCorrectionRequest,
  WithdrawScheduledActRequest,
} from '@jiangong/contracts/jiangong/membership/v1/stages';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { day, id, prose, word } from './fields.ts';
import { given } from './given.ts';
import { accepted, receipt, receiptAnswer } from './receipt.ts';
import { route, type Route } from './route.ts';

const REASON_CHARS_MAX = 500;
const GRANTS_MAX = 50;

const service = 'membership' as const;
const tags = ['people'];
const personParams = z.strictObject({ personId: id() });
const proposalParams = z.strictObject({ personId: id(), proposalId: id() });
const reason = prose(REASON_CHARS_MAX);
const grantIds = z.array(id()).max(GRANTS_MAX).default([]);

/** Of the grants that have not ended: which stay, which end with it. Together all of them. */
export const grantsAnswered = { keeps: grantIds, ends: grantIds };

const exitOrder = route({
  method: 'POST',
  path: '/v1/people/{personId}/exit',
  summary: { zh: '记录出党或去世', en: 'Record an exit or a death' },
  tags,
  params: personParams,
  body: z.strictObject({
    kind: word(answerWords.exit),
    effectiveOn: day().optional(),
    approvedOn: day().optional(),
    ...grantsAnswered,
    reason: reason.optional(),
  }),
  answer: receiptAnswer,
  call: {
    service,
    rpc: MembershipServiceService.recordExit,
    request: ({ params, body }) => RecordExitRequest.fromPartial({ ...params, ...given(body) }),
    respond: accepted,
  },
});

const withdrawOrder = route({
  method: 'POST',
  path: '/v1/people/{personId}/scheduled-acts/{actId}/withdraw',
  summary: { zh: '撤回待生效的出党或转出', en: 'Take back an exit or a move that waits for its day' },
  tags,
  params: z.strictObject({ personId: id(), actId: id() }),
  body: z.strictObject({ reason }),
  answer: receiptAnswer,
  call: {
    service,
    rpc: MembershipServiceService.withdrawScheduledAct,
    request: ({ params, body }) => WithdrawScheduledActRequest.fromPartial({ ...params, ...body }),
    respond: accepted,
  },
});

const correctionOrders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/people/{personId}/corrections-of-stage',
    founds: true,
    summary: { zh: '提议更正出党或发展阶段的记录', en: 'Propose to undo an exit or to correct a stage' },
    tags,
    status: 201,
    params: personParams,
    body: z.strictObject({
      act: word(answerWords.correction),
      stage: word(['none', 'applicant', 'activist', 'candidate', 'probationary', 'full']).optional(),
      since: day().optional(),
      probationEndsOn: day().optional(),
      extended: z.boolean().default(false),
      reason,
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: MembershipServiceService.proposeCorrection,
      request: ({ params, body }) => ProposeCorrectionRequest.fromPartial({ ...params, ...given(body) }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/corrections-of-stage/{proposalId}/carry-out',
    summary: { zh: '办理更正（须由另一人办理）', en: 'Carry out a correction that another proposed' },
    tags,
    params: proposalParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.carryOutCorrection,
      request: ({ params }) => CarryOutCorrectionRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/people/{personId}/corrections-of-stage/{proposalId}/reject',
    summary: { zh: '否决或撤回更正提议', en: 'Turn a proposed correction down, or take the own proposal back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MembershipServiceService.rejectCorrection,
      request: ({ params, body }) => RejectCorrectionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** Ways out, and putting right what was recorded wrongly. */
export const exitOrders: readonly Route[] = [exitOrder, withdrawOrder, ...correctionOrders];
