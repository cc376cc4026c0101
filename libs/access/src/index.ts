export { type Grant, isInForce, isRole, type Role, ROLES } from './grant.ts';
export { ROLE_NAMES, type RoleName } from './role-names.ts';
export { childPath, covers, isBelow, passesThrough } from './organization-path.ts';
export {
  type Allowance,
  byRoles,
  CONCERNED,
  type Conflict,
  type Permission,
  type PermissionTable,
  type RoleScope,
  RUNS_AND_JUDGES,
} from './permission.ts';
export { type Action, permissionOf, permissionTable, POLICY_VERSION, versionOf } from './permission-table.ts';
export {
  type AccessQuestion,
  decide,
  type Decision,
  type DenialReason,
  type ResourceFacts,
  type Subject,
} from './decide.ts';
export { type Reach, reaches, reachOf, type ReachQuestion } from './reach.ts';
