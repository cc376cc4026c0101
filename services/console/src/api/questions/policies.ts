import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** What every committee sets the committees below it; everybody may read it. */
export const policies = queryOptions({
  queryKey: ['policies', 'all'],
  queryFn: async () => answerOf(api.GET('/v1/public/policies')),
});

const of = (committeeId: string) => ({ params: { path: { committeeId } } });

/** One policy, whom it binds, and what is left to each for commendations of a year; this year's where none is given. */
export const policyOf = (committeeId: string, year?: number) =>
  queryOptions({
    queryKey: ['policies', 'one', committeeId, year],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/policies/{committeeId}', {
          params: { path: { committeeId }, query: year === undefined ? {} : { year } },
        }),
      ),
    placeholderData: (before) => before,
  });

export const policyProposals = (committeeId: string) =>
  queryOptions({
    queryKey: ['policies', 'proposals', committeeId],
    queryFn: async () => answerOf(api.GET('/v1/policies/{committeeId}/proposals', of(committeeId))),
  });
