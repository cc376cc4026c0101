import type { StoredEvent } from '@jiangong/event-store';
import type { ToldFact } from '@jiangong/service-host';
import type { OrganizationFact } from '../domain/facts.ts';

const organization = (id: string | null) => (id === null ? undefined : ({ kind: 'organization', id } as const));

/**
 * What happened to an organization, in one sentence; nothing that is only proposed. Reasons stay where they are: the organization
 * itself shows none.
 */
const sentence = (fact: OrganizationFact): ToldFact | undefined => {
  switch (fact.type) {
    case 'OrganizationFounded.v1': {
      const { nameZh, nameEn, foundedOn, parentId } = fact.data;
      return {
        zh: `成立“${nameZh}”（${foundedOn}）`,
        en: `Founded as ${nameEn === '' ? nameZh : nameEn} on ${foundedOn}`,
        about: organization(parentId),
      };
    }
    case 'OrganizationRenamed.v1': {
      const { nameZh, nameEn, formerNameZh, formerNameEn, effectiveOn } = fact.data;
      const changes = [
        { field: 'nameZh', stageId: '', before: formerNameZh, after: nameZh },
        { field: 'nameEn', stageId: '', before: formerNameEn, after: nameEn },
      ].filter(({ before, after }) => before !== after);
      return { zh: `自 ${effectiveOn} 起更名`, en: `Renamed from ${effectiveOn}`, changes };
    }
    case 'OrganizationMoved.v1': {
      const { parentId, formerParentId, effectiveOn } = fact.data;
      return {
        zh: `自 ${effectiveOn} 起改属另一上级`,
        en: `Moved below another organization from ${effectiveOn}`,
        about: organization(parentId),
        changes: [{ field: 'parentId', stageId: '', before: formerParentId, after: parentId }],
      };
    }
    case 'OrganizationClassified.v1':
      return fact.data.classified
        ? { zh: '定为涉密', en: 'Classified' }
        : { zh: '解除涉密', en: 'Classified no longer' };
    case 'DissolutionBegan.v1':
      return { zh: '开始办理撤销', en: 'Its dissolution began' };
    case 'DissolutionAbandoned.v1':
      return { zh: '撤销未成，恢复如前', en: 'The dissolution was given up' };
    case 'OrganizationDissolved.v1': {
      const { effectiveOn, heirId, successors } = fact.data;
      return {
        zh: `自 ${effectiveOn} 起撤销`,
        en: `Dissolved from ${effectiveOn}`,
        about: organization(heirId ?? successors[0] ?? null),
      };
    }
    case 'OrganizationRestored.v1':
      return { zh: '恢复', en: 'Restored', about: organization(fact.data.parentId) };
    case 'OfficerAppointed.v1': {
      const { personId: id, effectiveOn } = fact.data;
      return { zh: `自 ${effectiveOn} 起任职`, en: `Appointed from ${effectiveOn}`, about: { kind: 'person', id } };
    }
    case 'OfficerRelieved.v1': {
      const { personId: id, effectiveOn } = fact.data;
      return { zh: `自 ${effectiveOn} 起免职`, en: `Relieved from ${effectiveOn}`, about: { kind: 'person', id } };
    }
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
      return undefined;
  }
};

export const tellOrganization = ({ type, data }: StoredEvent): ToldFact | undefined =>
  sentence({ type, data } as OrganizationFact);
