import { type ChecklistArea, type ChecklistItem, type ChecklistSource, itemsIn } from '@jiangong/scoring';
import { inScope } from '../round/may-score.ts';
import type { Candidate } from '../round/orders.ts';
import { entryOf, isDecided, isUnsealed, type PreparedRound, type Round } from '../round/state.ts';
import type { ChecklistRules } from './rules.ts';

/** Why nothing at all is written into this list now. */
export type ListHindrance =
  | 'ROUND_NOT_FOUND'
  | 'ROUND_NOT_OPEN'
  | 'ROUND_CLOSED'
  | 'ENTRY_NOT_IN_ROUND'
  | 'NO_CHECKLIST'
  | 'DECISION_TAKEN_ALREADY';

/** A check-list with who may fill it. */
export type OpenList = Readonly<{ source: ChecklistSource; rules: ChecklistRules }>;

/** By what right somebody acts for a party. */
export type ActsFor = Readonly<{ party: string; grantId: string; organizationId: string }>;

/** What one entry's list must know of its round, and of the caller as he stands now. */
export type ChecklistGround = Readonly<{
  /** Why nothing is recorded or marked now. */
  hindrance: ListHindrance | null;
  /** Why nothing is corrected by two persons, and no finding answered: that lasts until the decision. */
  correcting: ListHindrance | null;
  lists: readonly OpenList[];
  personId: string;
  actsFor: readonly ActsFor[];
  /** Whether the caller is one of those who are judged, or acts for them. */
  isSubject: boolean;
  /** What is judged, and the level below the body that it belongs to. */
  subjectId: string;
  homeId: string;
  answerable: readonly string[];
}>;

const nothing = (hindrance: ListHindrance, personId: string): ChecklistGround => ({
  hindrance,
  correcting: hindrance,
  lists: [],
  personId,
  actsFor: [],
  isSubject: false,
  subjectId: '',
  homeId: '',
  answerable: [],
});

const listsOf = ({ tables }: PreparedRound): readonly OpenList[] =>
  (tables.checklists ?? []).flatMap((rules) => {
    const source = tables.sources.find(({ id }) => id === rules.sourceId);
    return source?.kind === 'checklist' ? [{ source, rules }] : [];
  });

const windowOf = (round: PreparedRound, now: string): ListHindrance | null => {
  if (round.kind === 'prepared' || round.kind === 'frozen') return 'ROUND_NOT_OPEN';
  // What is reopened once somebody could have seen an aggregate takes sheets of the seats named, and no findings (rule 7).
  return round.kind === 'open' && now < round.closesAt && !isUnsealed(round) ? null : 'ROUND_CLOSED';
};

const correctingOf = (round: PreparedRound): ListHindrance | null => {
  if (round.kind === 'prepared' || round.kind === 'frozen') return 'ROUND_NOT_OPEN';
  if (round.kind === 'annulled') return 'ROUND_CLOSED';
  return isDecided(round) ? 'DECISION_TAKEN_ALREADY' : null;
};

/** Roles in which somebody answers for an organization that is judged. */
const STANDING_ROLES: readonly string[] = ['branch-secretary', 'unit-officer'];

export const groundOf = (round: Round, entryId: string, person: Candidate, now: string): ChecklistGround => {
  const { personId, grants } = person;
  if (round.kind === 'absent') return nothing('ROUND_NOT_FOUND', personId);
  const entry = entryOf(round, entryId);
  if (entry === undefined || entry.out !== null) return nothing('ENTRY_NOT_IN_ROUND', personId);
  const lists = listsOf(round);
  if (lists.length === 0) return nothing('NO_CHECKLIST', personId);
  const { subject, nominatorId, homeId, answerable } = entry;
  // An organization speaks for itself; a project, a person or a work by whoever put it forward.
  const standsAt = subject.kind === 'organization' ? subject.id : nominatorId;
  const isSubject =
    answerable.includes(personId) ||
    subject.id === personId ||
    grants.some(({ role, organizationId }) => STANDING_ROLES.includes(role) && organizationId === standsAt);
  return {
    hindrance: windowOf(round, now),
    correcting: correctingOf(round),
    lists,
    personId,
    actsFor: round.tables.parties.flatMap((party) =>
      grants
        .filter((grant) => grant.role === party.role && inScope(party, grant))
        .slice(0, 1)
        .map(({ grantId, organizationId }) => ({ party: party.id, grantId, organizationId })),
    ),
    isSubject,
    subjectId: subject.id,
    homeId,
    answerable,
  };
};

/** An item as it stands in a list, with its area. */
export type FoundItem = OpenList & Readonly<{ area: ChecklistArea; item: ChecklistItem }>;

/** The item as it holds in a period; undefined where that period's list has none such. */
export const itemAt = (
  { lists }: ChecklistGround,
  { sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>,
  period: number,
): FoundItem | undefined => {
  const list = lists.find(({ source }) => source.id === sourceId);
  for (const area of list?.source.areas ?? []) {
    const item = itemsIn(area, period).find(({ id }) => id === itemId);
    if (list !== undefined && item !== undefined) return { ...list, area, item };
  }
  return undefined;
};

/** The area that an item stands in, in whatever period. */
export const areaOfItem = (
  { lists }: ChecklistGround,
  { sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>,
): (OpenList & Readonly<{ area: ChecklistArea }>) | undefined => {
  const list = lists.find(({ source }) => source.id === sourceId);
  const area = list?.source.areas.find((one) => one.lists.some(({ items }) => items.some(({ id }) => id === itemId)));
  return list !== undefined && area !== undefined ? { ...list, area } : undefined;
};
