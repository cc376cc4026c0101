import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { LateAct, LateUnitsSearch } from '../../searches/late-units.ts';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

export const lateUnits = (editionId: string, search: LateUnitsSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['editions', 'late-units', editionId, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/editions/{editionId}/late-units', {
          params: {
            path: { editionId },
            query: given({ ...search, sort: 'due' as const, pageSize: ROWS, pageToken: pageParam }),
          },
        }),
      ),
  });

/** Whom a reminder would reach; nobody is written to. */
export const unitsToRemind = (editionId: string, act: LateAct) =>
  queryOptions({
    queryKey: ['editions', 'late-units', editionId, 'to-remind', act],
    staleTime: 0,
    queryFn: async () =>
      answerOf(
        api.POST('/v1/editions/{editionId}/reminders', {
          params: { path: { editionId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { act, dryRun: true },
        }),
      ),
  });
