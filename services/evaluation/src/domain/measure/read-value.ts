import type { GivenValue } from '@jiangong/scoring';
import { VALUE_MAX } from './limits.ts';
import type { MeasureRefusal } from './refusals.ts';
import type { MeasureRules } from './rules.ts';

const DECIMAL = /^(0|[1-9][0-9]{0,7})(?:\.([0-9]{1,12}))?$/u;

/** Where points are counted two places are kept: the engine reads hundredths of whatever is measured. */
const HUNDREDTHS_PLACES = 2;

type Exactness = Pick<MeasureRules, 'unit' | 'decimals'>;

/** Nobody is placed better than first. */
const leastOf = ({ unit }: Exactness): number => (unit === 'rank' ? 1 : 0);

/** A value as it was written, in 10^-decimals of the unit; zeros behind its last place change nothing. */
export const readValue = (text: string, rules: Exactness): number | MeasureRefusal => {
  const limits = { least: leastOf(rules), most: VALUE_MAX, decimals: rules.decimals };
  const found = DECIMAL.exec(text);
  const places = (found?.[2] ?? '').replace(/0+$/u, '');
  if (found === null) return { reason: 'VALUE_INVALID', details: limits };
  if (places.length > rules.decimals) return { reason: 'VALUE_TOO_FINE', details: { decimals: rules.decimals } };
  const scale = 10 ** rules.decimals;
  const value = Number(`${found[1]}${places.padEnd(rules.decimals, '0')}`);
  return value < limits.least * scale || value > limits.most * scale
    ? { reason: 'VALUE_INVALID', details: limits }
    : value;
};

/** The shortest way to write it. */
export const writtenValue = (value: number, { decimals }: Pick<MeasureRules, 'decimals'>): string => {
  const digits = String(value).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const places = digits.slice(digits.length - decimals).replace(/0+$/u, '');
  return places === '' ? whole : `${whole}.${places}`;
};

/** As the engine reads it: hundredths of the unit, as an exact fraction. */
export const inHundredths = (
  value: number,
  { decimals }: Pick<MeasureRules, 'decimals'>,
): Pick<GivenValue, 'numerator' | 'denominator'> =>
  decimals > HUNDREDTHS_PLACES
    ? { numerator: String(value), denominator: String(10 ** (decimals - HUNDREDTHS_PLACES)) }
    : { numerator: String(value * 10 ** (HUNDREDTHS_PLACES - decimals)), denominator: '1' };
