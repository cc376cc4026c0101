import { byRoles, type PermissionTable } from '../permission.ts';

/** An inbox is the signed-in person's own: no request names another's. What somebody holds is seen by who deals with an exit. */
export const notificationActions = {
  'inbox.read': { allow: [{ scope: 'signed-in' }] },
  'inbox.mark-read': { allow: [{ scope: 'signed-in' }] },
  'mail.read': { allow: [{ scope: 'signed-in' }] },
  'mail.change': { allow: [{ scope: 'signed-in' }] },
  'duties.list': {
    allow: [{ scope: 'own' }, byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
  },
} as const satisfies PermissionTable;
