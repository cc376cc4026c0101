import { describe, expect, it } from '@jest/globals';
import { notYetPlayed } from '../src/index.ts';
import { templateOf, textOf } from './template-files.ts';

describe('what is not played of talks and of notices of an appraisal office', () => {
  it('of talks that no award asks for, and of notices of an office before anybody decides', () => {
    const text = textOf('p03-four-exams');
    const noted = (from: string, to: string): readonly string[] =>
      notYetPlayed(templateOf(text.replace(from, () => to))).map(({ reason, path }) => `${reason} ${path}`);
    expect(noted('duty: talk, ', '')).toEqual(['ACT_NOT_YET $.calendar[4].by']);
    expect(noted('talk, by: talkers, each', 'talk, by: second, each')).toEqual(['ACT_NOT_YET $.calendar[4].by']);
    expect(
      noted('office: {role: appraisal-office, scope: edition}', 'office: {role: appraisal-office, scope: line}'),
    ).toEqual(['ACT_NOT_YET $.calendar[3].by']);
  });
});
