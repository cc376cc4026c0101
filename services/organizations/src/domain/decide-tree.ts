import { isCivilDay, localDateOf } from '@jiangong/calendar';
import { isLine, textRefusal } from '@jiangong/wording';
import { effectiveDay } from './effective-day.ts';
import type { OrganizationFact } from './facts.ts';
import { CODE_CHARS_MAX, NAME_EN_CHARS_MAX, NAME_ZH_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';
import type { ClassifyOrganization, FoundOrganization, MoveOrganization, RenameOrganization } from './orders.ts';
import { nameNow, type Organization } from './organization.ts';
import { isOrganizationKind } from './organization-kinds.ts';
import { placeUnder } from './parent-seen.ts';
import type { OrganizationRefusal } from './refusals.ts';

export type Decision = readonly OrganizationFact[] | OrganizationRefusal;
export type Founded = Exclude<Organization, { kind: 'absent' }>;

const wrongNames = (nameZh: string, nameEn: string): OrganizationRefusal | undefined => {
  if (!isLine(nameZh, { charactersMax: NAME_ZH_CHARS_MAX }))
    return { reason: 'NAME_INVALID', field: 'nameZh', details: { charsMax: NAME_ZH_CHARS_MAX } };
  if (!isLine(nameEn, { charactersMin: 0, charactersMax: NAME_EN_CHARS_MAX }))
    return { reason: 'NAME_INVALID', field: 'nameEn', details: { charsMax: NAME_EN_CHARS_MAX } };
  return undefined;
};

export const wrongReason = (reason: string): OrganizationRefusal | undefined =>
  textRefusal(reason, { field: 'reason', charactersMax: REASON_CHARS_MAX, lines: 'many' });

export const found = (organization: Organization, order: FoundOrganization): Decision => {
  const { organizationId, parent, organizationKind: kind, nameZh, nameEn, code, classified, now } = order;
  if (organization.kind !== 'absent') return { reason: parent.kind === 'none' ? 'ALREADY_SET_UP' : 'ALREADY_FOUNDED' };
  if (!isOrganizationKind(kind)) return { reason: 'ORGANIZATION_KIND_UNKNOWN', field: 'kind' };
  const wrong = wrongNames(nameZh, nameEn);
  if (wrong) return wrong;
  if (!isLine(code, { charactersMin: 0, charactersMax: CODE_CHARS_MAX }))
    return { reason: 'CODE_INVALID', field: 'code', details: { charsMax: CODE_CHARS_MAX } };
  const foundedOn = order.foundedOn ?? localDateOf(now);
  if (!isCivilDay(foundedOn) || foundedOn > localDateOf(now)) return { reason: 'DAY_INVALID', field: 'foundedOn' };
  const named = { organizationId, kind, nameZh, nameEn, code, classified, foundedOn };
  if (parent.kind === 'none') return [{ type: 'OrganizationFounded.v1', data: { ...named, parentId: null, tier: 1 } }];
  const placed = placeUnder(parent, kind, null);
  if ('refusal' in placed) return placed.refusal;
  const { parentId, tier } = placed.place;
  return [{ type: 'OrganizationFounded.v1', data: { ...named, parentId, tier } }];
};

export const rename = (organization: Founded, order: RenameOrganization): Decision => {
  const { organizationId } = organization;
  const { since, nameZh: formerNameZh, nameEn: formerNameEn } = nameNow(organization);
  const { nameZh, now } = order;
  const nameEn = order.nameEn ?? formerNameEn;
  const wrong = wrongNames(nameZh, nameEn);
  if (wrong) return wrong;
  const effective = effectiveDay(order.effectiveOn, { now, notBefore: since });
  if ('refusal' in effective) return effective.refusal;
  if (nameZh === formerNameZh && nameEn === formerNameEn) return [];
  const data = { organizationId, nameZh, nameEn, formerNameZh, formerNameEn, effectiveOn: effective.day };
  return [{ type: 'OrganizationRenamed.v1', data }];
};

export const move = (organization: Founded, { parent, reason, effectiveOn, now }: MoveOrganization): Decision => {
  const { organizationId, parentId: formerParentId, organizationKind, tier, placedOn } = organization;
  if (formerParentId === null) return { reason: 'ROOT_STAYS' };
  const placed = placeUnder(parent, organizationKind, tier);
  if ('refusal' in placed) return placed.refusal;
  const wrong = wrongReason(reason);
  if (wrong) return wrong;
  const effective = effectiveDay(effectiveOn, { now, notBefore: placedOn });
  if ('refusal' in effective) return effective.refusal;
  const { parentId } = placed.place;
  if (parentId === formerParentId) return [];
  const data = { organizationId, parentId, formerParentId, effectiveOn: effective.day, prose: { why: reason } };
  return [{ type: 'OrganizationMoved.v1', data }];
};

export const classify = (organization: Founded, { classified }: ClassifyOrganization): Decision =>
  organization.classified === classified
    ? []
    : [{ type: 'OrganizationClassified.v1', data: { organizationId: organization.organizationId, classified } }];
