import { firstRefusal, textRefusal } from '@jiangong/wording';
import { partyRefusal } from '../by.ts';
import * as limits from '../limits.ts';
import { hasAct } from '../programme.ts';
import {
  type Decision,
  hasEntered,
  readyForClearance,
  refOf,
  REVIEWING,
  stageRefusal,
  standingRefusal,
  whyRefusal,
} from './checks.ts';
import { CLEARANCE_SCOPES, type ClearanceScope, type EntriesFact, type EntryBlocked } from './facts.ts';
import { confirmedNeeds, needsMetRefusal } from './needs.ts';
import type { BlockEntry, GiveClearance, LiftBlock, RequestClearance } from './orders.ts';
import { carriedOut } from './proposals.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry } from './state.ts';
import { TAKING_PART } from './taking-part.ts';

/** The committee asks discipline inspection about the entry, its leader and its unit. */
export const requestClearance = (entry: Entry, order: RequestClearance): Decision => {
  const { terms } = order;
  if (!hasAct(terms.tables, 'clear')) return { reason: 'CLEARANCE_NOT_IN_TEMPLATE', field: 'entryId' };
  const scopes = CLEARANCE_SCOPES.filter((scope) => order.scopes.includes(scope));
  const refusal =
    standingRefusal(entry, [readyForClearance(terms)], 'ENTRY_NOT_REVIEWED') ?? stageRefusal(order, ...REVIEWING);
  if (refusal) return refusal;
  if (scopes.length === 0 || scopes.length !== order.scopes.length)
    return { reason: 'CLEARANCE_SCOPES_INVALID', field: 'scopes' };
  const { clearanceId } = order;
  return [{ type: 'ClearanceRequested.v1', data: { ...refOf(order, entry), clearanceId, scopes } }];
};

export const numberRefusal = (opinionNumber: string): EntriesRefusal | undefined =>
  textRefusal(opinionNumber, {
    field: 'opinionNumber',
    charactersMax: limits.DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });

const opinionRefusal = (order: GiveClearance, scopes: readonly ClearanceScope[]): EntriesRefusal | undefined => {
  const given = order.opinions.map(({ scope }) => scope);
  if (given.length !== scopes.length || scopes.some((scope) => !given.includes(scope)))
    return { reason: 'CLEARANCE_OPINIONS_INCOMPLETE', field: 'opinions', details: { scopes: scopes.join(' ') } };
  const blocked = order.opinions.some(({ outcome }) => outcome === 'blocked');
  return firstRefusal<EntriesRefusal>(
    textRefusal(order.why, {
      field: 'why',
      charactersMax: limits.TEXT_CHARACTERS_MAX,
      lines: 'many',
      ...(blocked ? {} : { mayBeEmpty: true as const }),
    }),
    numberRefusal(order.opinionNumber),
  );
};

/** An opinion against the unit blocks all its entries that take part, one against a person all that the person leads. */
const reachedBy = (state: Entries, entry: Entry, against: readonly ClearanceScope[]): readonly Entry[] => {
  const others = Object.values(state.entries).filter(
    (other) =>
      other.entryId !== entry.entryId &&
      TAKING_PART.includes(other.standing.kind) &&
      ((against.includes('unit') && other.homeId === entry.homeId) ||
        (against.includes('leader') && other.answerable[0] === entry.answerable[0])),
  );
  return [entry, ...others];
};

const blockOf = (
  entry: Entry,
  order: GiveClearance,
  { clearanceId, ahead }: { clearanceId: string; ahead: number },
): EntryBlocked => ({
  type: 'EntryBlocked.v1',
  data: {
    ...refOf({ entryId: entry.entryId, terms: order.terms }, entry, ahead),
    blockId: `${clearanceId}:${entry.entryId}`,
    clearanceId,
    wasEntered: hasEntered(entry),
    inspectorPersonId: order.by.personId,
    opinionNumber: order.opinionNumber,
    proposalId: null,
    proposedBy: null,
    prose: { why: order.why },
  },
});

