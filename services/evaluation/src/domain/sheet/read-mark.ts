import { markFault, type PanelSource } from '@jiangong/scoring';
import type { ReadCell } from '@jiangong/spreadsheets';
import { type CellFault, plain } from './faulty-cell.ts';
import { meantMark } from './form-layout.ts';

const DIGITS = /^\d{1,9}(?:\.\d{1,20})?$/u;
const HUNDREDTHS = 100;
/** Programs keep 9.3 as 9.3000000000000007. */
const CLOSE = 1e-6;

type Marked = Readonly<{ mark: number }> | Readonly<{ fault: CellFault }>;

const hundredthsOf = ({ kind, text }: ReadCell): Readonly<{ hundredths: number }> | Readonly<{ fault: CellFault }> => {
  if (kind === 'formula') return { fault: 'CELL_IS_FORMULA' };
  if (kind === 'date') return { fault: 'CELL_IS_DATE' };
  if (kind === 'percent') return { fault: 'CELL_IS_PERCENT' };
  const written = plain(text);
  // A program writes very small and large numbers with an exponent.
  const number = kind === 'number' ? Number(written) : DIGITS.test(written) ? Number(written) : Number.NaN;
  if (kind === 'boolean' || kind === 'error' || written === '' || !Number.isFinite(number))
    return { fault: 'CELL_NOT_A_NUMBER' };
  const exact = number * HUNDREDTHS;
  if (!Number.isSafeInteger(Math.round(exact))) return { fault: 'SCORE_OUT_OF_RANGE' };
  return Math.abs(exact - Math.round(exact)) > CLOSE ? { fault: 'SCORE_TOO_FINE' } : { hundredths: Math.round(exact) };
};

const FAULTS = {
  OUT_OF_RANGE: 'SCORE_OUT_OF_RANGE',
  TOO_FINE: 'SCORE_TOO_FINE',
  NOT_OFFERED: 'SCORE_NOT_A_BAND',
} as const;

/** The mark that stands in a cell, as the criterion counts it; or what is wrong with it. */
export const markedBy = (source: PanelSource, criterion: PanelSource['criteria'][number], cell: ReadCell): Marked => {
  const read = hundredthsOf(cell);
  if ('fault' in read) return read;
  const mark = meantMark(source, criterion, read.hundredths);
  const fault = markFault(source, criterion, mark);
  return fault === undefined ? { mark } : { fault: FAULTS[fault] };
};
