import createClient from 'openapi-fetch';
import { hearBehind } from './behind.ts';
import type { components, paths } from './generated/schema.ts';
import { hearLivePlace } from './live-place.ts';
import { hearTime } from './platform-clock.ts';
import { problemOf } from './problem.ts';

export type Schemas = components['schemas'];

/** The typed client of the platform's own API, on the page's own origin. */
export const api = createClient<paths>({ baseUrl: window.location.origin });

api.use({
  onRequest: ({ request }) => {
    request.headers.set('accept-language', document.documentElement.lang);
    return request;
  },
  onResponse: ({ response }) => {
    hearTime(response);
    hearBehind(response);
    hearLivePlace(response);
  },
});

type Answer<T> = Readonly<{ data?: T; error?: unknown; response: Response }>;

/** What was answered; a refusal is thrown as the problem that it tells (RFC 9457). */
export const answerOf = async <T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> => {
  const { data, error, response } = await asked;
  if (data === undefined || data === null) throw problemOf(error, response);
  return data;
};
