import type { Schemas } from '../api/client.ts';

export type Grant = Schemas['Grant'];
type Role = Grant['role'];

export const anyOf =
  (...roles: readonly Role[]) =>
  (grants: readonly Grant[]): boolean =>
    grants.some(({ role }) => roles.includes(role));

/** Experts and the public see projects through their sheets and notices, not through the list. */
export const seesProjects = anyOf(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
  'appraisal-office',
);

/** Review, clearance, notice and objections are these two offices' work. */
export const reviews = anyOf('committee-officer', 'discipline-inspector');

/** Who runs rounds or looks after them; evaluators find their sheets by their work. */
export const seesRounds = anyOf('committee-officer', 'committee-leader', 'discipline-inspector', 'auditor');

export const scores = anyOf('expert', 'unit-officer', 'committee-leader');

/** Who checks, or is checked; whoever answers for an entry without one of these roles finds his list by its address. */
export const fillsLists = anyOf(
  'committee-officer',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'member',
  'appraisal-office',
);

/** Who records what was measured elsewhere, or may be measured; an expert who records finds it by his work. */
export const measures = anyOf(
  'committee-officer',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'member',
);

/** Who may stand on a roll himself, or speaks for an organization that may. */
export const promises = anyOf('member', 'branch-secretary', 'unit-officer');

/** Who may have a vote: whether he has is the ballot's to say. */
export const votes = anyOf('member', 'mass-voter', 'branch-secretary', 'unit-officer', 'committee-officer');

/** Who holds which role is seen by those who give roles, and by auditors. */
export const seesRoles = anyOf('committee-officer', 'committee-leader', 'unit-officer', 'auditor');

/** Who looks after members; a record is read by fewer. */
export const seesMembers = anyOf('committee-officer', 'committee-leader', 'unit-officer', 'branch-secretary');

/** Who sees lists of problems; who puts on them what was found; and who answers for what stands there. */
export const seesProblems = anyOf(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'branch-secretary',
  'auditor',
);
export const findsProblems = anyOf('committee-officer', 'discipline-inspector');
export const ownsProblems = anyOf('unit-officer', 'branch-secretary');

/** Those who may appeal, and those who decide. */
export const appeals = anyOf('unit-officer', 'branch-secretary', 'committee-leader', 'discipline-inspector');
