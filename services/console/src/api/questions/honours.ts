import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

export const honour = (honourId: string) =>
  queryOptions({
    queryKey: ['honours', honourId],
    queryFn: async () => answerOf(api.GET('/v1/honours/{honourId}', { params: { path: { honourId } } })),
  });

export const naming = (seriesId: string) =>
  queryOptions({
    queryKey: ['honours', 'naming', seriesId],
    queryFn: async () => answerOf(api.GET('/v1/series/{seriesId}/naming', { params: { path: { seriesId } } })),
  });

export const namingCorrections = (seriesId: string) =>
  queryOptions({
    queryKey: ['honours', 'naming', seriesId, 'corrections'],
    queryFn: async () =>
      answerOf(api.GET('/v1/series/{seriesId}/naming/corrections', { params: { path: { seriesId } } })),
  });

type AwardedQuery = { q?: string; year?: string; kind?: string; award?: string; standing?: string };

export const awarded = (search: ListOf<AwardedQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['honours', 'list', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/public/honours', {
          params: {
            query: {
              ...given<AwardedQuery>(search),
              sort: '-year',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

type LookedAtQuery = { q?: string; reading?: string; reason?: string };

/** Every unit that the latest list of a series looked at. */
export const lookedAt = (seriesId: string, search: ListOf<LookedAtQuery>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['honours', 'naming', seriesId, 'subjects', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/series/{seriesId}/naming/subjects', {
          params: {
            path: { seriesId },
            query: {
              ...given<LookedAtQuery>(search),
              sort: 'name',
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });
