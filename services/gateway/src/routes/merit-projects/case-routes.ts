import {
  type ClearanceLine,
  type CountOf,
  ListClearancesRequest,
  ListObjectionSummariesRequest,
  type ObjectionSummary,
} from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { wordList } from '../lists.ts';
import { editionRef, entryRef, organizationRef } from '../naming/index.ts';
import { id, instant, pageAnswer, pageOf, pageOut, pageQuery, word } from '../fields.ts';
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

/** How many rows have each word, whatever was asked for. */
const countsOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.partialRecord(word(words), z.number().int());
const counted = (counts: readonly CountOf[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ word: name, count }) => [name, count]));

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
      ...pageQuery,
      organizationId: id(),
      editionId: id().optional(),
      state: wordList(STATES).optional(),
    }),
    answer: pageAnswer(clearanceLine).extend({
      total: z.number().int(),
      facets: z.object({ state: countsOf(STATES) }),
    }),
    call: {
      service,
      rpc: rpcs.listClearances,
      request: ({ query: { organizationId, editionId = '', state = [], ...page } }) =>
        ListClearancesRequest.fromPartial({ ...pageOf(page), organizationId, editionId, states: state }),
      respond: ({ clearances, nextPageToken, total, states }) => ({
        ...pageOut(clearances.map(clearanceOut), nextPageToken),
        total,
        facets: { state: counted(states) },
      }),
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
      ...pageQuery,
      organizationId: id(),
      editionId: id().optional(),
      entryId: id().optional(),
      status: wordList(answerWords.objectionStatus).optional(),
    }),
    answer: pageAnswer(objectionSummary).extend({
      total: z.number().int(),
      facets: z.object({ status: countsOf(answerWords.objectionStatus) }),
    }),
    call: {
      service,
      rpc: rpcs.listObjectionSummaries,
      request: ({ query: { organizationId, editionId = '', entryId = '', status = [], ...page } }) =>
        ListObjectionSummariesRequest.fromPartial({
          ...{ ...pageOf(page), organizationId, editionId, entryId, statuses: status },
        }),
      respond: ({ objections, nextPageToken, total, statuses }) => ({
        ...pageOut(objections.map(summaryOut), nextPageToken),
        total,
        facets: { status: counted(statuses) },
      }),
    },
  }),
];
