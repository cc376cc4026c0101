import type { Fact } from '@jiangong/event-store';
import type { Exit, RecordedStage } from './membership-stage.ts';
import type { Role } from './roles.ts';

export type Sex = 'female' | 'male';

/** Personal data: sealed field by field under the person's key before it is stored. */
export type Personal = Readonly<{ name: string; idNumber?: string; phone?: string; birthDate?: string; sex?: Sex }>;

type OfPerson<T extends string, D> = Fact<T, { personId: string } & D>;

export type PersonRegistered = OfPerson<'PersonRegistered.v1', { organizationId: string } & Personal>;
/** Only the fields that changed. */
export type PersonalDataCorrected = OfPerson<'PersonalDataCorrected.v1', Partial<Personal> & { reason: string }>;
export type PersonMoved = OfPerson<
  'PersonMoved.v1',
  { organizationId: string; formerOrganizationId: string; reason: string }
>;

/** By the paper record, at registration. `probationEndsOn` only for probationary members. */
export type StageRecorded = OfPerson<
  'StageRecorded.v1',
  { stage: RecordedStage; since: string; probationEndsOn: string | null }
>;
export type ApplicationReceived = OfPerson<'ApplicationReceived.v1', { appliedOn: string }>;
export type ActivistNamed = OfPerson<'ActivistNamed.v1', { namedOn: string }>;
export type CandidateNamed = OfPerson<'CandidateNamed.v1', { namedOn: string }>;
export type AdmittedOnProbation = OfPerson<
  'AdmittedOnProbation.v1',
  { meetingOn: string; approvedOn: string; probationEndsOn: string }
>;
export type ProbationExtended = OfPerson<
  'ProbationExtended.v1',
  { meetingOn: string; months: number; formerProbationEndsOn: string; probationEndsOn: string; reason: string }
>;
export type ConfirmedAsFullMember = OfPerson<'ConfirmedAsFullMember.v1', { meetingOn: string; approvedOn: string }>;
export type ProbationCancelled = OfPerson<
  'ProbationCancelled.v1',
  { meetingOn: string; approvedOn: string; reason: string }
>;
export type MembershipEnded = OfPerson<
  'MembershipEnded.v1',
  { exit: Exclude<Exit, 'probation-cancelled'>; endedOn: string; approvedOn: string | null; reason: string }
>;

export type RoleGranted = OfPerson<
  'RoleGranted.v1',
  {
    grantId: string;
    role: Role;
    organizationId: string;
    grantedAt: string;
    until: string | null;
    grantedBy: string | null;
  }
>;
export type RoleRevoked = OfPerson<
  'RoleRevoked.v1',
  { grantId: string; role: Role; organizationId: string; reason: string }
>;

export type LegalHoldPlaced = OfPerson<'LegalHoldPlaced.v1', { reason: string }>;
export type LegalHoldLifted = OfPerson<'LegalHoldLifted.v1', { reason: string }>;
export type ErasureRequested = OfPerson<'ErasureRequested.v1', { requestedBy: string; reason: string }>;
export type PersonErased = OfPerson<'PersonErased.v1', { requestedBy: string; confirmedBy: string }>;

export type StageFact =
  | StageRecorded
  | ApplicationReceived
  | ActivistNamed
  | CandidateNamed
  | AdmittedOnProbation
  | ProbationExtended
  | ConfirmedAsFullMember
  | ProbationCancelled
  | MembershipEnded;

export type PersonFact =
  | PersonRegistered
  | PersonalDataCorrected
  | PersonMoved
  | StageFact
  | RoleGranted
  | RoleRevoked
  | LegalHoldPlaced
  | LegalHoldLifted
  | ErasureRequested
  | PersonErased;
