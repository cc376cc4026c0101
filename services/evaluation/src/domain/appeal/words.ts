/** What of a result an appeal is against: its rank, what the body gave or did not give, or what one of its sources found. */
export const APPEAL_MATTERS = ['rank', 'grade', 'checklist', 'bonus', 'measure'] as const;
export type AppealMatter = (typeof APPEAL_MATTERS)[number];
export const isAppealMatter = (word: string): word is AppealMatter => APPEAL_MATTERS.some((known) => known === word);

export const APPEAL_OUTCOMES = ['upheld', 'rejected'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];
export const isAppealOutcome = (word: string): word is AppealOutcome => APPEAL_OUTCOMES.some((known) => known === word);

/**
 * What an upheld appeal leads to. `corrected-result`: what the result rests on is put right in its own way, and it is computed anew;
 * `new-decision`: the result stands, and the body decides with the appeal before it, departing from the ranks where it sees fit.
 */
export const APPEAL_REMEDIES = ['corrected-result', 'new-decision'] as const;
export type AppealRemedy = (typeof APPEAL_REMEDIES)[number];
export const isAppealRemedy = (word: string): word is AppealRemedy => APPEAL_REMEDIES.some((known) => known === word);
