import { connect } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, ROOT, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

/** 建功 in GBK. */
const GBK = Buffer.from([0xbd, 0xa8, 0xb9, 0xa6]);
const GBK_ESCAPED = '%BD%A8%B9%A6';

let world: GatewayUnderTest;
let officer: Browser;
let callsBefore: number;

beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
  callsBefore = world.services.seen.length;
});
afterAll(async () => world.stop());

type Raw = Readonly<{ method?: string; path?: string; headers?: Readonly<Record<string, string>>; body?: Buffer }>;

/** What goes over the wire, byte by byte: clients of HTTP would not send it. `headers` are Latin-1. */
const say = async ({ method = 'POST', path = '/v1/people', headers = {}, body = Buffer.alloc(0) }: Raw) => {
  const { hostname, port } = new URL(world.url);
  const cookie = [...officer.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const lines = Object.entries({
    host: `${hostname}:${port}`,
    connection: 'close',
    cookie,
    accept: 'application/json',
    'content-type': 'application/json',
    'content-length': String(body.length),
    'idempotency-key': randomUUID(),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const heard = await new Promise<string>((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(Buffer.concat([head, body])));
    socket.on('data', (part) => parts.push(part));
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
    socket.on('error', reject);
  });
  const [answerHead = '', answer = ''] = heard.split('\r\n\r\n', 2);
  const problem = /\{.*\}/su.exec(answer)?.[0];
  return {
    status: Number(answerHead.split(' ')[1]),
    ...(problem === undefined ? {} : (JSON.parse(problem) as { reason?: string; field?: string })),
  };
};

const named = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`{"organizationId":"${ROOT}","name":"`), bytes, Buffer.from('"}')]);

const latin1 = GBK.toString('latin1');

const rows: readonly (Raw & Readonly<{ name: string; status: number; reason: string; field?: string }>)[] = [
  {
    name: 'a GBK body that says so',
    headers: { 'content-type': 'application/json; charset=gbk' },
    body: named(GBK),
    status: 415,
    reason: 'CHARSET_NOT_SUPPORTED',
    field: 'Content-Type',
  },
  {
    name: 'a body in UTF-8 that says it is GB18030',
    headers: { 'content-type': 'application/json;charset="GB18030"' },
    body: named(Buffer.from('建功')),
    status: 415,
    reason: 'CHARSET_NOT_SUPPORTED',
    field: 'Content-Type',
  },
  { name: 'a GBK body that does not say so', body: named(GBK), status: 400, reason: 'MALFORMED_TEXT', field: 'body' },
  {
    name: 'a GBK body that says it is UTF-8',
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: named(GBK),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'UTF-8 that is cut off within a character',
    body: named(Buffer.from('建功').subarray(0, 5)),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'a surrogate written as UTF-8',
    body: named(Buffer.from([0xed, 0xa0, 0xbd])),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'an overlong slash',
    body: named(Buffer.from([0xc0, 0xaf])),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'GBK in a query',
    method: 'GET',
    path: `/v1/organizations?pageToken=${GBK_ESCAPED}`,
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'url',
  },
  {
    name: 'GBK in a path',
    method: 'GET',
    path: `/v1/organizations/${GBK_ESCAPED}`,
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'url',
  },
  {
    name: 'bare GBK bytes in an address',
    method: 'GET',
    path: `/v1/organizations?pageToken=${latin1}`,
    status: 400,
    reason: 'MALFORMED_REQUEST',
  },
  {
    name: 'GBK in a header',
    headers: { 'accept-language': latin1 },
    body: named(Buffer.from('建功')),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'accept-language',
  },
  {
    name: "GBK in the name of an upload's file",
    path: '/v1/evidence',
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${latin1}.pdf"` },
    body: Buffer.from('%PDF-1.7'),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'content-disposition',
  },
  {
    name: 'GBK in a form of a page',
    path: '/set-up?token=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(`committeeNameZh=${GBK_ESCAPED}`),
    status: 400,
    reason: 'MALFORMED_TEXT',
    field: 'body',
  },
  {
    name: 'a form of a page that says it is GBK',
    path: '/set-up?token=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=gb2312' },
    body: Buffer.from('committeeNameZh=x'),
    status: 415,
    reason: 'CHARSET_NOT_SUPPORTED',
    field: 'Content-Type',
  },
];

describe('text that is not UTF-8', () => {
  it.each(rows)('$name: $status $reason', async ({ status, reason, field, ...raw }) => {
    expect(await say(raw)).toMatchObject({ status, reason, ...(field === undefined ? {} : { field }) });
  });

  it('nothing of it reached a service', () => expect(world.services.seen.length).toBe(callsBefore));

  it('rare characters, a name of their own and any way of saying UTF-8 go through', async () => {
    world.services.answer('membership', 'registerPerson', () => ({ receipt: receipt(1), personId: ROOT }));
    for (const type of ['application/json', 'application/json; charset=utf-8', 'application/json; charset="UTF8"'])
      expect(await say({ headers: { 'content-type': type }, body: named(Buffer.from('𠮷㛃')) })).toMatchObject({
        status: 201,
      });
    expect((await officer.fetch(`/v1/organizations/${encodeURIComponent('建功')}`)).status).toBe(400);
  });
});

describe('the language of what the edge says by itself', () => {
  const asked: readonly (readonly [string, Raw])[] = [
    ['an unknown address', { method: 'GET', path: '/v1/nothing' }],
    ['an unknown method', { method: 'DELETE', path: '/v1/people' }],
    ['a body too large', { body: Buffer.alloc(1_100_000, 0x20) }],
    ['a wrong type', { headers: { 'content-type': 'text/plain' }, body: Buffer.from('{}') }],
    ['another charset', { headers: { 'content-type': 'application/json; charset=gbk' }, body: Buffer.from('{}') }],
    ['no JSON', { body: Buffer.from('{') }],
    ['a wrong field', { body: Buffer.from('{"name":5}') }],
    ['an unknown field', { body: Buffer.from('{"x":5}') }],
    ['an address too long', { method: 'GET', path: `/v1/${'x'.repeat(5_000)}` }],
    ['a broken escape', { method: 'GET', path: '/v1/people/%zz' }],
    ['no session', { method: 'GET', path: '/v1/me', headers: { cookie: '' } }],
    ['a broken key', { headers: { 'idempotency-key': '1' }, body: Buffer.from('{}') }],
    ['headers too large', { method: 'GET', path: '/', headers: { 'x-big': 'x'.repeat(40_000) } }],
    ['no HTTP at all', { method: 'NON SENSE' }],
  ];

  it.each(asked)('%s is said in the language asked for, with both titles', async (_, raw) => {
    for (const language of ['zh', 'en'] as const) {
      const said = (await say({ ...raw, headers: { 'accept-language': language, ...raw.headers } })) as {
        title?: string;
        detail?: string;
        titleZh?: string;
        titleEn?: string;
        status: number;
      };
      expect(said.status).toBeGreaterThanOrEqual(400);
      expect(said.titleZh).toMatch(/\p{Script=Han}/u);
      expect(said.titleEn).not.toMatch(/\p{Script=Han}/u);
      // What is no request has told no language: the platform's first one.
      const told = raw.headers?.['x-big'] !== undefined || raw.method === 'NON SENSE' ? 'zh' : language;
      for (const text of [said.title, said.detail]) {
        if (told === 'en') expect(text).not.toMatch(/\p{Script=Han}/u);
        else expect(text).toMatch(/\p{Script=Han}/u);
        if (told === 'zh') expect(text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/iu);
      }
    }
  });
});
