import type { Actor } from '../decision/taken-orders.ts';
import type { HonourGranted, HonourTerms } from './facts.ts';

/** Follows from the circular; nobody orders it by hand. */
export type GrantHonour = Readonly<{ type: 'GrantHonour'; now: string; granted: HonourGranted['data'] }>;

/** Words as they came: the decider checks them. */
export type ProposedTerms = Readonly<{ act: HonourTerms['act']; reason: string; effectiveOn: string }>;

export type ProposeHonourAct = Readonly<{
  type: 'ProposeHonourAct';
  now: string;
  proposalId: string;
  by: Actor;
  terms: ProposedTerms;
  why: string;
}>;
export type RejectHonourProposal = Readonly<{
  type: 'RejectHonourProposal';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;
export type WithdrawHonour = Readonly<{
  type: 'WithdrawHonour';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;
export type RestoreHonour = Readonly<{
  type: 'RestoreHonour';
  now: string;
  proposalId: string;
  by: Actor;
  why: string;
}>;

/** Follows from the annulment of the decision that had granted it: two persons stand behind that already. */
export type WithdrawWithDecision = Readonly<{
  type: 'WithdrawWithDecision';
  now: string;
  decisionId: string;
  annulledAt: string;
  by: Actor;
  proposalId: string;
  proposedBy: string;
}>;

export type RecheckHonour = Readonly<{
  type: 'RecheckHonour';
  now: string;
  by: Actor;
  effectiveOn: string;
  outcome: string;
  /** Empty where nothing has to be put right. */
  rectifyBy: string;
  report: string;
}>;
export type RecallPlaque = Readonly<{ type: 'RecallPlaque'; now: string; by: Actor; dueOn: string; why: string }>;
export type ReturnPlaque = Readonly<{ type: 'ReturnPlaque'; now: string; by: Actor; effectiveOn: string }>;

export type HonourOrder =
  | GrantHonour
  | ProposeHonourAct
  | RejectHonourProposal
  | WithdrawHonour
  | RestoreHonour
  | WithdrawWithDecision
  | RecheckHonour
  | RecallPlaque
  | ReturnPlaque;
