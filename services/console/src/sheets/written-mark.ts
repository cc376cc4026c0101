import type { Criterion } from './criteria.ts';

const HUNDREDTHS = 100;
const NUMBER = /^\d{1,7}(?:\.\d{0,20})?$/u;

export type MarkFault = 'not-a-number' | 'out-of-range' | 'too-fine' | 'not-offered';
/** `mark: null`: nothing is written there. */
export type ReadMark = Readonly<{ mark: number | null }> | Readonly<{ fault: MarkFault }>;

/** Hundredths as people write them: 950 is 9.5. */
export const asWritten = (hundredths: number): string => String(hundredths / HUNDREDTHS);

/** What stands in a cell for a mark: points, of a chosen one what it is worth. */
export const writtenMark = ({ choices }: Criterion, mark: number): string =>
  asWritten(choices === null ? mark : (choices[mark] ?? 0));

/** Points that a mark gives, in hundredths. */
export const pointsOf = ({ choices, isFactor, points }: Criterion, mark: number): number =>
  choices === null ? (isFactor ? (points * mark) / HUNDREDTHS : mark) : (choices[mark] ?? 0);

/** As an input method for Chinese writes digits, too: `９。５分`. */
const plain = (text: string): string =>
  text.normalize('NFKC').replaceAll('。', '.').replaceAll(',', '').replace(/分$/u, '').trim();

/** What somebody wrote into a cell, as the criterion counts it, or what is wrong with it; the platform judges once more. */
export const readMark = (criterion: Criterion, text: string): ReadMark => {
  const written = plain(text);
  if (written === '') return { mark: null };
  if (!NUMBER.test(written)) return { fault: 'not-a-number' };
  const exact = Number(written) * HUNDREDTHS;
  const hundredths = Math.round(exact);
  // 9.3 is 930.0000000000001 hundredths.
  if (Math.abs(exact - hundredths) > 1e-6) return { fault: 'too-fine' };
  const { choices, most, step, ranges } = criterion;
  if (choices !== null) {
    const ordinal = choices.indexOf(hundredths);
    return ordinal === -1 ? { fault: 'not-offered' } : { mark: ordinal };
  }
  if (hundredths > most) return { fault: 'out-of-range' };
  if (hundredths % step !== 0) return { fault: 'too-fine' };
  if (ranges !== null && !ranges.some(([low, high]) => hundredths >= low && hundredths <= high))
    return { fault: 'not-offered' };
  return { mark: hundredths };
};
