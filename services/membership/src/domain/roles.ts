import { isRole, type Role } from '@jiangong/access';

/**
 * Who, holding which role over an organization, may give or take which roles there. The committee's officers staff the work;
 * who leads, inspects and audits it is chosen by the leadership, so that no officer alone staffs the bodies that check him;
 * a unit staffs its branches and nothing above itself.
 */
const GIVEN_BY: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'committee-officer': [
    'committee-officer',
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

export const mayGive = (held: readonly string[], role: Role): boolean =>
  held.some((one) => isRole(one) && GIVEN_BY[one]?.includes(role));

/** Where nobody leads yet, an officer names the first leader: else nobody ever could. */
export const mayNameFirstLeader = (held: readonly string[], role: Role, leaderInOffice: boolean): boolean =>
  role === 'committee-leader' && !leaderInOffice && held.includes('committee-officer');

/** Over which kinds of organizations a role makes sense; absent: any. */
const KINDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'committee-officer': ['working-committee'],
  'committee-leader': ['working-committee'],
  'discipline-inspector': ['working-committee', 'unit', 'party-committee', 'discipline-committee'],
  'unit-officer': ['unit', 'party-committee'],
  'branch-secretary': ['general-branch', 'branch', 'temporary-branch', 'party-group'],
  expert: ['working-committee', 'unit'],
  operator: ['working-committee'],
  'appraisal-office': ['working-committee', 'unit'],
};

export const fitsKind = (role: Role, organizationKind: string): boolean =>
  KINDS[role]?.includes(organizationKind) ?? true;

const CHECKS: readonly Role[] = ['discipline-inspector', 'auditor'];
const ACTS: readonly Role[] = ['committee-officer', 'committee-leader', 'unit-officer', 'appraisal-office'];

/** Nobody checks what he himself decides: inspectors and auditors hold no office that acts, anywhere (运动员与裁判员分开). */
export const areIncompatible = (one: Role, other: Role): boolean =>
  (CHECKS.includes(one) && ACTS.includes(other)) || (ACTS.includes(one) && CHECKS.includes(other));
