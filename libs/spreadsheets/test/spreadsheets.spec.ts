import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { csvOf } from '../src/csv/index.ts';
import type { Line } from '../src/index.ts';
import { xlsxOf } from '../src/xlsx/index.ts';

const columns = [{ title: '标题' }, { title: '数量' }, { title: '是否' }];
const FORMULAS = ['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=HYPERLINK("http://x")'];

const written = async (rows: readonly Line[]): Promise<Buffer> => {
  const all = async function* (): AsyncGenerator<Line> {
    yield* rows;
  };
  const parts: Buffer[] = [];
  for await (const part of csvOf(columns, all())) parts.push(part);
  return Buffer.concat(parts);
};
const readBack = (csv: Buffer): readonly (readonly string[])[] =>
  parse(csv, { bom: true, record_delimiter: '\r\n' }) as string[][];

const partOf = (xlsx: Buffer, name: string): string => {
  const part = unzipSync(new Uint8Array(xlsx))[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return Buffer.from(part).toString('utf8');
};

describe('a table as csv', () => {
  it('has the mark for Excel once, a line of titles, and each row', async () => {
    const rows: Line[] = Array.from({ length: 450 }, (_, at) => [`第${at}项，“引号”"和\n换行`, at - 1, at % 2 === 0]);
    const csv = await written(rows);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString('utf8').split('\uFEFF')).toHaveLength(2);
    const back = readBack(csv);
    expect(back[0]).toEqual(['标题', '数量', '是否']);
    expect(back.slice(1)).toEqual(rows.map((row) => row.map(String)));
    expect(readBack(await written([[null, null, null]]))[1]).toEqual(['', '', '']);
  });

  it('a text that begins like a formula is none, a negative number stays one', async () => {
    const back = readBack(await written(FORMULAS.map((text): Line => [text, -5, null])));
    expect(back.slice(1).map(([text, number]) => [text, number])).toEqual(FORMULAS.map((text) => [`'${text}`, '-5']));
  });

  it('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 20 }), async (texts) => {
        const back = readBack(await written(texts.map((text): Line => [`甲${text}`, 1, true])));
        expect(back.slice(1).map(([text]) => text)).toEqual(texts.map((text) => `甲${text}`));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a table as xlsx', () => {
  it('holds texts as texts, numbers as numbers, and no formula', async () => {
    const xlsx = await xlsxOf(
      columns,
      FORMULAS.map((text): Line => [text, -5.25, true]),
    );
    const sheet = partOf(xlsx, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>-5.25</v>');
    expect(sheet).toMatch(/ySplit="1"[^>]*state="frozen"/u);
    const texts = `${sheet}${partOf(xlsx, 'xl/sharedStrings.xml')}`;
    for (const text of ['标题', '=1+1', '@SUM(A1)']) expect(texts).toContain(text);
  });

  it('what XML can not hold, or is too long for a cell, breaks nothing', async () => {
    const xlsx = await xlsxOf(columns, [
      ['a\u0000\u0001\uFFFEb\uD800</t><evil/>&', null, null],
      ['长'.repeat(40_000), null, null],
    ]);
    const texts = `${partOf(xlsx, 'xl/sharedStrings.xml')}${partOf(xlsx, 'xl/worksheets/sheet1.xml')}`;
    expect(texts).toContain('<t>ab&lt;/t&gt;');
    expect(texts).not.toMatch(/[\u0000-\u0008\uD800]/u);
    expect(texts).not.toContain('<evil');
    expect(texts.includes('长'.repeat(32_767))).toBe(true);
    expect(texts.includes('长'.repeat(32_768))).toBe(false);
  });
});
