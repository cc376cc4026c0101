import type { GrantsAnswered, RolesOver } from './asked-grants.ts';

/** `now` is UTC with milliseconds, in every order. */
type Order<T extends string, D> = Readonly<{ type: T; now: string } & D>;

/** Since which day, 'YYYY-MM-DD'; null: the day of the order. */
type Dated = Readonly<{ effectiveOn: string | null }>;

/** What an order knows of an organization, from the access read model. */
export type OrganizationSeen =
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'known'; organizationKind: string; dissolved: boolean }>;

export type PersonalGiven = Readonly<{
  name: string;
  idNumber?: string;
  phone?: string;
  birthDate?: string;
  sex?: string;
}>;

export type SetUpFirstOfficer = Order<
  'SetUpFirstOfficer',
  { personId: string; organizationId: string; name: string; grantId: string }
>;
export type RegisterPerson = Order<
  'RegisterPerson',
  {
    personId: string;
    organizationId: string;
    organization: OrganizationSeen;
    personal: PersonalGiven;
    stage: Readonly<{ stage: string; since: string }> | null;
  }
>;
export type CorrectPerson = Order<'CorrectPerson', { personal: Partial<PersonalGiven>; reason: string }>;
export type MovePerson = Order<
  'MovePerson',
  { actId: string } & Dated &
    GrantsAnswered & {
      organizationId: string;
      organization: OrganizationSeen;
      mayReceive: boolean;
      rolesOver: RolesOver;
      reason: string;
    }
>;

export const STAGE_STEPS = [
  'apply',
  'name-activist',
  'name-candidate',
  'admit',
  'extend-probation',
  'confirm',
] as const;
export type StageStep = (typeof STAGE_STEPS)[number];

/** `on`: the day of the application, meeting or event; `approvedOn`: when the committee above approved. */
export type ChangeStage = Order<
  'ChangeStage',
  { step: string; on: string; approvedOn: string | null; months: number | null; reason: string | null }
>;

/** `actId`: what it is called if its day lies ahead. */
export type RecordExit = Order<
  'RecordExit',
  { actId: string } & Dated &
    GrantsAnswered & { kind: string; approvedOn: string | null; rolesOver: RolesOver; reason: string | null }
>;

/** The day of a scheduled act has come. `organization`: where a move leads; null for an exit. */
export type CarryOutScheduled = Order<'CarryOutScheduled', { actId: string; organization: OrganizationSeen | null }>;
export type WithdrawScheduled = Order<'WithdrawScheduled', { actId: string; reason: string }>;

/** `grantorRoles`: the roles that the grantor holds, now, over that organization. */
type ByGrantor = Readonly<{ grantorId: string; grantorRoles: readonly string[] }>;

export type GrantRole = Order<
  'GrantRole',
  ByGrantor & {
    grantId: string;
    role: string;
    organizationId: string;
    organization: OrganizationSeen;
    /** Whether anybody leads that organization now. */
    leaderInOffice: boolean;
    /** Null: from now on. */
    from: string | null;
    until: string | null;
  }
>;
export type RevokeRole = Order<
  'RevokeRole',
  Dated & ByGrantor & { grantId: string; because: string; reason: string | null }
>;

/** Who acts, and in which role. */
type By = Readonly<{ by: Readonly<{ personId: string; role: string }> }>;

/** `to` null: it is the exit that is undone. */
export type ProposeCorrection = Order<
  'ProposeCorrection',
  By & {
    proposalId: string;
    act: string;
    to: Readonly<{ stage: string; since: string; probationEndsOn: string | null; extended: boolean }> | null;
    reason: string;
  }
>;
export type CarryOutCorrection = Order<'CarryOutCorrection', By & { proposalId: string }>;
export type RejectProposal = Order<'RejectProposal', By & { proposalId: string; reason: string }>;

export type EndSignIn = Order<'EndSignIn', { endedBy: string; reason: string }>;
export type OfferSignInReset = Order<'OfferSignInReset', { offeredBy: string; reason: string }>;
export type VouchForSignIn = Order<'VouchForSignIn', { vouchedBy: string }>;
export type EndSecondFactor = Order<'EndSecondFactor', { endedBy: string; reason: string }>;
export type SetLegalHold = Order<'SetLegalHold', { held: boolean; reason: string }>;
export type RequestErasure = Order<'RequestErasure', { requestedBy: string; reason: string }>;
export type WithdrawErasure = Order<'WithdrawErasure', { withdrawnBy: string; reason: string }>;
export type ConfirmErasure = Order<'ConfirmErasure', { confirmedBy: string }>;

export type PersonOrder =
  | SetUpFirstOfficer
  | RegisterPerson
  | CorrectPerson
  | MovePerson
  | ChangeStage
  | RecordExit
  | CarryOutScheduled
  | WithdrawScheduled
  | GrantRole
  | RevokeRole
  | ProposeCorrection
  | CarryOutCorrection
  | RejectProposal
  | EndSignIn
  | OfferSignInReset
  | VouchForSignIn
  | EndSecondFactor
  | SetLegalHold
  | RequestErasure
  | WithdrawErasure
  | ConfirmErasure;
