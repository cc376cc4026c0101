import type { Decider } from '@jiangong/event-store';
import { standsForVote } from '../programme.ts';
import type { Decision } from './checks.ts';
import { blockEntry, giveClearance, liftBlock, requestClearance } from './clearance.ts';
import { declareCandidate, enterCandidates, proposeCandidate } from './candidates.ts';
import { declareEntry, nominateEntry } from './declaration.ts';
import { handOverEntry, removeEntry, undoAct, withdrawEntry } from './endings.ts';
import type { EntriesFact } from './facts.ts';
import { delistEntry, listEntries, relistEntry } from './listing.ts';
import { closeIntake } from './intake.ts';
import { publishEntry, publishProposed } from './notice.ts';
import { receiveObjection, reopenObjection, settleObjection } from './objections.ts';
import type { EntriesOrder, OneEntryOrder } from './orders.ts';
import { eraseAuthor, registerWork } from './registering.ts';
import { planMilestones } from './own-plan.ts';
import { confirmEntry, planEntry, reviseEntry } from './planning.ts';
import { proposeEntryAct, rejectEntryProposal } from './proposals.ts';
import type { EntriesRefusal } from './refusals.ts';
import { returnEntry, reviewEntry } from './review.ts';
import { type Entries, type Entry, entryOf, evolveEntries, noEntries } from './state.ts';

/** What may still be ordered in an edition that is closed, and in one that was abandoned: an objector gets an answer in any case, and whoever asks is erased. */
const AFTER_CLOSING: readonly EntriesOrder['type'][] = [
  'SettleObjection',
  'ReopenObjection',
  'HandOverEntry',
  'LiftBlock',
  'ProposeAct',
  'RejectProposal',
  'EraseAuthor',
];
const AFTER_ABANDONING: readonly EntriesOrder['type'][] = ['SettleObjection', 'EraseAuthor'];

const editionRefusal = ({ terms, type }: EntriesOrder): EntriesRefusal | undefined => {
  if (terms.kind === 'closed' && !AFTER_CLOSING.includes(type)) return { reason: 'EDITION_CLOSED' };
  return terms.kind === 'abandoned' && !AFTER_ABANDONING.includes(type) ? { reason: 'EDITION_ABANDONED' } : undefined;
};

/** The caller saw the entry as it no longer is. Another entry of the same nominator does not count. */
const revisionRefusal = ({ revision }: Entry, { expected }: OneEntryOrder): EntriesRefusal | undefined =>
  expected === undefined || expected === revision
    ? undefined
    : { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: expected, revision } };

const decideEntry = (state: Entries, entry: Entry, order: OneEntryOrder): Decision => {
  switch (order.type) {
    case 'ReviseEntry':
      return reviseEntry(entry, order);
    case 'PlanMilestones':
      return planMilestones(entry, order);
    case 'ConfirmEntry':
      return confirmEntry(entry, order);
    case 'DeclareEntry':
      return entry.standing.kind === 'proposed'
        ? declareCandidate(state, entry, order)
        : declareEntry(state, entry, order);
    case 'ReturnEntry':
      return returnEntry(entry, order);
    case 'WithdrawEntry':
      return withdrawEntry(state, entry, order);
    case 'ReviewEntry':
      return reviewEntry(entry, order);
    case 'RequestClearance':
      return requestClearance(entry, order);
    case 'GiveClearance':
      return giveClearance(state, entry, order);
    case 'BlockEntry':
      return blockEntry(entry, order);
    case 'LiftBlock':
      return liftBlock(entry, order);
    case 'PublishEntry':
      return publishEntry(entry, order);
    case 'PublishProposed':
      return publishProposed(entry, order);
    case 'ReceiveObjection':
      return receiveObjection(entry, order);
    case 'SettleObjection':
      return settleObjection(entry, order);
    case 'ReopenObjection':
      return reopenObjection(entry, order);
    case 'RemoveEntry':
      return removeEntry(entry, order);
    case 'HandOverEntry':
      return handOverEntry(entry, order);
    case 'UndoAct':
      return undoAct(state, entry, order);
    case 'DelistEntry':
      return delistEntry(entry, order);
    case 'RelistEntry':
      return relistEntry(entry, order);
    case 'EraseAuthor':
      return eraseAuthor(entry, order);
    case 'ProposeAct':
      return proposeEntryAct(entry, order);
    case 'RejectProposal':
      return rejectEntryProposal(entry, order);
  }
};

const decide = (state: Entries, order: EntriesOrder): Decision => {
  const ended = editionRefusal(order);
  if (ended) return ended;
  if (order.type === 'PlanEntry') return planEntry(state, order);
  if (order.type === 'NominateEntry')
    return standsForVote(order.terms.tables) ? proposeCandidate(state, order) : nominateEntry(state, order);
  if (order.type === 'EnterCandidates') return enterCandidates(state, order);
  if (order.type === 'RegisterWork') return registerWork(state, order);
  if (order.type === 'ListEntries') return listEntries(state, order);
  if (order.type === 'CloseIntake') return closeIntake(state, order);
  const entry = entryOf(state, order.entryId);
  if (!entry) return { reason: 'ENTRY_NOT_FOUND', field: 'entryId' };
  return revisionRefusal(entry, order) ?? decideEntry(state, entry, order);
};

/**
 * The rules over all entries of one nominator in one edition (stream `merit-projects.entries-<id>`): the quota is a rule over several
 * entries, so they share a stream (decisions.md 6).
 */
export const entriesDecider: Decider<Entries, EntriesOrder, EntriesFact, EntriesRefusal> = {
  initial: noEntries,
  evolve: evolveEntries,
  decide,
};
