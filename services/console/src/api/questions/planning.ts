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

/** What a branch has planned in an edition already. */
export const plannedOf = (organizationId: string, editionId: string) =>
  queryOptions({
    queryKey: ['entries', 'planned', organizationId, editionId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/entries', { params: { query: { organizationId, editionId, sort: '-planned', pageSize: ALL } } }),
      ),
  });
