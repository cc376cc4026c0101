import { type Given, text } from './given.ts';

export const REVIEW_SORTS = ['due', '-due', 'title', 'planned', '-planned'] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

export const CLAIM_WORDS = ['mine', 'unclaimed', 'others'] as const;
export type ClaimWord = (typeof CLAIM_WORDS)[number];

export type ReviewSearch = Readonly<{
  q?: string | undefined;
  standing?: string | undefined;
  track?: string | undefined;
  sort?: ReviewSort | undefined;
  claim?: ClaimWord | undefined;
  /** The entry that is being looked at. */
  entry?: string | undefined;
  /** Entries that are chosen for what is done to several, `id,id`. */
  picked?: string | undefined;
}>;
export const reviewSearch = ({ q, standing, track, sort, claim, entry, picked }: Given): ReviewSearch => ({
  q: text(q),
  standing: text(standing),
  track: text(track),
  sort: REVIEW_SORTS.find((known) => known === sort),
  claim: CLAIM_WORDS.find((known) => known === claim),
  entry: text(entry),
  picked: text(picked),
});

export type ClearancesSearch = Readonly<{ state?: string | undefined; entry?: string | undefined }>;
export const clearancesSearch = ({ state, entry }: Given): ClearancesSearch => ({
  state: text(state),
  entry: text(entry),
});
