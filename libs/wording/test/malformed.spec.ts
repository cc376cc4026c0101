import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLine, malformedIn, normalised } from '@jiangong/wording';

/** What people type: each must come through as it is. */
const TYPED: readonly (readonly [string, string])[] = [
  ['Chinese', '建功项目：城东水厂二期（2025）'],
  ['rare characters of the planes beyond', '𠮷野家、㛃、𬭚、𰻝'],
  ['an ideograph with its variant', '葛\u{E0100}城'],
  ['names with the middle dot', '买买提·艾力'],
  ['Uyghur', 'ئەخمەتجان قاسىمى'],
  ['Persian with a joiner that its letters need', 'می\u200Cخواهم'],
  ['Devanagari with a joiner', 'क्\u200Dष'],
  ['Tibetan', 'བཀྲ་ཤིས་བདེ་ལེགས།'],
  ['Mongolian with selector and vowel separator', 'ᠨᠠᠢᠮᠠ\u180Bᠨ ᠬᠠᠨ\u180Eᠠ'],
  ['Korean', '김철수'],
  ['Zhuang and accents', 'Vahcuengh naïve façade'],
  ['pictures: a family, a heart, a key', '👨\u200D👩\u200D👧 ❤\uFE0F 1\uFE0F\u20E3 👍🏽'],
  ['a skin tone before a joiner', '👩🏽\u200D🔬'],
  ['several lines with tabs', '一、目标\r\n\t二、措施\n'],
  ['ideographic blank', '张　三'],
];

const BAD: readonly (readonly [string, string, string])[] = [
  ['GBK read as UTF-8', '\uFFFD\uFFFD\uFFFD', 'U+FFFD'],
  ['a lone high surrogate', 'a\uD83D', 'U+D83D'],
  ['a lone low surrogate', '\uDE00b', 'U+DE00'],
  ['NUL', 'a\u0000b', 'U+0000'],
  ['escape', 'a\u001Bb', 'U+001B'],
  ['C1 control', 'a\u0085b', 'U+0085'],
  ['zero-width space', '建\u200B功', 'U+200B'],
  ['zero-width non-joiner between ideographs', '建\u200C功', 'U+200C'],
  ['zero-width joiner at the end', 'می\u200D', 'U+200D'],
  ['joiner between Latin letters', 'a\u200Db', 'U+200D'],
  ['two joiners in a row', 'م\u200C\u200Cی', 'U+200C'],
  ['word joiner', 'a\u2060b', 'U+2060'],
  ['byte order mark', '\uFEFF建功', 'U+FEFF'],
  ['soft hyphen', 'co\u00ADop', 'U+00AD'],
  ['left-to-right mark', 'a\u200Eb', 'U+200E'],
  ['right-to-left override', 'exe\u202Etxt', 'U+202E'],
  ['isolate', 'a\u2066b\u2069', 'U+2066'],
  ['Arabic letter mark', 'a\u061Cb', 'U+061C'],
  ['Hangul filler', 'a\u3164b', 'U+3164'],
  ['Hangul choseong filler', '\u115F', 'U+115F'],
  ['Hangul jungseong filler', '\u1160', 'U+1160'],
  ['halfwidth Hangul filler', '\uFFA0', 'U+FFA0'],
  ['blank braille', '\u2800', 'U+2800'],
  ['grapheme joiner', 'a\u034Fb', 'U+034F'],
  ['selector after a Latin letter', 'a\uFE0F', 'U+FE0F'],
  ['selector after a digit that is no key', '1\uFE0Fa', 'U+FE0F'],
  ['ideographic variant after a Latin letter', 'a\u{E0100}', 'U+E0100'],
  ['two selectors', '葛\u{E0100}\u{E0101}', 'U+E0101'],
  ['Mongolian selector after an ideograph', '建\u180B', 'U+180B'],
  ['Mongolian vowel separator alone', 'a\u180Eb', 'U+180E'],
  ['tag characters', '🏴\u{E0067}\u{E007F}', 'U+E0067'],
  ['non-character', 'a\uFFFE', 'U+FFFE'],
  ['non-character of the process', 'a\uFDD0', 'U+FDD0'],
  ['non-character of a plane', 'a\u{1FFFF}', 'U+1FFFF'],
  ['private use', 'a\uE816', 'U+E816'],
  ['private use of plane 15', 'a\u{F0000}', 'U+F0000'],
  ['object replacement', '\uFFFC', 'U+FFFC'],
  ['annotation', 'a\uFFF9b', 'U+FFF9'],
  ['a mark with nothing to stand on', '\u0301a', 'U+0301'],
  ['a mark at the beginning of a line', 'a\n\u0301b', 'U+0301'],
  ['not composed', 'cafe\u0301', 'NFC'],
  ['not composed Hangul', '\u1100\u1161', 'NFC'],
  ['a compatibility ideograph', '\uF9B0', 'NFC'],
];

describe('what somebody typed', () => {
  it.each(TYPED)('%s comes through', (_, text) => {
    expect(malformedIn(text)).toBeUndefined();
    expect(normalised(text)).toBe(text);
  });
  it.each(BAD)('%s is refused, and named', (_, text, what) => expect(malformedIn(text)?.what).toBe(what));
  it('says where', () => {
    expect(malformedIn('建功\u200B')).toEqual({ what: 'U+200B', at: 2 });
    expect(malformedIn('𠮷\u3164')).toEqual({ what: 'U+3164', at: 2 });
    expect(malformedIn('a\n\u0301')).toEqual({ what: 'U+0301', at: 2 });
    expect(malformedIn('cafe\u0301')).toEqual({ what: 'NFC', at: 3 });
  });
});

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const INVISIBLE_MOSTLY = fc.constantFrom(
  ...'\u200B\u200C\u200D\u2060\u202E\u2066\uFEFF\u3164\u115F\u1160\uFFA0\u00AD\u034F\u180E',
);

describe('for any text', () => {
  it('the kept form is kept as it is, and a text in it is never refused for its form', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = normalised(text);
        expect(normalised(kept)).toBe(kept);
        expect(malformedIn(kept)?.what).not.toBe('NFC');
      }),
    ));
  it('what passes is well formed, and survives being written as UTF-8', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        if (malformedIn(text)) return;
        expect(text.isWellFormed()).toBe(true);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    ));
  it('an invisible character anywhere in a Chinese or Latin text is found, at its place', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'建功项目abcXYZ019'), { minLength: 1, maxLength: 20 }),
        INVISIBLE_MOSTLY,
        fc.nat(20),
        (letters, invisible, place) => {
          const at = Math.min(place, letters.length);
          const text = [...letters.slice(0, at), invisible, ...letters.slice(at)].join('');
          expect(malformedIn(text)).toMatchObject({ at });
          expect(isLine(text, { charactersMax: 100 })).toBe(false);
        },
      ),
    ));
  it('a lone surrogate anywhere is found', () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string(), (before, surrogate, after) => {
        const text = before + String.fromCharCode(surrogate) + after;
        expect(text.isWellFormed() || malformedIn(text) !== undefined).toBe(true);
      }),
    ));
});
