import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomCertificateNumbers } from '../../../src/adapters/crypto/certificate-numbers.ts';
import {
  CERTIFICATE_ALPHABET,
  CHANCE_CHARACTERS,
  certificateNumber,
  typedCertificateNumber,
} from '../../../src/domain/honour/certificate-number.ts';

const character = fc.constantFrom(...CERTIFICATE_ALPHABET);
const chance = fc.string({ unit: character, minLength: CHANCE_CHARACTERS, maxLength: CHANCE_CHARACTERS });
const number = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), chance)
  .map(([year, given]) => certificateNumber(year, given));
const digits = (text: string): readonly string[] => [...text.replaceAll('-', '')];
const LENGTH = 4 + CHANCE_CHARACTERS + 1;
const at = fc.integer({ min: 0, max: LENGTH - 1 });

describe('the number of a certificate', () => {
  it('is the award year, eighty bits of chance, and a check character', () => {
    const made = randomCertificateNumbers.next(2021);
    expect(made).toMatch(/^2021(?:-[0-9A-HJKMNP-TV-Z]{4}){4}-[0-9A-HJKMNP-TV-Z]$/u);
    expect(typedCertificateNumber(made)).toBe(made);
    expect(CHANCE_CHARACTERS * Math.log2(CERTIFICATE_ALPHABET.length)).toBe(80);
  });

  it('is drawn anew each time', () =>
    expect(new Set(Array.from({ length: 1_000 }, () => randomCertificateNumbers.next(2021))).size).toBe(1_000));

  it('is read as people type it', () =>
    fc.assert(
      fc.property(number, (given) => {
        expect(typedCertificateNumber(` ${given.toLowerCase().replaceAll('-', ' ')} `)).toBe(given);
        expect(typedCertificateNumber(given.replaceAll('-', '—').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
          given,
        );
      }),
    ));

  it('has every single wrong character found', () =>
    fc.assert(
      fc.property(number, at, character, (given, place, wrong) => {
        const typed = digits(given);
        fc.pre(typed[place] !== wrong);
        expect(typedCertificateNumber(typed.with(place, wrong).join(''))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    ));

  it('has any two characters that changed places found', () =>
    fc.assert(
      fc.property(number, at, at, (given, one, other) => {
        const typed = digits(given);
        const [a = '', b = ''] = [typed[one], typed[other]];
        fc.pre(a !== b);
        expect(typedCertificateNumber(typed.with(one, b).with(other, a).join(''))).toBeUndefined();
      }),
      { numRuns: 2_000 },
    ));

  it.each(['', '2021', '2021-0000', 'https://example.org', '２０２１', '2021-K3V9-0QTB-7ZME-4X1C-TT'])(
    'is not %j',
    (typed) => expect(typedCertificateNumber(typed)).toBeUndefined(),
  );
});
