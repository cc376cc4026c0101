import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

const ALL = 200;

/** Whom a form may name: the people of a branch, as many as one page holds. */
export const peopleOf = (organizationId: string) =>
  queryOptions({
    queryKey: ['people', organizationId],
    queryFn: async () => answerOf(api.GET('/v1/people', { params: { query: { organizationId, pageSize: ALL } } })),
  });

/** Branches below a unit: who may plan a project there chooses among them. */
export const branchesOf = (underId: string) =>
  queryOptions({
    queryKey: ['organizations', 'branches', underId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/organizations', {
          params: { query: { underId, kind: 'branch,temporary-branch,general-branch', sort: 'place', pageSize: ALL } },
        }),
      ),
  });

/** Organizations of whoever nominates, itself among them, of the kinds that a category takes; none named: of any. */
export const organizationsBelow = (underId: string, kinds: readonly string[]) =>
  queryOptions({
    queryKey: ['organizations', 'nominated', underId, kinds],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/organizations', {
          params: {
            query: { underId, sort: 'place', pageSize: ALL, ...(kinds.length === 0 ? {} : { kind: kinds.join(',') }) },
          },
        }),
      ),
  });

/** What a branch has planned in an edition already. */
export const plannedOf = (organizationId: string, editionId: string) =>
  queryOptions({
    queryKey: ['entries', 'planned', organizationId, editionId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/entries', { params: { query: { organizationId, editionId, sort: '-planned', pageSize: ALL } } }),
      ),
  });
