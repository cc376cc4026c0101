import type { Role } from '@jiangong/access';
import type { Fact } from '@jiangong/event-store';
import type { EndWord } from './grant.ts';
import type { Exit, RecordedStage, StageName } from './membership-stage.ts';

export type Sex = 'female' | 'male';

/** Personal data: sealed field by field under the person's key before it is stored. */
export type Personal = Readonly<{ name: string; idNumber?: string; phone?: string; birthDate?: string; sex?: Sex }>;

/** What a person typed beyond one line: sealed as one, decides nothing. */
export type Prose = Readonly<{ why: string }>;

type OfPerson<T extends string, D> = Fact<T, { personId: string } & D>;

/** Which grants in force a move or an exit left standing, and which it ended: each was asked about. */
type GrantsAsked = Readonly<{ keeps: readonly string[]; ends: readonly string[] }>;

/** `effectiveOn` in all facts: a day in Asia/Shanghai, the first on which it is so. */
export type PersonRegistered = OfPerson<
  'PersonRegistered.v1',
  { organizationId: string; effectiveOn: string } & Personal
>;
/** Only the fields that changed. */
export type PersonalDataCorrected = OfPerson<'PersonalDataCorrected.v1', Partial<Personal> & { prose: Prose }>;
export type PersonMoved = OfPerson<
  'PersonMoved.v1',
  GrantsAsked & { fromOrganizationId: string; toOrganizationId: string; effectiveOn: string; prose: Prose }
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
  { meetingOn: string; months: number; formerProbationEndsOn: string; probationEndsOn: string; prose: Prose }
>;
export type ConfirmedAsFullMember = OfPerson<'ConfirmedAsFullMember.v1', { meetingOn: string; approvedOn: string }>;
export type PersonExited = OfPerson<
  'PersonExited.v1',
  GrantsAsked & { kind: Exit; formerStage: StageName; effectiveOn: string; approvedOn: string | null; prose: Prose }
>;

/** A stage as a correction names it. */
export type StageTerms = Readonly<{
  stage: 'none' | RecordedStage;
  since: string;
  probationEndsOn: string | null;
  extended: boolean;
}>;

/** Which proposal a second person carried out. */
type Seconded = Readonly<{ proposalId: string; proposedBy: string; correctedBy: string }>;

/** A stage had been recorded wrongly: both stand in the log, the corrected one counts. */
export type StageCorrected = OfPerson<'StageCorrected.v1', StageTerms & Seconded & { formerStage: StageName }>;
/** An exit had been recorded wrongly: the person is what he was before. Grants are given anew, with their `from`. */
export type ExitCorrected = OfPerson<
  'ExitCorrected.v1',
  Seconded & { kind: Exit; stage: StageName; since: string; probationEndsOn: string | null }
>;

/** What a scheduled act will do: an exit, or a move. */
export type ScheduledTerms =
  | Readonly<{ act: 'RecordExit'; kind: Exit; approvedOn: string | null }>
  | Readonly<{ act: 'MovePerson'; organizationId: string }>;

/** Why a scheduled act did not take place on its day. */
export type LapseWord = 'exit-not-possible' | 'person-exited' | 'organization-gone' | 'already-there' | 'moved-since';

/** An exit or a move that was decided and takes effect on a day ahead. Until then nothing else changes. */
export type ActScheduled = OfPerson<
  'ActScheduled.v1',
  GrantsAsked & { actId: string; effectiveOn: string; terms: ScheduledTerms; prose: Prose }
>;
/** Its day came (`carried-out`: the exit or move stands beside it; `lapsed`: it was not possible any more), or it was taken back before. */
export type ScheduledActEnded = OfPerson<
  'ScheduledActEnded.v1',
  { actId: string; how: 'carried-out' | 'lapsed' | 'withdrawn'; because: LapseWord | null; prose?: Prose }
>;

export type RoleGranted = OfPerson<
  'RoleGranted.v1',
  {
    grantId: string;
    role: Role;
    organizationId: string;
    /** It counts from here on, until there: instants. `grantedAt`: when it was given, which may be another moment. */
    from: string;
    until: string | null;
    grantedAt: string;
    grantedBy: string | null;
  }
>;
/** `endsAt`: the instant that follows from `effectiveOn`. `prose` when somebody gave a reason for this one grant. */
export type RoleRevoked = OfPerson<
  'RoleRevoked.v1',
  {
    grantId: string;
    role: Role;
    organizationId: string;
    effectiveOn: string;
    endsAt: string;
    because: EndWord;
    prose?: Prose;
  }
>;

/** The account, tied identities, sessions and invitations are gone: the gateway follows this. */
/** A one-time link was offered to who lost the password: whoever offers it holds no code for it. */
export type SignInResetOffered = OfPerson<'SignInResetOffered.v1', { offeredBy: string; prose: Prose }>;
/** Somebody handed out the code of the person's one-time link. */
export type SignInVouchedFor = OfPerson<'SignInVouchedFor.v1', { vouchedBy: string }>;
/** A lost second factor was taken away. */
export type SecondFactorEnded = OfPerson<'SecondFactorEnded.v1', { endedBy: string; prose: Prose }>;
export type SignInEnded = OfPerson<'SignInEnded.v1', { endedBy: string; prose: Prose }>;

export type LegalHoldPlaced = OfPerson<'LegalHoldPlaced.v1', { prose: Prose }>;
export type LegalHoldLifted = OfPerson<'LegalHoldLifted.v1', { prose: Prose }>;
export type ErasureRequested = OfPerson<'ErasureRequested.v1', { requestedBy: string; prose: Prose }>;
export type ErasureWithdrawn = OfPerson<'ErasureWithdrawn.v1', { withdrawnBy: string; prose: Prose }>;
export type PersonErased = OfPerson<'PersonErased.v1', { requestedBy: string; confirmedBy: string }>;

/** What one person proposes and another of another role carries out. `stageNumber`: the how manieth stage it is about. */
export type ActProposed = OfPerson<
  'ActProposed.v1',
  {
    proposalId: string;
    act: 'CorrectExit' | 'CorrectStage';
    terms: Readonly<{ stageNumber: number; to: StageTerms | null }>;
    proposedBy: string;
    role: string;
    proposedAt: string;
    prose: Prose;
  }
>;
export type ProposalRejected = OfPerson<
  'ProposalRejected.v1',
  { proposalId: string; rejectedBy: string; prose: Prose }
>;

export type StageFact =
  | StageRecorded
  | ApplicationReceived
  | ActivistNamed
  | CandidateNamed
  | AdmittedOnProbation
  | ProbationExtended
  | ConfirmedAsFullMember
  | PersonExited
  | StageCorrected
  | ExitCorrected;

export type PersonFact =
  | PersonRegistered
  | PersonalDataCorrected
  | PersonMoved
  | StageFact
  | RoleGranted
  | RoleRevoked
  | ActScheduled
  | ScheduledActEnded
  | ActProposed
  | ProposalRejected
  | SignInEnded
  | SignInResetOffered
  | SignInVouchedFor
  | SecondFactorEnded
  | LegalHoldPlaced
  | LegalHoldLifted
  | ErasureRequested
  | ErasureWithdrawn
  | PersonErased;
