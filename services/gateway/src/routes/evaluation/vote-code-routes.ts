import {
  ListVoteCodesRequest,
  MakeVoteCodesRequest,
  ProposeVoidingVoteCodesRequest,
  RejectVoidingVoteCodesRequest,
  VoidVoteCodesRequest,
  VoteCodeServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receipt, receiptAnswer, receiptOut } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, service, tags } from './shapes.ts';
import { batchParams, codeBallot, codeBallotOut, codesParams, makingBody, voidingText } from './vote-code-shapes.ts';

const OF_SOURCE = '/v1/rounds/{roundId}/vote-codes/{sourceId}';
const OF_BATCH = `${OF_SOURCE}/batches/{batchId}`;

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

/** Codes by which the public votes: printed by the office, counted, voided by two persons. */
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
  route({
    method: 'POST',
    path: OF_SOURCE,
    founds: true,
    summary: {
      zh: '为一个对象制作投票码（只在本次应答中显示，平台不保存投票码）',
      en: 'Make codes for the votes about one entry; they are shown in this answer alone, and kept nowhere',
    },
    tags,
    params: codesParams,
    body: makingBody,
    answer: z
      .object({
        batchId: id(),
        codes: z.array(z.string()).meta({
          description:
            '重复提交时为空，因为投票码不保存，须作废后重新制作 / None where the order is repeated: void the batch and make others',
        }),
        receipt,
      })
      .meta({ id: 'VoteCodesMade' }),
    call: {
      service,
      rpc: VoteCodeServiceService.makeVoteCodes,
      request: ({ params, body }) => MakeVoteCodesRequest.fromPartial({ ...params, ...body }),
      respond: ({ batchId, codes, receipt: proof }) => ({ batchId, codes: [...codes], receipt: receiptOut(proof) }),
    },
  }),
  ...voidingRoutes,
];
