import {
  DeclineReopeningRequest,
  ListReopeningRequestsRequest,
  RoundServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import {
  RequestReopeningRequest,
  SheetServiceService,
  WithdrawReopeningRequestRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { z } from 'zod';
import { id, instant, word } from '../fields.ts';
import { personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { reason, roundParams, service, tags } from './shapes.ts';

const requestStanding = word(['waiting', 'withdrawn', 'declined', 'reopened', 'lapsed']).meta({
  id: 'ReopeningRequestStanding',
});

/** What both sides see of a request. */
const told = {
  requestId: id(),
  requestedAt: instant(),
  requestStanding: requestStanding.meta({
    description:
      'waiting：待答复；withdrawn：本人已撤回；declined：不予开放；reopened：已重新开放；lapsed：已离席，或已作出决定 / waiting for an answer; withdrawn by the evaluator; declined; reopened; lapsed: the seat was left, or the body has decided',
  }),
  why: z.string(),
  declinedWhy: z
    .string()
    .nullable()
    .meta({ description: '不予开放的理由 / Why the office left the sheet sealed; null where it did not' }),
};

/** An evaluator's own latest request; null: none. */
export const myReopening = z.object(told).meta({ id: 'MyReopeningRequest' });

const reopeningRequest = z
  .object({
    ...told,
    seatId: id(),
    personId: personRef(),
    proposed: z.boolean().meta({
      description: '已提出重新开放，待另一人执行 / Its reopening is proposed and waits for its second person',
    }),
    seated: z
      .boolean()
      .meta({ description: '申请人仍在席位并任有职责 / Whoever asked still holds the seat and a role' }),
  })
  .meta({ id: 'ReopeningRequest' });

/** The stored word is `standing`, which an entry’s is too: in an answer it says whose it is. */
export const reopeningOut = <R extends Readonly<{ standing: string }>>({ standing, ...rest }: R) => ({
  ...rest,
  requestStanding: standing,
});

/** An evaluator asks for his sheet to be opened again; the office answers. */
export const reopeningRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/sheet/reopening-request',
    founds: true,
    summary: {
      zh: '申请重新开放本人的评分表',
      en: "Ask for one's own sheet to be opened again, which is sealed or was overtaken by the closing",
    },
    tags,
    params: roundParams,
    body: z.strictObject({ why: reason }),
    answer: z.object({ requestId: id(), receipt }),
    call: {
      service,
      rpc: SheetServiceService.requestReopening,
      request: ({ params, body }) => RequestReopeningRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ requestId: response.requestId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/sheet/reopening-request/withdraw',
    summary: { zh: '撤回本人的重新开放申请', en: "Take one's own request back" },
    tags,
    params: roundParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: SheetServiceService.withdrawReopeningRequest,
      request: ({ params }) => WithdrawReopeningRequestRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/reopening-requests',
    summary: {
      zh: '评委申请重新开放评分表的情况',
      en: 'See which evaluators asked for their sheets to be opened again; the reading is recorded',
    },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(reopeningRequest) }),
    call: {
      service,
      rpc: RoundServiceService.listReopeningRequests,
      request: ({ params }) => ListReopeningRequestsRequest.fromPartial(params),
      respond: ({ requests }) => ({ items: requests.map(reopeningOut) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/reopening-requests/{requestId}/decline',
    once: 'its-content',
    summary: {
      zh: '不予重新开放并说明理由',
      en: 'Leave a sheet sealed that its evaluator wanted opened again, with a reason that he is told',
    },
    tags,
    params: z.strictObject({ roundId: id(), requestId: id() }),
    body: z.strictObject({ why: reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.declineReopening,
      request: ({ params, body }) => DeclineReopeningRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
