import type { Schemas } from '../../api/client.ts';

type Grant = Schemas['Grant'];
type Role = Grant['role'];

const holds =
  (...roles: readonly Role[]) =>
  (grants: readonly Grant[]): boolean =>
    grants.some(({ role }) => roles.includes(role));

/** Who convenes, tallies, publishes and issues. */
export const runsRounds = holds('committee-officer');
/** Who records minutes, and asks what would be if. */
export const decides = holds('committee-officer', 'committee-leader');
export const leads = holds('committee-leader');
/** Who decides over what a unit has in a round. */
export const decidesForUnit = holds('unit-officer');
/** Who writes down what the meeting of his branch decided, and puts forward whom it recommends. */
export const decidesForBranch = holds('branch-secretary');
/** Who was at the meeting of a branch, and attests its minutes. */
export const meets = holds('branch-secretary', 'member');
/** An office that begins the notice where the template names it. */
export const appraises = holds('appraisal-office');
/** Who is told of a round beside what he is asked to fill in; the secretary of a branch is not. */
export const readsRounds = holds(
  'committee-officer',
  'committee-leader',
  'discipline-inspector',
  'unit-officer',
  'appraisal-office',
  'expert',
  'auditor',
);
/** Who sees counts, results and decisions. */
export const oversees = holds('committee-officer', 'committee-leader', 'discipline-inspector', 'auditor');
/** Who is a second person to what the office proposes. */
export const isSecond = holds('committee-leader', 'discipline-inspector');
