import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { Refused } from './problem.ts';

/** Rows of one page of a list; more are asked for by a button. */
const ROWS = 50;

/** Who is signed in; null for a visitor. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: Infinity,
  queryFn: async () =>
    answerOf(api.GET('/v1/me')).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }),
});

export const work = queryOptions({ queryKey: ['work'], queryFn: async () => answerOf(api.GET('/v1/work')) });

export const editions = queryOptions({
  queryKey: ['editions'],
  queryFn: async () => answerOf(api.GET('/v1/editions', { params: { query: { sort: '-year', pageSize: ROWS } } })),
});

type ListOf<Query> = Readonly<{ [Key in keyof Query]?: Query[Key] | undefined }>;

/** A search without what is not set: the platform refuses empty filters. */
const given = <Query extends object>(query: ListOf<Query>): Query =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Query;

type NextOf = Readonly<{ nextPageToken: string | null }>;
const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextPageToken }: NextOf) => nextPageToken ?? undefined,
};

export type EntrySort = 'due' | '-due' | 'title' | '-title' | 'standing' | '-standing' | 'planned' | '-planned';
export type EntrySearch = Readonly<{
  organizationId: string;
  editionId: string;
  q?: string | undefined;
  sort?: EntrySort | undefined;
  standing?: string | undefined;
  track?: string | undefined;
}>;

export const entries = (search: EntrySearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['entries', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/entries', {
          params: { query: { ...given<EntrySearch>(search), pageSize: ROWS, pageToken: pageParam } as never },
        }),
      ),
  });

const ofEntry = (entryId: string) => ({ params: { path: { entryId } } });

export const entry = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId],
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}', ofEntry(entryId))),
  });
export const opinions = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId, 'opinions'],
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}/opinions', ofEntry(entryId))),
  });
export const dossier = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId, 'dossier'],
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}/dossier', ofEntry(entryId))),
  });
export const files = (entryId: string) =>
  queryOptions({
    queryKey: ['entry', entryId, 'files'],
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}/files', ofEntry(entryId))),
  });
export const entryHistory = (entryId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['entry', entryId, 'history'],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/entries/{entryId}/history', {
          params: {
            path: { entryId },
            query: { pageSize: ROWS, ...(pageParam === undefined ? {} : { pageToken: pageParam }) },
          },
        }),
      ),
  });

export type OrganizationSearch = Readonly<{
  q?: string | undefined;
  kind?: string | undefined;
  parentId?: string | undefined;
  underId?: string | undefined;
  /** Depths in the tree, `1,2`. */
  level?: string | undefined;
}>;

export const organizations = (search: OrganizationSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['organizations', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/organizations', {
          params: {
            query: {
              ...given<{ q?: string; kind?: string; parentId?: string; underId?: string; level?: string }>(search),
              sort: 'place',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

export const organization = (organizationId: string) =>
  queryOptions({
    queryKey: ['organizations', 'one', organizationId],
    queryFn: async () =>
      answerOf(api.GET('/v1/organizations/{organizationId}', { params: { path: { organizationId } } })),
  });

type NoticeQuery = { q?: string; state?: string; sort?: 'until' | '-begun' };

export const notices = (search: ListOf<NoticeQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['public', 'notices', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/public/notices', {
          params: {
            query: {
              ...given<NoticeQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

export const noticesOf = (entryId: string) =>
  queryOptions({
    queryKey: ['public', 'notices', 'of', entryId],
    queryFn: async () => answerOf(api.GET('/v1/public/notices/{entryId}', ofEntry(entryId))),
  });

type HonourQuery = { q?: string; year?: string; standing?: string };

export const honours = (search: ListOf<HonourQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['public', 'honours', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/public/honours', {
          params: {
            query: {
              ...given<HonourQuery>(search),
              sort: '-year',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

export const certificate = (certificateNumber: string) =>
  queryOptions({
    queryKey: ['public', 'certificate', certificateNumber],
    enabled: certificateNumber !== '',
    queryFn: async () =>
      answerOf(api.GET('/v1/public/certificates/{certificateNumber}', { params: { path: { certificateNumber } } })),
  });

export const objectionStanding = (code: string) =>
  queryOptions({
    queryKey: ['public', 'objection', code],
    enabled: code !== '',
    queryFn: async () => answerOf(api.GET('/v1/public/objections/{code}', { params: { path: { code } } })),
  });
