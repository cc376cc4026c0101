import type { Role } from './grant.ts';

/**
 * Where a role reaches:
 * - `subtree`: the organization of the grant and everything below it;
 * - `below`: only what lies below it, not itself (nobody dissolves his own organization);
 * - `line`: its subtree, and what belongs to the organizations above it (an edition, a round of one's committee);
 * - `at`: what stands at this very organization, and nothing below it: what a branch's meeting decides is its own members' to read;
 * - `anywhere`: holding the role in force is enough; the answer is narrowed by the service;
 * - `assigned`: this very thing was given to the person (`assigned`), whatever part of the tree it stands in: an entry to judge.
 */
export type RoleScope = 'subtree' | 'below' | 'line' | 'at' | 'anywhere' | 'assigned';

/** One way to be allowed. `own`: the matter is the person's own (`concerns`). `system`: the platform itself. */
export type Allowance =
  | Readonly<{ scope: RoleScope; roles: readonly Role[] }>
  | Readonly<{ scope: 'own' | 'signed-in' | 'public' | 'system' }>;

/**
 * A denial that overrides every allowance by role:
 * - `concerned`: the matter is the person's own;
 * - `holds-role`: the person also holds one of these roles over the very thing (既当运动员又当裁判员).
 */
export type Conflict = Readonly<{ kind: 'concerned' }> | Readonly<{ kind: 'holds-role'; roles: readonly Role[] }>;

/** What one action asks for. No allowance fits: denied. */
export type Permission = Readonly<{
  allow: readonly Allowance[];
  conflicts?: readonly Conflict[];
  /** Asks for a sign-in of a moment ago where the platform asks for such at all: a browser left open is not enough. Looked at by the gateway, which knows when somebody signed in. */
  freshSignIn?: true;
}>;

/** Actions of one context by name. */
export type PermissionTable = Readonly<Record<string, Permission>>;

export const CONCERNED: Conflict = { kind: 'concerned' };

/** Whoever runs a unit's entries does not judge them. */
export const RUNS_AND_JUDGES: Conflict = { kind: 'holds-role', roles: ['unit-officer', 'branch-secretary'] };

export const byRoles = (scope: RoleScope, ...roles: readonly Role[]): Allowance => ({ scope, roles });
