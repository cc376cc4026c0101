import type { Fact, Proposal } from '@jiangong/event-store';
import type { Instant, LocalDate } from '@jiangong/calendar';
import type { AskedNeeds } from '../needs/needs.ts';
import type { QuotaShare } from '../needs/shares.ts';
import type { Act, AskedDocuments, AskedRoll, EditionTables } from '../programme.ts';

/** What an edition sets of its template: parameter ids to numbers as decimal text. */
export type Parameters = Readonly<Record<string, string>>;

/** What a person wrote at length; sealed under the edition's key. */
export type Why = Readonly<{ why: string }>;

export type EditionOpened = Fact<
  'EditionOpened.v1',
  Readonly<{
    editionId: string;
    seriesId: string;
    year: number;
    /** The how manieth edition of its series and year, from 1. */
    ordinal: number;
    committeeId: string;
    titleZh: string;
    titleEn: string;
    templateHash: string;
    templateId: string;
    parameters: Parameters;
    /** Compiled from template and parameters: what decides. */
    tables: EditionTables;
  }>
>;

/** Follows its opening, where the template asks for documents. An edition without it was opened before any were enforced: it asks for none. */
export type DocumentsAsked = Fact<
  'DocumentsAsked.v1',
  Readonly<{ editionId: string; tracks: readonly AskedDocuments[] }>
>;

/** Follows its opening, where entries come from a roll or shares are taken of one. `listsAt`: the first instant of its day. */
export type RollAsked = Fact<'RollAsked.v1', Readonly<{ editionId: string; listsAt: Instant }> & AskedRoll>;

/** Follows its opening, where the template needs something of what is put forward; said again, it stands in the place of what was said. */
export type NeedsAsked = Fact<'NeedsAsked.v1', Readonly<{ editionId: string; tracks: readonly AskedNeeds[] }>>;

/** Follows its opening, where numbers of entries are in proportion to what a nominator has; said again, the same. */
export type SharesAsked = Fact<'SharesAsked.v1', Readonly<{ editionId: string; shares: readonly QuotaShare[] }>>;

/** Titles, parameters and what follows from them, before the rules were frozen. */
export type EditionAmended = Fact<
  'EditionAmended.v1',
  Readonly<{
    editionId: string;
    titleZh: string;
    titleEn: string;
    parameters: Parameters;
    tables: EditionTables;
    effectiveOn: LocalDate;
    prose: Why;
  }>
>;

type OfStage = Readonly<{ editionId: string; stageId: string; act: Act; phase: string | null }>;
type StageDates = OfStage &
  Readonly<{
    opensOn: LocalDate;
    closesOn: LocalDate;
    opensAt: Instant;
    closesAt: Instant;
    /** Of what the holiday table said of its days; empty where a year is not known and nothing was counted. */
    holidaysHash: string;
  }>;

export type StageScheduled = Fact<'StageScheduled.v1', StageDates>;
export type StageRescheduled = Fact<'StageRescheduled.v1', StageDates & Readonly<{ prose: Why }>>;
/**
 * `dueAt` is when the stage was to open; the event may come later, when the platform was down. `entered`: entries that entered, where
 * this stage is the first in which points are given, or that decides where none are.
 */
export type StageOpened = Fact<'StageOpened.v1', OfStage & Readonly<{ dueAt: Instant; entered: number | null }>>;
/** `closing` counts from 1: a stage that is reopened closes again. */
export type StageClosed = Fact<'StageClosed.v1', OfStage & Readonly<{ dueAt: Instant; closing: number }>>;
export type StageReopened = Fact<
  'StageReopened.v1',
  OfStage &
    Readonly<{
      closing: number;
      closesOn: LocalDate;
      closesAt: Instant;
      proposalId: string | null;
      proposedBy: string | null;
      prose: Why;
    }>
>;

/** One nominator may still act in a stage that is over: from now until the end of `until`. */
export type LateEntryAllowed = Fact<
  'LateEntryAllowed.v1',
  Readonly<{
    editionId: string;
    nominatorId: string;
    stageId: string;
    act: Act;
    from: Instant;
    until: LocalDate;
    untilAt: Instant;
    prose: Why;
  }>
>;

/** Given in error, or needed no longer: from `endedAt` on the nominator acts in that stage no more. What it did until then stands. */
export type LateEntryEnded = Fact<
  'LateEntryEnded.v1',
  Readonly<{
    editionId: string;
    nominatorId: string;
    stageId: string;
    act: Act;
    endedAt: Instant;
    prose: Why;
  }>
>;

/** What the review looks at in this edition, a line an item; another list takes its place, an empty one ends it. */
export type ReviewListSet = Fact<'ReviewListSet.v1', Readonly<{ editionId: string; items: readonly string[] }>>;

export const EDITION_PROPOSALS = ['ReopenStage', 'AbandonEdition'] as const;
export type EditionProposalAct = (typeof EDITION_PROPOSALS)[number];

/** What exactly is proposed. `closing`: of the stage that is to be opened again; another closing since, and the proposal has lapsed. */
export type EditionProposalTerms = Readonly<{ stageId: string; closesOn: string; closing: number }>;

export type EditionActProposed = Fact<
  'ActProposed.v1',
  Readonly<{ editionId: string; act: EditionProposalAct; terms: EditionProposalTerms; prose: Why }> & Proposal
>;
export type EditionProposalRejected = Fact<
  'ProposalRejected.v1',
  Readonly<{ editionId: string; proposalId: string; prose: Why }>
>;

export type EditionClosed = Fact<'EditionClosed.v1', Readonly<{ editionId: string }>>;
export type EditionAbandoned = Fact<
  'EditionAbandoned.v1',
  Readonly<{
    editionId: string;
    seriesId: string;
    year: number;
    ordinal: number;
    proposalId: string;
    proposedBy: string;
    prose: Why;
  }>
>;

export type EditionFact =
  | EditionOpened
  | DocumentsAsked
  | RollAsked
  | NeedsAsked
  | SharesAsked
  | EditionAmended
  | StageScheduled
  | StageRescheduled
  | StageOpened
  | StageClosed
  | StageReopened
  | LateEntryAllowed
  | LateEntryEnded
  | ReviewListSet
  | EditionActProposed
  | EditionProposalRejected
  | EditionClosed
  | EditionAbandoned;
