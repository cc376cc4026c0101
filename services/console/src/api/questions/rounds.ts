import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

/** What a form chooses from, in one call. */
const CHOICES = 200;
/** Counts move while sheets are filled in, and no live message tells the office of it. */
const PROGRESS_MS = 15_000;

const ofRound = (roundId: string) => ({ params: { path: { roundId } } });

export const rounds = (editionId: string, status?: string) =>
  queryOptions({
    queryKey: ['rounds', 'list', editionId, status ?? ''],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds', {
          params: { query: { editionId, pageSize: ROWS, ...given<{ status: string }>({ status }) } },
        }),
      ),
  });

export const round = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}', ofRound(roundId))),
  });

/** The parts that committees of units decide over, as far as the caller may read them. */
export const roundParts = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'parts'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/parts', ofRound(roundId))),
  });

export const roundRules = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'rules'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/rules', ofRound(roundId))),
  });

type EntryQuery = { q?: string; track?: string; recused?: string; sort?: 'title' };

export const roundEntries = (roundId: string, search: ListOf<EntryQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['rounds', roundId, 'entries', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/entries', {
          params: {
            path: { roundId },
            query: {
              ...given<EntryQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

export const entryChoices = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'entries', 'choices'],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/entries', {
          params: { path: { roundId }, query: { sort: 'title', pageSize: CHOICES } },
        }),
      ),
  });

export const seatChoices = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'seats', 'choices'],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/seats', {
          params: { path: { roundId }, query: { sort: 'source', pageSize: CHOICES } },
        }),
      ),
  });

type SeatQuery = { source?: string; held?: string; sheet?: string };

export const seats = (roundId: string, search: ListOf<SeatQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['rounds', roundId, 'seats', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/seats', {
          params: {
            path: { roundId },
            query: {
              ...given<SeatQuery>(search),
              sort: 'source',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

export const progressOf = (roundId: string, isOpen: boolean) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'progress'],
    refetchInterval: isOpen ? PROGRESS_MS : false,
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/progress', ofRound(roundId))),
  });

type CandidateQuery = { q?: string; source?: string; standing?: string };

export const candidates = (roundId: string, search: ListOf<CandidateQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['rounds', roundId, 'candidates', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/candidates', {
          params: {
            path: { roundId },
            query: {
              ...given<CandidateQuery>(search),
              sort: 'conflicts',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

/** Whom a reminder would reach now; nobody is written to. */
export const wouldBeReminded = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'would-be-reminded'],
    staleTime: 0,
    queryFn: async () =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/reminders', {
          params: { path: { roundId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { dryRun: true },
        }),
      ),
  });

export const roundProposals = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'proposals'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/proposals', ofRound(roundId))),
  });

export const reopeningRequests = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'reopening-requests'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/reopening-requests', ofRound(roundId))),
  });

export const roundRecusals = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'recusals'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/recusals', ofRound(roundId))),
  });

export const roundHistory = (roundId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['rounds', roundId, 'history'],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/history', {
          params: {
            path: { roundId },
            query: { pageSize: ROWS, ...(pageParam === undefined ? {} : { pageToken: pageParam }) },
          },
        }),
      ),
  });

export const myEntries = (roundId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['rounds', roundId, 'my-entries'],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/my-entries', {
          params: {
            path: { roundId },
            query: { pageSize: ROWS, ...(pageParam === undefined ? {} : { pageToken: pageParam }) },
          },
        }),
      ),
  });

export const candidateChoices = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'candidates', 'choices'],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/candidates', {
          params: { path: { roundId }, query: { standing: 'free', sort: 'conflicts', pageSize: CHOICES } },
        }),
      ),
  });
