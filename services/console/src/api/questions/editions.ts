import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { ROWS } from './asked.ts';

export const editions = queryOptions({
  queryKey: ['editions'],
  queryFn: async () => answerOf(api.GET('/v1/editions', { params: { query: { sort: '-year', pageSize: ROWS } } })),
});
