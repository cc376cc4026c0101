import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { formOf } from '../src/form/index.ts';
import {
  addressOf,
  COLUMNS_READ_MAX,
  type FormCell,
  type Reading,
  ROWS_READ_MAX,
  SPREADSHEET_BYTES_MAX,
} from '../src/index.ts';
import { readCsv, readXlsx } from '../src/read/index.ts';
import { xlsxOf } from '../src/xlsx/index.ts';
import { lyingXlsx, partsOf, xlsxWith } from './made-packages.ts';

const cellsOf = (reading: Reading) => {
  if (reading.kind !== 'read') throw new Error(reading.reason);
  return reading.sheets[0]?.cells ?? [];
};
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
const locked = (value: string): FormCell => ({ value, style: 'text' });
const sheet = (name: string, rows: readonly (readonly FormCell[])[]) => ({
  ...{ name, hidden: false, columns: [], rows, headRows: 0, headColumns: 0, rules: [] },
});

describe('an xlsx file that comes in', () => {
  it('holds what was written into it, by whichever of our writers', async () => {
    const table = await readXlsx(
      await xlsxOf(
        [{ title: '甲' }, { title: '乙' }],
        [
          ['=1+1', 9.5],
          [null, true],
        ],
      ),
    );
    expect(cellsOf(table).map(({ row: at, column, kind, text }) => [addressOf(column, at), kind, text])).toEqual([
      ['A1', 'text', '甲'],
      ['B1', 'text', '乙'],
      ['A2', 'text', '=1+1'],
      ['B2', 'number', '9.5'],
      ['B3', 'boolean', '1'],
    ]);
  });

  it('any text of a form comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 8 }), async (texts) => {
        const form = formOf({ sheets: [sheet('表', [texts.map((text) => locked(`甲${text}`))])] });
        const back = cellsOf(await readXlsx(Buffer.from(form))).map(({ text }) => text);
        // XML reads every line's end as one sign, and holds no control characters.
        const kept = (text: string) => text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[^\t\n\u0020-\u{10FFFF}]/gu, '');
        expect(back).toEqual(texts.map((text) => kept(`甲${text}`).replaceAll(/[\uFFFE\uFFFF]/gu, '')));
      }),
      { numRuns: 60 },
    );
  });

  it('tells formulas, dates, percents, truths and errors apart from numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>';
    const cells = [
      '<c><v>9.3000000000000007</v></c>',
      '<c s="1"><v>46026</v></c>',
      '<c s="2"><v>0.95</v></c>',
      '<c s="3"><v>46026</v></c>',
      '<c s="4"><v>9</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c t="d"><v>2026-01-01</v></c>',
      '<c t="s"><v>0</v></c>',
      '<c t="inlineStr"><is><r><t>９．</t></r><r><t>５</t></r><rPh><t>jiu</t></rPh></is></c>',
    ];
    const read = await readXlsx(
      xlsxWith({ rows: row(3, cells.join('')), styles, texts: '<si><t>甲</t><rPh><t>jia</t></rPh></si>' }),
    );
    expect(cellsOf(read).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      ...['number 9.3000000000000007', 'date 46026', 'percent 0.95', 'date 46026', 'number 9', 'formula 2'],
      ...['boolean 1', 'error #REF!', 'date 2026-01-01', 'text 甲', 'text ９．５'],
    ]);
    expect(cellsOf(read)[0]).toMatchObject({ row: 3, column: 1 });
  });
});

const unreadable = async (bytes: Buffer): Promise<string> => {
  const reading = await readXlsx(bytes);
  return reading.kind === 'unreadable' ? reading.reason : 'READ';
};

