import type { Instant, LocalDate } from '@jiangong/calendar';
import type { By } from '../by.ts';
import type { FoundNeeds } from '../needs/needs.ts';
import type { Counted } from '../needs/shares.ts';
import type { EditionTerms } from '../edition/terms.ts';
import type { OwnNotice } from '../own-notice/state.ts';
import type {
  ClearanceOpinion,
  ClearanceScope,
  DossierEnd,
  EntryProposalAct,
  Identity,
  Milestone,
  Plan,
  ReviewAnswer,
  Subject,
} from './facts.ts';
import type { EvidenceHash, GivenDocument } from './about.ts';
import type { ObjectionOutcome } from './objection-facts.ts';

/** Every order carries the time, who gives it, and the edition's terms for this nominator, as its stream said when the order was loaded. */
type Order<T extends string, D> = Readonly<{ type: T; now: Instant; by: By; terms: EditionTerms } & D>;
/** `expected`: the entry's own counter that the caller saw (`If-Match`); absent: any. */
type EntryOrder<T extends string, D = unknown> = Order<T, { entryId: string; expected?: number } & D>;

type Planned = Plan & { measures: string };

export type PlanEntry = EntryOrder<'PlanEntry', Identity & Planned>;
export type ReviseEntry = EntryOrder<'ReviseEntry', Planned & { answerable: readonly string[]; why: string }>;
/** Whoever stands on a roll says what it means to do: all of it, in the place of what it said before. */
export type PlanMilestones = EntryOrder<'PlanMilestones', { milestones: readonly Milestone[] }>;
export type ConfirmEntry = EntryOrder<'ConfirmEntry', { opinion: string }>;
type Declaration = {
  summary: string;
  evidence: readonly EvidenceHash[];
  documents: readonly GivenDocument[];
  dossierEnd: DossierEnd;
  /** What the platform knows of what the track needs; absent: it needs nothing. */
  found?: FoundNeeds;
  /** What the nominator's number follows from, where it is a proportion. */
  counted?: Counted;
};

/** What the vote about candidates came to, as far as evaluation has told: whom its latest result ranks. */
export type Vote = Readonly<{
  roundId: string;
  resultHash: string;
  ranks: readonly Readonly<{ entryId: string; rank: number }>[];
}>;
/** The first declaration of what was planned, and after a return the next version of it. */
export type DeclareEntry = EntryOrder<
  'DeclareEntry',
  Declaration & {
    /** Of a candidate: what the vote came to (absent: nothing yet), and why the unit departs from its order; absent: it does not. */
    vote?: Vote;
    departure?: string;
  }
>;
/** Where nothing is planned first: an organization, a person, a work is put forward as it is. */
export type NominateEntry = EntryOrder<
  'NominateEntry',
  Identity &
    Declaration & {
      title: string;
      as: string | null;
      from: string | null;
      /** What its nominator had made known of it before; absent: nothing. */
      ownNotice?: OwnNotice;
    }
>;
/** Somebody without an account enters a work by a code, or changes it. `answerable`: the author, by a name that stands for nobody elsewhere. */
export type RegisterWork = EntryOrder<
  'RegisterWork',
  Identity & Declaration & { title: string; authorName: string; authorContact: string }
>;
/** The author asks that his name and contact be erased, by his code or the office for him. */
export type EraseAuthor = EntryOrder<'EraseAuthor', { asked: 'author' | 'office'; why: string }>;
export type ReturnEntry = EntryOrder<'ReturnEntry', { reasons: readonly string[]; redeclareBy: LocalDate }>;
export type WithdrawEntry = EntryOrder<'WithdrawEntry', { why: string; classified: boolean }>;
export type ReviewEntry = EntryOrder<
  'ReviewEntry',
  {
    outcome: 'passed' | 'failed';
    answers: readonly ReviewAnswer[];
    explanations: readonly string[];
    /** What was written beside each answer: for needs, what it was answered by. */
    grounds?: readonly Readonly<{ item: string; ground: string }>[];
  }
>;
export type RequestClearance = EntryOrder<
  'RequestClearance',
  { clearanceId: string; scopes: readonly ClearanceScope[] }
