import { type Rational, rational, roundHalfEven } from '../rational.ts';

export const ZERO: Rational = { numerator: 0n, denominator: 1n };

/** `sum ÷ count` of safe integers; reduced as plain numbers, which is quicker. `count` is positive. */
export const quotient = (sum: number, count: number): Rational => {
  let [left, right] = [Math.abs(sum), count];
  while (right !== 0) [left, right] = [right, left % right];
  return { numerator: BigInt(sum / left), denominator: BigInt(count / left) };
};

export const plus = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational =>
  plus(a, { numerator: -b.numerator, denominator: b.denominator });

/** x × by ÷ over; `over` is positive. */
export const times = (x: Rational, by: bigint, over: bigint): Rational =>
  rational(x.numerator * by, x.denominator * over);

export const total = (values: readonly Rational[]): Rational => values.reduce(plus, ZERO);

export const weighedMean = (shares: readonly Readonly<{ value: Rational; weight: number }>[]): Rational => {
  let numerator = 0n;
  let denominator = 1n;
  let whole = 0;
  for (const { value, weight } of shares) {
    numerator = numerator * value.denominator + BigInt(weight) * value.numerator * denominator;
    denominator *= value.denominator;
    whole += weight;
  }
  return rational(numerator, denominator * BigInt(whole));
};

const mirrored = (x: Rational, round: (positive: Rational) => bigint): bigint =>
  x.numerator < 0n ? -round({ numerator: -x.numerator, denominator: x.denominator }) : round(x);

const roundings = {
  'half-even': roundHalfEven,
  'half-up': ({ numerator, denominator }: Rational) => (2n * numerator + denominator) / (2n * denominator),
  down: ({ numerator, denominator }: Rational) => numerator / denominator,
} as const;
export type Rounding = keyof typeof roundings;

/** Hundredths of a point in units of 10^-decimals points; negative values round as their mirror images. */
export const roundedTo = (hundredths: Rational, decimals: number, how: Rounding): bigint =>
  mirrored(
    { numerator: hundredths.numerator * 10n ** BigInt(decimals), denominator: hundredths.denominator * 100n },
    roundings[how],
  );

/** The opposite way: units of 10^-decimals points as hundredths. */
export const inHundredths = (units: bigint, decimals: number): Rational =>
  rational(units * 100n, 10n ** BigInt(decimals));
