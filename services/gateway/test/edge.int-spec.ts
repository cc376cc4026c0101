import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { UNKNOWN_DEVICE } from '../src/application/devices.ts';
import { ListTemplatesResponse } from '@jiangong/contracts/jiangong/merit_projects/v1/templates';
import { receipt } from './fake-services.ts';
import { type GatewayUnderTest, OFFICER, ROOT, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(60_000);

const SCRIPT = 'console.log("建功");\n'.repeat(200);
const PAGE = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root"></div>';
const BROWSERS = 150;
const READS_EACH = 3;
/** Less than the browsers ask for together: would they count against their address, it would overflow. */
const ADDRESS_PER_MINUTE = '300';

let directory: string;
let world: GatewayUnderTest;
let cookie: string;

type Told = Readonly<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;

/** Nothing is added and nothing unpacked, unlike with `fetch`. */
const ask = async (
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '' }: Readonly<{ method?: string; body?: string }> = {},
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const asking = httpRequest(new URL(path, world.url), { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });

const cookieOfNew = async (): Promise<string> =>
  `jiangong=${(await world.gateway().parts.sessions.begin(OFFICER, { device: UNKNOWN_DEVICE })).token}`;

const template = (titleZh: string) => ({
  templateHash: 'a'.repeat(64),
  committeeId: ROOT,
  titleZh,
  titleEn: 'Template',
});

const showTemplates = (count: number): void =>
  world.services.answer('merit-projects', 'listTemplates', () =>
    ListTemplatesResponse.fromPartial({
      templates: Array.from({ length: count }, (_, n) => template(`模板 ${n}`)),
      counts: { total: count },
    }),
  );

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jiangong-console-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), PAGE);
  await writeFile(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(directory, 'worker.js'), SCRIPT);
  await writeFile(join(directory, 'assets', 'index-8f3a.js'), SCRIPT);
  await writeFile(join(directory, 'assets', 'index-8f3a.js.br'), brotliCompressSync(SCRIPT));
  world = await startGatewayUnderTest({
    CONSOLE_DIR: directory,
    REQUESTS_PER_MINUTE_ADDRESS: ADDRESS_PER_MINUTE,
  });
  cookie = await cookieOfNew();
  showTemplates(40);
});
afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the console that is served', () => {
  it('its files are kept for ever where their name changes with them, compressed beforehand, and asked for again elsewhere', async () => {
    const packed = await ask('/assets/index-8f3a.js', { 'accept-encoding': 'gzip, br' });
    expect([packed.status, packed.headers['content-encoding'], packed.headers['cache-control']]).toEqual([
      200,
      'br',
      'public, max-age=31536000, immutable',
    ]);
    expect(packed.headers['content-type']).toContain('javascript');
    expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
    expect(brotliDecompressSync(packed.body).toString('utf8')).toBe(SCRIPT);
    const plain = await ask('/assets/index-8f3a.js');
    expect([plain.headers['content-encoding'], plain.body.toString('utf8')]).toEqual([undefined, SCRIPT]);
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('public, no-cache');
  });

  it('a worker beside the page is asked for again, and lives by a policy that lets it ask this origin alone', async () => {
    const { status, headers } = await ask('/worker.js');
    expect([status, headers['cache-control'], headers['content-security-policy']]).toEqual([
      200,
      'public, no-cache',
      "default-src 'none'; connect-src 'self'",
    ]);
    const page = await ask('/', { accept: 'text/html' });
    expect(page.headers['content-security-policy']).toContain("worker-src 'self'");
  });

  it('its page answers at every address of its own, with a policy and a nonce of its own each time', async () => {
    const pages = await Promise.all(
      ['/', '/entries/1', '/entries/1?tab=files'].map(async (path) => ask(path, { accept: 'text/html' })),
    );
    const nonces = pages.map(({ status, headers, body }) => {
      const nonce = /nonce="([^"]+)"/u.exec(body.toString('utf8'))?.[1] ?? '';
      const policy = String(headers['content-security-policy']);
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).not.toContain('unsafe');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(pages.length);
  });

  it.each([
    '/v1/nothing',
    '/v1',
    '/oidc/nothing',
    '/docs/nothing',
    '/sign-in/nothing',
    '/healthz/x',
    '/assets/gone.js',
    '/gone.png',
  ])('its page does not swallow %s', async (path) => {
    const told = await ask(path, { accept: 'text/html' });
    expect(told.status).toBe(404);
    expect(told.body.toString('utf8')).not.toContain('id="root"');
  });

  it('what is ours stays ours, and a program that mistakes an address is told so', async () => {
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs'])
      expect((await ask(path, { accept: 'text/html' })).body.toString('utf8')).not.toContain('id="root"');
    expect((await ask('/entries/1', { accept: 'application/json' })).headers['content-type']).toContain('problem+json');
    expect((await ask('/assets/..%2f..%2fetc%2fpasswd', { accept: 'text/html' })).status).toBe(404);
    const endless = await ask(`/v1/rounds/${'x'.repeat(5_000)}/seats`);
    expect([endless.status, JSON.parse(endless.body.toString('utf8'))]).toMatchObject([
      414,
      { reason: 'URL_TOO_LONG' },
    ]);
  });
});

