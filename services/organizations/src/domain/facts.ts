import type { Fact } from '@jiangong/event-store';
import type { Office, ReliefReason } from './offices.ts';
import type { OrganizationKind } from './organization-kinds.ts';

export type OrganizationFounded = Fact<
  'OrganizationFounded.v1',
  {
    organizationId: string;
    /** Null: the root. */
    parentId: string | null;
    kind: OrganizationKind;
    /** Of a working committee: 1 for the root, one more than its parent's at the founding; else null. Never changes. */
    tier: number | null;
    nameZh: string;
    nameEn: string;
    code: string;
    classified: boolean;
  }
>;
export type OrganizationRenamed = Fact<
  'OrganizationRenamed.v1',
  { organizationId: string; nameZh: string; nameEn: string; formerNameZh: string; formerNameEn: string }
>;
export type OrganizationMoved = Fact<
  'OrganizationMoved.v1',
  { organizationId: string; parentId: string; formerParentId: string; reason: string }
>;
export type OrganizationClassified = Fact<'OrganizationClassified.v1', { organizationId: string; classified: boolean }>;
/** From here on nothing may be founded under it or moved to it; whether it is empty is looked at next. */
export type DissolutionBegan = Fact<'DissolutionBegan.v1', { organizationId: string; reason: string }>;
export type DissolutionAbandoned = Fact<
  'DissolutionAbandoned.v1',
  { organizationId: string; cause: 'children-left' | 'not-checked' }
>;
export type OrganizationDissolved = Fact<'OrganizationDissolved.v1', { organizationId: string; reason: string }>;
export type OfficerAppointed = Fact<
  'OfficerAppointed.v1',
  { organizationId: string; appointmentId: string; personId: string; office: Office; termEndsOn: string | null }
>;
export type OfficerRelieved = Fact<
  'OfficerRelieved.v1',
  { organizationId: string; appointmentId: string; personId: string; office: Office; reason: ReliefReason }
>;

export type OrganizationFact =
  | OrganizationFounded
  | OrganizationRenamed
  | OrganizationMoved
  | OrganizationClassified
  | DissolutionBegan
  | DissolutionAbandoned
  | OrganizationDissolved
  | OfficerAppointed
  | OfficerRelieved;
