import { describe, expect, it } from '@jest/globals';
import type { PanelSource } from '@jiangong/scoring';
import type { ReadCell, ReadCellKind, ReadSheet } from '@jiangong/spreadsheets';
import { originOf } from '../../src/domain/sheet/form-origin.ts';
import { marksToSave, savesOf } from '../../src/domain/sheet/form-saves.ts';
import { readForm } from '../../src/domain/sheet/read-form.ts';
import type { SheetRound } from '../../src/domain/sheet/state.ts';

const source: PanelSource = {
  ...{ id: 'experts', kind: 'panel', marks: 'points', pointsTotal: 6_000 },
  criteria: [
    { id: 'effect', points: 3_000, scale: { kind: 'step', step: 50 } },
    { id: 'spread', points: 2_000, scale: { kind: 'bands', bands: [2_000, 1_200, 0] } },
    {
      id: 'care',
      points: 1_000,
      scale: {
        kind: 'levels',
        levels: [
          { id: 'a', share: 10_000 },
          { id: 'b', share: 5_000 },
        ],
      },
    },
  ],
};
const names = { effect: ['成效', 'Effect'], spread: ['推广', 'Spread'], care: ['用心', 'Care'] } as const;
const [B, C, D] = ['entry-b', 'entry-c', 'entry-d'];
const round: SheetRound = {
  ...{
    hindrance: null,
    seatId: 's',
    sourceId: 'experts',
    grantId: 'g',
    homeId: null,
    closing: 1,
    pooled: false,
    dealt: false,
    controls: null,
    source,
  },
  entries: [
    { entryId: B, recused: null },
    { entryId: C, recused: null },
    { entryId: D, recused: 'declared' },
  ],
};

type Typed = string | Readonly<[ReadCellKind, string]> | null;
const HEAD = ['编号', '序号', '名称', '成效（满分 30 分）', '推广', 'care', '备注（只供查看）'] as const;
const sheet = (rows: readonly (readonly Typed[])[], head: readonly string[] = HEAD): readonly ReadSheet[] => [
  {
    name: '评分表',
    cells: [['标题'], head, ...rows].flatMap((row, at) =>
      row.flatMap((typed, column): ReadCell[] => {
        if (typed === null) return [];
        const [kind, text] = typeof typed === 'string' ? (['text', typed] as const) : typed;
        return [{ row: at + 1, column: column + 1, kind, text }];
      }),
    ),
  },
];
const read = (rows: readonly (readonly Typed[])[], head?: readonly string[]) => {
  const found = readForm(sheet(rows, head), round, names);
  if (found === undefined) throw new Error('no form');
  return found;
};
const faultsOf = (rows: readonly (readonly Typed[])[], head?: readonly string[]) =>
  read(rows, head).faults.map(({ cell, fault }) => `${cell} ${fault}`);
const line = (typed: Typed): readonly Typed[] => [B, '1', '甲', typed];

