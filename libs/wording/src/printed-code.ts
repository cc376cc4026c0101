/** Crockford's alphabet: nothing in it looks like something else. Each character is five bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = /.{1,5}/gu;

/** Bytes as characters of a code, one each. */
export const codeCharacters = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** As it is printed, in groups of five: `K3V9T-0QTB7-ZME4X-1C8RD`. */
export const printedCode = (characters: string): string => (characters.match(GROUP) ?? []).join('-');

/** The characters of a code as somebody typed it: blanks, dashes and case do not matter, nor what looks alike. */
export const typedCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—－]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
