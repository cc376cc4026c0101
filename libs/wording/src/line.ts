import { malformedIn } from './malformed.ts';

/** Blanks inside a name: one at a time, the common or the ideographic one; any other would look like it and be another. */
const UNEVEN_BLANKS = /[^\S \u3000]|[ \u3000]{2}/u;

/**
 * Whether a text can be a name, a code or a reason of one line: well formed, of `charactersMin` to `charactersMax` code points, not
 * padded, and without blanks that nobody would see.
 */
export const isLine = (
  text: string,
  { charactersMin = 1, charactersMax }: Readonly<{ charactersMin?: number; charactersMax: number }>,
): boolean => {
  if (text.length > 2 * charactersMax) return false;
  const characters = [...text].length;
  if (characters < charactersMin || characters > charactersMax) return false;
  return text === text.trim() && !UNEVEN_BLANKS.test(text) && malformedIn(text) === undefined;
};
