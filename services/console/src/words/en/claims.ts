import type { Said } from '../words.ts';
import type { claimsZh } from '../zh/claims.ts';

/** Texts of claims of reviews, English. */
export const claimsEn: Said<typeof claimsZh> = {
  claims: {
    whose: 'Claimed',
    words: { mine: 'By me', unclaimed: 'By nobody', others: 'By others' },
    by: 'Claimed by {{name}} until {{date}}',
    own: 'Claimed by me until {{date}}',
    next: 'Claim the next {{count}}',
    claim: 'Claim the {{count}} chosen',
    release: 'Let the {{count}} chosen go',
    takeOver: 'Take {{count}} over from others',
    takeOverLead: 'Whoever claimed them is told. A claim is a word among colleagues: it keeps nobody from reviewing.',
    done: '{{count}} done',
    partly: '{{done}} done, {{refused}} not',
  },
};
