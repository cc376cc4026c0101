import type { PermissionTable } from '../permission.ts';

/** Everybody asks what waits for himself. Of what each service tells, the action of the order that does it decides (`reachOf`, `decide`). */
export const workActions = {
  'work.list': { allow: [{ scope: 'signed-in' }] },
} as const satisfies PermissionTable;