>;
export type GiveClearance = EntryOrder<
  'GiveClearance',
  {
    opinions: readonly ClearanceOpinion[];
    why: string;
    opinionNumber: string;
    /** Where nobody reviews: the needs that the platform could not tell, which the opinion says are met. */
    needsMet?: readonly string[];
  }
>;
/** Discipline inspection finds something without being asked. `proposalId` where the entry is being scored. */
export type BlockEntry = EntryOrder<
  'BlockEntry',
  { blockId: string; why: string; opinionNumber: string; proposalId: string | null }
>;
export type LiftBlock = EntryOrder<'LiftBlock', { why: string; opinionNumber: string; proposalId: string | null }>;
export type PublishEntry = EntryOrder<'PublishEntry'>;
/** From the process manager: evaluation proposes the entry for an honour, and the template has a second notice. */
/** `days`: as evaluation counted them; absent: as the template says. */
export type PublishProposed = EntryOrder<'PublishProposed', { roundId: string; decisionId: string; days?: number }>;
export type ReceiveObjection = EntryOrder<
  'ReceiveObjection',
  {
    objectionId: string;
    channel: 'platform' | 'letter';
    confirmation: 'none' | 'code';
    source: string;
    objectorName: string;
    objectorContact: string;
    statement: string;
    evidence: readonly EvidenceHash[];
  }
>;
/**
 * `redeclareBy` and `reasons` are asked for when the outcome returns the entry, and only then: the unit must know what to mend.
 * `proposalId` where the entry is being scored and the outcome removes it.
 */
export type SettleObjection = EntryOrder<
  'SettleObjection',
  {
    objectionId: string;
    outcome: ObjectionOutcome;
    answer: string;
    redeclareBy: LocalDate | null;
    reasons: readonly string[];
    proposalId: string | null;
  }
>;
/** The opposite of an answer given in error. */
export type ReopenObjection = EntryOrder<'ReopenObjection', { objectionId: string; why: string; proposalId: string }>;
export type RemoveEntry = EntryOrder<'RemoveEntry', { why: string; proposalId: string }>;
export type HandOverEntry = EntryOrder<
  'HandOverEntry',
  { homeId: string; answerable: readonly string[]; effectiveOn: LocalDate; why: string }
>;
export type UndoAct = EntryOrder<'UndoAct', { why: string; proposalId: string }>;
export type ProposeEntryAct = EntryOrder<
  'ProposeAct',
  { proposalId: string; act: EntryProposalAct; objectionId: string; why: string }
>;
export type RejectEntryProposal = EntryOrder<'RejectProposal', { proposalId: string; why: string }>;
/** From the system: whoever stands on the edition's roll under this nominator, and has no entry yet. */
export type ListEntries = Order<
  'ListEntries',
  { asOf: LocalDate; listed: readonly Readonly<Identity & { entryId: string; title: string }>[] }
>;
/** Follow what was put right on the roll. */
export type DelistEntry = EntryOrder<'DelistEntry', { why: string }>;
export type RelistEntry = EntryOrder<'RelistEntry', { why: string }>;
/** From the scheduler, when entries enter: what of this nominator does, and what misses. */
export type CloseIntake = Order<'CloseIntake', unknown>;

/** From the scheduler, when the vote opens: whoever stands as a candidate. */
export type EnterCandidates = Order<'EnterCandidates', unknown>;

export type OneEntryOrder =
  | ReviseEntry
  | PlanMilestones
  | ConfirmEntry
  | DeclareEntry
  | ReturnEntry
  | WithdrawEntry
  | ReviewEntry
  | RequestClearance
  | GiveClearance
  | BlockEntry
  | LiftBlock
  | PublishEntry
  | PublishProposed
  | ReceiveObjection
  | SettleObjection
  | ReopenObjection
  | RemoveEntry
  | HandOverEntry
  | UndoAct
  | DelistEntry
  | RelistEntry
  | EraseAuthor
  | ProposeEntryAct
  | RejectEntryProposal;

export type EntriesOrder =
  | PlanEntry
  | NominateEntry
  | RegisterWork
  | ListEntries
  | OneEntryOrder
  | EnterCandidates
  | CloseIntake;

export type { Subject };
