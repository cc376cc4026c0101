import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

export const myBallots = queryOptions({
  queryKey: ['ballots', 'mine'],
  queryFn: async () => answerOf(api.GET('/v1/my-ballots')),
});

export const voteCodes = (roundId: string) =>
  queryOptions({
    queryKey: ['ballots', roundId, 'codes'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/vote-codes', { params: { path: { roundId } } })),
  });

export const ballotTurnouts = (roundId: string) =>
  queryOptions({
    queryKey: ['ballots', roundId],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/ballots', { params: { path: { roundId } } })),
  });
