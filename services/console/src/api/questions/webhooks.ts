import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

/** The platform has fewer than fit on one page. */
const ALL = 200;
const LOOK_SLOWLY_MS = 15_000;

export const webhooks = queryOptions({
  queryKey: ['operations', 'webhooks'],
  refetchInterval: LOOK_SLOWLY_MS,
  queryFn: async () => answerOf(api.GET('/v1/operations/webhooks', { params: { query: { pageSize: ALL } } })),
});

const LOOK_MS = 3_000;

/** What became of what one was told, the newest first. */
export const webhookDeliveries = (webhookId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['operations', 'webhooks', webhookId],
    // Whoever tries it waits for what comes of it.
    refetchInterval: LOOK_MS,
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/operations/webhooks/{webhookId}/deliveries', {
          params: { path: { webhookId }, query: given({ pageSize: ROWS, pageToken: pageParam }) },
        }),
      ),
  });
