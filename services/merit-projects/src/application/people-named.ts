import { covers } from '@jiangong/access';
import type { CampaignKnowledge } from './ports.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';

/** The people whom an order names as answerable, each of whom stands at or below an organization. */
export const peopleNamed = (knowledge: CampaignKnowledge) => ({
  refusal: async (answerable: readonly string[], organizationPath: string): Promise<ReferenceRefusal | undefined> => {
    for (const [index, personId] of answerable.entries()) {
      const path = await knowledge.personPath(personId);
      if (path === undefined) return { reason: 'LEADER_NOT_FOUND', field: `answerable[${index}]` };
      if (!covers(organizationPath, path)) return { reason: 'LEADER_OUTSIDE_UNIT', field: `answerable[${index}]` };
    }
    return undefined;
  },
});

export type PeopleNamed = ReturnType<typeof peopleNamed>;
