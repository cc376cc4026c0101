import type { Schemas } from '../../api/client.ts';

type Entry = Schemas['Entry'];
type Edition = Schemas['Edition'];
type Role = Schemas['Grant']['role'];
type Act = Edition['stages'][number]['act'];

export type EntryAct =
  | 'confirm'
  | 'declare'
  | 'answer'
  | 'report'
  | 'milestones'
  | 'revise'
  | 'withdraw'
  | 'feature'
  | 'endFeaturing'
  | 'proposeUndo'
  | 'proposeBlock'
  | 'proposeLift'
  | 'proposeRemoval';

type About = Readonly<{
  entry: Pick<Entry, 'standing' | 'nominatorId' | 'redeclareUntil' | 'featured' | 'brought'>;
  edition: Pick<Edition, 'state' | 'stages' | 'lateEntries' | 'nominatorRole' | 'intake'>;
  /** In which roles the reader stands over this project. */
  roles: ReadonlySet<Role>;
  now: string;
}>;

/** Open by the calendar, or for this unit by a permission to be late. */
export const isOpen = ({ edition, entry, now }: Omit<About, 'roles'>, ...acts: readonly Act[]): boolean =>
  edition.stages.some(({ act, opensAt, closesAt }) => acts.includes(act) && opensAt <= now && now < closesAt) ||
  edition.lateEntries.some(({ nominatorId, stageId, fromAt, untilAt }) => {
    const stage = edition.stages.find((each) => each.stageId === stageId);
    const isOurs = nominatorId === entry.nominatorId && stage !== undefined && acts.includes(stage.act);
    return isOurs && fromAt <= now && now < untilAt;
  });

const WITHDRAWABLE: readonly Entry['standing'][] = [
  'planned',
  'underway',
  'declared',
  'returned',
  'reviewed',
  'clearance-requested',
  'cleared',
  'published',
];
/** Where whoever stands on a roll stands while it may still deliver something. */
const ON_ROLL: readonly Entry['standing'][] = [
  ...WITHDRAWABLE.filter((standing) => standing !== 'planned' && standing !== 'underway'),
  'in-evaluation',
  'commended',
];
/** Where a project stands right after a step that may have been taken in error. */
const UNDOABLE: readonly Entry['standing'][] = ['underway', 'reviewed', 'rejected', 'withdrawn', 'removed'];
const ENDED: readonly Entry['standing'][] = ['rejected', 'removed', 'withdrawn', 'missed', 'commended', 'abandoned'];

const PROPOSERS: readonly Role[] = ['committee-officer', 'committee-leader', 'discipline-inspector'];

/**
 * What a reader may do with a project as it stands: offered where the project is shown, nothing that would surely be refused. The
 * platform decides; this spares a click.
 */
export const entryActs = (about: About): ReadonlySet<EntryAct> => {
  const { entry, edition, roles, now } = about;
  if (edition.state !== 'open') return new Set();
  const { standing } = entry;
  const has = (...wanted: readonly Role[]): boolean => wanted.some((role) => roles.has(role));
  const own = has('branch-secretary', 'unit-officer');
  // Of parties that the template lets nominate, these stand over a project as its own.
  const nominates = edition.nominatorRole === 'branch-secretary' ? has('branch-secretary') : has('unit-officer');
  const back = standing === 'returned' && entry.redeclareUntil !== null && now < entry.redeclareUntil;
  // On a list of people, which the platform computed, the unit looks at its own; two take off who does not belong on it.
  const isListed = edition.intake === 'computed-list';
  const listing = isListed && standing === 'declared' && isOpen(about, 'review');
  const planning = standing === 'planned' && isOpen(about, 'plan', 'propose', 'deliver');
  const isRolled = edition.intake === 'whole-roll' || edition.intake === 'holders';
  const delivering = (standing === 'underway' || (isRolled && ON_ROLL.includes(standing))) && isOpen(about, 'deliver');
  // Whoever stands on the roll may bring it anew, as long as nobody has looked at it.
  const isCandidate = standing === 'proposed';
  const declarable = standing === 'underway' || isCandidate || (standing === 'declared' && entry.brought !== 'none');
  const proposing = has(...PROPOSERS);
  const possible: Readonly<Record<EntryAct, boolean>> = {
    confirm: has('unit-officer') && (planning || listing),
    declare: nominates && declarable && isOpen(about, 'declare'),
    answer: nominates && back,
    report: own && delivering,
    milestones: own && delivering,
    revise: own && !isRolled && (planning || back),
    withdraw:
      (nominates && !isListed && !isRolled && WITHDRAWABLE.includes(standing)) ||
      (own && isCandidate && isOpen(about, 'propose')),
    feature: has('committee-officer') && delivering && !entry.featured,
    endFeaturing: has('committee-officer') && entry.featured,
    proposeUndo: (proposing || has('unit-officer')) && UNDOABLE.includes(standing),
    proposeBlock: proposing && !ENDED.includes(standing) && standing !== 'blocked' && standing !== 'planned',
    proposeLift: proposing && standing === 'blocked',
    proposeRemoval:
      (proposing && standing === 'in-evaluation') ||
      (isListed && (proposing || has('unit-officer')) && WITHDRAWABLE.includes(standing)),
  };
  return new Set((Object.keys(possible) as EntryAct[]).filter((act) => possible[act]));
};

type Grant = Pick<Schemas['Grant'], 'role' | 'organizationId' | 'until'>;
type Places = Readonly<{
  entry: Pick<Entry, 'homeId' | 'proposerId' | 'nominatorId'>;
  committeeId: string;
  /** All that stands above the project, where it had to be asked for. */
  above: readonly string[];
}>;

/** Where a project stands in the tree, as far as the project itself tells. */
export const placesOf = ({ entry, committeeId, above }: Places): ReadonlySet<string> =>
  new Set([entry.homeId, entry.proposerId, entry.nominatorId, committeeId, ...above]);

/** The roles in which one stands over a project: those given for a place at or above it. */
export const rolesOver = (grants: readonly Grant[], places: Places): ReadonlySet<Role> => {
  const known = placesOf(places);
  return new Set(grants.filter(({ organizationId }) => known.has(organizationId)).map(({ role }) => role));
};
