/** Kinds of organizations (domain.md §2). */
export const ORGANIZATION_KINDS = [
  'working-committee',
  'unit',
  'party-committee',
  'leading-members-group',
  'discipline-committee',
  'general-branch',
  'branch',
  'temporary-branch',
  'party-group',
] as const;

export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

export const isOrganizationKind = (text: string): text is OrganizationKind =>
  (ORGANIZATION_KINDS as readonly string[]).includes(text);

/**
 * Under which kinds each kind may stand. Every parent comes before its children in the order of `ORGANIZATION_KINDS`, and a
 * committee's parent is a committee of a smaller tier. Kind and tier never change, so no sequence of moves, however
 * interleaved, can close a circle: it would have to come before itself.
 */
export const PARENT_KINDS: Readonly<Record<OrganizationKind, readonly OrganizationKind[]>> = {
  'working-committee': ['working-committee'],
  unit: ['working-committee'],
  'party-committee': ['unit'],
  'leading-members-group': ['working-committee', 'unit'],
  'discipline-committee': ['working-committee', 'unit', 'party-committee'],
  'general-branch': ['unit', 'party-committee'],
  branch: ['working-committee', 'unit', 'party-committee', 'general-branch'],
  'temporary-branch': ['working-committee', 'unit', 'party-committee', 'general-branch', 'branch'],
  'party-group': ['branch', 'temporary-branch'],
};
