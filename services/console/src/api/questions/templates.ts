import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { ROWS } from './asked.ts';

export const adoptedTemplates = queryOptions({
  queryKey: ['templates'],
  queryFn: async () => answerOf(api.GET('/v1/templates', { params: { query: { pageSize: ROWS } } })),
});

/** By its hash a template is what it is for ever. */
export const template = (committeeId: string, templateHash: string) =>
  queryOptions({
    queryKey: ['templates', committeeId, templateHash],
    staleTime: Infinity,
    queryFn: async () =>
      answerOf(
        api.GET('/v1/templates/{committeeId}/{templateHash}', { params: { path: { committeeId, templateHash } } }),
      ),
  });
