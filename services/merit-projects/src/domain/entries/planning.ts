import { firstRefusal } from '@jiangong/wording';
import { nominatorRefusal, partyRefusal } from '../by.ts';
import * as limits from '../limits.ts';
import { listsPeople, trackOf } from '../programme.ts';
import { type Decision, planOf, planRefusal, refOf, stageRefusal, standingRefusal, whyRefusal } from './checks.ts';
import type { Identity, Plan } from './facts.ts';
import type { ConfirmEntry, NominateEntry, PlanEntry, ReviseEntry } from './orders.ts';
import type { EntriesRefusal } from './refusals.ts';
import { type Entries, type Entry, entryOf } from './state.ts';

export const identityOf = ({ subject, track, homeId, proposerId, answerable }: Identity): Identity => ({
  subject: { kind: subject.kind, id: subject.id },
  track,
  homeId,
  proposerId,
  answerable: [...answerable],
});

/** A new entry: its track is one of the template's, its subject of the track's kind, and there is room in the stream. */
export const newEntryRefusal = (state: Entries, order: PlanEntry | NominateEntry): EntriesRefusal | undefined => {
  if (entryOf(state, order.entryId)) return { reason: 'ENTRY_ALREADY_PLANNED', field: 'entryId' };
  if (state.intake === 'closed') return { reason: 'INTAKE_CLOSED' };
  const track = trackOf(order.terms.tables, order.track);
  if (!track) return { reason: 'TRACK_UNKNOWN', field: 'track' };
  if (track.kind !== order.subject.kind)
    return { reason: 'SUBJECT_INVALID', field: 'subject', details: { kind: track.kind } };
  return Object.keys(state.entries).length >= limits.ENTRIES_PLANNED_MAX
    ? { reason: 'TOO_MANY_ENTRIES', details: { max: limits.ENTRIES_PLANNED_MAX } }
    : undefined;
};

export const planEntry = (state: Entries, order: PlanEntry): Decision => {
  const { terms } = order;
  if (terms.tables.intake !== 'plan-then-declare') return { reason: 'INTAKE_NOT_PLANNED', field: 'editionId' };
  const refusal =
    partyRefusal(terms, order.by, 'plan', 'propose') ?? stageRefusal(order, 'plan', 'propose') ?? planRefusal(order);
  if (refusal) return refusal;
  const unfit = newEntryRefusal(state, order);
  if (unfit) return unfit;
  const data = { ...refOf(order, undefined), ...identityOf(order), ...planOf(order) };
  return [{ type: 'EntryPlanned.v1', data: { ...data, prose: { measures: order.measures } } }];
};

/** A milestone that stays as it was keeps its id, and so whether it is reached. */
const keepMilestones = (entry: Entry, plan: Plan): Plan => ({
  ...plan,
  milestones: plan.milestones.map(
    (milestone) =>
      entry.milestones.find(({ title, dueOn }) => title === milestone.title && dueOn === milestone.dueOn) ?? milestone,
  ),
});

/** A plan changes until the nominator confirms it, and again when the entry was returned, until its new deadline. */
export const reviseEntry = (entry: Entry, order: ReviseEntry): Decision => {
  const { standing } = entry;
  const window = (): EntriesRefusal | undefined => {
    if (standing.kind !== 'returned') return stageRefusal(order, 'plan', 'propose', 'deliver');
    return order.now < standing.redeclareUntil
      ? undefined
      : { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: standing.redeclareUntil } };
  };
  const refusal = firstRefusal<EntriesRefusal>(
    standingRefusal(entry, ['planned', 'returned'], 'ENTRY_ALREADY_CONFIRMED'),
    partyRefusal(order.terms, order.by, 'plan', 'propose'),
    window(),
    planRefusal(order),
    whyRefusal(order.why),
  );
  if (refusal) return refusal;
  if (entry.revisions >= limits.REVISIONS_PER_ENTRY_MAX)
    return { reason: 'TOO_MANY_REVISIONS', details: { max: limits.REVISIONS_PER_ENTRY_MAX } };
  const { measures, why } = order;
  const data = { ...refOf(order, entry), ...keepMilestones(entry, planOf(order)), answerable: [...order.answerable] };
  return [{ type: 'EntryRevised.v1', data: { ...data, prose: { measures, why } } }];
};

/** The nominator takes the plan into its list. It may do so after planning has closed. */
/** Its unit has looked at one whom the platform listed, and says that he belongs on the list. Who does not is taken off by two. */
const confirmListing = (entry: Entry, order: ConfirmEntry): Decision => {
  const refusal =
    standingRefusal(entry, ['declared'], 'ENTRY_ALREADY_CONFIRMED') ??
    partyRefusal(order.terms, order.by, 'review') ??
    stageRefusal(order, 'review') ??
    whyRefusal(order.opinion, 'opinion');
  if (refusal) return refusal;
  return [{ type: 'ListingConfirmed.v1', data: { ...refOf(order, entry), prose: { opinion: order.opinion } } }];
};

export const confirmEntry = (entry: Entry, order: ConfirmEntry): Decision => {
  if (listsPeople(order.terms.tables)) return confirmListing(entry, order);
  const refusal =
    standingRefusal(entry, ['planned'], 'ENTRY_ALREADY_CONFIRMED') ??
    nominatorRefusal(order.terms, order.by) ??
    stageRefusal(order, 'plan', 'propose', 'deliver') ??
    whyRefusal(order.opinion, 'opinion');
  if (refusal) return refusal;
  return [{ type: 'EntryConfirmed.v1', data: { ...refOf(order, entry), prose: { opinion: order.opinion } } }];
};
