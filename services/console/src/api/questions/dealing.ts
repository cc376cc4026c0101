import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';

/** Sheets are begun and proposals carried out by others, and no live message tells the office whose entries moved. */
const MOVES_MS = 15_000;

/** Loads, conflicts and deals of a round. */
export const dealingOf = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'dealing'],
    refetchInterval: ({ state }) => (state.data?.standing === 'open' ? MOVES_MS : false),
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/dealing', { params: { path: { roundId } } })),
  });

/** One deal with all that it followed from, made again when it is asked. */
export const dealOf = (roundId: string, number: number) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'dealing', number],
    queryFn: async () =>
      answerOf(api.GET('/v1/rounds/{roundId}/dealing/deals/{number}', { params: { path: { roundId, number } } })),
  });
