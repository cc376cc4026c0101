import {
  BonusServiceService,
  CarryOutBonusActRequest,
  ClaimBonusRequest,
  DecideClaimRequest,
  ProposeBonusActRequest,
  ReconsiderClaimRequest,
  RejectBonusProposalRequest,
  WithdrawClaimRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  askedVerdict,
  bonusParams,
  bonusProposalParams,
  claimBody,
  claimParams,
  claimText,
  optionalClaimText,
  reconsideringWord,
  verdictIn,
} from './bonus-shapes.ts';
import { service, tags } from './shapes.ts';

const OF_ENTRY = '/v1/rounds/{roundId}/entries/{entryId}';

/** What one person does: whoever is judged claims and withdraws, the office decides. */
const ownRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-claims`,
    founds: true,
    summary: { zh: '申报加分', en: 'Claim points for something that an entry achieved' },
    tags,
    params: bonusParams,
    body: z.strictObject(claimBody),
    answer: z.object({ claimId: id(), receipt }),
    call: {
      service,
      rpc: BonusServiceService.claimBonus,
      request: ({ params, body: { levelId = '', points = 0, sameAs = '', ...body } }) =>
        ClaimBonusRequest.fromPartial({ ...params, ...body, levelId, points, sameAs }),
      respond: (response) => ({ claimId: response.claimId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-claims/{claimId}/withdraw`,
    once: 'its-content',
    summary: { zh: '撤回尚未认定的加分申报', en: 'Withdraw a claim that waits for its verdict' },
    tags,
    params: claimParams,
    body: z.strictObject({ why: claimText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: BonusServiceService.withdrawClaim,
      request: ({ params, body }) => WithdrawClaimRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-claims/{claimId}/decide`,
    once: 'its-content',
    summary: { zh: '认定加分申报', en: 'Grant or decline a claim' },
    tags,
    params: claimParams,
    body: z.strictObject({ verdict: askedVerdict, why: optionalClaimText.default('') }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: BonusServiceService.decideClaim,
      request: ({ params, body: { verdict, ...body } }) =>
        DecideClaimRequest.fromPartial({ ...params, ...body, verdict: verdictIn(verdict) }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-claims/{claimId}/reconsider`,
    once: 'its-content',
    summary: { zh: '重新认定加分申报（评分未截止）', en: 'Decide a claim anew while the round is open' },
    tags,
    params: claimParams,
    body: z.strictObject({ verdict: askedVerdict, because: reconsideringWord, why: claimText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: BonusServiceService.reconsiderClaim,
      request: ({ params, body: { verdict, ...body } }) =>
        ReconsiderClaimRequest.fromPartial({ ...params, ...body, verdict: verdictIn(verdict) }),
      respond: accepted,
    },
  }),
];

/** What takes two persons once the round is closed. */
const correctionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-proposals`,
    founds: true,
    summary: { zh: '提出重新认定加分申报', en: 'Propose another verdict about a claim' },
    tags,
    params: bonusParams,
    body: z.strictObject({ claimId: id(), verdict: askedVerdict, because: reconsideringWord, why: claimText }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: BonusServiceService.proposeBonusAct,
      request: ({ params, body: { verdict, ...body } }) =>
        ProposeBonusActRequest.fromPartial({ ...params, ...body, verdict: verdictIn(verdict) }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-proposals/{proposalId}/carry-out`,
    once: 'its-content',
    summary: { zh: '执行他人提出的加分更正', en: 'Carry out what another person proposed about a claim' },
    tags,
    params: bonusProposalParams,
    body: z.strictObject({ why: claimText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: BonusServiceService.carryOutBonusAct,
      request: ({ params, body }) => CarryOutBonusActRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/bonus-proposals/{proposalId}/reject`,
    once: 'its-content',
    summary: { zh: '不予采纳或收回加分更正', en: 'Turn a proposal about a claim down, or take the own one back' },
    tags,
    params: bonusProposalParams,
    body: z.strictObject({ why: claimText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: BonusServiceService.rejectBonusProposal,
      request: ({ params, body }) => RejectBonusProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const bonusRoutes: readonly Route[] = [...ownRoutes, ...correctionRoutes];
