import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** The talks that a round's decision asks for. Its reading is recorded, so it is not asked for again because a window was left and entered. */
export const talks = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'talks'],
    refetchOnWindowFocus: false,
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/talks', { params: { path: { roundId } } })),
  });
