import { trackOf } from '../programme.ts';
import type { EditionTerms } from '../edition/terms.ts';
import { type Counted, quotaOfShare, type QuotaShare, shareKey } from '../needs/shares.ts';
import type { QuotaCounted } from './quota-facts.ts';
import { PROPOSED_VERSION } from './proposed-version.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry } from './state.ts';

/**
 * A declared entry takes a place of the nominator's quota, and keeps it whatever the review says of it; only withdrawing before
 * clearance gives it back. (The source names no rule; this one leaves nothing to gain from declaring badly.)
 */
export const takesPlace = ({ declarations, isCandidate, placeReturned }: Entry): boolean =>
  declarations > (isCandidate ? PROPOSED_VERSION : 0) && !placeReturned;

/** Whoever wants a place of it, with what was counted of the nominator now, where it was. */
type Asker = Readonly<{ terms: EditionTerms; counted?: Counted }>;

type OfTerms = Pick<EditionTerms, 'tables' | 'shares'>;

/** A track with a number, or a proportion, of its own counts alone; the others share the edition's. */
const hasOwn = ({ tables, shares }: OfTerms, track: string): boolean =>
  (trackOf(tables, track)?.quota ?? null) !== null || shares.some(({ trackId }) => trackId === track);

/** The proportion that a track's number follows from; undefined: its number is one that the template names, or there is none. */
export const shareFor = (terms: OfTerms, track: string): QuotaShare | undefined =>
  hasOwn(terms, track)
    ? terms.shares.find(({ trackId }) => trackId === track)
    : terms.shares.find(({ trackId }) => trackId === null);

type Allowed = Readonly<{ quota: number; declared: number; share?: QuotaShare; counted?: Counted }>;

const numberFor = (state: Entries, { terms, counted: now }: Asker, track: string): Omit<Allowed, 'declared'> | null => {
  const share = shareFor(terms, track);
  if (share === undefined) {
    const quota = trackOf(terms.tables, track)?.quota ?? terms.tables.quota;
    return quota === null ? null : { quota };
  }
  // What was counted once holds: for a nominator no later change of the tree takes places away or adds any.
  const counted = state.counted[shareKey(share)] ?? now;
  const quota = quotaOfShare(share, counted?.count ?? 0);
  return { quota, share, ...(counted === undefined ? {} : { counted }) };
};

/** How many entries of a track's number a nominator may declare, and how many it has; null: there is no number. */
export const allowedFor = (state: Entries, asker: Asker, track: string): Allowed | null => {
  const rule = numberFor(state, asker, track);
  if (rule === null) return null;
  const isOwn = hasOwn(asker.terms, track);
  const together = (other: string): boolean => (isOwn ? other === track : !hasOwn(asker.terms, other));
  const declared = Object.values(state.entries).filter((entry) => takesPlace(entry) && together(entry.track)).length;
  return { ...rule, declared };
};

export const quotaRefusal = (state: Entries, asker: Asker, track: string): EntriesRefusal | undefined => {
  const rule = allowedFor(state, asker, track);
  if (rule === null || rule.declared < rule.quota) return undefined;
  const { quota, declared, share, counted } = rule;
  const from = share && { onePer: share.one, of: share.counted, count: counted?.count ?? 0, asOf: counted?.asOf ?? '' };
  return { reason: 'QUOTA_EXCEEDED', details: { quota, declared, ...from } };
};

/** With the first declaration that takes a place of it: what the nominator's number follows from. */
export const countedQuota = (state: Entries, order: Asker, track: string): readonly QuotaCounted[] => {
  const { terms, counted } = order;
  const share = shareFor(terms, track);
  if (share === undefined || counted === undefined || state.counted[shareKey(share)] !== undefined) return [];
  const { editionId, nominatorId } = terms;
  const { trackId, one, counted: what } = share;
  const quota = quotaOfShare(share, counted.count);
  return [{ type: 'QuotaCounted.v1', data: { editionId, nominatorId, trackId, one, of: what, quota, ...counted } }];
};
