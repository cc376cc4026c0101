import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLogin, skeleton } from '@jiangong/wording';

describe('a login', () => {
  it.each([
    ['zhang.san', true],
    ['Zhang_San-01', true],
    ["o'neil+gx@example.org", true],
    ['张三', true],
    ['张三01', true],
    ['ئەخمەت', true],
    ['བཀྲ', true],
    ['ｚｈａｎｇ', true], // full-width letters are the letters
    ['', false],
    ['...', false],
    ['zhang san', false],
    ['张 三', false],
    ['zhang\u200Bsan', false],
    ['张\u3164三', false],
    ['葛\u{E0100}', false], // nobody sees whether the variant is there
    ['می\u200Cخ', false],
    ['zhаng', false], // a Cyrillic а
    ['азс', false], // all Cyrillic, and looks like "a3c"
    ['αβ', false],
    ['張zhang', false],
    ['zhàng', false],
    ['a\u0301', false],
    ['\uFFFD', false],
    ['x'.repeat(129), false],
  ])('%j may be chosen: %s', (login, good) => expect(isLogin(login)).toBe(good));

  it.each([
    ['Zhang.San', 'zhang.san'],
    [' zhang.san ', 'zhang.san'],
    ['ｚｈａｎｇ．ｓａｎ', 'zhang.san'],
    ['zhang\u200B.san', 'zhang.san'],
    ['㈱', '(株)'],
    ['⼀', '一'], // the radical is the character
    ['STRASSE', 'strasse'],
    ['straße', 'strasse'],
    ['\u212A', 'k'], // the Kelvin sign
  ])('%j is compared as %j', (login, shown) => expect(skeleton(login)).toBe(shown));

  it('an ASCII login is compared by its lower case alone', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[\x21-\x7E]{1,40}$/), (login) =>
        expect(skeleton(login)).toBe(login.toLowerCase()),
      ),
    ));

  it('what may be chosen is not changed by what nobody sees, and its skeleton may be chosen, too', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (login) => {
        if (!isLogin(login)) return;
        expect(skeleton(skeleton(login))).toBe(skeleton(login));
        expect(isLogin(skeleton(login))).toBe(true);
      }),
    ));
});
