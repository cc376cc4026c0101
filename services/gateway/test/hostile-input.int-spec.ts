import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

let world: GatewayUnderTest;
let officer: Browser;
let callsBefore: number;

const TOKEN = 'A'.repeat(43);
const founding = {
  token: TOKEN,
  committeeNameZh: '甲',
  committeeNameEn: 'A',
  officerName: '乙',
  login: 'someone',
  password: 'long enough password',
};
const json = { 'content-type': 'application/json' };
const PERSON = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a03';

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
  callsBefore = world.services.seen.length;
});
afterAll(async () => world.stop());

type Case = {
  name: string;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  status: number;
  reason: string;
  field?: string;
};

const setUpCase = (name: string, change: unknown, expected: Pick<Case, 'status' | 'reason' | 'field'>): Case => ({
  name,
  body: JSON.stringify({ ...founding, ...(change as object) }),
  ...expected,
});

const cases: readonly Case[] = [
  { name: 'malformed JSON', body: '{"token": ', status: 400, reason: 'MALFORMED_JSON' },
  {
    name: 'JSON that would change a prototype',
    body: '{"__proto__": {"x": 1}}',
    status: 400,
    reason: 'MALFORMED_JSON',
  },
  { name: 'an array for an object', body: '[]', status: 400, reason: 'INVALID_FIELD', field: 'body' },
  { name: 'null for an object', body: 'null', status: 400, reason: 'INVALID_FIELD', field: 'body' },
  { name: 'no body', body: '', status: 400, reason: 'INVALID_FIELD', field: 'body' },
  { name: 'very deep JSON', body: '['.repeat(200_000) + ']'.repeat(200_000), status: 400, reason: 'JSON_TOO_DEEP' },
  {
    name: 'a body of 10 MB',
    body: JSON.stringify({ ...founding, officerName: 'x'.repeat(10_000_000) }),
    status: 413,
    reason: 'BODY_TOO_LARGE',
  },
  setUpCase(
    'a text of 100,000 characters',
    { committeeNameZh: '长'.repeat(100_000) },
    { status: 400, reason: 'INVALID_FIELD', field: 'committeeNameZh' },
  ),
  setUpCase(
    'a control character',
    { officerName: '王\u0000工' },
    { status: 400, reason: 'INVALID_FIELD', field: 'officerName' },
  ),
  setUpCase(
    'a line feed in one line',
    { officerName: '王\n工' },
    { status: 400, reason: 'INVALID_FIELD', field: 'officerName' },
  ),
  setUpCase(
    'half of a surrogate pair',
    { officerName: '\ud83d' },
    { status: 400, reason: 'INVALID_FIELD', field: 'officerName' },
  ),
  setUpCase('an unknown field', { isAdmin: true }, { status: 400, reason: 'UNKNOWN_FIELD', field: 'isAdmin' }),
  setUpCase('a number for a text', { login: 5 }, { status: 400, reason: 'INVALID_FIELD', field: 'login' }),
  setUpCase('an object for a text', { login: { $ne: null } }, { status: 400, reason: 'INVALID_FIELD', field: 'login' }),
  setUpCase(
    'a missing field',
    { officerName: undefined },
    { status: 400, reason: 'INVALID_FIELD', field: 'officerName' },
  ),
  {
    name: 'a form for JSON',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'token=1',
    status: 415,
    reason: 'CONTENT_TYPE_NOT_SUPPORTED',
  },
  {
    name: 'plain text for JSON',
    headers: { 'content-type': 'text/plain' },
    body: '{}',
    status: 415,
    reason: 'CONTENT_TYPE_NOT_SUPPORTED',
  },
  { name: 'an unknown address', path: '/v1/nothing', body: '{}', status: 404, reason: 'ROUTE_NOT_FOUND' },
  {
    name: 'a path that climbs',
    path: '/v1/%2e%2e/%2e%2e/etc/passwd',
    method: 'GET',
    status: 404,
    reason: 'ROUTE_NOT_FOUND',
  },
  {
    name: 'a method that is not there',
    path: '/v1/set-up',
    method: 'DELETE',
    status: 405,
    reason: 'METHOD_NOT_ALLOWED',
  },
  {
    name: 'a broken escape in the address',
    path: '/v1/evidence/%zz',
    method: 'GET',
    status: 400,
    reason: 'MALFORMED_REQUEST',
  },
  {
    name: 'an address of 5,000 characters',
    path: `/v1/${'x'.repeat(5_000)}`,
    method: 'GET',
    status: 414,
    reason: 'URL_TOO_LONG',
  },
  {
    name: 'an id that is none',
    path: `/v1/evidence/${'a'.repeat(64)}?entryId=1%20or%201=1`,
    method: 'GET',
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'entryId',
  },
  {
    name: 'the same query twice',
    path: `/v1/evidence/${'a'.repeat(64)}?entryId=${PERSON}&entryId=${PERSON}`,
    method: 'GET',
    status: 400,
    reason: 'INVALID_FIELD',
    field: 'entryId',
  },
  {
    name: 'an unknown query',
    path: `/v1/evidence/${'a'.repeat(64)}?entryId=${PERSON}&x=1`,
    method: 'GET',
    status: 400,
    reason: 'UNKNOWN_FIELD',
    field: 'x',
  },
  {
    name: 'a broken Idempotency-Key',
    path: `/v1/people/${PERSON}/sign-in-invitations`,
    headers: { ...json, 'idempotency-key': '1' },
    body: '{}',
    status: 400,
    reason: 'IDEMPOTENCY_KEY_INVALID',
    field: 'Idempotency-Key',
  },
  {
    name: 'a broken If-Match',
    path: `/v1/people/${PERSON}/sign-in-invitations`,
    headers: { ...json, 'if-match': '*' },
    body: '{}',
    status: 400,
    reason: 'IF_MATCH_INVALID',
    field: 'If-Match',
  },
];

