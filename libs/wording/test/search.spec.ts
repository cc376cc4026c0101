import { describe, expect, it } from '@jest/globals';
import { soughtBy } from '@jiangong/wording';
import { findableBy, sortKeyOf } from '@jiangong/wording/search';
import fc from 'fast-check';

/** As the database does it: all keys, and all parts as they stand. */
const finds = (typed: string, ...texts: readonly string[]): boolean => {
  const { keys, text } = findableBy(texts);
  const sought = soughtBy(typed);
  return (
    sought.parts.length > 0 &&
    sought.keys.every((key) => keys.includes(key)) &&
    sought.parts.every((part) => text.includes(part))
  );
};

describe('what is looked for', () => {
  it.each([
    ['two characters from its middle', '建功', '机关建功项目办公室'],
    ['one character', '功', '机关建功项目办公室'],
    ['its whole name', '机关建功项目办公室', '机关建功项目办公室'],
    ['full pinyin from its middle', 'jiangong', '机关建功项目办公室'],
    ['pinyin as far as it is typed', 'jiango', '机关建功项目办公室'],
    ['the beginning of a syllable', 'xi', '机关建功项目办公室'],
    ['initials', 'jgxm', '机关建功项目办公室'],
    ['two initials', 'gx', '机关建功项目办公室'],
    ['ü typed as v', 'lvyuan', '绿园区委员会'],
    ['capitals and full width', 'ＪＧＸＭ', '机关建功项目办公室'],
    ['several words in any order', '支部 长春', '长春路第3支部'],
    ['Chinese and initials together', '长春dszb', '长春路第三支部'],
    ['a number within', '第3支部', '长春路第3支部'],
    ['pinyin with a number within', 'di3zhibu', '长春路第3支部'],
    ['a code with its hyphen', 'jl-01', 'JL-01'],
    ['a part of an English word', 'mittee', 'Working Committee'],
  ])('is found by %s', (_, typed, name) => {
    expect(finds(typed, name)).toBe(true);
  });

  it.each([
    ['changchun', 'the reading that the dictionary has not by context'],
    ['zhangchun', 'the one that it has'],
  ])('a character that is read in two ways is found by both: %s (%s)', (typed) => {
    expect(finds(typed, '长春路第3支部')).toBe(true);
  });

  it.each([
    ['another order of characters', '功建', '建功项目'],
    ['initials that do not stand together', 'jm', '建功项目'],
    ['a word too many', '建功 长春', '建功项目'],
    ['nothing but signs', '%_', '建功项目'],
  ])('is not found by %s', (_, typed, name) => {
    expect(finds(typed, name)).toBe(false);
  });

  it('every piece of a Chinese text finds it, whatever it is', () => {
    const han = fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (points, from, length) => {
        const characters = points.map((point) => String.fromCodePoint(point));
        const at = from % characters.length;
        const piece = characters.slice(at, at + 1 + (length % 20)).join('');
        expect(finds(piece, characters.join(''))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever is typed, no sign of a pattern is in what is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        for (const part of soughtBy(typed).parts) expect(part).not.toMatch(/[%_\\\s]/u);
      }),
      { numRuns: 50 },
    );
  });
});

it('names are sorted by how they are read', () => {
  expect(['组织部', '安全局', '办公室', '长春市'].toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual([
    '安全局',
    '办公室',
    '长春市',
    '组织部',
  ]);
});
