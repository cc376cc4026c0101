type Fraction = Readonly<{ numerator: string; denominator: string }>;

/** Decimals that are shown of an exact number; what lies behind them is marked. */
const SHOWN = 4;
/** Exact values are told in hundredths of a point. */
const HUNDREDTHS = 100n;

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** `82.35`; `≈81.6667` where four decimals do not hold it. */
export const sayPoints = ({ numerator, denominator }: Fraction): string => {
  const below = BigInt(denominator) * HUNDREDTHS;
  const above = BigInt(numerator);
  const scaled = magnitude(above) * 10n ** BigInt(SHOWN);
  const rounded = (scaled * 2n + below) / (below * 2n);
  const isExact = rounded * below === scaled;
  const digits = String(rounded).padStart(SHOWN + 1, '0');
  const whole = digits.slice(0, -SHOWN);
  const decimals = digits.slice(-SHOWN).replace(/0{1,2}$/u, '');
  return `${isExact ? '' : '≈'}${above < 0n ? '−' : ''}${whole}.${decimals}`;
};

/** Whether the parts add up to the whole, exactly. */
export const addsUp = (parts: readonly Fraction[], whole: Fraction): boolean => {
  const sum = parts.reduce(
    (before, { numerator, denominator }) => ({
      above: before.above * BigInt(denominator) + BigInt(numerator) * before.below,
      below: before.below * BigInt(denominator),
    }),
    { above: 0n, below: 1n },
  );
  return sum.above * BigInt(whole.denominator) === BigInt(whole.numerator) * sum.below;
};

/** A printed score, told in units of its last decimal: 8235 with two decimals is `82.35`. */
export const sayScore = (score: number | null, decimals: number): string | null =>
  score === null ? null : (score / 10 ** decimals).toFixed(decimals);

const BASIS_POINTS_PER_PERCENT = 100;

/** A weight in basis points: `40%`. */
export const sayShare = (basisPoints: number): string => `${basisPoints / BASIS_POINTS_PER_PERCENT}%`;
