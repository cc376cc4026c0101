/** The roles of domain.md §1, by code. `public` is nobody's grant: what the public may do is `public` in the table. */
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
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (value: string): value is Role => (ROLES as readonly string[]).includes(value);

/** A role given to a person over one organization and its subtree. It counts from `from` (inclusive) until `until` (exclusive). */
export type Grant = Readonly<{
  grantId: string;
  personId: string;
  role: Role;
  organizationId: string;
  /** Where the organization stands in the tree: `/jl/u1/b3/`, of organization ids. */
  organizationPath: string;
  /** UTC with milliseconds. */
  from: string;
  /** UTC with milliseconds; null: until revoked. */
  until: string | null;
}>;

/** Whether a grant counts at a moment. */
export const isInForce = (grant: Grant, now: string): boolean =>
  grant.from <= now && (grant.until === null || now < grant.until);
