import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { paged, ROWS } from './asked.ts';

/** What nominators at or below an organization made known in an edition before they declare. */
export const ownNotices = (organizationId: string, editionId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['own-notices', organizationId, editionId],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/own-notices', {
          params: {
            query: {
              ...{ organizationId, editionId, pageSize: ROWS },
              ...(pageParam === undefined ? {} : { pageToken: pageParam }),
            },
          },
        }),
      ),
  });

const ALL = 200;

/** What this nominator made known that is over, to declare it. */
export const finishedNotices = (organizationId: string, editionId: string) =>
  queryOptions({
    queryKey: ['own-notices', 'over', organizationId, editionId],
    queryFn: async () =>
      answerOf(
        api.GET('/v1/own-notices', {
          params: { query: { organizationId, editionId, state: 'over', pageSize: ALL } },
        }),
      ),
  });

/** One with who objects. Its reading is recorded, so it is not asked for again because a window was left and entered. */
export const ownNotice = (ownNoticeId: string) =>
  queryOptions({
    queryKey: ['own-notices', 'one', ownNoticeId],
    refetchOnWindowFocus: false,
    queryFn: async () => answerOf(api.GET('/v1/own-notices/{ownNoticeId}', { params: { path: { ownNoticeId } } })),
  });
