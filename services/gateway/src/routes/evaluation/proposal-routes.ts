import {
  CarryOutActRequest,
  ListProposalsRequest,
  ProposeActRequest,
  RejectProposalRequest,
  RoundServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, instant, slug, whole, word } from '../fields.ts';
import { entryRef, personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import { documentNumber } from './decision-shapes.ts';
import { lot, present, reason, roundParams, schemeWord, service, tags } from './shapes.ts';

const SEATS_MAX = 1_000;
const CANDIDATES_MIN = 3;
const CANDIDATES_MAX = 50;
const GOING_ON_MAX = 1_500;
const ITEMS_MAX = 200;
/** 1,000 points, in hundredths. */
const ITEM_POINTS_MAX = 100_000;

const byReason = { reason: schemeWord.meta({ description: '该事项所列原因之一 / A word of the act’s list' }) };

/** What exactly is proposed: each act has its own terms. */
const terms = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('OpenLate'), until: instant() }),
  z.strictObject({
    act: z.literal('ReopenRound'),
    seatIds: z.array(id()).max(SEATS_MAX),
    until: instant(),
    ...byReason,
  }),
  z.strictObject({ act: z.literal('VacateSeat'), seatId: id(), ...byReason }),
  z.strictObject({ act: z.literal('ExcuseSeat'), seatId: id(), ...byReason }),
  z.strictObject({
    act: z.literal('DrawReplacement'),
    seatId: id(),
    personIds: z.array(id()).min(CANDIDATES_MIN).max(CANDIDATES_MAX),
  }),
  z.strictObject({ act: z.literal('DeclareRecusal'), personId: id(), entryId: id(), ...byReason }),
  z.strictObject({ act: z.literal('LiftRecusal'), personId: id(), entryId: id(), ...byReason }),
  z.strictObject({ act: z.literal('TakeOutEntry'), entryId: id(), ...byReason }),
  z.strictObject({ act: z.literal('PutBackEntry'), entryId: id(), ...byReason }),
  z.strictObject({ act: z.literal('RedrawOrder'), lot, ...byReason }),
  z.strictObject({ act: z.literal('RedealEntries'), lot, ...byReason }),
  z.strictObject({ act: z.literal('DismissConflict'), personId: id(), entryId: id(), ...byReason }),
  z.strictObject({ act: z.literal('ReopenEntry'), entryId: id(), seatIds: z.array(id()).max(SEATS_MAX), ...byReason }),
  z.strictObject({
    act: z.literal('ChooseGoingOn'),
    phase: slug(),
    entryIds: z.array(id()).min(1).max(GOING_ON_MAX),
    minutesNumber: documentNumber,
  }),
  z.strictObject({
    act: z.literal('RedrawList'),
    sourceId: schemeWord,
    items: z
      .array(z.strictObject({ itemId: schemeWord, points: whole(0, ITEM_POINTS_MAX) }))
      .min(1)
      .max(ITEMS_MAX)
      .meta({ description: '单位：百分之一分，0 为不再考评 / In hundredths of a point; 0 leaves the item out' }),
  }),
  z.strictObject({ act: z.literal('AnnulRound'), ...byReason }),
]);

const proposal = z
  .object({
    proposalId: id(),
    act: word(answerWords.roundProposal),
    seatId: id().nullable(),
    seatIds: z.array(id()),
    personId: personRef().nullable(),
    personIds: z.array(personRef()),
    entryId: entryRef().nullable(),
    until: instant().nullable(),
    reason: slug().nullable(),
    lot: lot.nullable(),
    phase: slug().nullable(),
    entryIds: z.array(entryRef()),
    minutesNumber: z.string().nullable(),
    sourceId: schemeWord.nullable(),
    items: z.array(z.object({ itemId: schemeWord, points: z.number().int() })),
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    lapsed: z.boolean(),
    why: z.string(),
  })
  .meta({ id: 'RoundProposal' });

const proposalParams = z.strictObject({ roundId: id(), proposalId: id() });

export const proposalRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/proposals',
    founds: true,
    summary: {
      zh: '提出补评、免除、回避、作废等事项',
      en: 'Propose what a second person has to carry out: reopening, excusing, late recusals, annulment and the like',
    },
    tags,
    params: roundParams,
    body: z.strictObject({ terms, why: reason }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: RoundServiceService.proposeAct,
      request: ({ params, body }) => ProposeActRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/proposals/{proposalId}/carry-out',
    once: 'its-content',
    summary: { zh: '执行他人提出的事项', en: 'Carry out what another person of another role proposed' },
    tags,
    params: proposalParams,
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.carryOutAct,
      request: ({ params }) => CarryOutActRequest.fromPartial(params),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/proposals/{proposalId}/reject',
    once: 'its-content',
    summary: { zh: '不予采纳或收回', en: 'Turn a proposal down, or take the own one back' },
    tags,
    params: proposalParams,
    body: z.strictObject({ why: reason }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: RoundServiceService.rejectProposal,
      request: ({ params, body }) => RejectProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/proposals',
    summary: { zh: '待办的提议', en: 'See what was proposed and not answered yet; the reading is recorded' },
    tags,
    params: roundParams,
    answer: z.object({ items: z.array(proposal) }),
    call: {
      service,
      rpc: RoundServiceService.listProposals,
      request: ({ params }) => ListProposalsRequest.fromPartial(params),
      respond: ({ proposals }) => ({
        items: proposals.map(({ terms: given, ...rest }) => {
          const { seatIds, personIds, entryIds, items, ...plain } = present(given, 'terms');
          return {
            ...{ ...rest, ...plain, seatIds: [...seatIds], personIds: [...personIds], entryIds: [...entryIds] },
            items: items.map((one) => ({ ...one })),
          };
        }),
      }),
    },
  }),
];
