import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
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

/**
 * What is wrong with a text, or what it says. Asked anew whenever the text stands still; what is not needed any more is cancelled, and until the
 * next answer the last one stays.
 */
export const lookAt = (committeeId: string, text: string) =>
  queryOptions({
    queryKey: ['template-check', committeeId, text],
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (before: Schemas['TemplateLookedAt'] | undefined) => before,
    queryFn: async ({ signal }: Readonly<{ signal: AbortSignal }>) =>
      answerOf(api.POST('/v1/templates/check', { body: { committeeId, template: text }, signal })),
  });
