import {
  AnswerFindingRequest,
  CarryOutChecklistActRequest,
  ChecklistServiceService,
  ClosePeriodRequest,
  ProposeChecklistActRequest,
  RecordOccurrenceRequest,
  RejectChecklistProposalRequest,
  ReviewItemRequest,
  ScoreSelfRequest,
  WithdrawOccurrenceRequest,
} from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { z } from 'zod';
import { day, id, sha256, whole } from '../fields.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route } from '../route.ts';
import {
  checklistParams,
  findingParams,
  findingText,
  listProposalParams,
  listTerms,
  partWord,
  periodNumber,
  pointsGiven,
  remarkText,
  withdrawingWord,
} from './checklist-shapes.ts';
import { schemeWord, service, tags } from './shapes.ts';

const COUNT_MAX = 100;
const EVIDENCE_MAX = 20;

const OF_ENTRY = '/v1/rounds/{roundId}/entries/{entryId}';

const ofItem = { sourceId: schemeWord, itemId: schemeWord };
const ofMark = {
  ...ofItem,
  period: periodNumber,
  points: pointsGiven.meta({
    description:
      '每项一个分值，有测点的每个测点一个；空表示撤回。单位：百分之一分 / One, or one for each measure; none: taken back. In hundredths of a point',
  }),
};

/** What one person does in a check-list. */
const ownRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_ENTRY}/occurrences`,
    founds: true,
    summary: { zh: '登记检查情况', en: 'Record what an office found about an entry' },
    tags,
    params: checklistParams,
    body: z.strictObject({
      ...ofItem,
      effectiveOn: day().meta({ description: '发生日期 / When it was so' }),
      count: whole(1, COUNT_MAX).default(1),
      evidence: z
        .array(sha256())
        .max(EVIDENCE_MAX)
        .default([])
        .meta({ description: '佐证材料的 SHA-256 / Documents, by their SHA-256' }),
      finding: findingText,
    }),
    answer: z.object({ occurrenceId: id(), receipt }),
    call: {
      service,
      rpc: ChecklistServiceService.recordOccurrence,
      request: ({ params, body }) => RecordOccurrenceRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ occurrenceId: response.occurrenceId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/occurrences/{occurrenceId}/withdraw`,
    once: 'its-content',
    summary: { zh: '撤销检查记录（周期未封账）', en: 'Withdraw a finding while its period is open' },
    tags,
    params: findingParams,
    body: z.strictObject({ reason: withdrawingWord, why: findingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.withdrawOccurrence,
      request: ({ params, body }) => WithdrawOccurrenceRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/occurrences/{occurrenceId}/answers`,
    once: 'its-content',
    summary: { zh: '被检查方说明情况', en: 'Say what those who are judged have to say about a finding' },
    tags,
    params: findingParams,
    body: z.strictObject({ answer: findingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.answerFinding,
      request: ({ params, body }) => AnswerFindingRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/item-reviews`,
    once: 'its-content',
    summary: { zh: '审核打分', en: 'Mark an item for a party that reviews' },
    tags,
    params: checklistParams,
    body: z.strictObject({ ...ofMark, remark: remarkText.default('') }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.reviewItem,
      request: ({ params, body }) => ReviewItemRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/self-scores`,
    once: 'its-content',
    summary: { zh: '自评打分', en: 'Mark an item by those who are judged' },
    tags,
    params: checklistParams,
    body: z.strictObject(ofMark),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.scoreSelf,
      request: ({ params, body }) => ScoreSelfRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/closed-periods`,
    once: 'its-content',
    summary: { zh: '检查周期封账', en: "Close a period of an entry's check-list" },
    tags,
    params: checklistParams,
    body: z.strictObject({ part: partWord, period: periodNumber }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.closePeriod,
      request: ({ params, body }) => ClosePeriodRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

/** What takes two persons once a period is closed. */
const correctionRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${OF_ENTRY}/checklist-proposals`,
    founds: true,
    summary: { zh: '提出撤销检查记录或重开检查周期', en: 'Propose a finding withdrawn, or a period opened again' },
    tags,
    params: checklistParams,
    body: z.strictObject({ terms: listTerms, why: findingText }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: ChecklistServiceService.proposeChecklistAct,
      request: ({ params, body }) => ProposeChecklistActRequest.fromPartial({ ...params, ...body }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/checklist-proposals/{proposalId}/carry-out`,
    once: 'its-content',
    summary: { zh: '执行他人提出的检查清单更正', en: 'Carry out what another person proposed about a check-list' },
    tags,
    params: listProposalParams,
    body: z.strictObject({ why: findingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.carryOutChecklistAct,
      request: ({ params, body }) => CarryOutChecklistActRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: `${OF_ENTRY}/checklist-proposals/{proposalId}/reject`,
    once: 'its-content',
    summary: {
      zh: '不予采纳或收回检查清单更正',
      en: 'Turn a proposal about a check-list down, or take the own one back',
    },
    tags,
    params: listProposalParams,
    body: z.strictObject({ why: findingText }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: ChecklistServiceService.rejectChecklistProposal,
      request: ({ params, body }) => RejectChecklistProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];

export const checklistRoutes: readonly Route[] = [...ownRoutes, ...correctionRoutes];
