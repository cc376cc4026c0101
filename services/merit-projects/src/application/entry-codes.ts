import { createHash } from 'node:crypto';
import { aggregateIdOf } from '@jiangong/event-store';

/** Crockford's alphabet: nothing in it looks like something else. Twenty characters are a hundred bits, which nobody finds by trying. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_CHARACTERS = 20;
const GROUP = /.{5}/gu;

/** A code of random bytes, as it is printed: `K3V9T-0QTB7-ZME4X-1C8RD`. */
export const codeOf = (random: Uint8Array): string => {
  const characters = [...random.subarray(0, CODE_CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return (characters.match(GROUP) ?? []).join('-');
};

/** All that is kept of a code, as somebody typed it: blanks, dashes and case do not matter, nor what looks alike. */
export const codeHash = (typed: string): string => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—－]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return createHash('sha256').update(`entry code ${code}`, 'utf8').digest('hex');
};

/** The work that a code stands for, and its author: both follow from the code's hash, and tell nothing of either. */
export const workIdOf = (editionId: string, hash: string): string => aggregateIdOf(`${editionId} ${hash}`, 'work');
export const authorIdOf = (editionId: string, hash: string): string => aggregateIdOf(`${editionId} ${hash}`, 'author');
