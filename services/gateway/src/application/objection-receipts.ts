import { createHash, createHmac } from 'node:crypto';
import { keyFor } from './sealed-box.ts';

/** Crockford's alphabet: nothing in it looks like something else. Twenty characters are a hundred bits, which nobody finds by trying. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 20;
const GROUP = /.{5}/gu;

/** It follows from the hand-in's token, so that who confirms again gets the same one; nobody else can make it. `K3V9T-0QTB7-ZME4X-1C8RD`. */
export const receiptCodeOf = (masterKey: Buffer, token: string): string => {
  const made = createHmac('sha256', keyFor(masterKey, 'objection-receipts')).update(token, 'utf8').digest();
  const characters = [...made.subarray(0, CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return (characters.match(GROUP) ?? []).join('-');
};

/** Of a code as somebody typed it: blanks, dashes and case do not matter, nor what looks alike. */
export const receiptHash = (typed: string): Buffer => {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—－]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1');
  return createHash('sha256').update(`objection receipt ${code}`, 'utf8').digest();
};
