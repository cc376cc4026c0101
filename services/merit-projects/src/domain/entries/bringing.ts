import type { Instant } from '@jiangong/calendar';
import { type EditionTerms, isActOpen } from '../edition/terms.ts';
import { bringingAct } from '../programme.ts';
import type { Entry } from './entry.ts';

/** Whoever stands on a roll stands as if declared once, without a word or a file. What it brings itself are the versions after. */
export const LISTED_VERSION = 1;

/** Whether whoever stands on the roll is asked to bring words and files of its own. */
export const isBringing = ({ tables }: Pick<EditionTerms, 'tables'>): boolean => bringingAct(tables) === 'declare';

/**
 * What became of that: brought, awaited still, or not brought in its time. It enters all the same: nobody is out because he was silent,
 * and it is said that he was.
 */
export const BROUGHT_WORDS = ['brought', 'awaited', 'overdue'] as const;
export type Brought = (typeof BROUGHT_WORDS)[number];

/** Undefined: nothing was asked of it. */
export const broughtOf = (
  { isListed, declarations, milestones }: Pick<Entry, 'isListed' | 'declarations' | 'milestones'>,
  terms: Pick<EditionTerms, 'tables' | 'stages' | 'lateEntries'>,
  now: Instant,
): Brought | undefined => {
  const asked = bringingAct(terms.tables);
  if (!isListed || asked === undefined) return undefined;
  if (asked === 'plan' ? milestones.length > 0 : declarations > LISTED_VERSION) return 'brought';
  const isAhead = terms.stages.some(({ act, closesAt }) => act === asked && now < closesAt);
  return isAhead || isActOpen(terms, asked, now) ? 'awaited' : 'overdue';
};

/** It stands on the roll and may bring something now, or bring it anew: its stage is open and nobody has looked at it yet. */
export const mayBring = (
  { isListed, standing }: Pick<Entry, 'isListed' | 'standing'>,
  { terms, now }: Readonly<{ terms: EditionTerms; now: Instant }>,
): boolean => isListed && isBringing(terms) && standing.kind === 'declared' && isActOpen(terms, 'declare', now);
