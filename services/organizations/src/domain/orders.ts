import type { ParentSeen } from './parent-seen.ts';

/** `now` is UTC with milliseconds, in every order. */
type Order<K extends string, D> = Readonly<{ kind: K; now: string } & D>;

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
  }
>;
export type RenameOrganization = Order<'RenameOrganization', { nameZh: string; nameEn: string }>;
export type MoveOrganization = Order<'MoveOrganization', { parent: ParentSeen; reason: string }>;
export type ClassifyOrganization = Order<'ClassifyOrganization', { classified: boolean }>;
export type BeginDissolution = Order<'BeginDissolution', { reason: string }>;
export type AbandonDissolution = Order<'AbandonDissolution', { cause: 'children-left' | 'not-checked' }>;
/** Sent once it is known that, since the `dissolutionsBegun`-th beginning, nothing live stands below it. */
export type CompleteDissolution = Order<'CompleteDissolution', { reason: string; dissolutionsBegun: number }>;
/** Ends an organization that was founded under `parentId` while that was being dissolved, if it still stands there. */
export type DissolveOrphan = Order<'DissolveOrphan', { parentId: string; reason: string }>;
export type AppointOfficer = Order<
  'AppointOfficer',
  { appointmentId: string; personId: string; personKnown: boolean; office: string; termEndsOn: string | null }
>;
export type RelieveOfficer = Order<'RelieveOfficer', { appointmentId: string; reason: string }>;

export type OrganizationOrder =
  | FoundOrganization
  | RenameOrganization
  | MoveOrganization
  | ClassifyOrganization
  | BeginDissolution
  | AbandonDissolution
  | CompleteDissolution
  | DissolveOrphan
  | AppointOfficer
  | RelieveOfficer;
