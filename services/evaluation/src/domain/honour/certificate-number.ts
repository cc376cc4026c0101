/** Crockford's alphabet: nothing in it looks like something else. A character is an element of GF(32). */
export const CERTIFICATE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FIELD_BITS = 5;
/** x⁵ + x² + 1, primitive over GF(2): the powers of x are the 31 elements that are not zero. */
const POLYNOMIAL = 0b1_0_0101;
const OVERFLOW = 1 << FIELD_BITS;

/** Chance in a number: sixteen characters of five bits, which nobody finds by trying. */
export const CHANCE_CHARACTERS = 16;
const GROUP = 4;
const FORM = /^\d{4}[0-9A-HJKMNP-TV-Z]{17}$/u;

const timesX = (element: number): number => {
  const shifted = element << 1;
  return shifted >= OVERFLOW ? shifted ^ POLYNOMIAL : shifted;
};

/** The sum of all characters, each times a power of x of its own (at most 31 characters). */
const weighted = (characters: string): number =>
  [...characters].reduce((sum, character) => timesX(sum) ^ CERTIFICATE_ALPHABET.indexOf(character), 0);

/**
 * The character that makes the weighted sum of all, itself last, zero. Every weight is another element and none is zero: so one wrong
 * character is found, and any two that changed places.
 */
const checkOf = (characters: string): string => CERTIFICATE_ALPHABET[timesX(weighted(characters))] ?? '';

const grouped = (characters: string): string => (characters.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');

/** `2021-K3V9-0QTB-7ZME-4X1C-T`: the award year, chance, and the check character. */
export const certificateNumber = (awardYear: number, chance: string): string => {
  const characters = `${awardYear}${chance}`;
  return grouped(`${characters}${checkOf(characters)}`);
};

/** A number as somebody typed it off a certificate, in its kept form; undefined when it can be none. */
export const typedCertificateNumber = (typed: string): string | undefined => {
  const characters = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—－]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return FORM.test(characters) && weighted(characters) === 0 ? grouped(characters) : undefined;
};
