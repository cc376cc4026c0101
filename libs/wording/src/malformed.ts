/**
 * Characters that are not what somebody typed, or that nobody sees: control and format characters, fillers, lone surrogates, U+FFFD,
 * non-characters, private use. Fewer would let two texts look alike; more would take away letters that people are named with.
 */
const NEVER =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFC\uFFFD\u2800]/u;
const NEVER_ANYWHERE = new RegExp(NEVER, 'gu');

/** Line feed, carriage return and tab are control characters that people do type. */
const LAYOUT = new Set(['\t', '\n', '\r']);

/** Joiners (ZWJ, ZWNJ) change letters in these scripts; in any other nobody sees them. */
const JOINING = [
  'Arabic Syriac Mongolian Nko Phags_Pa',
  'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar',
]
  .flatMap((names) => names.split(' '))
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const JOINING_LETTER = new RegExp(`^(?=[\\p{L}\\p{M}])[${JOINING}]$`, 'u');
const MONGOLIAN_LETTER = /^(?=[\p{L}])\p{Script=Mongolian}$/u;
const IDEOGRAPH = /^[\p{Ideographic}]$/u;
const PICTURE = /^\p{Extended_Pictographic}$/u;
const PICTURE_OR_ITS_END = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const KEY = /^[0-9#*]$/u;
const KEYCAP = '\u20E3';

const ZWNJ = '\u200C';
const ZWJ = '\u200D';
const MONGOLIAN_VOWEL_SEPARATOR = '\u180E';
const MONGOLIAN_SELECTOR = /^[\u180B-\u180D\u180F]$/u;
const PICTURE_SELECTOR = /^[\uFE0E\uFE0F]$/u;
const SELECTOR = /^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u;

/** The code point before and after a place; empty at the ends and beside a lone surrogate's other half. */
type Neighbours = Readonly<{ before: string; after: string }>;

const neighboursOf = (text: string, at: number, length: number): Neighbours => {
  const after = text.codePointAt(at + length);
  const low = text.charCodeAt(at - 1);
  const start = low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1;
  return {
    before: start < 0 ? '' : String.fromCodePoint(text.codePointAt(start) as number),
    after: after === undefined ? '' : String.fromCodePoint(after),
  };
};

/** Whether a character that is seen only by what it does to its neighbours does something here. */
const isNeeded = (character: string, { before, after }: Neighbours): boolean => {
  if (character === ZWJ && PICTURE_OR_ITS_END.test(before) && PICTURE.test(after)) return true;
  if (character === ZWJ || character === ZWNJ) return JOINING_LETTER.test(before) && JOINING_LETTER.test(after);
  if (character === MONGOLIAN_VOWEL_SEPARATOR) return MONGOLIAN_LETTER.test(before) && MONGOLIAN_LETTER.test(after);
  if (MONGOLIAN_SELECTOR.test(character)) return MONGOLIAN_LETTER.test(before);
  if (!SELECTOR.test(character)) return false;
  if (PICTURE_SELECTOR.test(character)) return PICTURE.test(before) || (KEY.test(before) && after === KEYCAP);
  return IDEOGRAPH.test(before);
};

/** A mark has nothing to stand on at the beginning of a text or of a line. */
const LONE_MARK = /(?:^|[\n\r\u2028\u2029])(\p{M})/u;

/** What is wrong: the character as `U+200B`, or `NFC` when the text is not in its composed form; `at` in code units. */
export type Malformed = Readonly<{ what: string; at: number }>;

const written = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first thing in a text that is not as somebody would have typed it; undefined when there is none. */
export const malformedIn = (text: string): Malformed | undefined => {
  if (NEVER.test(text))
    for (const { 0: character, index: at } of text.matchAll(NEVER_ANYWHERE)) {
      if (LAYOUT.has(character) || isNeeded(character, neighboursOf(text, at, character.length))) continue;
      return { what: written(character), at };
    }
  const lone = LONE_MARK.exec(text);
  if (lone) return { what: written(lone[1] as string), at: lone.index + lone[0].length - (lone[1] as string).length };
  const composed = text.normalize('NFC');
  if (composed === text) return undefined;
  let at = 0;
  while (text[at] === composed[at]) at += 1;
  return { what: 'NFC', at };
};

/** The form in which texts are kept. The edge brings a text into it; the domain refuses one that is not. */
export const normalised = (text: string): string => text.normalize('NFC');