describe('what is read', () => {
  it('is compressed as the asker can take it, from a size on, and says what it depends on', async () => {
    const plain = await ask('/v1/templates', { cookie });
    for (const [accepted, used] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const told = await ask('/v1/templates', { cookie, 'accept-encoding': accepted });
      expect([told.status, told.headers['content-encoding']]).toEqual([200, used]);
      expect(told.headers.vary).toBe('cookie, accept-encoding');
      expect(told.headers.etag).toBe(plain.headers.etag);
    }
    for (const path of ['/openapi.json', '/docs'])
      for (const accepted of ['br', 'identity'])
        expect((await ask(path, { 'accept-encoding': accepted })).headers.vary).toBe('accept-encoding');
    const packed = await ask('/v1/templates', { cookie, 'accept-encoding': 'br' });
    expect(brotliDecompressSync(packed.body)).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(plain.body.length / 4);
    expect((await ask('/healthz', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('is sent plain where a page of another site asked, and so is every answer to an order', async () => {
    const crossSite = { cookie, 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' };
    expect((await ask('/v1/templates', crossSite)).headers['content-encoding']).toBeUndefined();
    const long = { ...receipt(9, 1), events: Array.from({ length: 50 }, () => receipt().events[0]) };
    world.services.answer('organizations', 'renameOrganization', () => ({ receipt: long }));
    const told = await ask(
      `/v1/organizations/${ROOT}/rename`,
      { cookie, origin: world.url, 'content-type': 'application/json', 'if-match': '"1"', 'accept-encoding': 'br' },
      { method: 'POST', body: JSON.stringify({ nameZh: '水利厅', nameEn: 'Water' }) },
    );
    expect([told.status, told.headers['content-encoding'], told.headers.etag]).toEqual([200, undefined, '"1"']);
    expect(told.body.length).toBeGreaterThan(1_024);
  });

  it('is not sent again to who has it, though it is asked for and allowed each time; what has changed is sent', async () => {
    showTemplates(40);
    const first = await ask('/v1/templates', { cookie });
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const asked = (): number => world.services.seen.filter(({ method }) => method === 'listTemplates').length;
    const before = asked();
    const known = { cookie, 'if-none-match': String(first.headers.etag), 'accept-encoding': 'br' };
    const again = await ask('/v1/templates', known);
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect(asked()).toBe(before + 1);
    showTemplates(41);
    expect((await ask('/v1/templates', known)).status).toBe(200);
  });

  it('tells nobody without a session whether it holds', async () => {
    const { etag } = (await ask('/v1/templates', { cookie })).headers;
    expect((await ask('/v1/templates', { 'if-none-match': String(etag) })).status).toBe(401);
    expect((await ask('/v1/templates', { 'if-none-match': '*' })).status).toBe(401);
  });
});

describe('an office behind one address', () => {
  it('of 150 browsers that load the console and read for a minute none is sent away', async () => {
    showTemplates(1);
    const told: number[] = [];
    const browse = async (): Promise<void> => {
      const own = await cookieOfNew();
      told.push((await ask('/', { cookie: own, accept: 'text/html' })).status);
      for (let n = 0; n < 4; n += 1) told.push((await ask('/assets/index-8f3a.js', { cookie: own })).status);
      for (let n = 0; n < READS_EACH; n += 1) told.push((await ask('/v1/templates', { cookie: own })).status);
    };
    for (let done = 0; done < BROWSERS; done += 15) await Promise.all(Array.from({ length: 15 }, browse));
    expect(told).toHaveLength(BROWSERS * (READS_EACH + 5));
    expect([...new Set(told)]).toEqual([200]);
  });
});
