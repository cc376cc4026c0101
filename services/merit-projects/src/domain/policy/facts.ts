import type { Fact, Proposal, Refusal, SecondPersonReason } from '@jiangong/event-store';
import type { TextReason } from '@jiangong/wording';

/** What a policy binds committees to, as its file says it: each level by how many committees it stands below whoever set it. */
export type PolicyTables = Readonly<{
  by: string;
  binds: readonly Readonly<{ level: string; stepsBelow: number; commendations: number; years: number }>[];
  /** Years in which the same commendation is given once; null: as often as one likes. */
  cycleYears: number | null;
  /** Whether no commendation may bear a name that whoever set the policy uses. */
  namesUnlike: boolean;
}>;

/** A policy's file as it was read: its identity is the hash of its canonical text. */
export type PolicyRead = Readonly<{ policyHash: string; canonicalText: string; tables: PolicyTables }>;

/** Lets one committee open one programme in one year beyond what it is bound to. */
export type ExemptionTerms = Readonly<{ boundId: string; year: number; templateId: string }>;

export const POLICY_ACTS = ['AdoptPolicy', 'RepealPolicy', 'GrantExemption', 'WithdrawExemption'] as const;
export type PolicyAct = (typeof POLICY_ACTS)[number];

/** What exactly is proposed. */
export type PolicyTerms =
  | (Readonly<{ act: 'AdoptPolicy' }> & PolicyRead)
  | Readonly<{ act: 'RepealPolicy'; policyHash: string }>
  | (Readonly<{ act: 'GrantExemption' }> & ExemptionTerms)
  | Readonly<{ act: 'WithdrawExemption'; exemptionId: string }>;

type Of<D> = Readonly<{ committeeId: string } & D>;
type Carried = Readonly<{ proposalId: string; proposedBy: string }>;

/** Proposed by an officer; another person, a leader, carries it out. Why stands here, and is sealed. */
export type PolicyActProposed = Fact<
  'PolicyActProposed.v1',
  Of<{ terms: PolicyTerms; prose: Readonly<{ why: string }> } & Proposal>
>;
export type PolicyProposalRejected = Fact<
  'PolicyProposalRejected.v1',
  Of<{ proposalId: string; prose: Readonly<{ why: string }> }>
>;
/** `version`: how many this committee has adopted, this one counted. It stands in the place of the one before. */
export type PolicyAdopted = Fact<'PolicyAdopted.v1', Of<{ version: number } & PolicyRead & Carried>>;
export type PolicyRepealed = Fact<'PolicyRepealed.v1', Of<{ version: number } & Carried>>;
/** Its id is the proposal's. It holds over newer versions, until it is withdrawn. */
export type ExemptionGranted = Fact<'ExemptionGranted.v1', Of<{ exemptionId: string } & ExemptionTerms & Carried>>;
/** An edition that was opened by it goes on. */
export type ExemptionWithdrawn = Fact<'ExemptionWithdrawn.v1', Of<{ exemptionId: string } & Carried>>;

export type PolicyFact =
  | PolicyActProposed
  | PolicyProposalRejected
  | PolicyAdopted
  | PolicyRepealed
  | ExemptionGranted
  | ExemptionWithdrawn;

export type PolicyReason =
  | TextReason
  | SecondPersonReason
  | 'PROPOSAL_LAPSED'
  | 'TOO_MANY_PROPOSALS'
  | 'YEAR_OUT_OF_RANGE'
  | 'POLICY_NOT_ADOPTED'
  | 'POLICY_ADOPTED_ALREADY'
  | 'TOO_MANY_POLICY_VERSIONS'
  | 'EXEMPTION_NOT_FOUND'
  | 'EXEMPTION_GRANTED_ALREADY'
  | 'TOO_MANY_EXEMPTIONS';
export type PolicyRefusal = Refusal<PolicyReason>;
