import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../client.ts';
import { ROWS, untilTyped } from './asked.ts';

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

type LookedAtText = Readonly<{ text: string; answer: Schemas['TemplateLookedAt'] }>;

/**
 * What is wrong with a text, or what it says, with the text that it is about. Asked anew whenever the text stands still; what is not needed any more
 * is cancelled, and until the next answer the last one stays. What nobody has typed is looked at at once.
 */
export const lookAt = (
  committeeId: string,
  text: string,
  isTyped: boolean,
  parameters: Readonly<Record<string, string>> = {},
) =>
  queryOptions({
    queryKey: ['template-check', committeeId, text, parameters],
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: (before: LookedAtText | undefined) => before,
    queryFn: async ({ signal }: Readonly<{ signal: AbortSignal }>): Promise<LookedAtText> => {
      if (isTyped) await untilTyped(signal);
      const answer = await answerOf(
        api.POST('/v1/templates/check', { body: { committeeId, template: text, parameters }, signal }),
      );
      return { text, answer };
    },
  });
