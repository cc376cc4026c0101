import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { documentedProblems } from '../src/adapters/http/documented-problems.ts';
import { openApiDocument } from '../src/adapters/http/openapi-document.ts';
import { edgeReasons } from '../src/application/edge-reasons.ts';
import { localRoute, type Route } from '../src/routes/route.ts';
import { everyRoute } from './every-route.ts';

type Answers = Readonly<Record<string, Readonly<{ content?: Readonly<Record<string, unknown>> }>>>;

const declared = { summary: { zh: '事', en: 'a thing' }, tags: [], answer: z.undefined() };
const handle = (): Promise<undefined> => Promise.resolve(undefined);
const question = localRoute({ ...declared, method: 'GET', path: '/v1/question', handle });
const open = localRoute({ ...declared, method: 'GET', path: '/v1/open', public: true, handle });
const order = localRoute({ ...declared, method: 'POST', path: '/v1/order', handle });
const founding = localRoute({ ...declared, method: 'POST', path: '/v1/founding', founds: true, handle });
const replacing = localRoute({ ...declared, method: 'PUT', path: '/v1/replacing', replaces: true, handle });
const file = localRoute({
  ...declared,
  method: 'GET',
  path: '/v1/file',
  file: 'out',
  mediaTypes: ['image/webp'],
  handle,
});
const kept = localRoute({ ...declared, method: 'GET', path: '/v1/kept', revalidated: true, handle });
const picky = localRoute({ ...declared, method: 'POST', path: '/v1/picky', refuses: [422], handle });
const PLANTED = [question, open, order, founding, replacing, file, kept, picky];

const { paths } = openApiDocument(PLANTED, 'https://jg.example');

const answersOf = ({ method, path }: Pick<Route, 'method' | 'path'>): Answers => {
  const item = paths?.[path] as Readonly<Record<string, Readonly<{ responses: Answers }>>>;
  return item[method.toLowerCase()]?.responses ?? {};
};

describe('what the document says that a route may answer', () => {
  it.each([
    {
      what: 'a question',
      route: question,
      named: [401, 404, 409, 414, 429, 431, 500, 503, 504],
      not: [304, 408, 412, 415, 416, 428],
    },
    { what: 'what is open to all', route: open, named: [400, 404, 429], not: [401] },
    { what: 'an order', route: order, named: [408, 409, 412, 413, 415], not: [416, 422, 428] },
    { what: 'what makes something new', route: founding, named: [428], not: [422] },
    { what: 'what replaces a whole', route: replacing, named: [412, 428], not: [422] },
    { what: 'a file that goes out', route: file, named: [206, 304, 413, 416], not: [408] },
    { what: 'what a browser may keep', route: kept, named: [304], not: [206] },
    { what: 'a route that says more of itself', route: picky, named: [422], not: [] },
  ])('$what: as by its kind', ({ route, named, not }) => {
    const answers = Object.keys(answersOf(route));
    expect(answers).toEqual(expect.arrayContaining(named.map(String)));
    expect(answers.filter((status) => not.map(String).includes(status))).toEqual([]);
  });

  it('a file has the types it may have, whole or in parts', () => {
    const answers = answersOf(file);
    expect([answers['200'], answers['206']].map((one) => Object.keys(one?.content ?? {}))).toEqual([
      ['image/webp'],
      ['image/webp'],
    ]);
  });

  it('every file that goes out says its types, and nothing else does', () => {
    const silent = everyRoute.filter(({ file: way, mediaTypes }) => (way === 'out') !== mediaTypes.length > 0);
    expect(silent.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(everyRoute.filter(({ file: way }) => way === 'out').length).toBeGreaterThan(4);
  });

  it('whatever takes a new password may refuse it as one', () => {
    const taking = everyRoute.filter(
      ({ body }) =>
        body !== null &&
        /"(?:newP|p)assword"/u.test(JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }))),
    );
    expect(taking.filter(({ refuses }) => !refuses.includes(422)).map(({ path }) => path)).toEqual([]);
    expect(taking.length).toBeGreaterThan(3);
  });

  it('every status of a refusal at the edge stands somewhere in the document, but those of no operation', () => {
    const said = new Set<number>(everyRoute.flatMap((route) => [...documentedProblems(route).keys()]));
    const statuses = new Set(Object.values(edgeReasons).map(({ status }) => status));
    // A method that an address has not is the answer of no operation.
    expect([...statuses].filter((status) => !said.has(status))).toEqual([405]);
  });
});
