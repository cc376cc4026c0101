import type { Broken } from './broken.ts';

const S8 = 's8-shandong-policy';

/** Policies that bind what they can not. */
export const misbound: readonly Broken[] = [
  {
    what: 'a policy that binds its own level',
    of: S8,
    edit: ['{city: {', '{province: {'],
    reason: 'LEVEL_NOT_BELOW',
    path: '$.policy.binds.province',
    on: '{province: {',
  },
  {
    what: 'a policy that counts by a cycle which it does not have',
    of: S8,
    edit: [
      'in: year}, county: {commendations: 1, in: year}}\n  cycle: 5y',
      'in: cycle}, county: {commendations: 1, in: year}}\n',
    ],
    reason: 'CYCLE_NOT_STATED',
    path: '$.policy.binds.city.in',
    on: 'in: cycle}',
  },
  {
    what: 'a policy that counts what nobody counts',
    of: S8,
    edit: ['[honour]', '[honour, level]'],
    reason: 'COUNTED_NOT_YET',
    path: '$.policy.counts[1]',
    on: '[honour, level]',
  },
  {
    what: 'a name for an office that is none of the party',
    of: 'p03-four-exams',
    edit: [
      'members: [general, personnel, discipline, organization]}',
      'members: [general, personnel, discipline, organization], memberNames: {finance: [财务处, Finance]}}',
    ],
    reason: 'OFFICE_NOT_MEMBER',
    path: '$.parties.members.memberNames.finance',
    on: 'members:',
  },
];
