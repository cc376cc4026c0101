/** `now` is UTC with milliseconds, in every order. */
type Order<K extends string, D> = Readonly<{ kind: K; now: string } & D>;

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
  { organizationId: string; organization: OrganizationSeen; mayReceive: boolean; reason: string }
>;

export const STAGE_STEPS = [
  'apply',
  'name-activist',
  'name-candidate',
  'admit',
  'extend-probation',
  'confirm',
  'cancel-probation',
  'resign',
  'persuade-to-leave',
  'remove',
  'expel',
  'consider-given-up',
  'record-death',
] as const;
export type StageStep = (typeof STAGE_STEPS)[number];

/** `on`: the day of the application, meeting or event; `approvedOn`: when the committee above approved. */
export type ChangeStage = Order<
  'ChangeStage',
  { step: string; on: string; approvedOn: string | null; months: number | null; reason: string | null }
>;

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
    until: string | null;
  }
>;
export type RevokeRole = Order<'RevokeRole', ByGrantor & { grantId: string; reason: string }>;

export type SetLegalHold = Order<'SetLegalHold', { held: boolean; reason: string }>;
export type RequestErasure = Order<'RequestErasure', { requestedBy: string; reason: string }>;
export type ConfirmErasure = Order<'ConfirmErasure', { confirmedBy: string }>;

export type PersonOrder =
  | SetUpFirstOfficer
  | RegisterPerson
  | CorrectPerson
  | MovePerson
  | ChangeStage
  | GrantRole
  | RevokeRole
  | SetLegalHold
  | RequestErasure
  | ConfirmErasure;
