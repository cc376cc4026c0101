import { byRoles, type PermissionTable } from '../permission.ts';

/**
 * Questions to the log are about an organization and all below it, without one about the root: an auditor covers his part of the tree, and nothing of
 * the others is in the answer. A stream stands where whom it is about stands.
 */
export const auditActions = {
  'audit.read': { allow: [byRoles('subtree', 'auditor')] },
  'audit.read-reads': { allow: [byRoles('subtree', 'auditor')] },
  'audit.export': { allow: [byRoles('subtree', 'auditor')] },
  'operations.read': { allow: [byRoles('subtree', 'operator')] },
  // A trace is how an event came about: ids, reasons and counts, no contents. It is told of the platform as a whole, so at the root.
  'operations.read-traces': { allow: [byRoles('subtree', 'operator', 'auditor')] },
  // Who put what right, and why: of their part of the tree.
  'operations.read-repairs': { allow: [byRoles('subtree', 'operator', 'auditor')] },
  'operations.repair': { allow: [byRoles('subtree', 'operator')] },
} as const satisfies PermissionTable;
