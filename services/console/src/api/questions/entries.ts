import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

export type EntrySort = 'due' | '-due' | 'title' | '-title' | 'standing' | '-standing' | 'planned' | '-planned';
export type EntrySearch = Readonly<{
  organizationId: string;
  editionId: string;
  q?: string | undefined;
  sort?: EntrySort | undefined;
  standing?: string | undefined;
  track?: string | undefined;
  brought?: string | undefined;
  /** Whose the review is. */
  claim?: string | undefined;
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
