import type { PanelSource } from '@jiangong/scoring';
import type { CallContext } from '@jiangong/service-host';
import type { Cell, Form, FormCell, FormRule, FormSheet, FormStyle } from '@jiangong/spreadsheets';
import {
  asWritten,
  choicesOf,
  type CriterionColumn,
  ENTRY_COLUMN,
  MARKS_SHEET,
  mostOf,
  ORIGIN_SHEET,
  ORIGIN_WORDS,
  type SheetContents,
  type SheetLine,
  writtenMark,
} from '../domain/sheet/form-layout.ts';
import type { Decisions } from './decisions.ts';
import { ownContents } from './own-contents.ts';
import type { MySheet } from './own-sheet.ts';
import type { Workbooks } from './ports.ts';

type Contents = SheetContents & Readonly<{ said: string; origin: readonly (readonly Cell[])[] }>;

/** The rows above the entries: heading, what is to be known, titles. */
const HEAD_ROWS = 3;
/** Before the criteria: the entry's id, which is not shown, a number, what it is, and whose. */
const PLAIN_BEFORE = 4;
const WIDTHS = { entry: 38, number: 6, title: 36, organization: 22, criterion: 12, note: 28 } as const;

const HUNDREDTHS = 100;

const cell = (value: Cell, style: FormStyle): FormCell => ({ value, style });

const ruleOf = (source: PanelSource, { criterion, name }: CriterionColumn) => {
  const choices = choicesOf(source, criterion)?.map(asWritten);
  if (choices !== undefined)
    return { kind: 'one-of', values: choices, title: name, said: `只能填：${choices.join('、')}` } as const;
  const most = mostOf(source, criterion) / HUNDREDTHS;
  return { kind: 'between', least: 0, most, title: name, said: `请填 0 至 ${most} 之间的数` } as const;
};

const rulesOf = ({ columns, source, lines }: Contents): readonly FormRule[] =>
  lines.length === 0
    ? []
    : columns.map((column, at) => ({
        ...ruleOf(source, column),
        column: PLAIN_BEFORE + at + 1,
        fromRow: HEAD_ROWS + 1,
        toRow: HEAD_ROWS + lines.length,
      }));

const lineCells = (line: SheetLine, at: number, { columns, source, draft }: Contents): readonly FormCell[] => [
  cell(line.entryId, 'text'),
  cell(at + 1, 'text'),
  cell(line.title, 'text'),
  cell(line.organization, 'text'),
  ...columns.map(({ criterion }) => {
    const mark = draft[line.entryId]?.[criterion.id];
    return cell(mark === undefined ? null : writtenMark(source, criterion, mark) / HUNDREDTHS, 'open');
  }),
  cell(line.note, 'text'),
];

const marksSheet = (contents: Contents): FormSheet => {
  const { heading, said, columns, lines } = contents;
  const titles = [ENTRY_COLUMN, '序号', '名称', '申报单位', ...columns.map(({ title }) => title), '备注（只供查看）'];
  const shown = (width: number) => ({ width, hidden: false });
  return {
    name: MARKS_SHEET,
    hidden: false,
    columns: [
      { width: WIDTHS.entry, hidden: true },
      ...[WIDTHS.number, WIDTHS.title, WIDTHS.organization, ...columns.map(() => WIDTHS.criterion), WIDTHS.note].map(
        shown,
      ),
    ],
    rows: [
      [cell(null, 'plain'), cell(heading, 'title')],
      [cell(null, 'plain'), cell(said, 'plain')],
      titles.map((title) => cell(title, 'head')),
      ...lines.map((line, at) => lineCells(line, at, contents)),
    ],
    headRows: HEAD_ROWS,
    headColumns: PLAIN_BEFORE,
    rules: rulesOf(contents),
  };
};

const originSheet = ({ origin }: Contents): FormSheet => ({
  ...{ name: ORIGIN_SHEET, hidden: true, columns: [], headRows: 0, headColumns: 0, rules: [] },
  rows: origin.map((line) => line.map((value) => cell(value, 'plain'))),
});

const saidOf = (status: SheetContents['status']): string =>
  status === 'submitted'
    ? '评分表已经提交并密封，分值不再显示。'
    : '只填白色单元格；空格不改动已保存的分值。填好后在系统中上传，检查无误才会保存。';

const originOf = ({ sheetId, revision }: MySheet, roundId: string, columns: readonly CriterionColumn[]) => [
  [ORIGIN_WORDS.round, roundId],
  [ORIGIN_WORDS.sheet, sheetId],
  [ORIGIN_WORDS.revision, String(revision)],
  ...columns.map(({ criterion, title }) => [ORIGIN_WORDS.criterion, criterion.id, title]),
];

export type SheetForm = Readonly<{ content: Uint8Array; revision: number; name: string }>;

/** The caller's own sheet as a workbook. Of a submitted sheet no mark is in it. Undefined where he does not sit. */
export const makeSheetForm =
  (decisions: Decisions, workbooks: Workbooks) =>
  async (roundId: string, call: CallContext): Promise<SheetForm | undefined> => {
    const found = await ownContents(decisions, roundId, call);
    if (found === undefined) return undefined;
    const { mine, contents: own } = found;
    const contents = { ...own, said: saidOf(own.status), origin: originOf(mine, roundId, own.columns) };
    const form: Form = { sheets: [marksSheet(contents), originSheet(contents)] };
    return { content: workbooks.write(form), revision: mine.revision, name: own.heading };
  };
