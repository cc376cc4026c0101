/** Excel takes no longer text in a cell. */
const CELL_CHARS_MAX = 32_767;

/** What XML 1.0 can not hold, and halves of characters. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** A text as it may stand in XML: nothing in it is markup. Excel reads `_x0041_` as a letter; a text that looks so stays what it is. */
export const escaped = (text: string): string =>
  text
    .slice(0, CELL_CHARS_MAX)
    .replaceAll(NOT_XML, '')
    .replaceAll(/_(?=x[0-9A-F]{4}_)/giu, '_x005F_')
    .replaceAll(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
