import {
  ListVoteCodesRequest,
  ProposeVoidingVoteCodesRequest,
  RejectVoidingVoteCodesRequest,
  VoidVoteCodesRequest,
  VoteCodeServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { z } from 'zod';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';
import { batchParams, codeBallot, codeBallotOut, voidingText } from './vote-code-shapes.ts';

const OF_BATCH = '/v1/rounds/{roundId}/vote-codes/{sourceId}/batches/{batchId}';

/** What is unused of a batch is made void by two persons. */
const voidingRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_BATCH}/voiding`,
    once: 'its-content',
    summary: { zh: '提出作废一批投票码（写明事由，由另一人办理）', en: 'Propose to void a batch of codes, with why' },
    tags,
    params: batchParams,
    body: z.strictObject({ why: voidingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: VoteCodeServiceService.proposeVoidingVoteCodes,
      request: ({ params, body }) => ProposeVoidingVoteCodesRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_BATCH}/voiding/carry-out`,
    once: 'its-content',
    summary: {
      zh: '办理作废：另一人确认后，未用的投票码不再有效（已投的票不受影响）',
      en: 'Void a batch: another person than the one who proposed it; what is unused is good no more',
    },
    tags,
    params: batchParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: VoteCodeServiceService.voidVoteCodes,
      request: ({ params }) => VoidVoteCodesRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_BATCH}/voiding/rejection`,
    once: 'its-content',
    summary: {
      zh: '不予作废，或提出人收回：写明事由，投票码继续有效',
      en: 'Let a batch stand, or take back one’s own proposal: with why',
    },
    tags,
    params: batchParams,
    body: z.strictObject({ why: voidingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: VoteCodeServiceService.rejectVoidingVoteCodes,
      request: ({ params, body }) => RejectVoidingVoteCodesRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** Codes by which the public votes, counted, and voided by two persons; how they are made the gateway answers itself. */
export const voteCodeOfficeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/vote-codes',
    summary: {
      zh: '投票码的制作、使用和作废数量（不含任何投票码；投票结束前使用数按五张一档显示）',
      en: 'How many codes were made, used and voided; no code, and until the boxes are closed uses in steps of five',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(codeBallot) }),
    call: {
      service,
      rpc: VoteCodeServiceService.listVoteCodes,
      request: ({ params }) => ListVoteCodesRequest.fromPartial(params),
      respond: ({ ballots }) => ({ items: ballots.map(codeBallotOut) }),
    },
  }),
  ...voidingRoutes,
];
