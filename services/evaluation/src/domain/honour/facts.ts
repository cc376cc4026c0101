import type { Fact, Proposal } from '@jiangong/event-store';
import type { Holder } from '../decision/award.ts';
import type { Honour, Why } from '../decision/taken-facts.ts';
import type { RecheckOutcome, RestoringReason, WithdrawingReason } from './words.ts';

/** Granted by a circular, which lists it with all the others: this fact follows from that one. */
export type HonourGranted = Fact<
  'HonourGranted.v1',
  Honour & Readonly<{ roundId: string; editionId: string; documentNumber: string; grantedAt: string }>
>;

/** Whether it is still deserved. `rectifyBy`: until when what is wrong has to be put right. */
export type HonourRechecked = Fact<
  'HonourRechecked.v1',
  Readonly<{
    honourId: string;
    effectiveOn: string;
    outcome: RecheckOutcome;
    rectifyBy: string | null;
    checkedBy: string;
    prose: Readonly<{ report: string }> | 'SEALED' | 'ERASED';
  }>
>;

/** What exactly is proposed. `effectiveOn`: from which day on. */
export type HonourTerms =
  | Readonly<{ act: 'WithdrawHonour'; reason: WithdrawingReason; effectiveOn: string }>
  | Readonly<{ act: 'RestoreHonour'; reason: RestoringReason; effectiveOn: string }>;

export type HonourActProposed = Fact<
  'ActProposed.v1',
  Readonly<{ honourId: string }> &
    Omit<Proposal, 'act'> &
    Readonly<{ act: HonourTerms['act']; terms: HonourTerms; prose: Why }>
>;

export type HonourProposalRejected = Fact<
  'ProposalRejected.v1',
  Readonly<{
    honourId: string;
    proposalId: string;
    act: HonourTerms['act'];
    rejectedBy: string;
    role: string;
    prose: Why;
  }>
>;

/** Which honour it is, told once more: whoever hears of the fact needs no other. */
export type HonourPlace = Readonly<{
  roundId: string;
  editionId: string;
  code: string;
  seriesId: string;
  holder: Holder;
  entryId: string | null;
  homeId: string;
}>;

type CarriedOut = HonourPlace &
  Readonly<{
    honourId: string;
    effectiveOn: string;
    at: string;
    by: string;
    role: string;
    proposalId: string;
    proposedBy: string;
  }>;

/** By a proposal of its own, or with the decision that had granted it (`decisionId`), whose annulment was proposed and carried out. */
export type HonourWithdrawn = Fact<
  'HonourWithdrawn.v1',
  CarriedOut &
    Readonly<{ reason: WithdrawingReason | 'decision-annulled'; decisionId: string | null; prose: Why | null }>
>;

/** It had been withdrawn wrongly. */
export type HonourRestored = Fact<'HonourRestored.v1', CarriedOut & Readonly<{ reason: RestoringReason; prose: Why }>>;

/** The plaque of a withdrawn honour is asked back; `prose` says why it is asked again after it was noted as returned, in error. */
export type PlaqueRecalled = Fact<
  'PlaqueRecalled.v1',
  HonourPlace & Readonly<{ honourId: string; recalledOn: string; dueOn: string; recalledBy: string; prose: Why | null }>
>;

export type PlaqueReturned = Fact<
  'PlaqueReturned.v1',
  Readonly<{ honourId: string; effectiveOn: string; notedBy: string }>
>;

export type HonourFact =
  | HonourGranted
  | HonourRechecked
  | HonourActProposed
  | HonourProposalRejected
  | HonourWithdrawn
  | HonourRestored
  | PlaqueRecalled
  | PlaqueReturned;
