import { CODE_CHARS_MAX, NAME_EN_CHARS_MAX, NAME_ZH_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';
import type { OrganizationFact } from './facts.ts';
import type {
  AbandonDissolution,
  BeginDissolution,
  ClassifyOrganization,
  CompleteDissolution,
  DissolveOrphan,
  FoundOrganization,
  MoveOrganization,
  RenameOrganization,
} from './orders.ts';
import type { Organization } from './organization.ts';
import { isOrganizationKind } from './organization-kinds.ts';
import { placeUnder } from './parent-seen.ts';
import type { OrganizationRefusal } from './refusals.ts';
import { isLine } from './wording.ts';

export type Decision = readonly OrganizationFact[] | OrganizationRefusal;
export type Founded = Exclude<Organization, { kind: 'absent' }>;

const wrongNames = (nameZh: string, nameEn: string): OrganizationRefusal | undefined => {
  if (!isLine(nameZh, 1, NAME_ZH_CHARS_MAX))
    return { reason: 'NAME_INVALID', field: 'nameZh', details: { charsMax: NAME_ZH_CHARS_MAX } };
  if (!isLine(nameEn, 0, NAME_EN_CHARS_MAX))
    return { reason: 'NAME_INVALID', field: 'nameEn', details: { charsMax: NAME_EN_CHARS_MAX } };
  return undefined;
};

export const wrongReason = (reason: string): OrganizationRefusal | undefined =>
  isLine(reason, 1, REASON_CHARS_MAX)
    ? undefined
    : { reason: 'REASON_INVALID', field: 'reason', details: { charsMax: REASON_CHARS_MAX } };

export const found = (organization: Organization, order: FoundOrganization): Decision => {
  const { organizationId, parent, organizationKind: kind, nameZh, nameEn, code, classified } = order;
  if (organization.kind !== 'absent') return { reason: parent.kind === 'none' ? 'ALREADY_SET_UP' : 'ALREADY_FOUNDED' };
  if (!isOrganizationKind(kind)) return { reason: 'ORGANIZATION_KIND_UNKNOWN', field: 'kind' };
  const wrong = wrongNames(nameZh, nameEn);
  if (wrong) return wrong;
  if (!isLine(code, 0, CODE_CHARS_MAX))
    return { reason: 'CODE_INVALID', field: 'code', details: { charsMax: CODE_CHARS_MAX } };
  const named = { organizationId, kind, nameZh, nameEn, code, classified };
  if (parent.kind === 'none') return [{ type: 'OrganizationFounded.v1', data: { ...named, parentId: null, tier: 1 } }];
  const placed = placeUnder(parent, kind, null);
  if ('refusal' in placed) return placed.refusal;
  return [
    { type: 'OrganizationFounded.v1', data: { ...named, parentId: placed.place.parentId, tier: placed.place.tier } },
  ];
};

export const rename = (organization: Founded, { nameZh, nameEn }: RenameOrganization): Decision => {
  const { organizationId, nameZh: formerNameZh, nameEn: formerNameEn } = organization;
  const wrong = wrongNames(nameZh, nameEn);
  if (wrong) return wrong;
  if (nameZh === formerNameZh && nameEn === formerNameEn) return [];
  return [{ type: 'OrganizationRenamed.v1', data: { organizationId, nameZh, nameEn, formerNameZh, formerNameEn } }];
};

export const move = (organization: Founded, { parent, reason }: MoveOrganization): Decision => {
  const { organizationId, parentId: formerParentId, organizationKind, tier } = organization;
  if (formerParentId === null) return { reason: 'ROOT_STAYS' };
  const placed = placeUnder(parent, organizationKind, tier);
  if ('refusal' in placed) return placed.refusal;
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  const { parentId } = placed.place;
  if (parentId === formerParentId) return [];
  return [{ type: 'OrganizationMoved.v1', data: { organizationId, parentId, formerParentId, reason } }];
};

export const classify = (organization: Founded, { classified }: ClassifyOrganization): Decision =>
  organization.classified === classified
    ? []
    : [{ type: 'OrganizationClassified.v1', data: { organizationId: organization.organizationId, classified } }];

/** Also when somebody else began it: whoever completes first ends it, the other finds it ended. */
export const beginDissolution = (organization: Founded, { reason }: BeginDissolution): Decision => {
  if (organization.parentId === null) return { reason: 'ROOT_STAYS' };
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  if (organization.kind === 'dissolving') return [];
  return [{ type: 'DissolutionBegan.v1', data: { organizationId: organization.organizationId, reason } }];
};

export const abandonDissolution = (organization: Founded, { cause }: AbandonDissolution): Decision =>
  organization.kind === 'dissolving'
    ? [{ type: 'DissolutionAbandoned.v1', data: { organizationId: organization.organizationId, cause } }]
    : [];

export const completeDissolution = (
  organization: Founded,
  { reason, dissolutionsBegun }: CompleteDissolution,
): Decision =>
  organization.kind === 'dissolving' && organization.dissolutionsBegun === dissolutionsBegun
    ? [{ type: 'OrganizationDissolved.v1', data: { organizationId: organization.organizationId, reason } }]
    : { reason: 'DISSOLUTION_INTERRUPTED' };

export const dissolveOrphan = (organization: Founded, { parentId, reason }: DissolveOrphan): Decision =>
  organization.parentId === parentId
    ? [{ type: 'OrganizationDissolved.v1', data: { organizationId: organization.organizationId, reason } }]
    : [];
