import { isRunning, type PreparedRound, type Round } from '../round/state.ts';
import type { AnswerFact } from './facts.ts';
import type { FactAnswer } from './state.ts';

/** Folds what was looked up of a round's entries. */
export const evolveAnswers = (round: PreparedRound, fact: AnswerFact): Round => {
  if (!isRunning(round)) throw new Error(`an answer follows ${round.kind}`);
  const { answers = [] } = round;
  const { entryId, questionId, value, file } = fact.data;
  const before = answers.find((one) => one.entryId === entryId && one.questionId === questionId);
  const by =
    fact.type === 'FactAnswered.v1'
      ? { answeredBy: fact.data.answeredBy, answeredAt: fact.data.answeredAt, corrections: 0 }
      : {
          ...{ answeredBy: fact.data.correctedBy, answeredAt: fact.data.correctedAt },
          corrections: (before?.corrections ?? 0) + 1,
        };
  const answer: FactAnswer = { entryId, questionId, value, file, ...by };
  return { ...round, answers: [...answers.filter((one) => one !== before), answer] };
};
