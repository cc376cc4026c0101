import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

export const myChecklists = queryOptions({
  queryKey: ['checklists', 'mine'],
  queryFn: async () => answerOf(api.GET('/v1/my-checklists')),
});

type RowQuery = { q?: string; progress?: string };

export const checklistRows = (roundId: string, search: ListOf<RowQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['checklists', roundId, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/checklists', {
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

/** Offices within a party of the template, and which unit each is. */
export const officesOf = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'offices'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/offices', { params: { path: { roundId } } })),
  });

/** One list. Its reading is recorded, so it is not asked for again because a window was left and entered. */
export const checklist = (roundId: string, entryId: string) =>
  queryOptions({
    queryKey: ['checklists', roundId, 'of', entryId],
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/entries/{entryId}/checklist', { params: { path: { roundId, entryId } } })),
  });
