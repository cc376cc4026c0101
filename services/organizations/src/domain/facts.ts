import type { Fact } from '@jiangong/event-store';
import type { DissolutionKind } from './dissolution-kinds.ts';
import type { Office, ReliefWord } from './offices.ts';
import type { OrganizationKind } from './organization-kinds.ts';

/** What a person typed beyond one line: sealed as one, decides nothing. */
export type Prose = Readonly<{ why: string }>;

type OfOrganization<T extends string, D> = Fact<T, { organizationId: string } & D>;

/** `effectiveOn` in all facts: a day in Asia/Shanghai, the first on which it is so. */
export type OrganizationFounded = OfOrganization<
  'OrganizationFounded.v1',
  {
    /** Null: the root. */
    parentId: string | null;
    kind: OrganizationKind;
    /** Of a working committee: 1 for the root, one more than its parent's at the founding; else null. Never changes. */
    tier: number | null;
    nameZh: string;
    nameEn: string;
    code: string;
    classified: boolean;
    /** The day it came into being, which may lie long before it was entered. */
    foundedOn: string;
  }
>;
export type OrganizationRenamed = OfOrganization<
  'OrganizationRenamed.v1',
  { nameZh: string; nameEn: string; formerNameZh: string; formerNameEn: string; effectiveOn: string }
>;
export type OrganizationMoved = OfOrganization<
  'OrganizationMoved.v1',
  { parentId: string; formerParentId: string; effectiveOn: string; prose: Prose }
>;
export type OrganizationClassified = OfOrganization<'OrganizationClassified.v1', { classified: boolean }>;
/** From here on nothing may be founded under it or moved to it; whether it is empty is looked at next. */
export type DissolutionBegan = OfOrganization<'DissolutionBegan.v1', { kind: DissolutionKind; prose: Prose }>;
export type DissolutionAbandoned = OfOrganization<
  'DissolutionAbandoned.v1',
  { cause: 'children-left' | 'not-checked' }
>;
export type OrganizationDissolved = OfOrganization<
  'OrganizationDissolved.v1',
  {
    /** `parent-ended`: its parent came to its end before it could stand. */
    kind: DissolutionKind | 'parent-ended';
    effectiveOn: string;
    /** The day it was entered: how long it can be restored counts from here. */
    recordedOn: string;
    /** Who goes on with what it had: one when merged, two or more when split, none when dissolved. */
    successors: readonly string[];
    /** Of a split: whose its unfinished matters and honours are, when that is decided. */
    heirId: string | null;
    prose: Prose;
  }
>;
/** One person proposes that what was dissolved is restored; another carries it out. `dissolution`: the how manieth it undoes. */
export type ActProposed = OfOrganization<
  'ActProposed.v1',
  {
    proposalId: string;
    act: 'RestoreOrganization';
    terms: Readonly<{ dissolution: number }>;
    proposedBy: string;
    role: string;
    proposedAt: string;
    prose: Prose;
  }
>;
export type ProposalRejected = OfOrganization<
  'ProposalRejected.v1',
  { proposalId: string; rejectedBy: string; prose: Prose }
>;
export type OrganizationRestored = OfOrganization<
  'OrganizationRestored.v1',
  { parentId: string; proposalId: string; proposedBy: string; restoredBy: string }
>;
export type OfficerAppointed = OfOrganization<
  'OfficerAppointed.v1',
  { appointmentId: string; personId: string; office: Office; effectiveOn: string; termEndsOn: string | null }
>;
export type OfficerRelieved = OfOrganization<
  'OfficerRelieved.v1',
  { appointmentId: string; personId: string; office: Office; effectiveOn: string; reason: ReliefWord }
>;

export type OrganizationFact =
  | OrganizationFounded
  | OrganizationRenamed
  | OrganizationMoved
  | OrganizationClassified
  | DissolutionBegan
  | DissolutionAbandoned
  | OrganizationDissolved
  | ActProposed
  | ProposalRejected
  | OrganizationRestored
  | OfficerAppointed
  | OfficerRelieved;
