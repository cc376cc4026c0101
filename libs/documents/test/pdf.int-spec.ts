import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { plainLine, type PrintedDocument } from '@jiangong/documents';
import { pdfOf } from '@jiangong/documents/pdf';
import jsQR from 'jsqr';
import { book, certificate, HOSTILE, listed, official, plaques } from './example-documents.ts';
import { openPdf, type Pixels } from './read-pdf.ts';

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const SMALL_BYTES = 200_000;
// The module is CommonJS whose one export is the function.
const decode = jsQR as unknown as typeof jsQR.default;
const read = (codes: readonly Pixels[]) => codes.map(({ data, side }) => decode(data, side, side)?.data);

describe('a document as PDF', () => {
  it('says what it has to say, as text that can be searched and copied', async () => {
    const pdf = await openPdf(await pdfOf(official({ attachments: [listed(3)], copies: '省委组织部' })));
    const text = pdf.pages.join('').replaceAll(/\s/gu, '');
    for (const one of [
      '中共吉林省直属机关工作委员会文件',
      '吉直党发〔2021〕30号',
      '黑土地保护与利用行动',
      '第3号项目',
      '抄送：省委组织部。',
      '—1—',
    ])
      expect(text).toContain(one);
  });

  it('brings its fonts along, and only as much of them as it needs', async () => {
    const bytes = await pdfOf(official());
    expect(bytes.byteLength).toBeLessThan(SMALL_BYTES);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC-Regular/u);
  });

  it('is the same bytes for the same document, whenever it is made', async () => {
    const made: readonly PrintedDocument[] = [official(), book(certificate()), plaques(2)];
    for (const document of made) expect(hash(await pdfOf(document))).toBe(hash(await pdfOf(document)));
    expect(hash(await pdfOf(official()))).not.toBe(hash(await pdfOf(official({ madeAt: '2021-12-21T02:00:00.000Z' }))));
  });

  it('tells programs its title, issuer and the given moment', async () => {
    const { info } = await openPdf(await pdfOf(official()));
    expect(info).toMatchObject({ Author: '中共吉林省直属机关工作委员会', CreationDate: 'D:20211220020000Z' });
  });
});

describe('the code of a certificate', () => {
  it('is read back as the address that checks its number', async () => {
    const { address } = certificate();
    const { codes } = await openPdf(await pdfOf(book(certificate())));
    expect(read(codes)).toEqual([address]);
  });

  it('stands in each row of the list of plaques', async () => {
    const { codes } = await openPdf(await pdfOf(plaques(9)));
    expect(read(codes)).toEqual(plaques(9).rows.map((row) => (row[2] as { qr: string }).qr));
  });

  it('stands beside the number in words', async () => {
    const { pages } = await openPdf(await pdfOf(book(certificate(), certificate({ number: 'ANOTHER' }))));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('2021-K3V9-0QTB-7ZME-4X1C-7');
    expect(pages[1]).toContain('ANOTHER');
  });
});

describe('whatever somebody called a project, as PDF', () => {
  it.each(HOSTILE)('%s stays a text, and takes no page along', async (_what, text) => {
    const item = { kind: 'item' as const, text };
    const { pages } = await openPdf(await pdfOf(official({ body: [item], title: text })));
    const all = pages.join('').replaceAll(/\s/gu, '');
    expect(all).toContain('2021年12月20日');
    if (plainLine(text).length < 100) expect(all).toContain(plainLine(text).replaceAll(/\s/gu, ''));
    const certificates = await openPdf(await pdfOf(book(certificate({ merit: text }))));
    expect(certificates.pages).toHaveLength(1);
    expect(certificates.pages[0]).toContain('2021-K3V9-0QTB-7ZME-4X1C-7');
  });
});
