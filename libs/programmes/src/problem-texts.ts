import { outcomeProblemTexts } from './problem-texts/outcome.ts';
import { policyProblemTexts } from './problem-texts/policy.ts';
import { resultProblemTexts } from './problem-texts/result.ts';
import { shapeProblemTexts } from './problem-texts/shape.ts';
import { stageProblemTexts } from './problem-texts/stages.ts';

export type ProblemText = Readonly<{ zh: string; en: string }>;

/** Every reason for which a template is refused, in both languages. `{name}` is filled in from the details. */
export const problemTexts = {
  ...shapeProblemTexts,
  ...stageProblemTexts,
  ...resultProblemTexts,
  ...outcomeProblemTexts,
  ...policyProblemTexts,
} as const satisfies Readonly<Record<string, ProblemText>>;

export type ProblemReason = keyof typeof problemTexts;
