import { addressOf } from '../grid.ts';
import type { FormCell, FormRule, FormSheet } from '../form-sheet.ts';
import { MAIN, XML } from './parts.ts';
import { STYLE_NUMBERS } from './styles-part.ts';
import { escaped } from './text.ts';

const cellPart = ({ value, style }: FormCell, column: number, row: number): string => {
  const at = `r="${addressOf(column, row)}" s="${STYLE_NUMBERS[style]}"`;
  if (value === null || value === '') return `<c ${at}/>`;
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

const rowPart = (cells: readonly FormCell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellPart(cell, at + 1, row)).join('')}</row>`;

const columnsPart = (columns: FormSheet['columns']): string =>
  columns.length === 0
    ? ''
    : `<cols>${columns.map(({ width, hidden }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`).join('')}</cols>`;

const viewPart = ({ headRows, headColumns }: FormSheet): string => {
  if (headRows === 0 && headColumns === 0) return '<sheetView workbookViewId="0"/>';
  const split = `${headColumns > 0 ? ` xSplit="${headColumns}"` : ''}${headRows > 0 ? ` ySplit="${headRows}"` : ''}`;
  const pane = headColumns === 0 ? 'bottomLeft' : headRows === 0 ? 'topRight' : 'bottomRight';
  return `<sheetView workbookViewId="0"><pane${split} topLeftCell="${addressOf(headColumns + 1, headRows + 1)}" activePane="${pane}" state="frozen"/></sheetView>`;
};

/** Excel takes no more characters in a list of values, in a title, and in what is said. */
const [LIST_CHARS_MAX, TITLE_CHARS_MAX, SAID_CHARS_MAX] = [255, 32, 255];

const allowed = (rule: FormRule): Readonly<{ type: string; formulas: string }> => {
  if (rule.kind === 'between')
    return {
      type: 'type="decimal" operator="between"',
      formulas: `<formula1>${rule.least}</formula1><formula2>${rule.most}</formula2>`,
    };
  const list = rule.values.join(',');
  // Too long a list is checked where the form comes back.
  if (list.length > LIST_CHARS_MAX) return { type: 'type="none"', formulas: '' };
  return { type: 'type="list"', formulas: `<formula1>"${escaped(list)}"</formula1>` };
};

const rulePart = (rule: FormRule): string => {
  const { column, fromRow, toRow, title, said } = rule;
  const { type, formulas } = allowed(rule);
  const texts = `errorTitle="${escaped(title.slice(0, TITLE_CHARS_MAX))}" error="${escaped(said.slice(0, SAID_CHARS_MAX))}"`;
  return `<dataValidation ${type} allowBlank="1" showErrorMessage="1" ${texts} sqref="${addressOf(column, fromRow)}:${addressOf(column, toRow)}">${formulas}</dataValidation>`;
};

const rulesPart = (rules: readonly FormRule[]): string =>
  rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.map(rulePart).join('')}</dataValidations>`;

/** Across A4, as wide as the page, with its number below. */
const PRINTED = `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`;

/** One sheet, locked but for its open cells. Without a password: it keeps from mistakes, what comes back is checked. */
export const worksheetPart = (sheet: FormSheet): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${viewPart(sheet)}</sheetViews><sheetFormatPr defaultRowHeight="18"/>${columnsPart(sheet.columns)}<sheetData>${sheet.rows.map((cells, at) => rowPart(cells, at + 1)).join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${rulesPart(sheet.rules)}${PRINTED}</worksheet>`;
