import type { PermissionTable } from '../permission.ts';

/** An inbox is the signed-in person's own: no request names another's. */
export const notificationActions = {
  'inbox.read': { allow: [{ scope: 'signed-in' }] },
  'inbox.mark-read': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
