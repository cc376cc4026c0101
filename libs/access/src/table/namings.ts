import { byRoles, type PermissionTable } from '../permission.ts';

/** Namings over a series: the list is computed and put right where the series' committee stands. */
export const namingActions = {
  'series.name': { allow: [byRoles('subtree', 'committee-officer', 'committee-leader')] },
  'series.correct-naming': {
    allow: [byRoles('subtree', 'discipline-inspector', 'committee-leader')],
    freshSignIn: true,
  },
  'series.reject-correction': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector')],
  },
  'series.read-corrections': {
    allow: [byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector', 'auditor')],
  },
  'series.read': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
