import type { Fact, Proposal } from '@jiangong/event-store';
import type { LocalDate } from '@jiangong/calendar';

/** Where a problem was found; `admitted`: whoever it is about said it himself. */
export const PROBLEM_SOURCES = ['inspection', 'appraisal', 'report', 'complaint', 'admitted'] as const;
export type ProblemSource = (typeof PROBLEM_SOURCES)[number];

/** What it is about: a list, so that it can be counted. */
export const PROBLEM_KINDS = [
  'leadership',
  'organization',
  'education',
  'style',
  'discipline',
  'duty',
  'other',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const PROBLEM_SEVERITIES = ['ordinary', 'serious'] as const;
export type ProblemSeverity = (typeof PROBLEM_SEVERITIES)[number];

/** Who answers for it at the owner; the unit's officer always may beside a branch's secretary. */
export const OWNER_ROLES = ['unit-officer', 'branch-secretary'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];

export const HANDOVER_CAUSES = ['merged', 'split', 'dissolved', 'mistaken', 'other'] as const;
export type HandoverCause = (typeof HANDOVER_CAUSES)[number];

/** The head of every fact. `ownerId`: who answers for it when the fact has become true; until it is assigned, whoever it is about. */
export type ProblemRef = Readonly<{ problemId: string; editionId: string; committeeId: string; ownerId: string }>;

type About<T extends string, D> = Fact<T, ProblemRef & Readonly<D>>;
type Why = Readonly<{ prose: Readonly<{ why: string }> }>;
type Answering = Readonly<{ ownerRole: OwnerRole; dueOn: LocalDate }>;
type Who = Readonly<{ personId: string; role: string }>;

export type ProblemFound = About<
  'ProblemFound.v1',
  Who & {
    organizationId: string;
    /** The entry that it was found with; null: none. */
    entryId: string | null;
    source: ProblemSource;
    kind: ProblemKind;
    severity: ProblemSeverity;
    title: string;
    foundOn: LocalDate;
    prose: Readonly<{ description: string }>;
  }
>;
export type ProblemAssigned = About<'ProblemAssigned.v1', Who & Answering>;
export type ProblemDeadlineExtended = About<
  'ProblemDeadlineExtended.v1',
  Who & Why & { dueOn: LocalDate; before: LocalDate }
>;
export type ProblemHandedOver = About<
  'ProblemHandedOver.v1',
  Who & Why & Answering & { fromId: string; cause: HandoverCause; handedOverOn: LocalDate }
>;
export type ProblemEvidenceAdded = About<
  'ProblemEvidenceAdded.v1',
  Who & { measureId: string; toldOn: LocalDate; evidence: readonly string[]; prose: Readonly<{ measure: string }> }
>;
export type ProblemEvidenceRemoved = About<'ProblemEvidenceRemoved.v1', Who & Why & { measureId: string }>;
/** `late`: behind the last day that it was to be solved by. */
export type ProblemHandedIn = About<
  'ProblemHandedIn.v1',
  Who & { handedInOn: LocalDate; late: boolean; prose: Readonly<{ note: string }> }
>;
export type ProblemTakenBack = About<'ProblemTakenBack.v1', Who & Why>;
export type ProblemSentBack = About<'ProblemSentBack.v1', Who & Why & { dueOn: LocalDate }>;
/** `handedInBy`: the first person; who closed is the second. */
export type ProblemClosed = About<
  'ProblemClosed.v1',
  Who & { handedInBy: string; closedOn: LocalDate; prose: Readonly<{ note: string }> }
>;
export type ProblemReopened = About<'ProblemReopened.v1', Who & Why & { dueOn: LocalDate }>;
export type WithdrawalProposed = About<'ProblemWithdrawalProposed.v1', Why & Proposal>;
export type WithdrawalRejected = About<'ProblemWithdrawalRejected.v1', Who & Why & { proposalId: string }>;
/** It was found in error, as two persons of two offices say. */
export type ProblemWithdrawn = About<'ProblemWithdrawn.v1', Who & Why & { proposalId: string; proposedBy: string }>;

export type ProblemFact =
  | ProblemFound
  | ProblemAssigned
  | ProblemDeadlineExtended
  | ProblemHandedOver
  | ProblemEvidenceAdded
  | ProblemEvidenceRemoved
  | ProblemHandedIn
  | ProblemTakenBack
  | ProblemSentBack
  | ProblemClosed
  | ProblemReopened
  | WithdrawalProposed
  | WithdrawalRejected
  | ProblemWithdrawn;
