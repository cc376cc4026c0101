import {
  type ClearanceLine,
  ListClearancesRequest,
  ListObjectionSummariesRequest,
  type ObjectionSummary,
} from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { editionRef, entryRef, organizationRef } from '../naming/index.ts';
import { id, instant, word } from '../fields.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import * as shapes from './shapes.ts';

const tags = ['review'];
const { service } = shapes;

const STATES = ['requested', 'cleared', 'blocked', 'lifted'] as const;

const clearanceLine = z
  .object({
    clearanceId: id(),
    entryId: entryRef(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    title: z.string(),
    scopes: z.array(shapes.scopeWord()),
    state: word(STATES),
    requestedAt: instant()
      .nullable()
      .meta({ description: '空：未经征求意见即被阻止 / null: blocked without being asked about' }),
    answeredAt: instant().nullable(),
    dueAt: instant().nullable(),
  })
  .meta({ id: 'ClearanceLine' });

const objectionSummary = z
  .object({
    objectionId: id(),
    entryId: entryRef(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    title: z.string(),
    against: word(answerWords.objectionAgainst),
    receivedAt: instant(),
    answerDueAt: instant(),
    status: word(answerWords.objectionStatus),
    outcome: shapes.objectionOutcomeWord().nullable(),
    settledAt: instant().nullable(),
  })
  .meta({ id: 'ObjectionSummary' });

const clearanceOut = (line: ClearanceLine): AsSaid<z.input<typeof clearanceLine>> => ({
  ...line,
  scopes: line.scopes.map((scope) => scope),
  state: line.state,
  requestedAt: line.requestedAt,
  answeredAt: line.answeredAt,
  dueAt: line.dueAt,
});

const summaryOut = ({
  outcome,
  settledAt,
  against,
  status,
  ...line
}: ObjectionSummary): AsSaid<z.input<typeof objectionSummary>> => ({
  ...line,
  against: against === 'result' ? 'result' : 'entry',
  status: status === 'settled' ? 'settled' : 'open',
  outcome: outcome,
  settledAt,
});

/** Clearances and objections as they stand: whoever looks at these lists learns nobody's identity, and nothing is recorded of it. */
export const caseRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/clearances',
    summary: {
      zh: '按状态列出纪检意见征求情况（不含意见、原因和办理人）',
      en: 'What discipline inspection was asked about, by state; no opinion, reason or inspector',
    },
    tags,
    query: z.strictObject({
      ...listQuery(['requested', 'due', 'title']),
      organizationId: id(),
      editionId: id().optional(),
      state: words(STATES).optional(),
    }),
    answer: listAnswer(clearanceLine, ['state']),
    call: {
      service,
      rpc: rpcs.listClearances,
      request: ({ query: { organizationId, editionId = '', state = '', ...list } }) =>
        ListClearancesRequest.fromPartial({ ...listOf(list), organizationId, editionId, state }),
      respond: (response) => listOut(response.clearances.map(clearanceOut), response, ['state']),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/objection-summaries',
    summary: {
      zh: '列出异议概况（不含异议人和内容）',
      en: 'Objections as they stand, without who objects or what is said',
    },
    tags,
    query: z.strictObject({
      ...listQuery(['received', 'due', 'title']),
      organizationId: id(),
      editionId: id().optional(),
      entryId: id().optional(),
      status: words(answerWords.objectionStatus).optional(),
      against: words(answerWords.objectionAgainst).optional(),
    }),
    answer: listAnswer(objectionSummary, ['status', 'against']),
    call: {
      service,
      rpc: rpcs.listObjectionSummaries,
      request: ({ query: { organizationId, editionId = '', entryId = '', status = '', against = '', ...list } }) =>
        ListObjectionSummariesRequest.fromPartial({
          ...{ ...listOf(list), organizationId, editionId, entryId, status, against },
        }),
      respond: (response) => listOut(response.objections.map(summaryOut), response, ['status', 'against']),
    },
  }),
];
