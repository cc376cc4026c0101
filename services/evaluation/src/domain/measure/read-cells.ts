import { addCalendarDays } from '@jiangong/calendar';
import type { ReadCell } from '@jiangong/spreadsheets';
import { plain } from '../sheet/faulty-cell.ts';
import { writtenValue } from './read-value.ts';
import type { MeasureRules } from './rules.ts';

/** What one cell has wrong before any rule of the round is asked. */
export type CellWrong =
  | 'CELL_NOT_A_NUMBER'
  | 'CELL_IS_FORMULA'
  | 'CELL_IS_DATE'
  | 'CELL_IS_PERCENT'
  | 'VALUE_INVALID'
  | 'VALUE_TOO_FINE'
  | 'ATTEMPT_INVALID'
  | 'EFFECTIVE_ON_INVALID';

type Read<T> = Readonly<{ read: T }> | Readonly<{ wrong: CellWrong }>;

const DIGITS = /^\d{1,9}(?:\.\d{1,20})?$/u;
/** Programs keep 9.3 as 9.3000000000000007. */
const CLOSE = 1e-6;

const numberIn = ({ kind, text }: ReadCell): Read<number> => {
  if (kind === 'formula') return { wrong: 'CELL_IS_FORMULA' };
  if (kind === 'date') return { wrong: 'CELL_IS_DATE' };
  if (kind === 'percent') return { wrong: 'CELL_IS_PERCENT' };
  const written = plain(text);
  const number = kind === 'number' ? Number(written) : DIGITS.test(written) ? Number(written) : Number.NaN;
  if (kind === 'boolean' || kind === 'error' || written === '' || !Number.isFinite(number))
    return { wrong: 'CELL_NOT_A_NUMBER' };
  return { read: number };
};

/** A value as somebody would have written it into a page. */
export const valueIn = (cell: ReadCell, { decimals }: Pick<MeasureRules, 'decimals'>): Read<string> => {
  const found = numberIn(cell);
  if ('wrong' in found) return found;
  const exact = found.read * 10 ** decimals;
  const whole = Math.round(exact);
  if (found.read < 0 || !Number.isSafeInteger(whole)) return { wrong: 'VALUE_INVALID' };
  return Math.abs(exact - whole) > CLOSE ? { wrong: 'VALUE_TOO_FINE' } : { read: writtenValue(whole, { decimals }) };
};

/** Which attempt; an empty cell is the first. */
export const attemptIn = (cell: ReadCell | undefined): Read<number> => {
  if (cell === undefined) return { read: 1 };
  const found = numberIn(cell);
  return 'wrong' in found || Number.isSafeInteger(found.read) ? found : { wrong: 'ATTEMPT_INVALID' };
};

/** A day as Excel counts it: the first that the calendar knows, and how many there are until its last. */
const [DAY_COUNTED, DAY_FIRST, DAYS_MAX] = [33_604, '1992-01-01', 39_446];
const WRITTEN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u;

/** A day as Excel keeps it, or as people write it; whether it exists is the rule book's to say. */
export const dayIn = ({ kind, text }: ReadCell): Read<string> => {
  if (kind === 'formula') return { wrong: 'CELL_IS_FORMULA' };
  if (kind === 'date') {
    const days = Math.floor(Number(text)) - DAY_COUNTED;
    return days >= 0 && days <= DAYS_MAX
      ? { read: addCalendarDays(DAY_FIRST, days) }
      : { wrong: 'EFFECTIVE_ON_INVALID' };
  }
  const [, year, month = '', day = ''] = WRITTEN_DAY.exec(plain(text)) ?? [];
  return year === undefined
    ? { wrong: 'EFFECTIVE_ON_INVALID' }
    : { read: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` };
};
