import { COMMITTEE_TIERS_MAX } from './limits.ts';
import type { Organization } from './organization.ts';
import { type OrganizationKind, PARENT_KINDS } from './organization-kinds.ts';
import type { OrganizationRefusal } from './refusals.ts';

/** What an order knows of the intended parent, read from the parent's own stream; `none` only for the root. */
export type ParentSeen =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'absent'; organizationId: string }>
  | Readonly<{
      kind: 'live' | 'dissolving' | 'dissolved';
      organizationId: string;
      organizationKind: OrganizationKind;
      tier: number | null;
    }>;

export const parentSeen = (organizationId: string, organization: Organization): ParentSeen =>
  organization.kind === 'absent'
    ? { kind: 'absent', organizationId }
    : {
        kind: organization.kind,
        organizationId,
        organizationKind: organization.organizationKind,
        tier: organization.tier,
      };

/** A live parent under which this may stand, or why it may not. */
export type Place = Readonly<{ parentId: string; tier: number | null }>;

const notAllowed = (kind: OrganizationKind, parentKind: OrganizationKind): OrganizationRefusal => ({
  reason: 'PARENT_NOT_ALLOWED',
  field: 'parentId',
  details: { kind, parentKind },
});

/**
 * Where an organization of this kind would stand. `tier` is its own when it has one already (a move); null at the founding,
 * when a committee gets one more than its parent's.
 */
export const placeUnder = (
  parent: ParentSeen,
  kind: OrganizationKind,
  tier: number | null,
): Readonly<{ place: Place }> | Readonly<{ refusal: OrganizationRefusal }> => {
  if (parent.kind === 'none' || parent.kind === 'absent')
    return { refusal: { reason: 'PARENT_NOT_FOUND', field: 'parentId' } };
  if (parent.kind !== 'live') return { refusal: { reason: 'PARENT_DISSOLVED', field: 'parentId' } };
  if (!PARENT_KINDS[kind].includes(parent.organizationKind))
    return { refusal: notAllowed(kind, parent.organizationKind) };
  if (kind !== 'working-committee') return { place: { parentId: parent.organizationId, tier: null } };
  const above = parent.tier ?? COMMITTEE_TIERS_MAX;
  const own = tier ?? above + 1;
  if (above >= own || own > COMMITTEE_TIERS_MAX) return { refusal: notAllowed(kind, parent.organizationKind) };
  return { place: { parentId: parent.organizationId, tier: own } };
};
