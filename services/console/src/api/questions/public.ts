import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

type NoticeQuery = { q?: string; editionId?: string; state?: string; sort?: 'until' | '-begun' };

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
    queryFn: async () => answerOf(api.GET('/v1/public/notices/{entryId}', { params: { path: { entryId } } })),
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
