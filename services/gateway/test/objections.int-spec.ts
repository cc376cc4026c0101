import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { postgresHandInStore } from '../src/adapters/postgres/hand-in-store.ts';
import {
  CONFIRMED_OF_BLOCK_MAX,
  FILES_MAX,
  RECEIPTS_KEPT_MS,
  SOURCES_KEPT_MS,
  WAITING_OF_SOURCE_MAX,
} from '../src/application/hand-in-limits.ts';
import { browser } from './browser.ts';
import { receipt } from './fake-services.ts';
import { type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(60_000);

const objection = { objectorName: '王匿名', objectorContact: '13900001111', statement: '佐证材料系伪造' };

type HandedIn = { handIn: string; code: string; confirmFrom: string; confirmBefore: string };
type Said = { reason?: string; field?: string; objectionId?: string; receiptCode?: string };

let world: GatewayUnderTest;
let addresses = 0;

beforeAll(async () => {
  world = await startGatewayUnderTest({ TRUSTED_PROXIES: '127.0.0.1' });
  await setUp(world);
  world.services.answer('merit-projects', 'registerEvidence', () => ({ receipt: receipt(3) }));
  world.services.answer('merit-projects', 'receiveObjection', () => ({
    objectionId: '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a0a',
    answerDueAt: '2021-12-03T16:00:00.000Z',
    receipt: receipt(4),
  }));
});
afterAll(async () => world.stop());

/** A sender of its own, in a block of its own. */
const elsewhere = (): string => `198.51.${(addresses += 1)}.7`;

const sent = async (path: string, from: string, body: unknown, key = randomUUID()): Promise<[number, Said]> => {
  const response = await browser(world.url).post(path, body, { 'x-forwarded-for': from, 'idempotency-key': key });
  return [response.status, (await response.json()) as Said];
};

const handIn = async (entryId: string, from: string, key = randomUUID()): Promise<[number, Said & HandedIn]> => {
  const [status, said] = await sent(`/v1/public/entries/${entryId}/objections`, from, objection, key);
  return [status, said as Said & HandedIn];
};

const handedIn = async (entryId: string, from: string): Promise<HandedIn> => {
  const [status, said] = await handIn(entryId, from);
  expect(status).toBe(202);
  return said;
};

const until = async (moment: string): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, Date.parse(moment) - Date.now())));

const confirm = async (given: HandedIn, from: string, more: object = {}): Promise<[number, Said]> => {
  await until(given.confirmFrom);
  return sent('/v1/public/objections/confirm', from, { handIn: given.handIn, code: given.code, ...more });
};

const asked = async (code: string, from: string): Promise<[number, Said & { correlationId?: string }]> => {
  const response = await browser(world.url).fetch(`/v1/public/objections/${encodeURIComponent(code)}`, {
    headers: { 'x-forwarded-for': from },
  });
  return [response.status, (await response.json()) as Said];
};

const given20 = (): string => randomUUID().replaceAll('-', '').slice(0, 20);

const upload = async (
  token: string,
  content: string | Buffer,
  from: string,
): Promise<[number, Said & { sha256: string }]> => {
  const response = await fetch(`${world.url}/v1/public/objections/evidence`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'hand-in': token, 'x-forwarded-for': from },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  });
  return [response.status, (await response.json()) as Said & { sha256: string }];
};

const callsTo = (method: string) => world.services.seen.filter((one) => one.method === method);

