import { infiniteQueryOptions } from '@tanstack/react-query';
import type { RollSearch } from '../../searches/roll.ts';
import { answerOf, api } from '../client.ts';
import { given, paged, ROWS } from './asked.ts';

export const roll = (editionId: string, search: RollSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['editions', 'roll', editionId, search],
    queryFn: async ({ pageParam }) =>
      answerOf(
        api.GET('/v1/editions/{editionId}/roll', {
          params: {
            path: { editionId },
            query: given({ ...search, sort: 'name' as const, pageSize: ROWS, pageToken: pageParam }),
          },
        }),
      ),
  });
