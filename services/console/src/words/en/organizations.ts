import type { Said } from '../words.ts';
import type { organizationsZh } from '../zh/organizations.ts';

/** Texts of organizations, English. */
export const organizationsEn: Said<typeof organizationsZh> = {
  organizations: {
    title: 'Organizations',
    name: 'Name',
    kind: 'Kind',
    code: 'Code',
    founded: 'Founded',
    below: 'Below it',
    belowOf: 'See those below ({{count}})',
    top: 'All organizations',
    path: 'Place',
    emptyTitle: 'No organization matches',
    empty: 'Try another word, or go back to all organizations.',
    condition: { live: 'Live', dissolving: 'Being dissolved', dissolved: 'Dissolved' },
    state: 'Condition',
    kinds: {
      'working-committee': 'Working committee',
      unit: 'Unit',
      'party-committee': 'Party committee',
      'leading-members-group': 'Leading members’ group',
      'discipline-committee': 'Discipline committee',
      'general-branch': 'General branch',
      branch: 'Proposed by',
      'temporary-branch': 'Temporary branch',
      'party-group': 'Party group',
    },
  },
};
