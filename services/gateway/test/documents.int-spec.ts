import { createHash } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { docxOf } from '@jiangong/documents/docx';
import { type Browser, browser, signInAs } from './browser.ts';
import { receipt, refusal } from './fake-services.ts';
import { CREDENTIALS, type GatewayUnderTest, setUp, startGatewayUnderTest } from './gateway-under-test.ts';

jest.setTimeout(30_000);

const ROUND = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c01';
const DOCUMENT = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c02';
const NUMBER = '2021-K3V9-0QTB-7ZME-4X1C-7';

const contentOf = (title: string): Uint8Array =>
  docxOf({
    kind: 'official',
    ...{ mark: '', documentNumber: '', title, addressee: '', body: [], attachments: [], copies: '', imprint: null },
    signature: { issuer: '工委', date: '2021年12月20日' },
    madeAt: '2021-12-20T02:00:00.000Z',
  });
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const content = contentOf('通报');
const sha256 = hashOf(content);
const document = {
  ...{ documentId: DOCUMENT, roundId: ROUND, kind: 'circular', format: 'docx', sha256, bytes: content.byteLength },
  ...{ documentNumber: '吉直党发〔2021〕42号', standing: 'stands', template: '2026-11-28', reason: '' },
  ...{ madeAt: '2021-12-20T02:00:00.000Z', madeBy: ROUND, version: 2, currentId: DOCUMENT },
};
const honour = {
  ...{ honourId: DOCUMENT, kind: 'entry', year: 2021, title: '<b>黑土地</b>', organizationId: ROUND, award: 'x.first' },
  ...{ organizationZh: '省农业农村厅', organizationEn: 'Agriculture', gradeZh: '一等奖', gradeEn: 'First Prize' },
  ...{ documentNumber: '吉直党发〔2021〕42号', grantedAt: '2021-12-20T17:00:00.000Z', until: '', state: 'granted' },
  ...{ grantedBy: ROUND, grantedByZh: '省直机关工委', grantedByEn: '', standing: 'stands', withdrawnOn: '' },
};

let world: GatewayUnderTest;
let officer: Browser;
beforeAll(async () => {
  world = await startGatewayUnderTest();
  await setUp(world);
  officer = browser(world.url);
  await signInAs(officer, CREDENTIALS);
});
afterAll(async () => world.stop());

const makes = (made: Uint8Array = content) =>
  world.services.answer('evaluation', 'makeDocument', () => ({
    ...{ receipt: receipt(4_711), documentId: DOCUMENT, sha256, content: Buffer.from(made) },
  }));
const make = (headers: Record<string, string> = { 'idempotency-key': crypto.randomUUID() }) =>
  officer.fetch(`/v1/rounds/${ROUND}/documents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ kind: 'circular', format: 'docx' }),
  });
const file = () => officer.fetch(`/v1/documents/${DOCUMENT}/file`);

describe('documents', () => {
  it('are not there before they are made, and the answer says what to do', async () => {
    world.services.answer('evaluation', 'getDocument', () => ({ document }));
    const answer = await file();
    expect([answer.status, ((await answer.json()) as { reason: string }).reason]).toEqual([
      404,
      'DOCUMENT_FILE_NOT_FOUND',
    ]);
  });

  it('need a key, for they are made', async () => expect((await make({})).status).toBe(428));

  it('whose bytes are not those that the service hashed are not kept', async () => {
    makes(content.slice(0, -1));
    expect((await make()).status).toBe(500);
    expect((await file()).status).toBe(404);
  });

  it('are kept under their hash, and handed out under their Chinese name', async () => {
    makes();
    const made = await make();
    expect([made.status, await made.json()]).toMatchObject([201, { documentId: DOCUMENT, sha256 }]);
    const asked = world.services.seen.findLast(({ method }) => method === 'makeDocument')?.request;
    expect(asked).toMatchObject({
      kind: 'circular',
      format: 'docx',
      copies: '',
      checkAddress: expect.stringMatching(/^http.*\/verify\/$/u) as unknown,
    });
    const answer = await file();
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${sha256.slice(0, 16)}.docx"; filename*=UTF-8''${encodeURIComponent('吉直党发〔2021〕42号 表彰通报.docx')}`,
    );
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
  });

  it.each([
    ['replaced', '（第1版，已被替代）'],
    ['withdrawn', '（第1版，已作废）'],
  ])('that stand no longer (%s) are handed out by their hash, and their name says so', async (standing, mark) => {
    world.services.answer('evaluation', 'getDocument', () => ({ document: { ...document, standing, version: 1 } }));
    const answer = await file();
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(content))).toBe(true);
    expect(answer.headers.get('content-disposition')).toContain(
      encodeURIComponent(`吉直党发〔2021〕42号 表彰通报${mark}.docx`),
    );
  });

  it('tell which version they are, and which one stands: none is null', async () => {
    const read = async () => (await officer.fetch(`/v1/documents/${DOCUMENT}`)).json();
    world.services.answer('evaluation', 'getDocument', () => ({ document }));
    expect(await read()).toMatchObject({ version: 2, currentId: DOCUMENT });
    world.services.answer('evaluation', 'getDocument', () => ({ document: { ...document, currentId: '' } }));
    expect(await read()).toMatchObject({ version: 2, currentId: null });
  });

  it('are for nobody whom the service refuses', async () => {
    world.services.answer('evaluation', 'getDocument', () => {
      throw refusal(status.PERMISSION_DENIED, 'NO_GRANT');
    });
    expect((await file()).status).toBe(403);
    expect((await browser(world.url).fetch(`/v1/documents/${DOCUMENT}/file`)).status).toBe(401);
  });
});

