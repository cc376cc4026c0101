import {
  AbandonEditionRequest,
  type ActProposal,
  ListProposalsRequest,
  ProposeEditionActRequest,
  RejectEditionProposalRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/editions';
import {
  ProposeEntryActRequest,
  RejectEntryProposalRequest,
  RemoveEntryRequest,
  UndoActRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { anyJson } from '../any-json.ts';
import { day, id, instant, word } from '../fields.ts';
import { listAnswer, listOf, listOut, sortedQuery, words } from '../lists.ts';
import { editionRef, entryRef, personRef } from '../naming/index.ts';
import { accepted, receipt, receiptAnswer } from '../receipt.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['proposals'];
const { service, entryParams } = shapes;

/** A file's destruction is proposed by its own route; it waits in the same list. */
const PROPOSED_ACTS = [...answerWords.editionProposal, ...answerWords.entryProposal, 'DestroyEvidence'] as const;
const PROPOSING_ROLES = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
] as const;
const PROPOSAL_FACETS = ['act', 'role'] as const;

const proposal = z
  .object({
    proposalId: id(),
    editionId: editionRef(),
    entryId: entryRef().nullable(),
    act: word(PROPOSED_ACTS),
    terms: anyJson,
    proposedBy: personRef(),
    role: word(PROPOSING_ROLES),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'ActProposal' });

/** The service's words are the closed lists above: its own types hold them as texts. */
const proposalOut = ({ termsJson, entryId, ...one }: ActProposal): AsSaid<z.input<typeof proposal>> =>
  ({
    ...one,
    entryId,
    terms: JSON.parse(termsJson) as unknown,
  }) as z.input<typeof proposal>;

/** What one person proposes and another of another role carries out. */
export const proposalRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/proposals',
    summary: { zh: '提议重新开放阶段或终止活动', en: 'Propose what a person of another role has to carry out' },
    tags,
    founds: true,
    status: 201,
    params: shapes.editionParams,
    body: z.strictObject({
      act: word(answerWords.editionProposal),
      stageId: shapes.stageId().optional(),
      closesOn: day().optional(),
      why: shapes.why(),
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.proposeEditionAct,
      request: ({ params, body }) =>
        ProposeEditionActRequest.fromPartial({
          ...params,
          ...body,
          stageId: body.stageId ?? '',
          closesOn: body.closesOn ?? '',
        }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/editions/{editionId}/proposals',
    summary: {
      zh: '列出待办理的提议（查阅留痕）',
      en: 'List open proposals of an edition and its entries; the read is recorded',
    },
    tags,
    params: shapes.editionParams,
    query: z.strictObject({
      ...sortedQuery(['proposed']),
      act: words(PROPOSED_ACTS).optional(),
      role: words(PROPOSING_ROLES).optional(),
    }),
    answer: listAnswer(proposal, PROPOSAL_FACETS),
    call: {
      service,
      rpc: rpcs.listProposals,
      request: ({ params, query: { act = '', role = '', ...query } }) =>
        ListProposalsRequest.fromPartial({ ...params, ...listOf(query), act, role }),
      respond: ({ proposals, ...answer }) => listOut(proposals.map(proposalOut), answer, PROPOSAL_FACETS),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/proposals/{proposalId}/reject',
    summary: { zh: '否决提议', en: 'Turn a proposal down' },
    tags,
    params: z.strictObject({ editionId: id(), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectEditionProposal,
      request: ({ params, body }) => RejectEditionProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/editions/{editionId}/proposals/{proposalId}/abandon',
    summary: { zh: '终止年度活动（两人办理）', en: 'Give an edition up; by two persons' },
    tags,
    params: z.strictObject({ editionId: id(), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.abandonEdition,
      request: ({ params, body }) => AbandonEditionRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/proposals',
    summary: { zh: '提议对某项目的处理', en: 'Propose what a person of another role has to carry out about an entry' },
    tags,
    founds: true,
    status: 201,
    params: entryParams,
    body: z.strictObject({
      act: word(answerWords.entryProposal),
      objectionId: id().optional(),
      why: shapes.why(),
    }),
    answer: z.object({ proposalId: id(), receipt }),
    call: {
      service,
      rpc: rpcs.proposeEntryAct,
      request: ({ params, body }) =>
        ProposeEntryActRequest.fromPartial({ ...params, ...body, objectionId: body.objectionId ?? '' }),
      respond: (response) => ({ proposalId: response.proposalId, ...accepted(response) }),
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/proposals/{proposalId}/reject',
    summary: { zh: '否决对某项目的提议', en: 'Turn a proposal about an entry down' },
    tags,
    params: z.strictObject({ entryId: id(), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.rejectEntryProposal,
      request: ({ params, body }) => RejectEntryProposalRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/proposals/{proposalId}/remove',
    summary: { zh: '取消项目资格（两人办理）', en: 'Take out what is being scored; by two offices' },
    tags,
    params: z.strictObject({ entryId: id(), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.removeEntry,
      request: ({ params, body }) => RemoveEntryRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
  route({
    method: 'POST',
    path: '/v1/entries/{entryId}/proposals/{proposalId}/undo',
    summary: {
      zh: '撤销误录的办理事项（两人办理）',
      en: 'Undo a clerical act that was typed in error; by two offices',
    },
    tags,
    params: z.strictObject({ entryId: id(), proposalId: id() }),
    body: z.strictObject({ why: shapes.why() }),
    answer: receiptAnswer,
    call: {
      service,
      rpc: rpcs.undoAct,
      request: ({ params, body }) => UndoActRequest.fromPartial({ ...params, ...body }),
      respond: accepted,
    },
  }),
];
