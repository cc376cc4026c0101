import type { GivenFact } from '@jiangong/scoring';
import type { Question } from './question.ts';
import type { FactAnswer } from './state.ts';

/** What the rules of awards ask a person, and what was answered so far. */
export type LookedUpFacts = Readonly<{ questions: readonly Question[]; answers: readonly FactAnswer[] }>;

export const NOTHING: LookedUpFacts = { questions: [], answers: [] };

/** The answers, as answers to the very questions of the rules. */
export const givenFacts = ({ questions, answers }: LookedUpFacts = NOTHING): readonly GivenFact[] =>
  answers.flatMap(({ entryId, questionId, value }) => {
    const question = questions.find((one) => one.questionId === questionId);
    return question === undefined ? [] : [{ subject: entryId, query: question.query, value }];
  });
