import { addressOf, type ReadCell } from '@jiangong/spreadsheets';
import type { SheetRefusal } from './refusals.ts';

/** What one cell has wrong. */
export type CellFault =
  | Extract<
      SheetRefusal['reason'],
      | 'ENTRY_NOT_IN_ROUND'
      | 'SCORE_TWICE'
      | 'OWN_UNIT'
      | 'OWN_ENTRY'
      | 'RECUSED'
      | 'SCORE_OUT_OF_RANGE'
      | 'SCORE_TOO_FINE'
      | 'SCORE_NOT_A_BAND'
    >
  | 'COLUMN_UNKNOWN'
  | 'COLUMN_TWICE'
  | 'ROW_WITHOUT_ENTRY'
  | 'CELL_NOT_A_NUMBER'
  | 'CELL_IS_FORMULA'
  | 'CELL_IS_DATE'
  | 'CELL_IS_PERCENT';

/** `cell`: its address as the program shows it; ids are empty where the cell belongs to none. */
export type FaultyCell = Readonly<{
  cell: string;
  fault: CellFault;
  entryId: string;
  criterionId: string;
  found: string;
}>;

/** What is told of a cell's contents. */
export const FOUND_CHARACTERS_MAX = 60;
/** As two texts are compared: full-width digits are digits, and nothing around it counts. */
export const plain = (text: string): string => text.normalize('NFKC').trim();

export const faulty = (cell: ReadCell, fault: CellFault, of: Partial<FaultyCell> = {}): FaultyCell => ({
  ...{ cell: addressOf(cell.column, cell.row), fault, entryId: '', criterionId: '' },
  found: [...cell.text].slice(0, FOUND_CHARACTERS_MAX).join(''),
  ...of,
});
