import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

export const paperBoxes = (roundId: string) =>
  queryOptions({
    queryKey: ['paper-boxes', roundId],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/paper-boxes', { params: { path: { roundId } } })),
  });
