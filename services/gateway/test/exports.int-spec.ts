import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ListEntriesResponse } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { parse } from 'csv-parse/sync';
import { EXPORT_KEPT_MS, EXPORT_SILENT_MS, EXPORTS_OF_PERSON_MAX } from '../src/application/exports.ts';
import { type Browser, browser, signInAs } from './browser.ts';
import { refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, ROOT, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

type Job = { exportId: string; state: string; rows: number; bytes: number; failure: { reason: string } | null };

let world: GatewayUnderTest;
let who: Browser;
/** Pages that were asked for; each after the first waits until it is let go. */
let asked: { token: string; letGo: () => void }[] = [];
let holds = false;

const PAGES = 3;
const ROWS = 200;

const pagesOfEntries = (): void => {
  world.services.answer('merit-projects', 'listEntries', async ({ pageToken }: { pageToken: string }) => {
    await new Promise<void>((resolve) => {
      asked.push({ token: pageToken, letGo: resolve });
      if (!holds || pageToken === '') resolve();
    });
    const at = pageToken === '' ? 0 : Number(pageToken);
    const entries = Array.from({ length: ROWS }, (_, index) => ({
      ...{
        entryId: randomUUID(),
        title: `=项目${at * ROWS + index}`,
        standing: 'declared',
        subjectKind: 'project',
        nominatorId: ROOT,
      },
    }));
    return ListEntriesResponse.fromPartial({
      ...{ entries, counts: { total: PAGES * ROWS } },
      nextPageToken: at + 1 < PAGES ? String(at + 1) : '',
    });
  });
};

const begin = async (format = 'csv', query: object = { organizationId: ROOT }): Promise<Response> =>
  who.post('/v1/exports', { list: '/v1/entries', query, format }, { 'idempotency-key': randomUUID() });
const jobOf = async (response: Response): Promise<Job> => (await response.json()) as Job;
const told = async (response: Response): Promise<readonly unknown[]> => {
  const { reason } = (await response.json()) as { reason?: string };
  return [response.status, reason];
};
const until = async (exportId: string, is: (job: Job) => boolean): Promise<Job> => {
  for (let times = 0; times < 400; times += 1) {
    const job = await jobOf(await who.fetch(`/v1/exports/${exportId}`));
    if (is(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the export does not get there');
};
const ended = ({ state }: Job): boolean => !['waiting', 'running'].includes(state);

beforeAll(async () => {
  world = await startGatewayUnderTest();
  expect((await setUp(world)).status).toBe(201);
});
beforeEach(async () => {
  asked = [];
  holds = false;
  await world.database.admin.query('delete from gateway.export_job');
  who = browser(world.url);
  expect((await signInAs(who, CREDENTIALS)).status).toBe(303);
  pagesOfEntries();
  world.services.answer('organizations', 'getOrganizationNames', () => ({
    names: [{ organizationId: ROOT, nameZh: '水利厅', nameEn: '' }],
  }));
});
afterAll(async () => world.stop());

describe('an export', () => {
  it('writes every page of a list into one file, in the language asked for', async () => {
    const begun = await begin();
    expect(begun.status).toBe(202);
    const job = await until((await jobOf(begun)).exportId, ended);
    expect(job).toMatchObject({ state: 'done', rows: PAGES * ROWS, failure: null });
    expect(asked.map(({ token }) => token)).toEqual(['', '1', '2']);
    const file = await who.fetch(`/v1/exports/${job.exportId}/file`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="entries.csv"');
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(job.bytes);
    const [titles = [], ...rows] = parse(bytes, { bom: true }) as string[][];
    expect(titles).toContain('标题');
    expect(rows).toHaveLength(PAGES * ROWS);
    expect(titles.indexOf('申报单位名称')).toBe(titles.indexOf('申报单位编号') + 1);
    expect(rows[450]?.[titles.indexOf('申报单位名称')]).toBe('水利厅');
    // A title that begins like a formula is none where the file is opened.
    expect(rows[450]?.[titles.indexOf('标题')]).toBe("'=项目450");
  });

  it('is a sheet where a sheet is asked for', async () => {
    const { exportId } = await jobOf(await begin('xlsx'));
    expect(await until(exportId, ended)).toMatchObject({ state: 'done', rows: PAGES * ROWS });
    const file = await who.fetch(`/v1/exports/${exportId}/file`);
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  });

  it('what the person may not see, or asks for wrongly, is refused at once and leaves no job', async () => {
    world.services.answer('merit-projects', 'listEntries', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    expect(await told(await begin())).toEqual([403, 'NO_GRANT']);
    expect(await told(await begin('csv', { organizationId: ROOT, standing: 'nowhere' }))).toEqual([
      400,
      'INVALID_FIELD',
    ]);
    const unknown = { list: '/v1/public/notices', query: {}, format: 'csv' };
    expect(await told(await who.post('/v1/exports', unknown, { 'idempotency-key': randomUUID() }))).toEqual([
      400,
      'INVALID_FIELD',
    ]);
    expect(await (await who.fetch('/v1/exports')).json()).toEqual({ items: [] });
  });

  it('tells how far it is, and stops when it is thrown away', async () => {
    holds = true;
    const { exportId } = await jobOf(await begin());
    expect(await until(exportId, ({ rows }) => rows === ROWS)).toMatchObject({ state: 'running' });
    expect(await told(await who.fetch(`/v1/exports/${exportId}/file`))).toEqual([409, 'EXPORT_NOT_DONE']);
    expect((await who.fetch(`/v1/exports/${exportId}`, { method: 'DELETE' })).status).toBe(204);
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    asked[1]?.letGo();
    holds = false;
    // The next one waits for the turn of this one: it has stopped, and asked for no third page.
    expect(await until((await jobOf(await begin())).exportId, ended)).toMatchObject({ state: 'done' });
    expect(asked.map(({ token }) => token)).toEqual(['', '1', '', '1', '2']);
    const { rows } = await world.database.admin.query(
      'select 1 from gateway.export_part p left join gateway.export_job j using (export_id) where j.export_id is null',
      [],
    );
    expect(rows).toEqual([]);
  });

  it('ends with the session that asked for it', async () => {
    holds = true;
    const { exportId } = await jobOf(await begin());
    await until(exportId, ({ rows }) => rows === ROWS);
    expect((await who.post('/v1/sign-out', {})).status).toBeLessThan(400);
    while (asked.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    asked[1]?.letGo();
    who = browser(world.url);
    await signInAs(who, CREDENTIALS);
    expect((await until(exportId, ended)).failure).toMatchObject({ reason: 'SESSION_INVALID' });
    expect(asked).toHaveLength(2);
  });

  it('nobody has more than so many, and they go after a day; one whose gateway is gone says so', async () => {
    const ids: string[] = [];
    for (let at = 0; at < EXPORTS_OF_PERSON_MAX; at += 1) ids.push((await jobOf(await begin())).exportId);
    expect(await told(await begin())).toEqual([409, 'TOO_MANY_EXPORTS']);
    for (const id of ids) await until(id, ended);
    const { rows: parts } = await world.database.admin.query<{ sealed: Buffer }>(
      'select sealed from gateway.export_part',
      [],
    );
    expect(parts.length).toBe(EXPORTS_OF_PERSON_MAX);
    for (const { sealed } of parts) expect(sealed.includes(Buffer.from('项目', 'utf8'))).toBe(false);
    const old = (ms: number, id: string | undefined, state: string) =>
      world.database.admin.query(
        `update gateway.export_job set state = $2, asked_at = now() - $3 * interval '1 ms', told_at = now() - $3 * interval '1 ms' where export_id = $1`,
        [id, state, ms],
      );
    await old(EXPORT_SILENT_MS + 1_000, ids[0], 'running');
    await old(EXPORT_KEPT_MS + 1_000, ids[1], 'done');
    await world.gateway().exports.sweep();
    const { items } = (await (await who.fetch('/v1/exports')).json()) as { items: Job[] };
    expect(items.map(({ exportId }) => exportId)).not.toContain(ids[1]);
    expect(items.find(({ exportId }) => exportId === ids[0])).toMatchObject({
      state: 'failed',
      failure: { reason: 'EXPORT_INTERRUPTED' },
    });
  });
});
