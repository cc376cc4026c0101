import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** The meetings of a round, and who led its committee on a day. Its reading is recorded, so it is not asked for again because a window was left and entered. */
export const meetings = (roundId: string, on?: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'meetings', on ?? ''],
    refetchOnWindowFocus: false,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/rounds/{roundId}/meetings', {
          params: { path: { roundId }, query: on === undefined ? {} : { on } },
        }),
      ),
  });