/** Discipline inspection's signed opinion on everything it was asked about. */
export const giveClearance = (state: Entries, entry: Entry, order: GiveClearance): Decision => {
  const { standing } = entry;
  if (standing.kind !== 'clearance-requested')
    return (
      standingRefusal(entry, ['clearance-requested'], 'CLEARANCE_NOT_REQUESTED') ?? {
        reason: 'CLEARANCE_NOT_REQUESTED',
        field: 'entryId',
      }
    );
  const refusal =
    partyRefusal(order.terms, order.by, 'clear') ??
    stageRefusal(order, ...REVIEWING) ??
    opinionRefusal(order, standing.scopes) ??
    needsMetRefusal(entry, order);
  if (refusal) return refusal;
  const { clearanceId, scopes } = standing;
  const opinions = scopes.flatMap((scope) =>
    order.opinions.filter((opinion) => opinion.scope === scope).map(({ outcome }) => ({ scope, outcome })),
  );
  const against = opinions.filter(({ outcome }) => outcome === 'blocked').map(({ scope }) => scope);
  const { opinionNumber, why, by } = order;
  const confirmed = confirmedNeeds(entry, order);
  const given: EntriesFact = {
    type: 'ClearanceGiven.v1',
    data: {
      ...refOf(order, entry, confirmed.length),
      ...{ clearanceId, authority: by.role, scopes, outcome: against.length > 0 ? 'blocked' : 'cleared' },
      ...{ opinionNumber, inspectorPersonId: by.personId, prose: { opinions, why } },
    },
  };
  const blocked = against.length > 0 ? reachedBy(state, entry, against) : [];
  return [
    ...confirmed,
    given,
    ...blocked.map((one) => blockOf(one, order, { clearanceId, ahead: one === entry ? 1 : 0 })),
  ];
};

/** Something found without being asked. What is being scored is taken out only when another office has proposed it. */
export const blockEntry = (entry: Entry, order: BlockEntry): Decision => {
  const { why, opinionNumber, blockId, by } = order;
  const refusal =
    standingRefusal(entry, TAKING_PART, 'ENTRY_NOT_IN_REVIEW') ??
    partyRefusal(order.terms, by, 'clear') ??
    whyRefusal(why) ??
    numberRefusal(opinionNumber);
  if (refusal) return refusal;
  const proposal = hasEntered(entry) ? carriedOut(entry, order, 'BlockEntry') : undefined;
  if (proposal && 'reason' in proposal) return proposal;
  return [
    {
      type: 'EntryBlocked.v1',
      data: {
        ...refOf(order, entry),
        ...{ blockId, clearanceId: null, wasEntered: hasEntered(entry), inspectorPersonId: by.personId, opinionNumber },
        proposalId: proposal?.proposalId ?? null,
        proposedBy: proposal?.proposedBy ?? null,
        prose: { why },
      },
    },
  ];
};

/**
 * Inspection takes its objection back: another person than the one who raised it. What has entered is being judged with the others,
 * or was: then upon the office's proposal, as it was blocked.
 */
export const liftBlock = (entry: Entry, order: LiftBlock): Decision => {
  const { standing } = entry;
  if (standing.kind !== 'blocked') return { reason: 'ENTRY_NOT_BLOCKED', field: 'entryId' };
  const { why, opinionNumber, by } = order;
  const refusal = partyRefusal(order.terms, by, 'clear') ?? whyRefusal(why) ?? numberRefusal(opinionNumber);
  if (refusal) return refusal;
  const { blockId, blockedBy } = standing;
  if (by.personId === blockedBy) return { reason: 'SECOND_PERSON_NEEDED', details: { act: 'LiftBlock' } };
  const proposal = hasEntered(entry) ? carriedOut(entry, order, 'LiftBlock') : undefined;
  if (proposal && 'reason' in proposal) return proposal;
  return [
    {
      type: 'BlockLifted.v1',
      data: {
        ...refOf(order, entry),
        ...{
          blockId,
          wasEntered: hasEntered(entry),
          standing: standing.before.kind,
          blockedBy,
          inspectorPersonId: by.personId,
          opinionNumber,
        },
        proposalId: proposal?.proposalId ?? null,
        proposedBy: proposal?.proposedBy ?? null,
        prose: { why },
      },
    },
  ];
};
