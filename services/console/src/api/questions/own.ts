import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../client.ts';
import { Refused } from '../problem.ts';

/** Who is signed in; null for a visitor. */
export const me = queryOptions({
  queryKey: ['me'],
  staleTime: Infinity,
  queryFn: async () =>
    answerOf(api.GET('/v1/me')).catch((error: unknown) => {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }),
});

export const work = queryOptions({ queryKey: ['work'], queryFn: async () => answerOf(api.GET('/v1/work')) });