describe('the page that a certificate’s code leads to', () => {
  const page = async (number = NUMBER) => {
    const answer = await browser(world.url).fetch(`/verify/${number}`, { headers: { accept: 'text/html' } });
    return { status: answer.status, html: await answer.text(), policy: answer.headers.get('content-security-policy') };
  };

  it('says to anybody what it honours, by whom, when, and that it stands', async () => {
    world.services.answer('evaluation', 'verifyCertificate', () => ({ honour }));
    const { status: code, html, policy } = await page();
    expect(code).toBe(200);
    for (const said of ['有效', '一等奖', '省农业农村厅', '省直机关工委', '吉直党发〔2021〕42号', '2021-12-21'])
      expect(html).toContain(said);
    expect(html).toContain('&lt;b&gt;黑土地');
    expect(policy).toContain("default-src 'none'");
    expect(world.services.seen.at(-1)).toMatchObject({
      request: { certificateNumber: NUMBER },
      token: { kind: 'anonymous' },
    });
  });

  it('says that it was withdrawn, and since when', async () => {
    const withdrawn = { ...honour, state: 'withdrawn', standing: 'withdrawn', withdrawnOn: '2022-02-28' };
    world.services.answer('evaluation', 'verifyCertificate', () => ({ honour: withdrawn }));
    const { html } = await page();
    expect(html).toContain('已撤销');
    expect(html).toContain('2022-02-28');
    expect(html).not.toContain('有效<');
  });

  it('answers unknown and mistyped numbers alike', async () => {
    world.services.answer('evaluation', 'verifyCertificate', () => {
      throw refusal(status.NOT_FOUND, 'CERTIFICATE_UNKNOWN');
    });
    const [unknown, mistyped] = [await page(), await page('2021-XXXX')];
    expect(unknown.status).toBe(404);
    expect(mistyped).toEqual(unknown);
  });

  it('takes no more than a number', async () => expect((await page('0'.repeat(41))).status).toBe(400));
});

const PAPER = '7e5f0c3e-3f4e-4c1e-8a39-8d4ad20f3c03';
const onPaper = contentOf('公示');
const paper = {
  ...{ paperId: PAPER, editionId: ROUND, about: 'proposed', format: 'docx', notices: 12, sha256: hashOf(onPaper) },
  ...{
    bytes: onPaper.byteLength,
    standing: 'stands',
    reason: '',
    template: '2026-11-28',
    version: 1,
    currentId: PAPER,
  },
  ...{ madeAt: '2021-12-20T02:00:00.000Z', madeBy: ROUND },
};

describe('a notice paper', () => {
  const paperFile = () => officer.fetch(`/v1/notice-papers/${PAPER}/file`);

  it('has a file once it was made, by the address of the public notices', async () => {
    world.services.answer('merit-projects', 'getNoticePaper', () => ({ paper }));
    expect((await paperFile()).status).toBe(404);
    world.services.answer('merit-projects', 'makeNoticePaper', () => ({
      ...{ receipt: receipt(4_712), paperId: PAPER, sha256: paper.sha256, content: Buffer.from(onPaper) },
    }));
    const made = await officer.fetch(`/v1/editions/${ROUND}/notice-papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ about: 'proposed', format: 'docx' }),
    });
    expect([made.status, await made.json()]).toMatchObject([201, { paperId: PAPER, sha256: paper.sha256 }]);
    expect(world.services.seen.findLast(({ method }) => method === 'makeNoticePaper')?.request).toMatchObject({
      about: 'proposed',
      address: expect.stringMatching(/^http.*\/public\/notices$/u) as unknown,
    });
    const answer = await paperFile();
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(onPaper))).toBe(true);
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('拟表彰公示.docx'));
  });

  it('that stands no longer is handed out all the same, and its name says so', async () => {
    world.services.answer('merit-projects', 'getNoticePaper', () => ({
      paper: { ...paper, about: 'entries', standing: 'withdrawn', version: 2 },
    }));
    const answer = await paperFile();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('申报公示（第2版，已作废）.docx'));
  });
});