describe('an objection of the public', () => {
  it('is nothing but a sealed box at the edge until it is confirmed by its code, and not at once', async () => {
    const [entryId, from] = [randomUUID(), elsewhere()];
    const given = await handedIn(entryId, from);
    expect(given.code).toMatch(/^\d{6}$/u);
    const [early, said] = await sent('/v1/public/objections/confirm', from, { handIn: given.handIn, code: given.code });
    expect([early, said.reason]).toEqual([429, 'CONFIRMED_TOO_SOON']);
    expect(callsTo('receiveObjection')).toEqual([]);
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select string_agg(h::text, chr(10)) as all from gateway.hand_in h',
    );
    for (const open of [
      objection.objectorName,
      objection.objectorContact,
      from,
      Buffer.from(objection.objectorName).toString('hex'),
    ])
      expect(rows[0]?.all).not.toContain(open);

    const wrong = given.code === '000000' ? '111111' : '000000';
    const [refused, why] = await confirm(given, from, { code: wrong });
    expect([refused, why.reason, why.field]).toEqual([403, 'CODE_WRONG', 'code']);
    expect(await confirm(given, from)).toMatchObject([201, { objectionId: expect.any(String) }]);
    expect(await confirm(given, from)).toMatchObject([201, { objectionId: expect.any(String) }]);
    const calls = callsTo('receiveObjection');
    expect(calls.map(({ request }) => request)).toEqual([
      expect.objectContaining({
        ...objection,
        entryId,
        confirmation: 'code',
        source: expect.stringMatching(/^[\w-]{43}$/u),
      }),
      calls[0]?.request,
    ]);
    // Confirmed twice, it is one order: the log gives its first answer.
    expect(new Set(calls.map(({ metadata }) => metadata['x-request-id'])).size).toBe(1);
    expect(calls[0]?.token.sub).toBe('anonymous');
    expect(JSON.stringify(calls[0])).not.toContain(from);
  });

  it('gets a code by which whoever has it sees how it stands, and nobody anything else', async () => {
    const [entryId, from] = [randomUUID(), elsewhere()];
    const given = await handedIn(entryId, from);
    const [, { receiptCode = '' }] = await confirm(given, from);
    expect(receiptCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/u);
    expect((await confirm(given, from))[1].receiptCode).toBe(receiptCode);
    const standing = { entryId, against: 'entry', status: 'open', receivedAt: '2021-11-16T02:00:00.000Z' };
    world.services.answer('merit-projects', 'getObjectionStatus', () => ({
      ...{ ...standing, outcome: '', answerDueAt: '2021-12-03T16:00:00.000Z', settledAt: '' },
    }));
    const typed = receiptCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const [status, said] = await asked(typed, from);
    expect([status, said]).toEqual([
      200,
      { ...standing, outcome: null, answerDueAt: '2021-12-03T16:00:00.000Z', settledAt: null },
    ]);
    const [call] = callsTo('getObjectionStatus');
    expect(call?.request).toEqual({ objectionId: '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3a0a' });
    expect(call?.token).toMatchObject({ kind: 'system', sub: 'gateway' });
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select string_agg(o::text, chr(10)) as all from gateway.objection_receipt o',
    );
    for (const open of [receiptCode, receiptCode.replaceAll('-', ''), given.handIn, from])
      expect(rows[0]?.all).not.toContain(open);
  });

  it('a code that is mistyped, made up or lapsed is answered like any other, and guesses have a limit', async () => {
    const from = elsewhere();
    const answers = [];
    for (const code of ['K3V9T-0QTB7-ZME4X-1C8RD', 'nothing', given20()]) answers.push(await asked(code, from));
    const told = answers.map(([status, said]) => JSON.stringify([status, { ...said, correlationId: '' }]));
    expect(new Set(told).size).toBe(1);
    expect(answers[0]).toMatchObject([404, { reason: 'OBJECTION_CODE_UNKNOWN', field: 'code' }]);
    const statuses: number[] = [];
    for (let guess = 0; guess < 20; guess += 1) statuses.push((await asked(given20(), from))[0]);
    expect(statuses).toContain(429);
    const store = postgresHandInStore(world.gateway().parts.database);
    await store.sweep(Date.now() + RECEIPTS_KEPT_MS + 60_000, SOURCES_KEPT_MS);
    const { rows } = await world.database.admin.query('select 1 from gateway.objection_receipt');
    expect(rows).toEqual([]);
  });

  it('handed in twice under one key is handed in once', async () => {
    const [entryId, from, key] = [randomUUID(), elsewhere(), randomUUID()];
    const answers = [
      await handIn(entryId, from, key),
      await handIn(entryId, from, key),
      await handIn(entryId, from, key),
    ];
    expect(new Set(answers.map(([, { handIn: token, code }]) => `${token} ${code}`)).size).toBe(1);
    expect(await handIn(entryId, from)).toMatchObject([202, {}]);
  });

  it('a few wrong codes take it away', async () => {
    const from = elsewhere();
    const given = await handedIn(randomUUID(), from);
    await until(given.confirmFrom);
    const reasons: unknown[] = [];
    for (let wrong = 0; wrong < 5; wrong += 1)
      reasons.push((await confirm(given, from, { code: given.code === '000000' ? '111111' : '000000' }))[1].reason);
    expect(reasons).toEqual(['CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'CODE_WRONG', 'HAND_IN_UNKNOWN']);
  });
});

describe('one person shuts no public form', () => {
  it('fifty from one address: a few are taken, and the next person still gets in', async () => {
    const [entryId, flood] = [randomUUID(), elsewhere()];
    const answers = await Promise.all(Array.from({ length: 50 }, async () => handIn(entryId, flood)));
    const taken = answers.filter(([status]) => status === 202).length;
    expect(taken).toBeLessThanOrEqual(6);
    expect(new Set(answers.filter(([status]) => status !== 202).map(([status]) => status))).toEqual(new Set([429]));
    expect((await handIn(entryId, elsewhere()))[0]).toBe(202);
  });

  it('what waits to be confirmed counts against its own source and entry, until it lapses', async () => {
    const [entryId, from] = [randomUUID(), elsewhere()];
    for (let count = 0; count < WAITING_OF_SOURCE_MAX; count += 1) await handedIn(entryId, from);
    expect(await handIn(entryId, from)).toMatchObject([429, { reason: 'OBJECTIONS_OF_SOURCE' }]);
    expect((await handIn(randomUUID(), from))[0]).toBe(202);
    await world.database.admin.query(
      "update gateway.hand_in set lapses_at = now() - interval '1 second' where entry_id = $1",
      [entryId],
    );
    expect((await handIn(entryId, from))[0]).toBe(202);
  });

  it('many addresses of one block are one neighbourhood', async () => {
    const entryId = randomUUID();
    const from = (host: number): string => `203.0.113.${host}`;
    const given = await Promise.all(
      Array.from({ length: CONFIRMED_OF_BLOCK_MAX + 1 }, async (_, host) => handedIn(entryId, from(host + 1))),
    );
    const answers: number[] = [];
    for (const [index, one] of given.entries()) answers.push((await confirm(one, from(index + 1)))[0]);
    expect(answers).toEqual([...Array.from({ length: CONFIRMED_OF_BLOCK_MAX }, () => 201), 429]);
    expect(await handIn(entryId, from(99))).toMatchObject([429, { reason: 'OBJECTIONS_OF_BLOCK' }]);
    expect((await handIn(entryId, elsewhere()))[0]).toBe(202);
  });
});

