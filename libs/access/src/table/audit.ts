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
  // A trace is how an event came about: ids, reasons and counts, no contents. It is told of the platform as a whole, so at the root.
  'operations.read-traces': { allow: [byRoles('subtree', 'operator', 'auditor')] },
  'operations.repair': { allow: [byRoles('subtree', 'operator')] },
} as const satisfies PermissionTable;
