import {
  BallotServiceService,
  CollectTokensRequest,
  HandInBallotRequest,
  ListBallotTurnoutsRequest,
  ListMyBallotsRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/ballot_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { receipt, receiptOut } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { ballotTurnout, BOXES_MAX, levelWord, marks, myBallot, signature, token } from './ballot-shapes.ts';
import { roundParams, schemeWord, service, tags } from './shapes.ts';

const questions: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/my-ballots',
    summary: {
      zh: '本人有投票权的无记名投票（不显示是否投过票：无人知道）',
      en: 'The secret ballots in which the caller has a vote; whether he has voted nobody knows',
    },
    tags,
    answer: z.object({ items: z.array(myBallot) }),
    call: {
      service,
      rpc: BallotServiceService.listMyBallots,
      request: () => ListMyBallotsRequest.fromPartial({}),
      respond: ({ ballots }) => ({
        items: ballots.map(({ boxes, ...ballot }) => ({
          ...ballot,
          questions: [...ballot.questions],
          levels: [...ballot.levels],
          boxes: boxes.map((box) => ({
            ...box,
            groups: [...box.groups],
            entries: [...box.entries],
            fullMost: box.fullMost ?? null,
          })),
        })),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/ballots',
    summary: {
      zh: '无记名投票的凭证发放与参评情况（开箱前只按五张一档显示，不含任何选择）',
      en: 'Tokens and turnout of the secret ballots of a round: in steps of five until they are closed, and no choice',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(ballotTurnout) }),
    call: {
      service,
      rpc: BallotServiceService.listBallotTurnouts,
      request: ({ params }) => ListBallotTurnoutsRequest.fromPartial(params),
      respond: ({ ballots }) => ({
        items: ballots.map(({ boxes, ...ballot }) => ({
          ...ballot,
          boxes: boxes.map((box) => ({ ...box, groups: [...box.groups] })),
        })),
      }),
    },
  }),
];

const orders: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/ballot-tokens',
    once: 'its-content',
    summary: {
      zh: '领取选票凭证（RFC 9474 盲签名，每人一次；同一申请可重复提交）',
      en: 'Collect one’s tokens by blind signatures (RFC 9474): once; the very same request is answered again',
    },
    tags,
    params: roundParams,
    body: z.strictObject({
      sourceId: schemeWord,
      requests: z
        .array(z.strictObject({ boxId: id(), blinded: signature() }))
        .min(1)
        .max(BOXES_MAX),
    }),
    answer: z.object({ signatures: z.array(z.object({ boxId: id(), blindSignature: signature() })), receipt }),
    call: {
      service,
      rpc: BallotServiceService.collectTokens,
      request: ({ params, body }) => CollectTokensRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({
        signatures: response.signatures.map((one) => ({ ...one })),
        receipt: receiptOut(response.receipt),
      }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/public/ballots/{ballotId}',
    // Nothing of a session is looked at, and nothing ties the request to its sender's others.
    public: true,
    unlinkable: true,
    once: 'its-content',
    summary: {
      zh: '投出一张无记名选票（不读取登录状态；同一选票重复提交仍是一张）',
      en: 'Hand in a secret ballot: no session is read; the same ballot again is the same ballot',
    },
    tags: ['public'],
    params: z.strictObject({ ballotId: id() }),
    body: z.strictObject({
      boxId: id(),
      token: token(),
      signature: signature(),
      level: levelWord.optional(),
      marks: marks().optional(),
    }),
    answer: z.object({ taken: z.literal(true) }),
    call: {
      service,
      rpc: BallotServiceService.handInBallot,
      request: ({ params, body: { level = '', marks: given = [], ...ballot } }) =>
        HandInBallotRequest.fromPartial({
          ...{ ...params, ...ballot, level },
          marks: given.map(({ question = '', ...mark }) => ({ ...mark, question })),
        }),
      respond: () => ({ taken: true as const }),
    },
  }),
];

/** Secret ballots: tokens in one's own name, ballots in nobody's. */
export const ballotRoutes: readonly Route[] = [...questions, ...orders];