describe('an xlsx file that means no good', () => {
  const many = (count: number, cell: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => cell(at + 1)).join('');

  it('that unpacks to more than is read is given up on the way, whatever it says of its size', async () => {
    const spaces = xlsxWith({ rows: row(1, `<c><v>1</v></c>${' '.repeat(17_000_000)}`) });
    expect(spaces.length).toBeLessThan(100_000);
    expect(await unreadable(spaces)).toBe('SPREADSHEET_TOO_LARGE');
    for (const said of [100, 15_000_000]) expect(await unreadable(lyingXlsx(said))).toBe('SPREADSHEET_TOO_LARGE');
    expect(await unreadable(lyingXlsx(100, 1_000))).toBe('NOT_A_SPREADSHEET');
  });

  it('of a million rows is given up at the limit; rows without anything in them are none', async () => {
    expect(await unreadable(xlsxWith({ rows: many(ROWS_READ_MAX + 1, (at) => row(at, '<c><v>1</v></c>')) }))).toBe(
      'SPREADSHEET_TOO_MANY_ROWS',
    );
    const coloured = many(50_000, (at) => row(at, `<c r="A${at}" s="1"/>`));
    expect(await unreadable(xlsxWith({ rows: row(1, '<c><v>1</v></c>') + coloured }))).toBe('READ');
    expect(
      await unreadable(
        xlsxWith({
          rows: row(
            1,
            many(COLUMNS_READ_MAX + 1, () => '<c><v>1</v></c>'),
          ),
        }),
      ),
    ).toBe('SPREADSHEET_TOO_MANY_COLUMNS');
  });

  it('holds a text that many cells point at once, and not more texts than the limit', async () => {
    const texts = `<si><t>${'长'.repeat(30_000)}</t></si>`;
    const rows = many(1_000, (at) =>
      row(
        at,
        many(50, () => '<c t="s"><v>0</v></c>'),
      ),
    );
    expect(cellsOf(await readXlsx(xlsxWith({ rows, texts })))).toHaveLength(50_000);
    expect(await unreadable(xlsxWith({ rows: '', texts: '<si><t>1</t></si>'.repeat(60_001) }))).toBe(
      'SPREADSHEET_TOO_LARGE',
    );
    expect(await unreadable(xlsxWith({ rows: '', texts: `<si><t>${'长'.repeat(40_000)}</t></si>` }))).toBe(
      'SPREADSHEET_TOO_LARGE',
    );
    expect(await unreadable(xlsxWith({ rows: row(1, '<c t="s"><v>7</v></c>') }))).toBe('NOT_A_SPREADSHEET');
  });

  it('declares entities or reaches outside: nothing is looked up', async () => {
    const lol =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    const outside =
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>';
    for (const part of [lol, outside, '<worksheet>&undeclared;</worksheet>', '<a>'.repeat(60), '<worksheet>'])
      expect(await unreadable(xlsxWith({ rows: '', more: { 'xl/worksheets/sheet1.xml': part } }))).toBe(
        'NOT_A_SPREADSHEET',
      );
  });

  it('with macros, links, data sources or embedded objects is not opened', async () => {
    for (const name of ['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml'])
      expect(await unreadable(xlsxWith({ rows: '', more: { [name]: 'x' } }))).toBe('SPREADSHEET_HAS_MACROS');
    for (const name of ['xl/externalLinks/externalLink1.xml', 'xl/connections.xml', 'xl/embeddings/oleObject1.bin'])
      expect(await unreadable(xlsxWith({ rows: '', more: { [name]: 'x' } }))).toBe('SPREADSHEET_HAS_LINKS');
    const rels = `<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/></Relationships>`;
    expect(await unreadable(xlsxWith({ rows: '', more: { 'xl/_rels/workbook.xml.rels': rels } }))).toBe(
      'SPREADSHEET_HAS_LINKS',
    );
  });

  it('that is none, is cut, is too large, or names parts outside of itself is none', async () => {
    const whole = xlsxWith({ rows: row(1, '<c><v>1</v></c>') });
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    const outside = Buffer.from(zipSync({ '../x': strToU8('x'), ...partsOf({ rows: '' }) }));
    const many = Buffer.from(
      zipSync(Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}`, strToU8('')]))),
    );
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('分数,9'),
      old,
      whole.subarray(0, whole.length - 9),
      outside,
      many,
    ])
      expect(await unreadable(bytes)).toBe('NOT_A_SPREADSHEET');
    expect(await unreadable(Buffer.alloc(SPREADSHEET_BYTES_MAX + 1))).toBe('SPREADSHEET_TOO_LARGE');
  });

  it('broken at any byte is read or refused, and never an accident', async () => {
    const whole = xlsxWith({ rows: row(1, '<c t="s"><v>0</v></c><c><v>2</v></c>'), texts: '<si><t>甲</t></si>' });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const broken = Buffer.from(whole);
        broken[at] = byte;
        expect(['read', 'unreadable']).toContain((await readXlsx(broken)).kind);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a csv file that comes in', () => {
  const GBK = Buffer.from('b1e0bac52cb7d6ca fd0d0a'.replaceAll(' ', ''), 'hex');
  it('is read from UTF-8 with or without its mark, and from what Excel writes in China', async () => {
    for (const bytes of [Buffer.from('编号,分数\r\n'), Buffer.from('\uFEFF编号,分数\n'), GBK])
      expect(cellsOf(await readCsv(bytes)).map(({ text }) => text)).toEqual(['编号', '分数']);
  });
  it('keeps quotation marks, lines within them, and says where each cell stands', async () => {
    const read = cellsOf(await readCsv(Buffer.from('a,"b,""c"\n\n,"d\ne",\tf\n')));
    expect(read.map(({ row: at, column, text }) => [addressOf(column, at), text])).toEqual([
      ['A1', 'a'],
      ['B1', 'b,"c'],
      ['B3', 'd\ne'],
      ['D3', 'f'],
    ]);
  });
  it('that is a package, is broken or beyond its limits is refused', async () => {
    const reasonOf = async (bytes: Buffer) => {
      const reading = await readCsv(bytes);
      return reading.kind === 'unreadable' ? reading.reason : 'READ';
    };
    expect(await reasonOf(xlsxWith({ rows: '' }))).toBe('NOT_A_SPREADSHEET');
    expect(await reasonOf(Buffer.from('"never closed'))).toBe('NOT_A_SPREADSHEET');
    expect(await reasonOf(Buffer.from('1\n'.repeat(ROWS_READ_MAX + 1)))).toBe('SPREADSHEET_TOO_MANY_ROWS');
    expect(await reasonOf(Buffer.from(','.repeat(COLUMNS_READ_MAX)))).toBe('SPREADSHEET_TOO_MANY_COLUMNS');
    expect(await reasonOf(Buffer.alloc(SPREADSHEET_BYTES_MAX + 1, '1'))).toBe('SPREADSHEET_TOO_LARGE');
  });
});

describe('a form', () => {
  const made = formOf({
    sheets: [
      {
        ...sheet('评分表', [
          [locked('编号'), locked('分')],
          [locked('x'), { value: null, style: 'open' }],
        ]),
        headRows: 1,
        rules: [
          { kind: 'between', least: 0, most: 30, column: 2, fromRow: 2, toRow: 2, title: '分', said: '0 至 30 分' },
          { kind: 'one-of', values: ['10', '20'], column: 3, fromRow: 2, toRow: 2, title: '档', said: '10、20' },
        ],
      },
      { ...sheet('jiangong', [[locked('1')]]), hidden: true },
    ],
  });
  const part = (name: string) => Buffer.from(unzipSync(made)[name] ?? []).toString('utf8');

  it('is locked but for its open cells, which say what may stand in them', () => {
    expect(part('xl/worksheets/sheet1.xml')).toContain('<sheetProtection sheet="1"');
    expect(part('xl/worksheets/sheet1.xml')).toContain(
      '<dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" errorTitle="分" error="0 至 30 分" sqref="B2:B2"><formula1>0</formula1><formula2>30</formula2>',
    );
    expect(part('xl/worksheets/sheet1.xml')).toContain('<formula1>"10,20"</formula1>');
    expect(part('xl/styles.xml').match(/locked="0"/gu)).toHaveLength(1);
    expect(part('xl/worksheets/sheet1.xml')).toContain('<c r="B2" s="4"/>');
    expect(part('xl/workbook.xml')).toContain('name="jiangong" sheetId="2" state="hidden"');
    expect(part('xl/workbook.xml')).toContain('&apos;评分表&apos;!$1:$1');
  });
  it('is the same bytes when it is the same form', () =>
    expect(
      Buffer.from(formOf({ sheets: [sheet('表', [[locked('一')]])] })).equals(
        formOf({ sheets: [sheet('表', [[locked('一')]])] }),
      ),
    ).toBe(true));
});
