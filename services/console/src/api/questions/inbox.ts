import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

/** One's own messages, newest first. */
export const messages = (isUnreadOnly: boolean) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['inbox', isUnreadOnly],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/inbox', {
          params: {
            query: given({
              sort: '-occurred' as const,
              pageSize: ROWS,
              unreadOnly: isUnreadOnly ? ('true' as const) : undefined,
              pageToken: pageParam,
            }),
          },
        }),
      ),
  });

/** How many are unread, for where they are not listed. */
export const unread = queryOptions({
  queryKey: ['inbox', 'unread'],
  queryFn: async () => {
    const { unreadCount } = await answerOf(api.GET('/v1/inbox', { params: { query: { pageSize: 1 } } }));
    return unreadCount;
  },
});
