import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SPREADSHEET_BYTES_MAX } from '@jiangong/spreadsheets';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const ROUND = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01';
const ENTRY = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c02';
const taken = {
  ...{ saved: false, given: 1, changed: 1, cleared: 0, emptyKept: 0, faults: [], faultsTotal: 0, mismatch: '' },
  ...{ conflicts: [], formRevision: 3, revision: 3 },
};
const fault = {
  ...{ cell: 'F4', reason: 'CELL_IS_FORMULA', entryId: ENTRY, criterionId: 'effect', found: '9' },
  ...{ zh: '是公式', en: 'A formula' },
};
const conflict = { cell: 'F4', entryId: ENTRY, criterionId: 'effect', inForm: 900, saved: 800 };

let world: GatewayUnderTest;
let evaluator: Browser;
beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  evaluator = browser(world.url);
  await signInAs(evaluator, CREDENTIALS);
});
afterAll(async () => world.stop());

const answers = (answer: object) =>
  world.services.answer('evaluation', 'takeMySheetForm', () => ({ ...taken, ...answer }));
const upload = async (
  path = 'xlsx',
  { body = 'PK', headers = {} }: Readonly<{ body?: string; headers?: Record<string, string> }> = {},
) => {
  const answer = await evaluator.fetch(`/v1/rounds/${ROUND}/sheet/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', ...headers },
    body,
  });
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
};

describe('one’s own sheet as a file', () => {
  it('is saved under its Chinese name, and its revision is its ETag', async () => {
    world.services.answer('evaluation', 'getMySheetForm', () => ({
      ...{ content: Buffer.from('PK'), revision: 3, name: '建功项目评分表' },
    }));
    const answer = await evaluator.fetch(`/v1/rounds/${ROUND}/my-sheet.xlsx`);
    expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([200, '"3"', 'PK']);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('建功项目评分表'));
    expect(answer.headers.get('cache-control')).toContain('no-store');
  });

  it('is printed blank or not, as it is asked for', async () => {
    world.services.answer('evaluation', 'getMySheetPaper', () => ({
      ...{ content: Buffer.from('%PDF'), revision: 3, name: '建功项目评分表' },
    }));
    const answer = await evaluator.fetch(`/v1/rounds/${ROUND}/my-sheet.pdf?blank=true`);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['application/pdf', '%PDF']);
    expect(world.services.seen.findLast(({ method }) => method === 'getMySheetPaper')?.request).toMatchObject({
      blank: true,
    });
  });

  it('with bad cells is refused with each of them, and rehearsed answers the same', async () => {
    answers({ faults: [fault, { ...fault, cell: 'F5', entryId: '' }], faultsTotal: 2 });
    const refused = await upload();
    expect(refused.status).toBe(400);
    expect(refused.said).toMatchObject({
      reason: 'SHEET_FORM_CELLS_WRONG',
      details: { faultsTotal: 2, faults: [fault, { cell: 'F5', entryId: null }] },
      problems: [
        { field: 'F4', reason: 'CELL_IS_FORMULA', detail: '是公式' },
        { field: 'F5', reason: 'CELL_IS_FORMULA', detail: '是公式' },
      ],
    });
    const rehearsed = await upload('xlsx?dryRun=true');
    expect(rehearsed).toMatchObject({ status: 200, said: { saved: false, faultsTotal: 2, receipt: null } });
  });

  it('of another round, somebody else’s, or older than what it would change is 412', async () => {
    answers({ mismatch: 'revision', conflicts: [conflict], formRevision: 1 });
    expect(await upload()).toMatchObject({
      ...{ status: 412, said: { reason: 'SHEET_FORM_OUTDATED', details: { formRevision: 1, conflicts: [conflict] } } },
    });
    answers({ mismatch: 'round' });
    expect(await upload()).toMatchObject({ status: 412, said: { reason: 'SHEET_FORM_OF_ANOTHER_ROUND' } });
    answers({ mismatch: 'sheet' });
    expect(await upload()).toMatchObject({ status: 412, said: { reason: 'SHEET_FORM_OF_ANOTHER_SEAT' } });
  });

  it('is handed on whole with what was asked, and answers the receipt', async () => {
    answers({ saved: true, receipt: receipt(4_711, 4) });
    const { status, said } = await upload('xlsx?clearEmpty=true', { body: 'PK文' });
    expect([status, said['saved'], (said['receipt'] as { revision: number }).revision]).toEqual([200, true, 4]);
    const asked = world.services.seen.findLast(({ method }) => method === 'takeMySheetForm')?.request;
    expect(asked).toMatchObject({ roundId: ROUND, format: 'xlsx', dryRun: false, clearEmpty: true });
    expect(Buffer.from((asked as { content: Uint8Array }).content).toString()).toBe('PK文');
  });

  it('as csv says by If-Match what was seen; too large a file is not read to its end', async () => {
    answers({ saved: true, receipt: receipt(4_712, 4) });
    expect(await upload('csv')).toMatchObject({ status: 428 });
    expect(await upload('csv', { headers: { 'if-match': '"3"' } })).toMatchObject({ status: 200 });
    expect(await upload('xlsx', { body: 'x'.repeat(SPREADSHEET_BYTES_MAX + 1) })).toMatchObject({ status: 413 });
  });
});
