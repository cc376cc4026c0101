import { canonicalBytes, sha256Hex } from '@jiangong/event-store';
import type { Permission, PermissionTable } from './permission.ts';
import { auditActions } from './table/audit.ts';
import { evaluationActions } from './table/evaluation.ts';
import { membershipActions } from './table/membership.ts';
import { meritProjectActions } from './table/merit-projects.ts';
import { notificationActions } from './table/notifications.ts';
import { organizationActions } from './table/organizations.ts';
import { workActions } from './table/work.ts';

/** Who may do what: one file a context. */
export const permissionTable = {
  ...organizationActions,
  ...membershipActions,
  ...meritProjectActions,
  ...evaluationActions,
  ...notificationActions,
  ...auditActions,
  ...workActions,
} as const satisfies PermissionTable;

export type Action = keyof typeof permissionTable;

const byName: ReadonlyMap<string, Permission> = new Map(Object.entries(permissionTable));

/** The permission of an action, or `undefined` when the table does not know it (then it is denied). */
export const permissionOf = (action: string): Permission | undefined => byName.get(action);

/** The version of a table: the same rules give the same version on every machine. */
export const versionOf = (table: PermissionTable): string => `access-${sha256Hex(canonicalBytes(table)).slice(0, 12)}`;

/** Stands in every event: under which table the order was allowed. */
export const POLICY_VERSION = versionOf(permissionTable);
