import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ProblemsSearch } from '../../searches/problems.ts';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

export const problems = (organizationId: string, { under: _under, edition, ...search }: ProblemsSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['problems', organizationId, edition, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/problems', {
          params: {
            query: given({ ...search, organizationId, editionId: edition, pageSize: ROWS, pageToken: pageParam }),
          },
        }),
      ),
  });

export const problem = (problemId: string) =>
  queryOptions({
    queryKey: ['problem', problemId],
    queryFn: async () => answerOf(api.GET('/v1/problems/{problemId}', { params: { path: { problemId } } })),
  });
