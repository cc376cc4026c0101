import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, evidenceRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { EntryDeclared } from './facts.ts';
import type { DeclareEntry, WithdrawEntry } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Entry, StandingKind, UnitEdition } from './state.ts';

/**
 * A declared entry takes a place of the unit's quota, and keeps it whatever the review says of it; only withdrawing gives
 * it back. (The source names no rule; this one leaves nothing to gain from declaring badly.)
 */
const takesPlace = (entry: Entry): boolean => entry.declarations > 0 && entry.standing.kind !== 'withdrawn';

const contentRefusal = (order: DeclareEntry): UnitEditionRefusal | undefined =>
  textRefusal(order.summary, { field: 'summary', charactersMax: limits.TEXT_CHARACTERS_MAX, lines: 'many' }) ??
  evidenceRefusal(order.evidence);

const declarationOf = (entry: Entry, order: DeclareEntry): EntryDeclared['data'] => ({
  ...refOf(order),
  version: entry.declarations + 1,
  title: entry.title,
  leaderPersonId: entry.leaderPersonId,
  summary: order.summary,
  evidence: [...order.evidence],
});

/** The next version after a return: within the deadline that the return set, whatever the stage. It takes no new place. */
const redeclare = (entry: Entry, redeclareUntil: string, order: DeclareEntry): Decision => {
  if (order.now >= redeclareUntil) return { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil } };
  const refusal = contentRefusal(order);
  if (refusal) return refusal;
  return [{ type: 'EntryRedeclared.v1', data: declarationOf(entry, order) }];
};

export const declareEntry = (state: UnitEdition, entry: Entry, order: DeclareEntry): Decision => {
  const { standing } = entry;
  if (standing.kind === 'returned') return redeclare(entry, standing.redeclareUntil, order);
  if (standing.kind === 'planned') return { reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' };
  const refusal = firstRefusal<UnitEditionRefusal>(
    standingRefusal(entry, ['underway'], 'ALREADY_DECLARED'),
    stageRefusal(order, 'declaration'),
    contentRefusal(order),
  );
  if (refusal) return refusal;
  const declared = Object.values(state.entries).filter(takesPlace).length;
  if (declared >= order.terms.quota)
    return { reason: 'QUOTA_EXCEEDED', details: { quota: order.terms.quota, declared } };
  return [{ type: 'EntryDeclared.v1', data: declarationOf(entry, order) }];
};

const WITHDRAWABLE: readonly StandingKind[] = [
  'planned',
  'underway',
  'declared',
  'returned',
  'screened',
  'clearance-requested',
  'cleared',
  'published',
];

/** A unit may take an entry back until it is being scored. */
export const withdrawEntry = (entry: Entry, order: WithdrawEntry): Decision => {
  const refusal = standingRefusal(entry, WITHDRAWABLE, 'ENTRY_CLOSED') ?? whyRefusal(order.why, 'why');
  if (refusal) return refusal;
  return [{ type: 'EntryWithdrawn.v1', data: { ...refOf(order), why: order.why } }];
};
