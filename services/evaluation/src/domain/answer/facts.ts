import type { Fact } from '@jiangong/event-store';
import type { FactValue } from '@jiangong/scoring';
import type { RoundIds, Why } from '../decision/taken-facts.ts';

type OfAnswer = RoundIds &
  Readonly<{
    entryId: string;
    questionId: string;
    value: FactValue;
    file: string | null;
    /** By what right. */
    grantId: string;
    prose: Why;
  }>;

/** The office looked up what the rules of awards ask of an entry; what it goes by stands sealed. */
export type FactAnswered = Fact<'FactAnswered.v1', OfAnswer & Readonly<{ answeredBy: string; answeredAt: string }>>;

/** Another person than who answered put the answer right. */
export type FactAnswerCorrected = Fact<
  'FactAnswerCorrected.v1',
  OfAnswer & Readonly<{ correctedBy: string; correctedAt: string }>
>;

export type AnswerFact = FactAnswered | FactAnswerCorrected;

export const isAnswerFact = <F extends Fact>(fact: F): fact is Extract<F, AnswerFact> =>
  fact.type === 'FactAnswered.v1' || fact.type === 'FactAnswerCorrected.v1';
