import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, type ListOf, paged, ROWS } from './asked.ts';

type PeopleQuery = { organizationId: string; q?: string; stage?: string };

/** The people of an organization and everything below it. */
export const people = (search: ListOf<PeopleQuery> & Readonly<{ organizationId: string }>) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['people', 'list', search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/people', {
          params: {
            query: {
              ...given<PeopleQuery>(search),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

const FOUND = 20;

/** A few people by name, pinyin or initials: for a field. */
export const peopleFound = (organizationId: string, q: string) =>
  queryOptions({
    queryKey: ['people', 'found', organizationId, q],
    enabled: q !== '',
    queryFn: async () => answerOf(api.GET('/v1/people', { params: { query: { organizationId, q, pageSize: FOUND } } })),
  });

type HoldersSearch = Readonly<{ role?: string | undefined; ended?: boolean | undefined }>;

/** Who holds which role in an organization and everywhere below it. */
export const roleHolders = (organizationId: string, { role, ended }: HoldersSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['people', 'roles', organizationId, role, ended],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/organizations/{organizationId}/roles', {
          params: {
            path: { organizationId },
            query: {
              subtree: 'true',
              ...(ended === true ? { ended: 'true' as const } : {}),
              ...given<{ role?: string }>({ role }),
              pageSize: ROWS,
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

const ofPerson = (personId: string) => ({ params: { path: { personId } } });

/** The whole record; each look is on record. */
export const person = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'one', personId],
    queryFn: async () => answerOf(api.GET('/v1/people/{personId}', ofPerson(personId))),
  });

/** For whoever carries corrections out and reads no record. */
export const correctionsOf = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'corrections', personId],
    queryFn: async () => answerOf(api.GET('/v1/people/{personId}/corrections-of-stage', ofPerson(personId))),
  });

export const nameOf = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'name', personId],
    queryFn: async () => answerOf(api.GET('/v1/people-names', { params: { query: { ids: personId } } })),
  });

/** Every role that somebody has held or holds. */
export const grantsOf = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'grants', personId],
    queryFn: async () => answerOf(api.GET('/v1/people/{personId}/grants', ofPerson(personId))),
  });

export const dutiesOf = (personId: string) =>
  queryOptions({
    queryKey: ['people', 'duties', personId],
    queryFn: async () =>
      answerOf(api.GET('/v1/people/{personId}/duties', { params: { path: { personId }, query: { pageSize: ROWS } } })),
  });

export const personHistory = (personId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['people', 'history', personId],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/people/{personId}/history', {
          params: { path: { personId }, query: given({ pageSize: ROWS, pageToken: pageParam }) },
        }),
      ),
  });

/** Who has asked for help after a forgotten password, of those whom one may help. */
export const resetRequests = queryOptions({
  queryKey: ['people', 'reset-requests'],
  queryFn: async () =>
    answerOf(api.GET('/v1/sign-in-resets', { params: { query: { sort: '-asked', pageSize: ROWS } } })),
});
