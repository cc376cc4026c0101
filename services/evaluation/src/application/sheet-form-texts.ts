import type { RefusalText } from '@jiangong/service-host';
import type { Unreadable } from '@jiangong/spreadsheets';
import type { CellFault } from '../domain/sheet/faulty-cell.ts';
import type { ApplicationRefusal } from './reasons.ts';

const invalid = (zh: string, en: string): RefusalText => ({ status: 'INVALID_ARGUMENT', zh, en });

type FormReason = Unreadable | Extract<ApplicationRefusal['reason'], 'SHEET_FORM_UNKNOWN'>;

/** Why a file is no filled in sheet. */
export const sheetFormTexts: Readonly<Record<FormReason, RefusalText>> = {
  NOT_A_SPREADSHEET: invalid(
    '文件不是完好的 xlsx（或 csv）表格；旧版 xls 或加密的文件请另存为不加密的 xlsx。',
    'The file is no sound xlsx (or csv): save an old or encrypted one as plain xlsx.',
  ),
  SPREADSHEET_TOO_LARGE: invalid('表格过大。', 'The spreadsheet is too large.'),
  SPREADSHEET_TOO_MANY_ROWS: invalid('表格的行或单元格过多。', 'The spreadsheet has too many rows or cells.'),
  SPREADSHEET_TOO_MANY_COLUMNS: invalid('表格的列过多。', 'The spreadsheet has too many columns.'),
  SPREADSHEET_HAS_MACROS: invalid('表格带有宏，不予接收。', 'The spreadsheet brings macros: it is not taken.'),
  SPREADSHEET_HAS_LINKS: invalid(
    '表格带有外部链接、数据连接或嵌入对象，不予接收。',
    'The spreadsheet brings links, data sources or embedded objects: it is not taken.',
  ),
  SHEET_FORM_UNKNOWN: invalid(
    '文件中找不到“编号”一列，不是从本系统下载的评分表。',
    'No column “编号” is in the file: it is no sheet that was downloaded here.',
  ),
};

type OwnFault = Exclude<
  CellFault,
  | 'ENTRY_NOT_IN_ROUND'
  | 'SCORE_TWICE'
  | 'OWN_UNIT'
  | 'OWN_ENTRY'
  | 'RECUSED'
  | 'SCORE_OUT_OF_RANGE'
  | 'SCORE_TOO_FINE'
  | 'SCORE_NOT_A_BAND'
>;

/** What is wrong with a cell, where no order of its own says so. */
export const cellTexts: Readonly<Record<OwnFault, Readonly<{ zh: string; en: string }>>> = {
  COLUMN_UNKNOWN: { zh: '评分表没有这一列。', en: 'The sheet has no such column.' },
  COLUMN_TWICE: { zh: '同一指标出现两列。', en: 'Two columns are of the same criterion.' },
  ROW_WITHOUT_ENTRY: { zh: '该行有分值而没有编号。', en: 'The row has marks and no entry’s id.' },
  CELL_NOT_A_NUMBER: { zh: '不是数字。', en: 'This is no number.' },
  CELL_IS_FORMULA: { zh: '是公式；请粘贴为数值。', en: 'This is a formula: paste it as a value.' },
  CELL_IS_DATE: {
    zh: '被识别成了日期；请把单元格设为“常规”后重填。',
    en: 'This is a date: set the cell to General and type the mark again.',
  },
  CELL_IS_PERCENT: { zh: '是百分数；请填分值本身。', en: 'This is a percentage: write the mark itself.' },
};
