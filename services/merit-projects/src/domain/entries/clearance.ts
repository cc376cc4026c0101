import { firstRefusal, textRefusal } from '../check-text.ts';
import * as limits from '../limits.ts';
import { type Decision, refOf, stageRefusal, standingRefusal } from './checks.ts';
import { CLEARANCE_SCOPES, type ClearanceScope, type EntryBlocked } from './facts.ts';
import type { GiveClearance, RequestClearance } from './orders.ts';
import type { UnitEditionRefusal } from './refusals.ts';
import type { Entry, StandingKind, UnitEdition } from './state.ts';

/** The committee asks discipline inspection about the entry, its leader and its unit. */
export const requestClearance = (entry: Entry, order: RequestClearance): Decision => {
  const scopes = CLEARANCE_SCOPES.filter((scope) => order.scopes.includes(scope));
  const refusal = standingRefusal(entry, ['screened'], 'ENTRY_NOT_SCREENED') ?? stageRefusal(order, 'review', 'notice');
  if (refusal) return refusal;
  if (scopes.length === 0 || scopes.length !== order.scopes.length)
    return { reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' };
  return [{ type: 'ClearanceRequested.v1', data: { ...refOf(order), clearanceId: order.clearanceId, scopes } }];
};

const opinionRefusal = (order: GiveClearance, scopes: readonly ClearanceScope[]): UnitEditionRefusal | undefined => {
  const given = order.opinions.map(({ scope }) => scope);
  if (given.length !== scopes.length || scopes.some((scope) => !given.includes(scope)))
    return { reason: 'CLEARANCE_OPINIONS_INCOMPLETE', field: 'opinions', details: { scopes: scopes.join(' ') } };
  const blocked = order.opinions.some(({ outcome }) => outcome === 'blocked');
  return firstRefusal<UnitEditionRefusal>(
    textRefusal(order.why, {
      field: 'why',
      charactersMax: limits.TEXT_CHARACTERS_MAX,
      lines: 'many',
      ...(blocked ? {} : { mayBeEmpty: true as const }),
    }),
    textRefusal(order.opinionNumber, {
      field: 'opinionNumber',
      charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
      lines: 'one',
    }),
  );
};

const IN_REVIEW: readonly StandingKind[] = [
  'declared',
  'returned',
  'screened',
  'clearance-requested',
  'cleared',
  'published',
];

/** An opinion against the unit blocks all its entries that are under review, one against a person all that the person leads. */
const blockedEntries = (state: UnitEdition, entry: Entry, order: GiveClearance): readonly Entry[] => {
  const against = order.opinions.filter(({ outcome }) => outcome === 'blocked').map(({ scope }) => scope);
  if (against.length === 0) return [];
  const others = Object.values(state.entries).filter(
    (other) =>
      other.entryId !== entry.entryId &&
      IN_REVIEW.includes(other.standing.kind) &&
      (against.includes('unit') || (against.includes('leader') && other.leaderPersonId === entry.leaderPersonId)),
  );
  return [entry, ...others];
};

/** Discipline inspection's signed opinion on everything it was asked about. */
export const giveClearance = (state: UnitEdition, entry: Entry, order: GiveClearance): Decision => {
  const { standing } = entry;
  if (standing.kind !== 'clearance-requested')
    return (
      standingRefusal(entry, ['clearance-requested'], 'CLEARANCE_NOT_REQUESTED') ?? {
        reason: 'CLEARANCE_NOT_REQUESTED',
        field: 'entryId',
      }
    );
  const refusal = stageRefusal(order, 'review', 'notice') ?? opinionRefusal(order, standing.scopes);
  if (refusal) return refusal;
  const opinions = standing.scopes.flatMap((scope) =>
    order.opinions.filter((opinion) => opinion.scope === scope).map(({ outcome }) => ({ scope, outcome })),
  );
  const { opinionNumber, inspectorPersonId, why } = order;
  const { clearanceId } = standing;
  const blocked = blockedEntries(state, entry, order);
  if (blocked.length === 0)
    return [
      { type: 'EntryCleared.v1', data: { ...refOf(order), clearanceId, opinions, opinionNumber, inspectorPersonId } },
    ];
  return blocked.map(({ entryId }): EntryBlocked => ({
    type: 'EntryBlocked.v1',
    data: { ...refOf({ entryId, terms: order.terms }), clearanceId, opinions, why, opinionNumber, inspectorPersonId },
  }));
};
