import { byRoles, type PermissionTable } from '../permission.ts';

/** An inbox is the signed-in person's own: no request names another's. What somebody holds is seen by who deals with an exit. */
export const notificationActions = {
  'inbox.read': { allow: [{ scope: 'signed-in' }] },
  'inbox.mark-read': { allow: [{ scope: 'signed-in' }] },
  // Whoever signs people in knows what happens to their ways in, and owns no facts.
  'account.tell-owner': { allow: [{ scope: 'system' }] },
  'mail.read': { allow: [{ scope: 'signed-in' }] },
  'mail.change': { allow: [{ scope: 'signed-in' }] },
  // What another system is told is of every committee, so whoever has it told runs the whole platform.
  'operations.read-webhooks': { allow: [byRoles('subtree', 'operator')] },
  'operations.change-webhooks': { allow: [byRoles('subtree', 'operator')] },
  'duties.list': {
    allow: [{ scope: 'own' }, byRoles('subtree', 'committee-officer', 'committee-leader', 'unit-officer')],
  },
} as const satisfies PermissionTable;
