import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

/** A service that goes away is named within five seconds: the platform waits three for it to come back. */
const LOOK_MS = 1_000;
const LOOK_SLOWLY_MS = 15_000;

export const lag = queryOptions({
  queryKey: ['operations', 'lag'],
  refetchInterval: LOOK_MS,
  // What is away is what this page tells: it does not wait for it to come back.
  retry: false,
  queryFn: async () => answerOf(api.GET('/v1/operations/lag')),
});

export const parked = infiniteQueryOptions({
  ...paged,
  queryKey: ['operations', 'parked'],
  refetchInterval: LOOK_SLOWLY_MS,
  queryFn: async ({ pageParam }) =>
    answerOf(api.GET('/v1/operations/parked', { params: { query: given({ pageSize: ROWS, pageToken: pageParam }) } })),
});

export const deliveries = infiniteQueryOptions({
  ...paged,
  queryKey: ['operations', 'deliveries'],
  refetchInterval: LOOK_SLOWLY_MS,
  queryFn: async ({ pageParam }) =>
    answerOf(
      api.GET('/v1/operations/deliveries', { params: { query: given({ pageSize: ROWS, pageToken: pageParam }) } }),
    ),
});

export const repairs = infiniteQueryOptions({
  ...paged,
  queryKey: ['operations', 'repairs'],
  queryFn: async ({ pageParam }) =>
    answerOf(
      api.GET('/v1/operations/repairs', {
        params: { query: given({ sort: '-at' as const, pageSize: ROWS, pageToken: pageParam }) },
      }),
    ),
});

/** Traces of the last minutes that are shown at once. */
const TRACES = 100;

export const traces = (isFailedOnly: boolean) =>
  queryOptions({
    queryKey: ['operations', 'traces', isFailedOnly],
    refetchInterval: LOOK_SLOWLY_MS,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/operations/traces', {
          params: { query: { pageSize: TRACES, ...(isFailedOnly ? { failed: 'true' as const } : {}) } },
        }),
      ),
  });

export const trace = (traceId: string) =>
  queryOptions({
    queryKey: ['operations', 'trace', traceId],
    queryFn: async () => answerOf(api.GET('/v1/operations/traces/{traceId}', { params: { path: { traceId } } })),
  });
