import type { AnswerGround } from './ground.ts';

import type { CardsBefore } from './cards-before.ts';

/** Words as they came; `file`: empty where none is named; `before`: what was given in the part of the period before, where that is decided. */
type Given = Readonly<{
  entryId: string;
  questionId: string;
  value: string;
  file: string;
  before?: CardsBefore;
  ground: AnswerGround;
  why: string;
  now: string;
}>;

export type AnswerFactOrder = Given & Readonly<{ type: 'AnswerFact' }>;
export type CorrectFactAnswer = Given & Readonly<{ type: 'CorrectFactAnswer' }>;
export type AnswerOrder = AnswerFactOrder | CorrectFactAnswer;

export const isAnswerOrder = <O extends Readonly<{ type: string }>>(order: O): order is Extract<O, AnswerOrder> =>
  order.type === 'AnswerFact' || order.type === 'CorrectFactAnswer';
