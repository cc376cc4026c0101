import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balanceLines, breakLines } from '../src/typeset/break-lines.ts';

const widthOf = (): number => 1;
const broken = (text: string, width: number): readonly string[] =>
  breakLines(text, { first: width, rest: width, widthOf });

describe('lines', () => {
  it('are as full as they can be', () => expect(broken('一二三四五六七', 3)).toEqual(['一二三', '四五六', '七']));
  it('begin with no closing mark', () => expect(broken('一二三，四五', 3)).toEqual(['一二', '三，四', '五']));
  it('end with no opening mark', () => expect(broken('一二（三四）', 3)).toEqual(['一二', '（三', '四）']));
  it('keep numbers and words whole where they can', () =>
    expect(broken('共计2021年度', 4)).toEqual(['共计', '2021', '年度']));
  it('break what has no place to break', () => expect(broken('x'.repeat(10), 4)).toEqual(['xxxx', 'xxxx', 'xx']));
  it('have an indent of their own for the first', () =>
    expect(breakLines('一二三四五', { first: 1, rest: 3, widthOf })).toEqual(['一', '二三四', '五']));
  it('of nothing are one empty line', () => expect(broken('', 3)).toEqual(['']));

  it('lose nothing and are never too long, whatever they are made of', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'一二三，。（）ab12 “”') }),
        fc.integer({ min: 1, max: 12 }),
        (text, width) => {
          const lines = broken(text.trim(), width);
          expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
        },
      ),
    ));
});

describe('a title', () => {
  const title = '关于表彰2021年度建功活动获奖项目个人和单位的通报';
  it('is broken into lines of about one length', () => {
    const lengths = balanceLines(title, { rest: 20, widthOf }).map((line) => [...line].length);
    expect(lengths).toHaveLength(2);
    expect(Math.abs((lengths[0] ?? 0) - (lengths[1] ?? 0))).toBeLessThanOrEqual(4);
  });
  it('is broken between words', () => {
    for (const line of balanceLines(title, { rest: 12, widthOf })) {
      expect(line).not.toMatch(/^彰/u);
      expect(line).not.toMatch(/^位/u);
    }
    expect(balanceLines(title, { rest: 12, widthOf }).join('')).toBe(title);
  });
});
