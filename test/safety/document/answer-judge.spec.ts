import { describe, expect, it } from '@jest/globals';
import { AnswerJudge } from './answer-judge.ts';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });

const DOCUMENT = {
  openapi: '3.1.0',
  paths: {
    '/v1/people/{personId}': {
      get: {
        responses: { '200': json({ $ref: '#/components/schemas/Person' }), '304': { description: 'not changed' } },
      },
      delete: { responses: { '204': { description: 'gone' } } },
    },
    '/v1/people/names': { get: { responses: { '200': json({ type: 'array', items: { type: 'string' } }) } } },
    '/v1/file': { get: { responses: { '200': { content: { 'image/webp': { schema: { type: 'string' } } } } } } },
  },
  components: {
    schemas: {
      Person: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
  },
};

type Case = Readonly<{ method?: string; path: string; status?: number; type?: string; body?: unknown }>;

const judged = ({ method = 'GET', path, status = 200, type = 'application/json; charset=utf-8', body }: Case) => {
  const judge = new AnswerJudge(DOCUMENT);
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body), 'utf8');
  judge.look({ method, path }, { status, headers: { 'content-type': type }, body: bytes });
  return judge;
};

describe('an answer held against the document', () => {
  it.each<[string, Case]>([
    ['as its schema says', { path: '/v1/people/7?x=1', body: { name: '王工' } }],
    ['at a word that stands beside a parameter', { path: '/v1/people/names', body: ['王工'] }],
    ['without a body where none is told of', { method: 'DELETE', path: '/v1/people/7', status: 204 }],
    ['not changed', { path: '/v1/people/7', status: 304 }],
    ['of a type that is told of', { path: '/v1/file', type: 'image/webp', body: 'bytes' }],
  ])('%s: nothing is said', (_, given) => {
    const judge = judged(given);
    expect([judge.faults, judge.judged]).toEqual([[], 1]);
  });

  it.each<[string, Case, RegExp]>([
    [
      'a field that nobody declared',
      { path: '/v1/people/7', body: { name: '王工', more: 1 } },
      /additional properties/u,
    ],
    ['another status', { path: '/v1/people/7', status: 409, body: {} }, /409: this status is not in the document/u],
    ['another shape', { path: '/v1/people/7', body: { name: 7 } }, /name must be string/u],
    ['a field less', { path: '/v1/people/7', body: {} }, /must have required property 'name'/u],
    [
      'another type',
      { path: '/v1/file', type: 'image/png', body: 'bytes' },
      /image\/png, where image\/webp is told of/u,
    ],
    ['a body too many', { method: 'DELETE', path: '/v1/people/7', status: 204, body: {} }, /none is told of/u],
  ])('%s is found', (_, given, found) => {
    const { faults } = judged(given);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(found);
  });

  it('what is no operation of the document is nobody’s promise', () => {
    expect(judged({ path: '/sign-in', status: 302 }).judged).toBe(0);
    expect(judged({ method: 'PUT', path: '/v1/people/7', status: 405 }).judged).toBe(0);
  });
});
