import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PublicFact } from '@jiangong/messaging';
import { endAccess } from '../src/adapters/postgres/end-access.ts';
import { postgresDraftStore } from '../src/adapters/postgres/draft-store.ts';
import { DRAFT_BYTES_MAX, DRAFT_KEPT_MS, drafts, DRAFTS_OF_PERSON_MAX } from '../src/application/drafts.ts';
import { draftsOf } from '../src/open-drafts.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { CREDENTIALS, type GatewayUnderTest, OFFICER, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const SUBJECT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a09';
const SHEET = `/v1/drafts/score-sheet/${SUBJECT}`;
/** What an order would refuse comes back from a draft as it was typed. */
const TYPED = Buffer.from('{"甲":"9.5","乙":"\u200B\u202E"}', 'utf8');

let world: GatewayUnderTest;
let who: Browser;

beforeAll(async () => {
  world = await startGatewayUnderTest();
  expect((await setUp(world)).status).toBe(201);
  who = browser(world.url);
  expect((await signInAs(who, CREDENTIALS)).status).toBe(303);
});
beforeEach(async () => {
  await world.database.admin.query('delete from gateway.draft');
});
afterAll(async () => world.stop());

const save = async (path: string, content: Buffer, seen?: number): Promise<Response> =>
  who.fetch(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }) },
    body: JSON.stringify({ content: content.toString('base64') }),
  });

const told = async (response: Response): Promise<readonly unknown[]> => {
  const { reason, field } = (await response.json()) as { reason?: string; field?: string };
  return [response.status, reason, field];
};

describe('a draft', () => {
  it('comes back as it was typed, with its revision as ETag, and is thrown away', async () => {
    const first = await save(SHEET, TYPED, -1);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"0"']);
    const second = await save(SHEET, Buffer.concat([TYPED, TYPED]), 0);
    expect([second.status, second.headers.get('etag')]).toEqual([200, '"1"']);
    const read = await who.fetch(SHEET);
    expect(read.headers.get('etag')).toBe('"1"');
    const { savedAt, ...found } = (await read.json()) as { savedAt: string };
    expect(found).toEqual({
      kind: 'score-sheet',
      subjectId: SUBJECT,
      revision: 1,
      content: Buffer.concat([TYPED, TYPED]).toString('base64'),
    });
    expect(Math.abs(Date.parse(savedAt) - Date.now())).toBeLessThan(60_000);
    const list = await (await who.fetch('/v1/drafts')).json();
    expect(list).toEqual({
      items: [{ kind: 'score-sheet', subjectId: SUBJECT, revision: 1, savedAt, bytes: 2 * TYPED.length }],
    });
    for (const _ of ['once', 'twice']) expect((await who.fetch(SHEET, { method: 'DELETE' })).status).toBe(204);
    expect(await told(await who.fetch(SHEET))).toEqual([404, 'DRAFT_NOT_FOUND', undefined]);
  });

  it('another window saved meanwhile: the second save changes nothing and says so', async () => {
    await save(SHEET, Buffer.from('a'), -1);
    await save(SHEET, Buffer.from('b'), 0);
    expect(await told(await save(SHEET, Buffer.from('c'), 0))).toEqual([412, 'DRAFT_CHANGED', 'If-Match']);
    expect(await told(await save(SHEET, Buffer.from('c'), -1))).toEqual([412, 'DRAFT_CHANGED', 'If-Match']);
    expect(await told(await save(SHEET, Buffer.from('c')))).toEqual([428, 'PRECONDITION_REQUIRED', 'If-Match']);
    expect(await (await who.fetch(SHEET)).json()).toMatchObject({ content: Buffer.from('b').toString('base64') });
  });

  it('a save whose answer was lost comes again and is the same save', async () => {
    await save(SHEET, Buffer.from('a'), -1);
    const again = await save(SHEET, Buffer.from('a'), -1);
    expect([again.status, await again.json()]).toEqual([200, expect.objectContaining({ revision: 0 })]);
  });

  it('two windows that begin at once: one is kept', async () => {
    const answers = await Promise.all(['a', 'b', 'c'].map(async (text) => save(SHEET, Buffer.from(text), -1)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 412, 412]);
  });

  it('is nobody else’s, whatever the request says', async () => {
    await save(SHEET, TYPED, -1);
    const parts = draftsOf(world.gateway().parts);
    await expect(parts.read({ personId: randomUUID(), kind: 'score-sheet', subjectId: SUBJECT })).rejects.toThrow(
      'DRAFT_NOT_FOUND',
    );
    expect(await told(await browser(world.url).fetch(SHEET))).toEqual([401, 'NOT_SIGNED_IN', undefined]);
  });

  it('what is no base64, of no kind, or too large is refused and named', async () => {
    const bad = await who.fetch(SHEET, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"-1"' },
      body: JSON.stringify({ content: '甲' }),
    });
    expect(await told(bad)).toEqual([400, 'INVALID_FIELD', 'content']);
    expect(await told(await save(`/v1/drafts/novel/${SUBJECT}`, TYPED, -1))).toEqual([400, 'INVALID_FIELD', 'kind']);
    expect((await save(SHEET, Buffer.alloc(DRAFT_BYTES_MAX, 7), -1)).status).toBe(200);
    expect(await told(await save(SHEET, Buffer.alloc(DRAFT_BYTES_MAX + 1, 7), 0))).toEqual([
      413,
      'DRAFT_TOO_LARGE',
      'content',
    ]);
  });

  it('nobody has more than so many', async () => {
    await world.database.admin.query(
      `insert into gateway.draft select $1, 'decision', gen_random_uuid(), 0, ''::bytea, ''::bytea, 0, now() from generate_series(1, $2)`,
      [OFFICER, DRAFTS_OF_PERSON_MAX],
    );
    expect(await told(await save(SHEET, TYPED, -1))).toEqual([409, 'TOO_MANY_DRAFTS', undefined]);
  });

  it('lies sealed, and a row put in another place does not open', async () => {
    await save(SHEET, TYPED, -1);
    const { rows } = await world.database.admin.query<{ sealed: Buffer }>('select sealed from gateway.draft', []);
    expect(rows[0]?.sealed.includes(Buffer.from('9.5'))).toBe(false);
    await world.database.admin.query("update gateway.draft set kind = 'decision'", []);
    const moved = await who.fetch(`/v1/drafts/decision/${SUBJECT}`);
    expect(moved.status).toBe(500);
  });

  it('goes with its person, and so long after it was last saved', async () => {
    await save(SHEET, TYPED, -1);
    const { database, masterKey } = world.gateway().parts;
    const at = (nowMs: number) =>
      drafts({ store: postgresDraftStore(database), key: masterKey.subarray(0, 32), nowMs: () => nowMs });
    await at(Date.now() + DRAFT_KEPT_MS - 60_000).sweep();
    expect((await who.fetch(SHEET)).status).toBe(200);
    await at(Date.now() + DRAFT_KEPT_MS + 60_000).sweep();
    expect((await who.fetch(SHEET)).status).toBe(404);
    await save(SHEET, TYPED, -1);
    const { handle } = endAccess(database, { sessions: async () => undefined, names: () => undefined });
    await handle({ type: 'membership.PersonErased.v1', data: { personId: OFFICER } } as PublicFact);
    expect((await draftsOf(world.gateway().parts).list(OFFICER)).length).toBe(0);
  });
});