describe('a filled in sheet', () => {
  it('is read by the words above its columns and the ids beside its rows, wherever they stand', () => {
    const { marks, faults } = read(
      [['12', '乙', '5', C, '25.5']],
      ['推广（满分 20 分）', '名称', '用心', '编号', 'effect'],
    );
    expect(faults).toEqual([]);
    expect(marks).toEqual([
      { entryId: C, criterionId: 'spread', cell: 'A3', mark: 1 },
      { entryId: C, criterionId: 'care', cell: 'C3', mark: 1 },
      { entryId: C, criterionId: 'effect', cell: 'E3', mark: 2_550 },
    ]);
  });

  it('full-width digits, spaces and what programs make of 9.3 are the number that was meant', () => {
    for (const typed of ['２５．５', ' 25.50 ', ['number', '25.499999999999996'], ['number', '2.55E1']] as const)
      expect(read([line(typed)]).marks[0]).toMatchObject({ mark: 2_550 });
    expect(read([line(['number', '0'])]).marks[0]).toMatchObject({ mark: 0 });
  });

  it('formulas, dates, percents, truths, errors and words are no marks, each named by its cell', () => {
    const wrong: readonly (readonly [Typed, string])[] = [
      [['formula', '9'], 'CELL_IS_FORMULA'],
      [['date', '46026'], 'CELL_IS_DATE'],
      [['percent', '0.95'], 'CELL_IS_PERCENT'],
      [['boolean', '1'], 'CELL_NOT_A_NUMBER'],
      [['error', '#REF!'], 'CELL_NOT_A_NUMBER'],
      ['优秀', 'CELL_NOT_A_NUMBER'],
      ['9,5', 'CELL_NOT_A_NUMBER'],
      ['=1+1', 'CELL_NOT_A_NUMBER'],
      ['1e3', 'CELL_NOT_A_NUMBER'],
      ['-1', 'CELL_NOT_A_NUMBER'],
      [['number', '-1'], 'SCORE_OUT_OF_RANGE'],
      [['number', '1E300'], 'SCORE_OUT_OF_RANGE'],
      ['30.5', 'SCORE_OUT_OF_RANGE'],
      ['9.25', 'SCORE_TOO_FINE'],
      ['9.333', 'SCORE_TOO_FINE'],
    ];
    for (const [typed, fault] of wrong) expect(faultsOf([line(typed)])).toEqual([`D3 ${fault}`]);
    expect(faultsOf([[B, '1', '甲', null, '19', '7']])).toEqual(['E3 SCORE_NOT_A_BAND', 'F3 SCORE_NOT_A_BAND']);
  });

  it('everything that is wrong is named at once, with the entry, the criterion and what stands there', () => {
    const { faults, marks } = read([line('优'), [C, '2', '乙', '31'], [C, '3', '乙', '1'], ['other', '', '丙', '1']]);
    expect(faults).toEqual([
      { cell: 'D3', fault: 'CELL_NOT_A_NUMBER', entryId: B, criterionId: 'effect', found: '优' },
      { cell: 'D4', fault: 'SCORE_OUT_OF_RANGE', entryId: C, criterionId: 'effect', found: '31' },
      { cell: 'A5', fault: 'SCORE_TWICE', entryId: C, criterionId: '', found: C },
      { cell: 'A6', fault: 'ENTRY_NOT_IN_ROUND', entryId: '', criterionId: '', found: 'other' },
    ]);
    expect(marks.filter(({ mark }) => mark !== null)).toEqual([]);
  });

  it('a row of an entry from which he is recused may stand there without marks', () => {
    expect(faultsOf([[D, '1', '丁', null]])).toEqual([]);
    expect(faultsOf([[D, '1', '丁', '9']])).toEqual(['D3 RECUSED']);
    expect(read([[D, '1', '丁', null]]).marks).toEqual([]);
  });

  it('columns that are not the sheet’s are named, once each', () => {
    expect(faultsOf([], ['编号', '合计', '成效', 'effect'])).toEqual(['B2 COLUMN_UNKNOWN', 'D2 COLUMN_TWICE']);
    expect(
      faultsOf([
        [...line('9'), null, null, null, '9'],
        [C, '2', '乙', '9', null, null, null, '9'],
      ]),
    ).toEqual(['H3 COLUMN_UNKNOWN']);
    expect(faultsOf([[null, '1', '甲', '9']])).toEqual(['D3 ROW_WITHOUT_ENTRY']);
  });

  it('a column is found by its words where they say what its levels are called', () => {
    const head = ['编号', '用心（满分 10 分；优秀 10，b 5）'];
    const read = (levelNames?: Parameters<typeof readForm>[3]) =>
      readForm(sheet([[B, ['number', '5']]], head), round, names, levelNames);
    expect(read({ care: { a: ['优秀', 'Excellent'] } })?.faults).toEqual([]);
    expect(read()?.faults.map(({ fault }) => fault)).toContain('COLUMN_UNKNOWN');
  });
  it('that names no entries is none', () =>
    expect(readForm(sheet([], ['名称', '成效']), round, names)).toBeUndefined());

  it('an empty cell takes a mark back only where that is said', () => {
    const { marks } = read([[B, '1', '甲', '9', '　']]);
    expect(marksToSave(marks, false)).toEqual([{ entryId: B, marks: [{ criterionId: 'effect', mark: 900 }] }]);
    expect(marksToSave(marks, true)[0]?.marks).toEqual([
      { criterionId: 'effect', mark: 900 },
      { criterionId: 'spread', mark: null },
      { criterionId: 'care', mark: null },
    ]);
  });

  it('of more marks than one save takes is saved in several, an entry never in two', () => {
    const of = (entryId: string, count: number) => ({
      entryId,
      marks: Array.from({ length: count }, (_, at) => ({ criterionId: `c${at}`, mark: 0 })),
    });
    const saves = savesOf([of(B, 900), of(C, 1_100), of(D, 1)]);
    expect(saves.map((save) => save.map(({ entryId }) => entryId))).toEqual([[B, C], [D]]);
    expect(savesOf([])).toEqual([]);
  });

  it('says where it comes from on its hidden sheet, or not at all', () => {
    const said = (revision: string): readonly ReadSheet[] => [
      {
        name: 'jiangong',
        cells: [
          ['round', 'r'],
          ['sheet', 's'],
          ['revision', revision],
        ].flatMap((row, at) =>
          row.map((text, column) => ({ row: at + 1, column: column + 1, kind: 'text' as const, text })),
        ),
      },
    ];
    expect(originOf(said('7'))).toEqual({ roundId: 'r', sheetId: 's', revision: 7 });
    expect(originOf(said('seven'))).toEqual({ roundId: 'r', sheetId: 's', revision: -1 });
    expect(originOf(sheet([]))).toBeUndefined();
  });
});
