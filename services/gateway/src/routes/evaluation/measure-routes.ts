import {
  CarryOutMeasureActRequest,
  ChangeMeasureRequest,
  MeasureServiceService,
  ProposeMeasureActRequest,
  RecordMeasuresRequest,
  RejectMeasureProposalRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import { z } from 'zod';
import { id } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  askedChange,
  changeIn,
  measureOfEntryParams,
  measureProposalParams,
  measureSourceParams,
  measureText,
  recordBody,
} from './measure-shapes.ts';
import { service, tags } from './shapes.ts';

const OF_ENTRY = '/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}';

/** What one person of the office does while the round is open. */
const ownRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/rounds/{roundId}/measures/{sourceId}/values',
    once: 'its-content',
    summary: {
      zh: '登记实测数据：一条或多条，全部登记或全不登记',
      en: 'Record what was measured, of one entry or of many: all of it, or nothing',
    },
    tags,
    params: measureSourceParams,
    body: z.strictObject(recordBody),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeasureServiceService.recordMeasures,
      request: ({ params, body }) => RecordMeasuresRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/change`,
    once: 'its-content',
    summary: { zh: '更正或撤销实测数据（登记未截止）', en: 'Change a value or take it back while the round is open' },
    tags,
    params: measureOfEntryParams,
    body: z.strictObject({ change: askedChange, why: measureText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeasureServiceService.changeMeasure,
      request: ({ params, body: { change, why } }) =>
        ChangeMeasureRequest.fromPartial({ ...params, change: changeIn(change), why }),
      respond: accepted,
    },
  }),
];

/** What takes two persons once the round is closed. */
const correctionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_ENTRY}/proposals`,
    founds: true,
    summary: {
      zh: '提出补登、更正或撤销实测数据（登记已截止）',
      en: 'Propose a value that came late, another one, or none, once the round is closed',
    },
    tags,
    params: measureOfEntryParams,
    body: z.strictObject({ change: askedChange, why: measureText }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: MeasureServiceService.proposeMeasureAct,
      request: ({ params, body: { change, why } }) =>
        ProposeMeasureActRequest.fromPartial({ ...params, change: changeIn(change), why }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/proposals/{proposalId}/carry-out`,
    once: 'its-content',
    summary: { zh: '执行他人提出的实测数据更正', en: 'Carry out what another person proposed about a value' },
    tags,
    params: measureProposalParams,
    body: z.strictObject({ why: measureText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeasureServiceService.carryOutMeasureAct,
      request: ({ params, body }) => CarryOutMeasureActRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/proposals/{proposalId}/reject`,
    once: 'its-content',
    summary: { zh: '不予采纳或收回实测数据更正', en: 'Turn a proposal about a value down, or take the own one back' },
    tags,
    params: measureProposalParams,
    body: z.strictObject({ why: measureText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: MeasureServiceService.rejectMeasureProposal,
      request: ({ params, body }) => RejectMeasureProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const measureRoutes: readonly Route[] = [...ownRoutes, ...correctionRoutes];
