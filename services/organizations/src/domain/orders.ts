import type { ParentSeen } from './parent-seen.ts';

/** `now` is UTC with milliseconds, in every order. */
type Order<T extends string, D> = Readonly<{ type: T; now: string } & D>;

/** The day on which it took effect, 'YYYY-MM-DD'; null: the day of the order. */
type Dated = Readonly<{ effectiveOn: string | null }>;

export type FoundOrganization = Order<
  'FoundOrganization',
  {
    organizationId: string;
    parent: ParentSeen;
    organizationKind: string;
    nameZh: string;
    nameEn: string;
    code: string;
    classified: boolean;
    /** Null: the day of the order. */
    foundedOn: string | null;
  }
>;
/** `nameEn` null: stays as it is. */
export type RenameOrganization = Order<'RenameOrganization', Dated & { nameZh: string; nameEn: string | null }>;
export type MoveOrganization = Order<'MoveOrganization', Dated & { parent: ParentSeen; reason: string }>;
export type ClassifyOrganization = Order<'ClassifyOrganization', { classified: boolean }>;

/** How it ends. Successors as their own streams tell them. */
export type End = Dated &
  Readonly<{ kind: string; successors: readonly ParentSeen[]; heirId: string | null; reason: string }>;

export type BeginDissolution = Order<'BeginDissolution', End>;
export type AbandonDissolution = Order<'AbandonDissolution', { cause: 'children-left' | 'not-checked' }>;
/** Sent once it is known that, since the `dissolutionsBegun`-th beginning, nothing live stands below it. */
export type CompleteDissolution = Order<'CompleteDissolution', End & { dissolutionsBegun: number }>;
/** Ends an organization that came to stand under `parentId` while that was being dissolved, if it still stands there. */
export type DissolveOrphan = Order<'DissolveOrphan', { parentId: string; reason: string }>;

/** Who acts, and in which role. */
type By = Readonly<{ by: Readonly<{ personId: string; role: string }> }>;

export type ProposeRestoration = Order<'ProposeRestoration', By & { proposalId: string; reason: string }>;
export type RestoreOrganization = Order<'RestoreOrganization', By & { proposalId: string; parent: ParentSeen }>;
export type RejectProposal = Order<'RejectProposal', By & { proposalId: string; reason: string }>;

export type AppointOfficer = Order<
  'AppointOfficer',
  Dated & { appointmentId: string; personId: string; personKnown: boolean; office: string; termEndsOn: string | null }
>;
export type RelieveOfficer = Order<'RelieveOfficer', Dated & { appointmentId: string; reason: string }>;

/** Somebody exited on that day: ends the offices held here that end with it. `exit`: its kind, or `erased`. */
export type EndOffices = Order<'EndOffices', { personId: string; exit: string; effectiveOn: string }>;

export type OrganizationOrder =
  | FoundOrganization
  | RenameOrganization
  | MoveOrganization
  | ClassifyOrganization
  | BeginDissolution
  | AbandonDissolution
  | CompleteDissolution
  | DissolveOrphan
  | ProposeRestoration
  | RestoreOrganization
  | RejectProposal
  | AppointOfficer
  | RelieveOfficer
  | EndOffices;
