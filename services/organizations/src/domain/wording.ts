const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** One line without control characters, of `charsMin` to `charsMax` characters, not padded with blanks. */
export const isLine = (text: string, charsMin: number, charsMax: number): boolean => {
  const chars = [...text].length;
  return chars >= charsMin && chars <= charsMax && text === text.trim() && ONE_LINE.test(text);
};
