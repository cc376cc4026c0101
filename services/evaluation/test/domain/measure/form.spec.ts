import { describe, expect, it } from '@jest/globals';
import type { ReadCell } from '@jiangong/spreadsheets';
import { originOf, readForm } from '../../../src/domain/measure/read-form.ts';
import { rules } from './example-measure.ts';

type Written = string | number | Readonly<Pick<ReadCell, 'kind' | 'text'>> | null;
const cellOf = (written: Written, row: number, column: number): readonly ReadCell[] => {
  if (written === null) return [];
  if (typeof written === 'object') return [{ row, column, ...written }];
  return [{ row, column, kind: typeof written === 'number' ? 'number' : 'text', text: String(written) }];
};
const sheetOf = (...rows: readonly (readonly Written[])[]) => ({
  name: '登记表',
  cells: rows.flatMap((row, at) => row.flatMap((written, index) => cellOf(written, at + 1, index + 1))),
});
const HEAD = ['编号', '序号', '名称', '申报单位', '次数', '数据（分）', '日期', '已登记（只供查看）'] as const;
const read = (...rows: readonly (readonly Written[])[]) => readForm([sheetOf(HEAD, ...rows)], rules);
const line = (over: Partial<Record<'id' | 'attempt' | 'value' | 'day', Written>> = {}): readonly Written[] => {
  const { id = 'entry-a', attempt = 1, value = 87.5, day = '2021-06-01' } = over;
  return [id, 1, '甲', '乙', attempt, value, day, null];
};
const date = (text: string) => ({ kind: 'date', text }) as const;

describe('a form of measured values', () => {
  it('is read line by line; a line without a value says nothing', () => {
    const found = read(line(), line({ id: 'entry-b', value: null }));
    expect(found?.values).toMatchObject([
      { entryId: 'entry-a', attempt: 1, value: '87.5', dayOf: '2021-06-01', row: 2 },
    ]);
    expect([found?.empty, found?.faults]).toEqual([1, []]);
  });

  it.each<[string, Written, string]>([
    ['as Excel keeps it', date('44348'), '2021-06-01'],
    ['with slashes', '2021/6/1', '2021-06-01'],
    ['with points', '2021.06.01', '2021-06-01'],
    ['in Chinese', '2021年6月1日', '2021-06-01'],
    ['with full-width digits', '２０２１-０６-０１', '2021-06-01'],
  ])('takes a day %s', (_, day, said) => expect(read(line({ day }))?.values[0]?.dayOf).toBe(said));

  it.each<[string, Written, string]>([
    ['in digits', '87.5', '87.5'],
    ['as a program keeps it', { kind: 'number', text: '87.500000000000014' }, '87.5'],
    ['with full-width digits', '８７.５', '87.5'],
    ['of none', 0, '0'],
  ])('takes a value %s', (_, value, said) => expect(read(line({ value }))?.values[0]?.value).toBe(said));

  it.each<[string, Parameters<typeof line>[0], string]>([
    ['no number', { value: '良好' }, 'F2 CELL_NOT_A_NUMBER'],
    ['a formula', { value: { kind: 'formula', text: '87.5' } }, 'F2 CELL_IS_FORMULA'],
    ['a text that begins like one', { value: '=1+1' }, 'F2 CELL_NOT_A_NUMBER'],
    ['a date', { value: date('44348') }, 'F2 CELL_IS_DATE'],
    ['a percentage', { value: { kind: 'percent', text: '0.875' } }, 'F2 CELL_IS_PERCENT'],
    ['too fine', { value: 87.55 }, 'F2 VALUE_TOO_FINE'],
    ['less than none', { value: -1 }, 'F2 VALUE_INVALID'],
    ['more than a number holds', { value: { kind: 'number', text: '1e300' } }, 'F2 VALUE_INVALID'],
    ['no day', { day: null }, 'F2 EFFECTIVE_ON_INVALID'],
    ['a day of its own', { day: '六月' }, 'G2 EFFECTIVE_ON_INVALID'],
    ['half an attempt', { attempt: 1.5 }, 'E2 ATTEMPT_INVALID'],
    ['nobody’s value', { id: null }, 'F2 ROW_WITHOUT_ENTRY'],
  ])('names the cell with %s', (_, over, said) => {
    const { values, faults } = read(line(over)) ?? { values: [], faults: [] };
    expect(values).toEqual([]);
    expect(faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual([said]);
  });

  it('names all that is wrong, not only the first', () => {
    const faults = read(line({ value: '甲', day: '乙' }), line({ id: null }))?.faults ?? [];
    expect(faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual([
      'F2 CELL_NOT_A_NUMBER',
      'G2 EFFECTIVE_ON_INVALID',
      'F3 ROW_WITHOUT_ENTRY',
    ]);
  });

  it('names columns that it does not know, and those that come twice', () => {
    const twice = readForm([sheetOf(['编号', '数据', '数据', '密码'], ['entry-a', 1, 2, 3, 4])], rules);
    expect(twice?.faults.map(({ cell, fault }) => `${cell} ${fault}`)).toEqual([
      'C1 COLUMN_TWICE',
      'D1 COLUMN_UNKNOWN',
      'E2 COLUMN_UNKNOWN',
      'B2 EFFECTIVE_ON_INVALID',
    ]);
  });

  it('is none without the two columns that make it one', () => {
    expect(readForm([sheetOf(['编号', '名称'], ['entry-a', '甲'])], rules)).toBeUndefined();
    expect(readForm([sheetOf(['名称', '数据'], ['甲', 1])], rules)).toBeUndefined();
    expect(readForm([], rules)).toBeUndefined();
  });

  it('tells no more of a cell than people need', () =>
    expect(read(line({ value: '长'.repeat(900) }))?.faults[0]?.found).toHaveLength(60));

  it('says what it is of, where it still has its hidden sheet', () => {
    const hidden = {
      name: 'jiangong',
      cells: [...cellOf('round', 1, 1), ...cellOf('r', 1, 2), ...cellOf('measure', 2, 1), ...cellOf('exam', 2, 2)],
    };
    expect(originOf([sheetOf(HEAD), hidden])).toEqual({ roundId: 'r', sourceId: 'exam' });
    expect(originOf([sheetOf(HEAD)])).toBeUndefined();
  });
});
