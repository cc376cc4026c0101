import {
  AssignSeatsRequest,
  DeclareRecusalRequest,
  OpenRoundRequest,
  RoundServiceService,
  VacateSeatRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { roundParams, schemeWord, service, tags } from './shapes.ts';

const SEATS_PER_ORDER_MAX = 500;

/** Words of the evaluation service: a story about a person has no place here. */
const recusalReason = z.enum(['kinship', 'work-relation', 'former-unit', 'interest', 'other']);
const vacatingReason = z.enum([
  'unavailable',
  'left-post',
  'moved',
  'conflict-of-interest',
  'breach-of-rules',
  'assigned-in-error',
  'other',
]);

/** Orders to rounds. */
export const roundOrderRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/seats',
    once: 'its-content',
    summary: { zh: '指定评委', en: 'Assign seats: who judges, for which source' },
    tags,
    params: roundParams,
    body: z.strictObject({
      seats: z.array(z.strictObject({ personId: id(), sourceId: schemeWord })).max(SEATS_PER_ORDER_MAX),
    }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.assignSeats,
      request: ({ params, body }) => AssignSeatsRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/seats/{personId}/vacate',
    once: 'its-content',
    summary: {
      zh: '撤换评委',
      en: 'Vacate a seat, before the sheets are opened; whether its sheet still counts follows from the reason',
    },
    tags,
    params: z.strictObject({ roundId: id(), personId: id() }),
    body: z.strictObject({ reason: vacatingReason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.vacateSeat,
      request: ({ params, body }) => VacateSeatRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/recusals',
    once: 'its-content',
    summary: {
      zh: '声明回避',
      en: 'Declare a recusal from one entry, before the sheets are opened; officers may declare it for anybody',
    },
    tags,
    params: roundParams,
    body: z.strictObject({ personId: id().optional(), entryId: id(), reason: recusalReason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.declareRecusal,
      request: ({ params, body: { personId, ...body } }) =>
        DeclareRecusalRequest.fromPartial({ ...params, ...body, personId: personId ?? '' }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/open',
    once: 'its-content',
    summary: {
      zh: '手动启动评分',
      en: 'Open a round by hand that was not ready when its stage began, while that stage lasts',
    },
    tags,
    params: roundParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.openRound,
      request: ({ params }) => OpenRoundRequest.fromPartial(params),
      respond: accepted,
    },
  }),
];
