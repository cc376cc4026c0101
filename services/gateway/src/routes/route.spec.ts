import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { id, line, pageAnswer, pageOf, pageOut, pageQuery, prose, whole } from './fields.ts';
import { accepted, receiptAnswer } from './receipt.ts';
import { localRoute, route, type RouteOutlet, type UnaryRpc } from './route.ts';
import { InvalidInput, type RawInput } from './route-input.ts';

type Rename = { thingId: string; name: string };
type Renamed = { receipt: { events: []; revision: number; position: number; repeated: boolean } | undefined };

const rename: UnaryRpc<Rename, Renamed> = {
  path: '/t.Things/Rename',
  requestSerialize: () => Buffer.alloc(0),
  responseDeserialize: () => ({ receipt: undefined }),
};
const thingId = '0b6f6f1e-6b3f-4b5a-9a53-1a1c6c9a0001';
const anonymous = { kind: 'anonymous', personId: null } as const;

const renameRoute = route({
  method: 'POST',
  path: '/v1/things/{thingId}/rename',
  summary: { zh: '更名', en: 'Rename' },
  tags: ['things'],
  params: z.strictObject({ thingId: id() }),
  body: z.strictObject({ name: line(20) }),
  answer: receiptAnswer,
  call: {
    service: 'organizations',
    rpc: rename,
    request: ({ params, body }) => ({ thingId: params.thingId, name: body.name }),
    respond: accepted,
  },
});

const answering = (response: unknown): RouteOutlet & { asked: unknown[] } => {
  const asked: unknown[] = [];
  return {
    asked,
    async call<Request, Response>(service: string, rpc: UnaryRpc<Request, Response>, request: Request) {
      asked.push({ service, path: rpc.path, request });
      return response as Response;
    },
  };
};

const raw = (body: unknown, params: unknown = { thingId }): RawInput => ({
  params,
  query: {},
  body,
  caller: anonymous,
});

describe('a declared route', () => {
  it('checks the input, calls the service and answers the receipt, its revision and its position', async () => {
    const receipt = { events: [], revision: 3, position: 77, repeated: false };
    const outlet = answering({ receipt });
    const answer = await renameRoute.run(raw({ name: '  新名称 ' }), outlet, undefined);
    expect(outlet.asked).toEqual([
      { service: 'organizations', path: '/t.Things/Rename', request: { thingId, name: '新名称' } },
    ]);
    expect(answer).toEqual({ body: { receipt }, revision: 3, position: 77 });
  });

  it('never calls the service with input that does not fit', async () => {
    const hostile: [unknown, unknown][] = [
      [{ name: 'x'.repeat(21) }, { thingId }],
      [{ name: 'a\u0000b' }, { thingId }],
      [{ name: 'a\nb' }, { thingId }],
      [{ name: '\ud800' }, { thingId }],
      [{ name: '   ' }, { thingId }],
      [{ name: 5 }, { thingId }],
      [{ name: 'x', more: 1 }, { thingId }],
      [{}, { thingId }],
      [[], { thingId }],
      [null, { thingId }],
      ['text', { thingId }],
      [{ name: 'x' }, { thingId: '../../etc' }],
      [{ name: 'x' }, { thingId: thingId.toUpperCase() }],
    ];
    for (const [body, params] of hostile) {
      const outlet = answering({});
      await expect(renameRoute.run(raw(body, params), outlet, undefined)).rejects.toBeInstanceOf(InvalidInput);
      expect(outlet.asked).toEqual([]);
    }
  });

  it('an accepted order without a receipt is a bug of the service', async () => {
    await expect(renameRoute.run(raw({ name: 'x' }), answering({ receipt: undefined }), undefined)).rejects.toThrow(
      'without a receipt',
    );
  });

  it('an order without fields takes no body, and refuses fields', async () => {
    const close = localRoute({
      method: 'POST',
      path: '/v1/close',
      summary: { zh: '', en: '' },
      tags: [],
      answer: z.object({ done: z.boolean() }),
      handle: async () => ({ done: true }),
    });
    await expect(close.run({ ...raw(undefined), params: {} }, answering({}), undefined)).resolves.toEqual({
      body: { done: true },
    });
    await expect(close.run({ ...raw({}), params: {} }, answering({}), undefined)).resolves.toEqual({
      body: { done: true },
    });
    await expect(close.run({ ...raw({ x: 1 }), params: {} }, answering({}), undefined)).rejects.toBeInstanceOf(
      InvalidInput,
    );
  });
});

describe('fields', () => {
  it('several lines may hold line feeds and tabs, and no other control character', () => {
    expect(prose(100).safeParse('a\n\tb').success).toBe(true);
    for (const bad of ['a\rb', 'a\u0007b', 'a\u0085b', '\udc00', 'x'.repeat(101), ' \n '])
      expect(prose(100).safeParse(bad).success).toBe(false);
  });

  it('whole numbers are whole and within their limits', () => {
    for (const bad of [1.5, -1, 11, '3', Number.NaN, Number.POSITIVE_INFINITY, null])
      expect(whole(0, 10).safeParse(bad).success).toBe(false);
    expect(whole(0, 10).parse(10)).toBe(10);
  });

  it('a page is at most 200 rows and its end says null', () => {
    const query = z.strictObject(pageQuery);
    for (const bad of ['0', '201', '-1', '1e2', '1.0', 'x', ''])
      expect(query.safeParse({ pageSize: bad }).success).toBe(false);
    expect(pageOf(query.parse({ pageSize: '200' }))).toEqual({ pageSize: 200, pageToken: '' });
    expect(pageOf(query.parse({}))).toEqual({ pageSize: 50, pageToken: '' });
    expect(pageAnswer(z.number()).parse(pageOut([1], ''))).toEqual({ items: [1], nextPageToken: null });
  });
});
