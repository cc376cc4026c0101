const HUNDREDTHS = 100;

/** Hundredths of a point as people write them: 1950 is `19.5`. */
export const sayHundredths = (points: number): string => String(points / HUNDREDTHS).replace('-', '−');

/** The same back; undefined for what is no number of hundredths. */
export const hundredthsOf = (typed: string): number | undefined => {
  if (!/^\d{1,5}(?:\.\d{1,2})?$/u.test(typed.trim())) return undefined;
  return Math.round(Number(typed) * HUNDREDTHS);
};
