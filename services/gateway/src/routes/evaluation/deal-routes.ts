import {
  DealEntriesRequest,
  DealServiceService,
  type DealHeld,
  type DealSummary,
  GetDealingRequest,
  GetDealRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/deal_service';
import { z } from 'zod';
import { accepted, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { deal, dealing, dealParams, dealtOut } from './deal-shapes.ts';
import { roundParams, service, tags } from './shapes.ts';

const DEALING = '/v1/rounds/{roundId}/dealing';

const summary = (told: DealSummary | undefined): DealSummary => ({
  ...{ number: 0, commitment: '', secret: '', lot: '', seed: '', reason: '', pairs: 0, kept: 0, proposalId: '' },
  ...told,
});

const held = ({ seatId, entryIds }: DealHeld) => ({ seatId, entryIds: [...entryIds] });

export const dealRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: DEALING,
    once: 'its-content',
    summary: {
      zh: '抽签分配评审对象，补齐缺额，已分配的不动',
      en: 'Deal out by lot what has no evaluators yet; what stands is not moved',
    },
    tags,
    params: roundParams,
    body: z.strictObject(dealing),
    answer: receiptAnswer,
    call: {
      service,
      rpc: DealServiceService.dealEntries,
      request: ({ params, body: { lot, loads = [] } }) => DealEntriesRequest.fromPartial({ ...params, lot, loads }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: DEALING,
    summary: {
      zh: '评审分配：承担数量、回避与历次抽签（不含打分）',
      en: 'Who judges how many, what keeps whom from what, and the deals; never a mark',
    },
    tags,
    params: roundParams,
    answer: dealtOut,
    call: {
      service,
      rpc: DealServiceService.getDealing,
      request: ({ params }) => GetDealingRequest.fromPartial(params),
      respond: ({ seats, conflicts, entries, deals, ...rest }) => ({
        ...rest,
        seats: seats.map(({ atMost = null, ...seat }) => ({ ...seat, atMost })),
        conflicts: conflicts.map((conflict) => ({ ...conflict })),
        entries: entries.map((entry) => ({ ...entry })),
        deals: deals.map(summary),
      }),
    },
  }),
  route({
    method: 'GET',
    path: `${DEALING}/deals/{number}`,
    summary: {
      zh: '一次分配的全部依据与结果，可供复核',
      en: 'Everything that a deal followed from and what it came to, so that anybody can deal again',
    },
    tags,
    params: dealParams,
    answer: deal,
    call: {
      service,
      rpc: DealServiceService.getDeal,
      request: ({ params }) => GetDealRequest.fromPartial(params),
      respond: ({ deal: told, entryIds, seats, kept, barred, shares, each, agrees }) => ({
        ...{ each, agrees },
        deal: summary(told),
        entryIds: [...entryIds],
        seats: seats.map(({ seatId, atMost = null }) => ({ seatId, atMost })),
        kept: kept.map(held),
        barred: barred.map(({ cause, ...one }) => ({ ...held(one), cause })),
        shares: shares.map(held),
      }),
    },
  }),
];
