import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

export const myBonuses = queryOptions({
  queryKey: ['bonuses', 'mine'],
  queryFn: async () => answerOf(api.GET('/v1/my-bonuses')),
});

type RowQuery = { q?: string; progress?: string };

export const bonusRows = (roundId: string, search: ListOf<RowQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['bonuses', roundId, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/bonuses', {
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

/** One entry's claims. Their reading is recorded, so they are not asked for again because a window was left and entered. */
export const bonus = (roundId: string, entryId: string) =>
  queryOptions({
    queryKey: ['bonuses', roundId, 'of', entryId],
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/entries/{entryId}/bonus', { params: { path: { roundId, entryId } } })),
  });
