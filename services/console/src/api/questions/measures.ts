import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

export const myMeasures = queryOptions({
  queryKey: ['measures', 'mine'],
  queryFn: async () => answerOf(api.GET('/v1/my-measures')),
});

type RowQuery = { q?: string; progress?: string };

/** Their reading is recorded, so they are not asked for again because a window was left and entered. */
export const measureRows = (roundId: string, search: ListOf<RowQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['measures', roundId, search],
    refetchOnWindowFocus: false,
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/measures', {
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

/** What was recorded of one entry. The reading is recorded, too. */
export const measures = (roundId: string, entryId: string) =>
  queryOptions({
    queryKey: ['measures', roundId, 'of', entryId],
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/entries/{entryId}/measures', { params: { path: { roundId, entryId } } })),
  });
