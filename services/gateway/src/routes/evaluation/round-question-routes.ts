import {
  GetRoundRequest,
  GetRulesRequest,
  ListEntriesRequest,
  ListRoundsRequest,
  ListSeatsRequest,
  RoundServiceService,
} from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import type { MyPart, Round } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import { z } from 'zod';
import { jsonObject } from '../any-json.ts';
import { id, sha256, slug, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, sortedQuery, templateWords, words } from '../lists.ts';
import { organizationRef, personRef, subjectRef } from '../naming/index.ts';
import { subjectKindWord } from '../merit-projects/shapes.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import {
  parsed,
  present,
  RECUSAL_CAUSES,
  recusalCauseWord,
  round,
  ROUND_STATUSES,
  roundParams,
  service,
  tags,
} from './shapes.ts';

const NONE = '';
/** Empty for whoever does not sit in the round. */
const sheetOfSeatWord = z.enum(['blank', 'draft', 'submitted', 'late', NONE]);
const HELD = ['held', 'vacated', 'excused'] as const;
const heldWord = word(HELD);
const SHEETS = ['submitted', 'missing'] as const;
/** As a filter: kept from it so, or by nothing. */
const RECUSED = [...RECUSAL_CAUSES, 'none'] as const;
const ROUND_FACETS = ['status', 'phase'] as const;
const SEAT_FACETS = ['source', 'held', 'sheet'] as const;
const ENTRY_FACETS = ['track', 'recused'] as const;
/** Empty where the caller scores the entry, or does not sit in the round. */
const recusedWord = recusalCauseWord.or(z.literal(NONE));

const mine = z.object({
  evaluator: z.boolean(),
  seatId: id().nullable().meta({ description: '没有席位的为空 / null where the caller has no seat' }),
  sourceId: slug().nullable(),
  sheetStatus: sheetOfSeatWord,
});

const mineOut = ({ sheetStatus, ...part }: MyPart): AsSaid<z.input<typeof mine>> => ({
  ...part,
  sheetStatus,
});

const roundOut = (given: Round): AsSaid<z.input<typeof round>> => ({
  ...given,
  status: given.status,
  sources: given.sources.map(({ vote, ...source }) => ({ ...source, vote })),
});

/** Questions about rounds. */
export const roundQuestionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/rounds',
    revalidated: true,
    summary: { zh: '年度活动的评分', en: 'List the rounds of an edition, annulled ones too' },
    tags,
    query: z.strictObject({
      ...sortedQuery(['phase', 'closes']),
      editionId: id(),
      status: words(ROUND_STATUSES).optional(),
      phase: templateWords().optional(),
    }),
    answer: listAnswer(round, ROUND_FACETS),
    call: {
      service,
      rpc: RoundServiceService.listRounds,
      request: ({ query: { editionId, status = '', phase = '', ...query } }) =>
        ListRoundsRequest.fromPartial({ ...listOf(query), editionId, status, phase }),
      respond: (response) => listOut(response.rounds.map(roundOut), response, ROUND_FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}',
    summary: { zh: '查看评分进度', en: 'See a round, its progress, and what it holds for the caller' },
    tags,
    params: roundParams,
    answer: z.object({ ...round.shape, mine }),
    call: {
      service,
      rpc: RoundServiceService.getRound,
      request: ({ params }) => GetRoundRequest.fromPartial(params),
      respond: (response) => ({
        ...roundOut(present(response.round, 'a round')),
        mine: mineOut(present(response.mine, "the caller's part")),
      }),
      revision: (response) => response.round?.revision ?? -1,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/rules',
    revalidated: true,
    summary: { zh: '评分规则', en: 'See everything that decides in a round, and what it was compiled from' },
    tags,
    params: roundParams,
    answer: z.object({
      tables: jsonObject('编译后的表 / The compiled tables'),
      templateHash: sha256(),
      parameters: jsonObject('年度活动对模板的设定 / What the edition sets of its template'),
      phase: slug(),
      rulesHash: sha256()
        .nullable()
        .meta({ description: '覆盖全部内容；启封前为空 / Over all of it; null before the opening' }),
    }),
    call: {
      service,
      rpc: RoundServiceService.getRules,
      request: ({ params }) => GetRulesRequest.fromPartial(params),
      respond: ({ tablesJson, parametersJson, ...rest }) => ({
        ...rest,
        tables: parsed(tablesJson),
        parameters: parsed(parametersJson),
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/seats',
    summary: { zh: '评委名单', en: 'List the seats and who has submitted' },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...sortedQuery(['seat', 'source']),
      source: templateWords().optional(),
      held: words(HELD).optional(),
      sheet: words(SHEETS).optional(),
    }),
    answer: listAnswer(
      z.object({
        seatId: id(),
        sourceId: slug(),
        personId: personRef(),
        homeId: organizationRef().nullable(),
        held: heldWord,
        drawn: z.boolean(),
        submitted: z.boolean(),
      }),
      SEAT_FACETS,
    ),
    call: {
      service,
      rpc: RoundServiceService.listSeats,
      request: ({ params, query: { source = '', held = '', sheet = '', ...query } }) =>
        ListSeatsRequest.fromPartial({ ...params, ...listOf(query), source, held, sheet }),
      respond: (response) =>
        listOut(
          response.seats.map((seat) => ({ ...seat })),
          response,
          SEAT_FACETS,
        ),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/rounds/{roundId}/entries',
    summary: { zh: '参评对象', en: "List the entries of a round with the caller's recusals" },
    tags,
    params: roundParams,
    query: z.strictObject({
      ...listQuery(['entry', 'title', 'track']),
      track: templateWords().optional(),
      recused: words(RECUSED).optional(),
    }),
    answer: listAnswer(
      z.object({
        entryId: id(),
        subjectKind: subjectKindWord(),
        subjectId: subjectRef(),
        homeId: organizationRef(),
        track: slug(),
        title: z.string(),
        recused: recusedWord,
      }),
      ENTRY_FACETS,
    ),
    call: {
      service,
      rpc: RoundServiceService.listEntries,
      request: ({ params, query: { track = '', recused = '', ...query } }) =>
        ListEntriesRequest.fromPartial({ ...params, ...listOf(query), track, recused }),
      respond: (response) =>
        listOut(
          response.entries.map((entry) => ({ ...entry })),
          response,
          ENTRY_FACETS,
        ),
    },
  }),
];
