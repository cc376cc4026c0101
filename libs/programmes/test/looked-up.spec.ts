import { describe, expect, it } from '@jest/globals';
import { lookedUpOf, notYetPlayed } from '../src/index.ts';
import { compiledOf, templateOf, textOf } from './template-files.ts';

const NEVER = 'never: [{fact: org.term-overdue, is: true}]';
const asking = (tests: string) => templateOf(textOf('star-branches').replace(NEVER, () => tests));
const questions = (tests: string) =>
  lookedUpOf(compiledOf(asking(tests))).map(({ questionId, query, answer, words }) => ({
    ...{ questionId, fact: query.fact, answer, words },
  }));

describe('what rules of awards ask and a person looks up', () => {
  it('is said in both languages, and answered by yes or no, a number, or one of the words that the rules know', () => {
    expect(lookedUpOf(compiledOf(templateOf(textOf('star-branches'))))).toEqual([
      {
        ...{ questionId: 'fact-1', query: { fact: 'org.term-overdue' } },
        ...{ name: { zh: '逾期未换届', en: 'its term is overdue' }, answer: 'flag', words: [] },
      },
    ]);
    const several =
      'needs: [{fact: count.activities, over: edition, atLeast: 2}], never: [{fact: org.level, oneOf: [city, county]}]';
    expect(questions(several)).toEqual([
      { questionId: 'fact-1', fact: 'count.activities', answer: 'count', words: [] },
      { questionId: 'fact-2', fact: 'org.level', answer: 'word', words: ['city', 'county'] },
    ]);
  });

  it('is one question however often it is asked', () => {
    const twice =
      'needs: [{fact: count.activities, over: edition, atLeast: 1}], never: [{fact: count.activities, over: edition, atLeast: 9}]';
    expect(questions(twice)).toHaveLength(1);
  });

  it('is nothing that the platform hears of or a result holds: the one is refused, the other needs nobody', () => {
    const heard = 'never: [{fact: org.age-months, atMost: 12}]';
    expect(questions(heard)).toEqual([]);
    expect(notYetPlayed(asking(heard)).map(({ reason, path }) => `${reason} ${path}`)).toEqual([
      'OUTCOME_NOT_YET $.outcome[0].never[0]',
    ]);
    const held = 'needs: [{fact: step, kind: total, atLeast: 90}]';
    expect([questions(held), notYetPlayed(asking(held))]).toEqual([[], []]);
  });
});
