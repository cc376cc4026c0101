import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

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

const FOUND = 20;

/** A few organizations that stand, by name, pinyin or initials: for a field. */
export const organizationsFound = (q: string, kind?: string) =>
  queryOptions({
    queryKey: ['organizations', 'found', q, kind],
    enabled: q !== '',
    queryFn: async () =>
      answerOf(
        api.GET('/v1/organizations', {
          params: { query: { q, ...given<{ kind?: string }>({ kind }), sort: 'place', pageSize: FOUND } },
        }),
      ),
  });

/** What it was on a day. */
export const organizationOn = (organizationId: string, on: string) =>
  queryOptions({
    queryKey: ['organizations', 'on', organizationId, on],
    queryFn: async () =>
      answerOf(api.GET('/v1/organizations/{organizationId}/on/{on}', { params: { path: { organizationId, on } } })),
  });

export const organizationHistory = (organizationId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['organizations', 'history', organizationId],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/organizations/{organizationId}/history', {
          params: { path: { organizationId }, query: given({ pageSize: ROWS, pageToken: pageParam }) },
        }),
      ),
  });
