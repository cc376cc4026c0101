import { byRoles, type PermissionTable } from '../permission.ts';

/** Founding is asked of the parent; moving of the organization (its new parent is checked by the use case as well). */
export const organizationActions = {
  'organization.set-up': { allow: [{ scope: 'system' }] },
  'organization.found': { allow: [byRoles('subtree', 'committee-officer', 'unit-officer')] },
  'organization.rename': { allow: [byRoles('subtree', 'committee-officer'), byRoles('below', 'unit-officer')] },
  'organization.move': { allow: [byRoles('subtree', 'committee-officer')] },
  'organization.classify': { allow: [byRoles('subtree', 'committee-officer')] },
  'organization.dissolve': { allow: [byRoles('below', 'committee-officer', 'unit-officer')] },
  'organization.restore': {
    allow: [
      byRoles('subtree', 'committee-officer', 'committee-leader', 'discipline-inspector'),
      byRoles('below', 'unit-officer'),
    ],
  },
  'organization.appoint': { allow: [byRoles('subtree', 'committee-officer'), byRoles('below', 'unit-officer')] },
  'organization.relieve': { allow: [byRoles('subtree', 'committee-officer'), byRoles('below', 'unit-officer')] },
  'organization.read': { allow: [{ scope: 'signed-in' }] },
  // Of what is classified, only to those who hold a role over it: the service leaves the others out.
  'organization.read-names': { allow: [{ scope: 'public' }] },
  'organization.list': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
