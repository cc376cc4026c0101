import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

export const myAppeals = queryOptions({
  queryKey: ['appeals', 'mine'],
  queryFn: async () => answerOf(api.GET('/v1/my-appeals')),
});

type RowQuery = { q?: string; standing?: string };

export const appealRows = (roundId: string, search: ListOf<RowQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['appeals', roundId, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/appeals', {
          params: {
            path: { roundId },
            query: {
              ...given<RowQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

/** One entry's appeals. Their reading is recorded, so they are not asked for again because a window was left and entered. */
export const entryAppeals = (roundId: string, entryId: string) =>
  queryOptions({
    queryKey: ['appeals', roundId, 'of', entryId],
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/entries/{entryId}/appeals', { params: { path: { roundId, entryId } } })),
  });
