import { byRoles, type PermissionTable } from '../permission.ts';

/**
 * The log holds every committee's events, so its resource stands at the root of the tree: only an auditor granted there
 * covers it. A stream's resource stands where its committee stands.
 */
export const auditActions = {
  'audit.read': { allow: [byRoles('subtree', 'auditor')] },
  'audit.read-reads': { allow: [byRoles('subtree', 'auditor')] },
  'audit.export': { allow: [byRoles('subtree', 'auditor')] },
  'operations.read': { allow: [byRoles('subtree', 'operator')] },
  'operations.repair': { allow: [byRoles('subtree', 'operator')] },
} as const satisfies PermissionTable;
