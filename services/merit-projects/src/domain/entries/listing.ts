import * as limits from '../limits.ts';
import { type Decision, hasEntered, refOf, standingRefusal, whyRefusal } from './checks.ts';
import type { DelistEntry, ListEntries, RelistEntry } from './orders.ts';
import { identityOf } from './planning.ts';
import { type Entries, type Entry, entryOf, type StandingKind } from './state.ts';

/** Whoever stands on the roll becomes an entry, once: what has one already, whatever became of it, is left as it is. */
export const listEntries = (state: Entries, order: ListEntries): Decision => {
  const { listed, asOf } = order;
  const fresh = listed.filter(({ entryId }) => entryOf(state, entryId) === undefined);
  if (fresh.length === 0) return [];
  if (state.intake === 'closed') return { reason: 'INTAKE_CLOSED' };
  const count = Object.keys(state.entries).length + fresh.length;
  if (count > limits.ROLL_ENTRIES_MAX) return { reason: 'TOO_MANY_ENTRIES', details: { max: limits.ROLL_ENTRIES_MAX } };
  return fresh.map(({ entryId, title, ...identity }) => ({
    type: 'EntryListed.v1',
    data: { ...refOf({ entryId, terms: order.terms }, undefined), ...identityOf(identity), title, asOf },
  }));
};

const DELISTED_FROM: readonly StandingKind[] = [
  'declared',
  'returned',
  'reviewed',
  'rejected',
  'clearance-requested',
  'cleared',
  'blocked',
  'published',
];

/** Taken off the roll, until entries enter; asked twice it is taken off once. */
export const delistEntry = (entry: Entry, order: DelistEntry): Decision => {
  if (entry.delistedFrom !== null) return [];
  if (hasEntered(entry)) return { reason: 'ENTRY_IN_EVALUATION', field: 'entryId' };
  const refusal = DELISTED_FROM.includes(entry.standing.kind)
    ? whyRefusal(order.why)
    : standingRefusal(entry, DELISTED_FROM, 'ENTRY_CLOSED');
  if (refusal) return refusal;
  return [{ type: 'EntryDelisted.v1', data: { ...refOf(order, entry), prose: { why: order.why } } }];
};

/** Back on the roll, and back to where it stood; what was never taken off is left as it is. */
export const relistEntry = (entry: Entry, order: RelistEntry): Decision => {
  const { delistedFrom } = entry;
  if (delistedFrom === null) return [];
  const refusal = whyRefusal(order.why);
  if (refusal) return refusal;
  const data = { ...refOf(order, entry), standing: delistedFrom.kind, prose: { why: order.why } };
  return [{ type: 'EntryRelisted.v1', data }];
};
