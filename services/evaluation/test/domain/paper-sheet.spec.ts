import { describe, expect, it } from '@jest/globals';
import type { PanelSource } from '@jiangong/scoring';
import { criterionColumns, type SheetContents } from '../../src/domain/sheet/form-layout.ts';
import { paperSheet } from '../../src/domain/sheet/paper-sheet.ts';

const source: PanelSource = {
  ...{ id: 'experts', kind: 'panel', marks: 'points', pointsTotal: 5_000 },
  criteria: [
    { id: 'effect', points: 3_000, scale: { kind: 'step', step: 50 } },
    { id: 'spread', points: 2_000, scale: { kind: 'bands', bands: [2_000, 1_200, 0] } },
  ],
};
const contents: SheetContents = {
  ...{ heading: '建功项目评选评分表', status: 'draft', source },
  columns: criterionColumns(source, { effect: ['成效', ''], spread: ['推广', ''] }),
  draft: { b: { effect: 2_850, spread: 1 } },
  lines: [
    { entryId: 'b', title: '甲', organization: '省农业农村厅', note: '只给自己看' },
    { entryId: 'c', title: '<b>乙</b>', organization: '', note: '' },
  ],
};
const receipt = { submittedAt: '2021-12-01T17:00:00.000Z', marks: 4, sealedHash: '9f'.repeat(32) };
const given = { contents, blank: false, receipt: null, madeAt: '2021-12-01T02:00:00.000Z' };

describe('one’s own sheet on paper', () => {
  it('has a line for each entry, what each criterion gives at most, and a place to sign by hand', () => {
    const { columns, rows, closing } = paperSheet(given);
    expect(columns.map(({ title }) => title)).toEqual([
      '序号',
      '名称',
      '申报单位',
      '成效（满分 30 分）',
      '推广（满分 20 分）',
    ]);
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(rows).toEqual([
      ['1', '甲', '省农业农村厅', '28.5', '12'],
      ['2', '<b>乙</b>', '', '', ''],
    ]);
    expect(closing.join('')).toContain('评委签名');
  });
  it('says what levels are called and worth where the template names them, and nothing where it does not', () => {
    const care: PanelSource['criteria'][number] = {
      ...{ id: 'care', points: 1_000 },
      scale: {
        kind: 'levels',
        levels: [
          { id: 'A', share: 10_000 },
          { id: 'B', share: 8_500 },
        ],
      },
    };
    const leveled = { ...source, criteria: [care] };
    const titles = (levelNames?: Parameters<typeof criterionColumns>[2]) =>
      criterionColumns(leveled, { care: ['用心', 'Care'] }, levelNames).map(({ title }) => title);
    expect(titles()).toEqual(['用心（满分 10 分）']);
    expect(titles({ care: { A: ['优秀', 'Excellent'], B: ['良好', 'Good'] } })).toEqual([
      '用心（满分 10 分；优秀 10，良好 8.5）',
    ]);
    expect(titles({ care: { A: ['优秀', 'Excellent'] } })).toEqual(['用心（满分 10 分；优秀 10，B 8.5）']);
  });
  it('blank it holds no mark, and says that filling it in by hand is not enough', () => {
    const { rows, notes } = paperSheet({ ...given, blank: true });
    expect(rows.flatMap((row) => row.slice(3))).toEqual(['', '', '', '']);
    expect(notes.join('')).toContain('录入系统并提交方为有效');
  });
  it('a draft says that it is one', () => expect(paperSheet(given).notes.join('')).toContain('草稿，尚未提交'));
  it('once submitted it holds the hash of what was sealed, its day here, and no mark', () => {
    const sealed = { ...contents, status: 'submitted' as const, draft: {} };
    const { rows, notes } = paperSheet({ ...given, contents: sealed, receipt });
    expect(rows.flatMap((row) => row.slice(3))).toEqual(Array.from({ length: 4 }, () => '已密封'));
    expect(notes.join('')).toContain(receipt.sealedHash);
    expect(notes.join('')).toContain('2021-12-02 提交并密封，共 4 个分值');
  });
  it('notes to oneself stand on no paper', () => expect(JSON.stringify(paperSheet(given))).not.toContain('只给自己看'));
});
