import type { Schemas } from '../../api/client.ts';
import { nowMs } from '../../api/platform-clock.ts';

type Grant = Schemas['Grant'];
export type Role = Grant['role'];

export const ROLES = [
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'expert',
  'member',
  'auditor',
  'operator',
  'appraisal-office',
  'mass-voter',
] as const satisfies readonly Role[];

const holds =
  (...roles: readonly Role[]) =>
  (grants: readonly Grant[]): boolean =>
    grants.some(({ role }) => roles.includes(role));

/** Who sees who holds which role. */
export const seesRoles = holds('committee-officer', 'committee-leader', 'unit-officer', 'auditor');
/** Who finds people by name. */
export const findsPeople = holds('committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary');
export const readsRecords = holds('committee-officer', 'unit-officer', 'branch-secretary');
export const registers = readsRecords;
export const seesDuties = holds('committee-officer', 'committee-leader', 'unit-officer');
export const grantsRoles = seesDuties;
/** Who lets people in, and helps after a forgotten password. */
export const invites = holds('committee-officer', 'unit-officer');
/** Who tells somebody the code of his link. */
export const vouches = findsPeople;
export const endsSecondFactors = seesDuties;
/** Another role than those who invite: taking over somebody's way in needs two. */
export const endsSignIns = holds('committee-leader');

/**
 * Which roles somebody may give or take, by those that he holds: it spares a choice that would be refused, and decides nothing (the rule
 * is membership's). The first leader of a committee is named by an officer, so he is offered that, too.
 */
const GIVEN_BY: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'committee-officer': [
    'committee-officer',
    'committee-leader',
    'unit-officer',
    'branch-secretary',
    'expert',
    'member',
    'operator',
    'appraisal-office',
    'mass-voter',
  ],
  'committee-leader': ['committee-officer', 'committee-leader', 'discipline-inspector', 'auditor', 'expert'],
  'unit-officer': ['branch-secretary', 'member', 'mass-voter'],
};

export const givenBy = (grants: readonly Grant[]): readonly Role[] => {
  const given = new Set(grants.flatMap(({ role }) => GIVEN_BY[role] ?? []));
  return ROLES.filter((role) => given.has(role));
};

type Times = Readonly<{ from: string; until: string | null; endedBecause: string | null }>;

/** Whether a grant counts now, will count, or counts no longer. */
export const stateOf = ({ from, until }: Times, at = nowMs()): 'ahead' | 'in-force' | 'ended' =>
  until !== null && Date.parse(until) <= at ? 'ended' : Date.parse(from) > at ? 'ahead' : 'in-force';