describe('hostile input at the edge', () => {
  it.each(cases)(
    '$name: $status $reason',
    async ({ path = '/v1/set-up', method = 'POST', headers = json, body, status, reason, field }) => {
      const response = await officer.fetch(path, {
        method,
        ...(method === 'GET' ? {} : { headers, ...(body === undefined ? {} : { body }) }),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const problem = (await response.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({
        status,
        reason,
        type: `urn:jiangong:problem:${reason.toLowerCase().replaceAll('_', '-')}`,
      });
      expect(problem['field']).toBe(field);
      expect(problem['titleZh']).toMatch(/\p{Script=Han}/u);
      expect(typeof problem['titleEn']).toBe('string');
      expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|at \w+ \(/u);
      expect(JSON.stringify(problem).length).toBeLessThan(8_000);
    },
  );

  it('nothing of it reached a service', () => {
    expect(world.services.seen.length).toBe(callsBefore);
  });

  it('the language follows Accept-Language, both titles are always there', async () => {
    const response = await officer.fetch('/v1/nothing', { headers: { 'accept-language': 'en' } });
    expect(await response.json()).toMatchObject({
      title: 'There is nothing at this address.',
      titleZh: '没有这个接口或页面。',
    });
  });

  it('405 names what the address knows', async () => {
    const response = await officer.fetch('/v1/set-up', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('every answer carries the headers that keep a browser careful', async () => {
    for (const path of ['/healthz', '/v1/nothing', '/openapi.json', '/docs', '/']) {
      const { headers } = await officer.fetch(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('limits', () => {
  it('an address that asks too much waits', async () => {
    const narrow = await startGatewayUnderTest({ REQUESTS_PER_MINUTE_ADDRESS: '20' });
    try {
      const answers: number[] = [];
      for (let n = 0; n < 22; n += 1) answers.push((await fetch(`${narrow.url}/healthz`)).status);
      expect(answers.filter((status) => status === 200).length).toBe(20);
      const refused = await fetch(`${narrow.url}/healthz`);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    } finally {
      await narrow.stop();
    }
  });
});
