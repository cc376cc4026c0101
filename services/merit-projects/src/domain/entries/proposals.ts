import { type Proposal, secondPersonRefusal } from '@jiangong/event-store';
import type { EditionTerms } from '../edition/terms.ts';
import * as limits from '../limits.ts';
import { listsPeople } from '../programme.ts';
import { type Decision, refOf, reopeningRefusal, whyRefusal } from './checks.ts';
import type { EntryProposalAct } from './facts.ts';
import type {
  BlockEntry,
  LiftBlock,
  ProposeEntryAct,
  RejectEntryProposal,
  RemoveEntry,
  ReopenObjection,
  SettleObjection,
  UndoAct,
} from './orders.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entry } from './state.ts';

/** Who carries out what another proposed: what touches scores is discipline inspection's, a clerical slip anybody's of the other office. */
export const SECOND_ROLES: Readonly<Record<EntryProposalAct, readonly string[]>> = {
  BlockEntry: ['discipline-inspector'],
  LiftBlock: ['discipline-inspector'],
  RemoveEntry: ['discipline-inspector'],
  SettleObjection: ['discipline-inspector'],
  // It gives an objector his right back, whichever of the two offices saw the slip.
  ReopenObjection: ['committee-officer', 'committee-leader', 'discipline-inspector'],
  UndoAct: ['committee-officer', 'committee-leader', 'discipline-inspector', 'unit-officer'],
};

/** Nothing is scored: that one does not belong on a list of people his unit says, or one of the offices, and another of them takes him off. */
const TAKES_OFF_A_LIST: readonly string[] = ['committee-officer', 'committee-leader', 'discipline-inspector'];

/** Undoing what took an entry out of scoring, or out of the campaign upon an objection, touches scores as the removal did. */
const secondRoles = (
  entry: Entry,
  act: EntryProposalAct,
  { tables }: Pick<EditionTerms, 'tables'>,
): readonly string[] => {
  const isRemoval = act === 'RemoveEntry' || (act === 'UndoAct' && entry.lastAct?.act === 'EntryRemoved');
  if (!isRemoval) return SECOND_ROLES[act];
  return listsPeople(tables) ? TAKES_OFF_A_LIST : SECOND_ROLES.RemoveEntry;
};

const isAboutObjection = (act: EntryProposalAct): boolean => act === 'SettleObjection' || act === 'ReopenObjection';

export const proposeEntryAct = (entry: Entry, order: ProposeEntryAct): Decision => {
  const { proposalId, act, objectionId, by, now, why } = order;
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  const objection = Object.hasOwn(entry.objections, objectionId) ? entry.objections[objectionId] : undefined;
  if ((isAboutObjection(act) || objectionId !== '') && !objection)
    return { reason: 'OBJECTION_NOT_FOUND', field: 'objectionId' };
  const settled = act === 'ReopenObjection' && objection && reopeningRefusal(objection);
  if (settled) return settled;
  // A block that comes later is not the one that the proposal is about.
  if (act === 'LiftBlock' && entry.standing.kind !== 'blocked')
    return { reason: 'ENTRY_NOT_BLOCKED', field: 'entryId' };
  if (act === 'UndoAct' && !entry.lastAct) return { reason: 'NOTHING_TO_UNDO', field: 'entryId' };
  if (Object.keys(entry.proposals).length >= limits.PROPOSALS_OPEN_MAX)
    return { reason: 'TOO_MANY_PROPOSALS', details: { max: limits.PROPOSALS_OPEN_MAX } };
  const ref = refOf(order, entry);
  const terms = { objectionId, entryRevision: ref.entryRevision };
  const who = { proposedBy: by.personId, role: by.role, proposedAt: now };
  return [{ type: 'ActProposed.v1', data: { ...ref, proposalId, act, terms, ...who, prose: { why } } }];
};

export const rejectEntryProposal = (entry: Entry, order: RejectEntryProposal): Decision => {
  const { proposalId, why } = order;
  if (!Object.hasOwn(entry.proposals, proposalId)) return { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  const refusal = whyRefusal(why);
  if (refusal) return refusal;
  return [{ type: 'ProposalRejected.v1', data: { ...refOf(order, entry), proposalId, prose: { why } } }];
};

/**
 * What is undone must be what was seen: nothing may have happened since. A block is lifted, and an answer taken back, that stood when it
 * was proposed, and no later one. The others ask whether the entry still takes part.
 */
const hasLapsed = ({ revision, standing, objections }: Entry, { act, terms }: Entry['proposals'][string]): boolean => {
  const { objectionId, entryRevision } = terms;
  if (act === 'UndoAct') return entryRevision !== revision;
  if (act === 'LiftBlock') return standing.kind === 'blocked' && entryRevision <= standing.sinceRevision;
  return act === 'ReopenObjection' && entryRevision <= (objections[objectionId]?.answeredRevision ?? 0);
};

/** The proposal that an order carries out, given by another person of another role, about the entry as it still stands. */
export const carriedOut = (
  entry: Entry,
  order: BlockEntry | LiftBlock | RemoveEntry | SettleObjection | ReopenObjection | UndoAct,
  act: EntryProposalAct,
): Proposal | EntriesRefusal => {
  const id = order.proposalId ?? '';
  const found = Object.hasOwn(entry.proposals, id) ? entry.proposals[id] : undefined;
  const about = 'objectionId' in order ? order.objectionId : (found?.terms.objectionId ?? '');
  const proposal = found?.act === act && found.terms.objectionId === about ? found : undefined;
  const refusal = secondPersonRefusal(proposal, order.by, secondRoles(entry, act, order.terms));
  if (refusal || !proposal) return refusal ?? { reason: 'PROPOSAL_NOT_FOUND', field: 'proposalId' };
  return hasLapsed(entry, proposal) ? { reason: 'PROPOSAL_LAPSED', field: 'proposalId' } : proposal;
};
