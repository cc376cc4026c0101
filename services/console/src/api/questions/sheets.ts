import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
import { paged, ROWS } from './asked.ts';

const ofRound = (roundId: string) => ({ params: { path: { roundId } } });

export const mySheets = infiniteQueryOptions({
  ...paged,
  queryKey: ['my-sheets'],
  queryFn: async ({ pageParam }) =>
    answerOf(
      api.GET('/v1/my-sheets', {
        params: { query: { pageSize: ROWS, ...(pageParam === undefined ? {} : { pageToken: pageParam }) } },
      }),
    ),
});

export const entryToScore = (entryId: string) =>
  queryOptions({
    queryKey: ['entry-to-score', entryId],
    staleTime: Infinity,
    queryFn: async () => answerOf(api.GET('/v1/entries/{entryId}/to-score', { params: { path: { entryId } } })),
  });

/** How one's own marks lie: asked for when it is looked at, and kept nowhere. */
export const distribution = (roundId: string) =>
  queryOptions({
    queryKey: ['sheet-distribution', roundId],
    staleTime: 0,
    gcTime: 0,
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/sheet/distribution', ofRound(roundId))),
  });

export const sheetReceipt = (roundId: string) =>
  queryOptions({
    queryKey: ['sheet-receipt', roundId],
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/sheet/receipt', ofRound(roundId))),
  });

/** Sheets come in one by one: the room looks again without being touched. */
const ROOM_LOOKS_MS = 15_000;
const ENTRIES_PER_PAGE = 200;
const PAGES_MAX = 5;

export const panelRound = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId],
    refetchInterval: ROOM_LOOKS_MS,
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}', ofRound(roundId))),
  });

/** Counts alone; whoever may not see them has the room without. */
export const panelProgress = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'progress'],
    refetchInterval: ({ state: { error } }) => (error === null ? ROOM_LOOKS_MS : false),
    queryFn: async () => answerOf(api.GET('/v1/rounds/{roundId}/progress', ofRound(roundId))),
  });

export const panelEntries = (roundId: string) =>
  queryOptions({
    queryKey: ['rounds', roundId, 'entries'],
    queryFn: async () => {
      const found: Schemas['GetV1RoundsByRoundIdEntriesAnswer']['items'] = [];
      let pageToken: string | undefined;
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const answer = await answerOf(
          api.GET('/v1/rounds/{roundId}/entries', {
            params: {
              path: { roundId },
              query: {
                sort: 'title',
                pageSize: ENTRIES_PER_PAGE,
                ...(pageToken === undefined ? {} : { pageToken }),
              },
            },
          }),
        );
        found.push(...answer.items);
        if (answer.nextPageToken === null) break;
        pageToken = answer.nextPageToken;
      }
      return found;
    },
  });
