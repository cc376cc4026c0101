import { type ChecklistArea, type ChecklistItem, type ChecklistSource, itemsIn } from '@jiangong/scoring';
import {
  type ActsFor,
  correctingOf,
  type EntryGround,
  entryGroundOf,
  type EntryHindrance,
  nobodyIn,
  partiesOf,
  standingParties,
  windowOf,
} from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { partingStages, type SetStage } from '../round/stages.ts';
import { entryOf, type PreparedRound, type Round } from '../round/state.ts';
import type { ChecklistRules } from './rules.ts';

export type { ActsFor };

/** Why nothing at all is written into this list now. */
export type ListHindrance = EntryHindrance | 'NO_CHECKLIST';

/** A check-list with who may fill it. */
export type OpenList = Readonly<{ source: ChecklistSource; rules: ChecklistRules }>;

/** What one entry's list must know of its round, and of the caller as he stands now. */
export type ChecklistGround = EntryGround &
  Readonly<{
    /** Why nothing is recorded or marked now. */
    hindrance: ListHindrance | null;
    /** Why nothing is corrected by two persons, and no finding answered: that lasts until the decision. */
    correcting: ListHindrance | null;
    lists: readonly OpenList[];
    /** The stages by which writing is parted; none: everybody has the round's whole window. */
    stages: readonly SetStage[];
    /** The parties that can speak for what is judged. */
    standing: readonly string[];
    /** Which organization each office within a party is. */
    offices: Readonly<Record<string, string>>;
    /** The parties that whoever is judged acts for himself, where a list asks for it. */
    judgedActsFor: readonly string[];
  }>;

/** The caller, and how those stand whom he may face, by person: read where a list says who marks an owner's own. */
export type Facing = Candidate & Readonly<{ judged?: ReadonlyMap<string, Candidate> }>;

const nothing = (hindrance: ListHindrance, personId: string): ChecklistGround => ({
  hindrance,
  correcting: hindrance,
  lists: [],
  stages: [],
  standing: [],
  offices: {},
  judgedActsFor: [],
  ...nobodyIn(personId),
});

/** The check-lists of a round, with who fills them. */
export const listsIn = ({ tables }: Pick<PreparedRound, 'tables'>): readonly OpenList[] =>
  (tables.checklists ?? []).flatMap((rules) => {
    const source = tables.sources.find(({ id }) => id === rules.sourceId);
    return source?.kind === 'checklist' ? [{ source, rules }] : [];
  });

export const groundOf = (round: Round, entryId: string, person: Facing, now: string): ChecklistGround => {
  const { personId } = person;
  if (round.kind === 'absent') return nothing('ROUND_NOT_FOUND', personId);
  const entry = entryOf(round, entryId);
  if (entry === undefined || entry.out !== null) return nothing('ENTRY_NOT_IN_ROUND', personId);
  const lists = listsIn(round);
  if (lists.length === 0) return nothing('NO_CHECKLIST', personId);
  const judged = entry.subject.kind === 'person' ? person.judged?.get(entry.subject.id) : undefined;
  return {
    hindrance: windowOf(round, now),
    correcting: correctingOf(round),
    lists,
    stages: partingStages(round),
    standing: standingParties(round.tables.parties),
    offices: round.offices ?? {},
    judgedActsFor: judged === undefined ? [] : partiesOf(round, judged).map(({ party }) => party),
    ...entryGroundOf(round, entry, person),
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
