/** An exact fraction; `denominator` is positive. */
export type Rational = Readonly<{ numerator: bigint; denominator: bigint }>;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [left, right] = [a < 0n ? -a : a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
};

/** In lowest terms. Throws on a denominator that is not positive: that is a bug. */
export const rational = (numerator: bigint, denominator: bigint): Rational => {
  if (denominator <= 0n) throw new RangeError('a denominator must be positive');
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

/** Negative when a < b, 0 when equal, positive when a > b. */
export const compareRationals = (a: Rational, b: Rational): number => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

/** The nearest integer; exactly half goes to the even one. For fractions that are not negative. */
export const roundHalfEven = ({ numerator, denominator }: Rational): bigint => {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  if (twice < denominator) return quotient;
  if (twice > denominator) return quotient + 1n;
  return quotient % 2n === 0n ? quotient : quotient + 1n;
};
