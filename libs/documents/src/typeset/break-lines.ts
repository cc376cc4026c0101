/** What no line begins with (避头), and what none ends with (避尾). */
const NOT_FIRST = new Set('，。、；：？！．）】》〉」』”’…—·%‰℃,.;:?!)]}');
const NOT_LAST = new Set('（【《〈「『“‘([{');

/** So many characters are pulled to the next line at most before a line is broken where it is; of a title more, to keep words whole. */
const PULLED_MAX = 4;
const PULLED_OF_TITLE_MAX = 6;

const isWordPart = (character: string): boolean => /^[\p{Script=Latin}\p{Nd}_.@+-]$/u.test(character);

export type LineWidths = Readonly<{
  /** Of the first line and of all others. */
  first: number;
  rest: number;
  widthOf: (character: string) => number;
}>;

type Breaking = LineWidths & Readonly<{ words?: ReadonlySet<number> }>;

const breaksBadly = (before: string | undefined, after: string | undefined): boolean => {
  if (before === undefined || after === undefined) return false;
  if (NOT_FIRST.has(after) || NOT_LAST.has(before)) return true;
  return isWordPart(before) && isWordPart(after);
};

/** Where to break a line that would end before `at`: a little earlier where that reads better. */
const breakBefore = (
  characters: readonly string[],
  from: number,
  { at, words }: Readonly<{ at: number; words: ReadonlySet<number> | undefined }>,
): number => {
  const pulledMax = words === undefined ? PULLED_MAX : PULLED_OF_TITLE_MAX;
  for (let back = 0; back <= pulledMax && at - back > from + 1; back++) {
    const place = at - back;
    const whole = words === undefined || words.has(place);
    if (whole && !breaksBadly(characters[place - 1], characters[place])) return place;
  }
  return words === undefined ? at : breakBefore(characters, from, { at, words: undefined });
};

/** Breaks one line of text into those that fit, with the habits of Chinese setting. Nothing is lost but blanks at the breaks. */
export const breakLines = (text: string, { first, rest, widthOf, words }: Breaking): readonly string[] => {
  const characters = [...text];
  const lines: string[] = [];
  let from = 0;
  while (from < characters.length) {
    const width = lines.length === 0 ? first : rest;
    let taken = 0;
    let at = from;
    while (at < characters.length) {
      taken += widthOf(characters[at] ?? '');
      if (taken > width && at > from) break;
      at += 1;
    }
    const end = at < characters.length ? breakBefore(characters, from, { at, words }) : at;
    lines.push(characters.slice(from, end).join('').trim());
    from = end;
    while (characters[from] === ' ') from += 1;
  }
  return lines.length === 0 ? [''] : lines;
};

const CHINESE_WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words begin, counted in characters. */
const wordStarts = (text: string): ReadonlySet<number> => {
  let at = 0;
  const starts = new Set<number>();
  for (const { segment } of CHINESE_WORDS.segment(text)) {
    starts.add(at);
    at += [...segment].length;
  }
  return starts;
};

/** Breaks a title between words into lines of about one length, so that no line of two characters hangs below a full one. */
export const balanceLines = (
  text: string,
  { rest, widthOf }: Pick<LineWidths, 'rest' | 'widthOf'>,
): readonly string[] => {
  const words = wordStarts(text);
  const full = breakLines(text, { first: rest, rest, widthOf, words });
  if (full.length === 1) return full;
  const whole = [...text].reduce((sum, character) => sum + widthOf(character), 0);
  for (let width = whole / full.length; width < rest; width += widthOf('中') / 2) {
    const lines = breakLines(text, { first: width, rest: width, widthOf, words });
    if (lines.length <= full.length) return lines;
  }
  return full;
};
