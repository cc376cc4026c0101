import { randomBytes } from 'node:crypto';
import type { CertificateNumbers } from '../../application/decision-ports.ts';
import { CERTIFICATE_ALPHABET, CHANCE_CHARACTERS, certificateNumber } from '../../domain/honour/certificate-number.ts';

/** Five bits a character: 80 bits of chance in a number. */
export const randomCertificateNumbers: CertificateNumbers = {
  next: (awardYear) => {
    const chance = [...randomBytes(CHANCE_CHARACTERS)].map(
      (byte) => CERTIFICATE_ALPHABET[byte % CERTIFICATE_ALPHABET.length] ?? '0',
    );
    return certificateNumber(awardYear, chance.join(''));
  },
};
