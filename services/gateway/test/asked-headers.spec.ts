import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkAskedHeaders } from '../src/application/request-headers.ts';
import { localRoute, type Route } from '../src/routes/route.ts';
import { everyRoute } from './every-route.ts';

type Declared = Pick<
  Route,
  'method' | 'path' | 'params' | 'body' | 'answer' | 'status' | 'founds' | 'replaces' | 'once'
>;

const keysOf = (schema: z.ZodType | null): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Ids in the answer of an order that were not in what was sent: something new has them. */
const newIdsOf = ({ params, body, answer }: Declared): readonly string[] => {
  const sent = new Set([...keysOf(params), ...keysOf(body)]);
  return keysOf(answer).filter((key) => /Ids?$/u.test(key) && !sent.has(key));
};

/** Orders that make something, or put a whole in the place of another, and do not say so. */
const unsaid = (routes: readonly Declared[]): readonly string[] =>
  routes
    .filter(({ method }) => method !== 'GET')
    .flatMap((route) => {
      const where = `${route.method} ${route.path}`;
      const makes = route.status === 201 || newIdsOf(route).length > 0;
      return [
        ...(makes && !route.founds && route.once === null ? [`${where} makes something and does not say so`] : []),
        ...(route.founds && route.once !== null
          ? [`${where} says both that it needs a key and that it needs none`]
          : []),
        ...(route.method === 'PUT' && !route.replaces ? [`${where} replaces something and does not say so`] : []),
      ];
    });

describe('what an order must carry', () => {
  it('every order that makes something new says so, and every one that replaces a whole', () => {
    expect(unsaid(everyRoute)).toEqual([]);
    expect(everyRoute.filter(({ founds }) => founds).length).toBeGreaterThan(8);
    expect(everyRoute.filter(({ replaces }) => replaces).length).toBeGreaterThan(2);
  });

  it('an order that does not say so is found', () => {
    const planted = (change: object) =>
      localRoute({
        method: 'POST',
        path: '/v1/things',
        summary: { zh: '', en: '' },
        tags: [],
        answer: z.object({ thingId: z.string() }),
        handle: async () => ({ thingId: '' }),
        ...change,
      });
    expect(unsaid([planted({})])).toEqual(['POST /v1/things makes something and does not say so']);
    expect(unsaid([planted({ founds: true })])).toEqual([]);
    expect(unsaid([planted({ founds: true, once: 'its-link' })])).toHaveLength(1);
    expect(unsaid([planted({ method: 'PUT', founds: true })])).toEqual([
      'PUT /v1/things replaces something and does not say so',
    ]);
  });

  it('a key where something is founded, the revision where something is replaced, and nothing where neither', () => {
    const none = { idempotencyKey: undefined, ifMatch: undefined };
    const both = { idempotencyKey: 'k', ifMatch: '"1"' };
    const reason = (route: { founds: boolean; replaces: boolean }, given: typeof none | typeof both): unknown => {
      try {
        return checkAskedHeaders(route, given) ?? 'taken';
      } catch (error) {
        return Reflect.get(error as object, 'reason');
      }
    };
    expect(reason({ founds: true, replaces: false }, none)).toBe('IDEMPOTENCY_KEY_REQUIRED');
    expect(reason({ founds: false, replaces: true }, none)).toBe('PRECONDITION_REQUIRED');
    expect(reason({ founds: false, replaces: false }, none)).toBe('taken');
    expect(reason({ founds: true, replaces: true }, both)).toBe('taken');
  });
});
