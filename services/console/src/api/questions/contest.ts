import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** How a contest stands, for everybody in the hall. */
export const contest = (roundId: string) =>
  queryOptions({
    queryKey: ['contest', roundId],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/contest', { params: { path: { roundId } } })),
  });

/** Whose marks are awaited, for whoever runs it. */
export const contestDesk = (roundId: string) =>
  queryOptions({
    queryKey: ['contest', roundId, 'desk'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/contest/desk', { params: { path: { roundId } } })),
  });

/** What there is to mark for oneself now. */
export const myTurn = (roundId: string) =>
  queryOptions({
    queryKey: ['contest', roundId, 'mine'],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/contest/my-turn', { params: { path: { roundId } } })),
  });
