import { describe, expect, it } from '@jest/globals';
import { notYetPlayed } from '../src/index.ts';
import { templateOf, textOf } from './template-files.ts';

const CLEAR = '  - {id: clear, act: clear, by: inspectors, opens: 04-01, closes: 04-20}\n';
const SCORE = '  - {id: score, act: score, by: [experts, office], phase: main, opens: 04-21, closes: 05-20}\n';
const DECIDE = '  - {id: decide, act: decide, by: leaders, opens: 05-21, closes: 05-31}\n';

describe('entries enter once, when the first round opens', () => {
  const edited = (...edits: readonly (readonly [from: string, to: string])[]): readonly string[] => {
    const text = edits.reduce((before, [from, to]) => {
      expect(before.split(from)).toHaveLength(2);
      return before.replace(from, () => to);
    }, textOf('model-branches'));
    return notYetPlayed(templateOf(text)).map(({ reason, path }) => `${reason} ${path}`);
  };
  const between = (act: string, by: string): string =>
    `  - {id: late, act: ${act}, by: ${by}, opens: 05-21, closes: 05-22}\n${DECIDE.replace('05-21', '05-23')}`;

  it('so a clearance or a review below it would leave nobody in', () => {
    expect(edited([CLEAR, ''], [DECIDE, between('clear', 'inspectors')])).toEqual(['ADMISSION_NOT_YET $.calendar[2]']);
    expect(edited([DECIDE, between('review', 'office')])).toEqual(['ADMISSION_NOT_YET $.calendar[3]']);
  });

  it('so one that begins beside it would, too', () => {
    const beside = '  - {id: late, act: clear, by: inspectors, opens: 04-21, closes: 04-30, with: score}\n';
    expect(edited([CLEAR, ''], [SCORE, SCORE + beside])).toEqual(['ADMISSION_NOT_YET $.calendar[2]']);
  });

  it('and above it they stand as ever', () => expect(edited()).toEqual([]));
});
