/** What somebody types to find something is not longer. */
export const SEARCH_CHARACTERS_MAX = 60;

const NEITHER_LETTER_NOR_NUMBER = /[^\p{L}\p{M}\p{N}]+/gu;
const RUNS = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu;
const HAN = /^\p{Script=Han}/u;

/** One width, one case, letters and numbers only: how texts are compared that people look for. */
export const compared = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(NEITHER_LETTER_NOR_NUMBER, ' ').trim();

/** Chinese and what is not, apart: 第3支部 is 第, 3, 支部. */
export const runsOf = (text: string): readonly string[] => text.match(RUNS) ?? [];

export const isHan = (run: string): boolean => HAN.test(run);

/** Every piece of so many characters. */
export const piecesOf = (characters: readonly string[], length: number): readonly string[] =>
  characters
    .slice(0, Math.max(0, characters.length - length + 1))
    .map((_, at) => characters.slice(at, at + length).join(''));

/** What is looked for: rows that hold all `keys` (a superset, by the index) and all `parts` as they stand. */
export type Sought = Readonly<{ keys: readonly string[]; parts: readonly string[] }>;

const keysSought = (run: string): readonly string[] => {
  const characters = [...run];
  if (isHan(run)) return characters.length === 1 ? characters : piecesOf(characters, 2);
  return characters.length < 3 ? [run] : piecesOf(characters, 3);
};

/** What was typed, taken apart; without a letter or a number there are no parts, and nothing is found. */
export const soughtBy = (typed: string): Sought => {
  const parts = [...new Set(runsOf(compared(typed)))];
  return { keys: [...new Set(parts.flatMap(keysSought))], parts };
};
