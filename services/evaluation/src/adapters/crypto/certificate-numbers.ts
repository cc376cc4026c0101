import { randomBytes } from 'node:crypto';
import type { CertificateNumbers } from '../../application/decision-ports.ts';

/** Crockford's alphabet: nothing in it looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits a character: 80 bits, which nobody finds by trying. */
const CHARACTERS = 16;
const GROUP = 4;

/** `2021-K3V9-0QTB-7ZME-4X1C`: the award year, then chance. */
export const randomCertificateNumbers: CertificateNumbers = {
  next: (awardYear) => {
    const chance = [...randomBytes(CHARACTERS)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '0').join('');
    const groups = chance.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? [];
    return [awardYear, ...groups].join('-');
  },
};
