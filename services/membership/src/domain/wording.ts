const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** One line without control characters, of 1 to `charsMax` characters, not padded with blanks. */
export const isLine = (text: string, charsMax: number): boolean => {
  const chars = [...text].length;
  return chars >= 1 && chars <= charsMax && text === text.trim() && ONE_LINE.test(text);
};