describe('a file with an objection', () => {
  it('comes in with the objection it belongs to only, and leaves quarantine when that is confirmed', async () => {
    const [entryId, from] = [randomUUID(), elsewhere()];
    expect(await upload('A'.repeat(43), '别人的材料', from)).toMatchObject([404, { reason: 'HAND_IN_UNKNOWN' }]);
    const given = await handedIn(entryId, from);
    const [status, { sha256 }] = await upload(given.handIn, '一份材料', from);
    expect(status).toBe(201);
    expect(callsTo('registerEvidence')).toEqual([]);
    const { rows } = await world.database.admin.query<{ all: string }>(
      'select string_agg(f::text, chr(10)) as all from gateway.hand_in_file f',
    );
    expect(rows[0]?.all).not.toContain(Buffer.from('一份材料').toString('hex'));
    expect((await confirm(given, from, { evidence: [sha256] }))[0]).toBe(201);
    const [registered] = callsTo('registerEvidence');
    expect(registered).toMatchObject({ request: { sha256, mediaType: 'text/plain' }, token: { sub: 'gateway' } });
    expect(callsTo('receiveObjection').at(-1)?.request).toMatchObject({ evidence: [sha256] });
  });

  it('nobody learns whether somebody else has handed a file in', async () => {
    const [one, other] = [elsewhere(), elsewhere()];
    const theirs = await handedIn(randomUUID(), one);
    const [, { sha256 }] = await upload(theirs.handIn, '他人的材料', one);
    expect((await confirm(theirs, one, { evidence: [sha256] }))[0]).toBe(201);
    const mine = await handedIn(randomUUID(), other);
    const known = await confirm(mine, other, { evidence: [sha256] });
    const unknown = await confirm(mine, other, { evidence: ['0'.repeat(64)] });
    expect(known).toMatchObject([404, { reason: 'EVIDENCE_NOT_FOUND', field: 'evidence[0]' }]);
    expect([unknown[0], { ...unknown[1], correlationId: '' }]).toEqual([known[0], { ...known[1], correlationId: '' }]);
  });

  it('is judged by its content, small, and one of a few', async () => {
    const from = elsewhere();
    const given = await handedIn(randomUUID(), from);
    expect(await upload(given.handIn, '<html><script>1</script></html>', from)).toMatchObject([
      415,
      { reason: 'EVIDENCE_TYPE_NOT_ALLOWED' },
    ]);
    expect(await upload(given.handIn, Buffer.alloc(5_000_001, 'a'), from)).toMatchObject([
      413,
      { reason: 'HAND_IN_FILE_TOO_LARGE' },
    ]);
    // Its neighbours in the same block: how fast one address sends is a limit of its own.
    const neighbours = [8, 9, 10, 11].map((host) => from.replace(/\.7$/u, `.${host}`));
    const answers: number[] = [];
    for (const [index, neighbour] of neighbours.entries())
      answers.push((await upload(given.handIn, `材料${index}`, neighbour))[0]);
    expect(answers).toEqual([...Array.from({ length: FILES_MAX }, () => 201), 409]);
  });

  it('lapses with an objection that nobody confirms', async () => {
    const [entryId, from] = [randomUUID(), elsewhere()];
    const given = await handedIn(entryId, from);
    await upload(given.handIn, '过期的材料', from);
    await world.database.admin.query(
      "update gateway.hand_in set lapses_at = now() - interval '1 second' where entry_id = $1",
      [entryId],
    );
    expect(await confirm(given, from)).toMatchObject([404, { reason: 'HAND_IN_UNKNOWN' }]);
    await postgresHandInStore(world.gateway().parts.database).sweep(Date.now(), SOURCES_KEPT_MS);
    const left = async (table: string): Promise<unknown> =>
      (await world.database.admin.query(`select 1 from gateway.${table} where entry_id = $1`, [entryId])).rows.length;
    expect([await left('hand_in'), await left('source_key')]).toEqual([0, 0]);
    const { rows } = await world.database.admin.query(
      'select 1 from gateway.hand_in_file f where not exists (select 1 from gateway.hand_in h where h.token_hash = f.token_hash)',
    );
    expect(rows).toEqual([]);
  });
});
