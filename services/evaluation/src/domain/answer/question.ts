import { type FactQuery, type FactValue, factKey } from '@jiangong/scoring';
import { COUNTED_MAX } from './limits.ts';

/**
 * What rules of awards ask of an entry and no result holds: a person looks it up before the body decides. `words`: those that the rules know;
 * any other is `other`.
 */
export type Question = Readonly<{
  questionId: string;
  query: FactQuery;
  zh: string;
  en: string;
  answer: 'flag' | 'count' | 'word';
  words: readonly string[];
}>;

/** The word of an answer that is none of those that the rules know. */
export const OTHER = 'other';

/** What stands for an answer that came as text; undefined where it answers another kind of question. */
export const valueOf = ({ answer, words }: Question, text: string): FactValue | undefined => {
  switch (answer) {
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'count':
      return /^(?:0|[1-9][0-9]{0,6})$/u.test(text) && Number(text) <= COUNTED_MAX ? Number(text) : undefined;
    case 'word':
      return text === OTHER || words.includes(text) ? text : undefined;
  }
};

export const sameQuery = (one: FactQuery, other: FactQuery): boolean => factKey(one) === factKey(other);
