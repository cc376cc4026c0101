import type { ExpectedEnd } from '../play/acts/decision.ts';
import { ATTESTING } from '../play/acts/minutes.ts';
import { STAGES } from '../world/edition-calendar.ts';
import { type EditionStory, type Fate, isDeclared, isScored } from '../world/campaign-year.ts';
import type { World } from '../world/invented-world.ts';

const ofEdition = (
  { entries }: EditionStory,
  end: ExpectedEnd,
  evaluators: number,
): Readonly<Record<string, number>> => {
  const count = (...fates: Fate[]): number => entries.filter(({ fate }) => fates.includes(fate)).length;
  const declared = entries.filter(isDeclared).length;
  const entered = entries.filter(isScored).length;
  const reviewed = declared - count('withdrawn');
  const cleared = reviewed - count('screened-out', 'blocked');
  const objections = count('objection-upheld', 'objection-rejected');
  return {
    'EditionClaimed.v1': 1,
    'EditionOpened.v1': 1,
    'DocumentsAsked.v1': 1,
    'StageScheduled.v1': STAGES,
    'StageOpened.v1': STAGES,
    'StageClosed.v1': STAGES,
    'LateEntryAllowed.v1': count('late'),
    'EntryPlanned.v1': entries.length,
    'EntryConfirmed.v1': entries.length,
    'ProgressReported.v1': entries.reduce((sum, { reports }) => sum + reports, 0),
    'MilestoneCompleted.v1': entries.length + declared,
    'EntryFeatured.v1': entries.filter(({ featured }) => featured).length,
    'EntryDeclared.v1': declared,
    'DocumentsGiven.v1': declared + count('returned'),
    'EntryWithdrawn.v1': count('withdrawn'),
    'EntryReturned.v1': count('returned'),
    'EntryRedeclared.v1': count('returned'),
    'EntryReviewed.v1': reviewed,
    'ClearanceRequested.v1': cleared + count('blocked'),
    'ClearanceGiven.v1': cleared + count('blocked'),
    'EntryBlocked.v1': count('blocked'),
    // Each that was cleared, and each again whom the decision proposed.
    'EntryPublished.v1': cleared + end.awards.length,
    'ObjectionReceived.v1': objections,
    'ObjectionSettled.v1': objections,
    'EntryRemoved.v1': count('objection-upheld'),
    'IntakeClosed.v1': new Set(entries.map(({ unit }) => unit)).size,
    'EntryAdmitted.v1': entered,
    'RoundPrepared.v1': 1,
    'RoundOpened.v1': 1,
    'RoundClosed.v1': 1,
    'SeatAssigned.v1': evaluators,
    'SheetSubmitted.v1': evaluators,
    'ResultComputed.v1': 1,
    'MinutesRecorded.v1': 1,
    'MinutesAttested.v1': ATTESTING,
    'DecisionTaken.v1': 1,
    'ProposalPublished.v1': 1,
    'CircularIssued.v1': 1,
    'HonourGranted.v1': end.awards.length + end.leaders.length + end.excellentUnits.length,
  };
};

/** A naming is decided and made known like an edition, without scores and without a notice. */
const ofNaming = (named: readonly string[]): Readonly<Record<string, number>> => ({
  'NamingComputed.v1': 1,
  'MinutesRecorded.v1': 1,
  'MinutesAttested.v1': ATTESTING,
  'DecisionTaken.v1': 1,
  'CircularIssued.v1': 1,
  'HonourGranted.v1': named.length,
});

/** How often each fact of the story must stand in the log: neither lost nor doubled. */
export const expectedCounts = (
  world: World,
  ends: readonly ExpectedEnd[],
  named: readonly string[] | undefined,
): ReadonlyMap<string, number> => {
  const branches = world.units.reduce((sum, unit) => sum + unit.branches.length, 0);
  const total = new Map<string, number>([
    ['SeriesBegun.v1', 1],
    ['TemplateAdopted.v1', named === undefined ? 1 : 2],
    ['OrganizationFounded.v1', 1 + 2 * world.units.length + branches],
    ['PersonRegistered.v1', world.people.length],
    ['RoleGranted.v1', world.people.reduce((sum, { grants }) => sum + grants.length, 0)],
  ]);
  for (const edition of world.editions) {
    const end = ends.find(({ year }) => year === edition.year);
    if (!end) throw new Error(`${edition.year} has no end`);
    for (const [type, count] of Object.entries(ofEdition(edition, end, world.evaluators.length)))
      total.set(type, (total.get(type) ?? 0) + count);
  }
  if (named !== undefined)
    for (const [type, count] of Object.entries(ofNaming(named))) total.set(type, (total.get(type) ?? 0) + count);
  return total;
};

/** Every difference between what the story told and what the log holds. */
export const countFaults = (
  expected: ReadonlyMap<string, number>,
  seen: ReadonlyMap<string, number>,
): readonly string[] =>
  [...expected]
    .filter(([type, count]) => (seen.get(type) ?? 0) !== count)
    .map(([type, count]) => `${type}: ${seen.get(type) ?? 0} in the log, ${count} in the story`);
