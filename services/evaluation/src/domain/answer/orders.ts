import type { AnswerGround } from './ground.ts';

/** Words as they came; `file`: empty where none is named. */
type Given = Readonly<{
  entryId: string;
  questionId: string;
  value: string;
  file: string;
  ground: AnswerGround;
  why: string;
  now: string;
}>;

export type AnswerFactOrder = Given & Readonly<{ type: 'AnswerFact' }>;
export type CorrectFactAnswer = Given & Readonly<{ type: 'CorrectFactAnswer' }>;
export type AnswerOrder = AnswerFactOrder | CorrectFactAnswer;

export const isAnswerOrder = <O extends Readonly<{ type: string }>>(order: O): order is Extract<O, AnswerOrder> =>
  order.type === 'AnswerFact' || order.type === 'CorrectFactAnswer';
