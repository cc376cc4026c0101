import { ID_PATTERN } from '../ids.ts';
import type { BonusItem, BonusSource } from './bonus-source.ts';
import { type GivenBonus, phaseInputLimits as limits } from './phase-inputs.ts';
import type { PhaseProblems } from './phase-problems.ts';

/** One bonus source's granted claims, by entry. */
export type BonusBook = Readonly<{ source: BonusSource; granted: ReadonlyMap<string, readonly GivenBonus[]> }>;

/** An honour that stood in two items could lose points by being granted once more: it belongs to one. */
const checkHonours = (granted: readonly GivenBonus[], source: BonusSource, problems: PhaseProblems): void => {
  if (!source.once) return;
  const itemOf = new Map<string, string>();
  for (const { entryId, honour, itemId } of granted) {
    const key = `${entryId}/${honour}`;
    if ((itemOf.get(key) ?? itemId) !== itemId) problems.add('HONOUR_IN_TWO_ITEMS', source.id, entryId, honour);
    itemOf.set(key, itemId);
  }
};

/** The granted claims of one source, checked. */
const readBook = (
  source: BonusSource,
  entries: ReadonlyMap<string, number>,
  bonuses: readonly GivenBonus[],
  problems: PhaseProblems,
): BonusBook => {
  const items = new Map<string, BonusItem>(
    source.groups.flatMap((group) => group.items.map((item) => [item.id, item])),
  );
  const granted = new Map<string, GivenBonus[]>();
  const seen = new Set<string>();
  const mine = bonuses.filter(({ sourceId }) => sourceId === source.id);
  for (const bonus of mine) {
    const { claimId, entryId, honour, itemId, points } = bonus;
    for (const id of [claimId, honour]) if (!ID_PATTERN.test(id)) problems.add('ID_INVALID', id);
    if (!entries.has(entryId)) problems.add('UNKNOWN_ENTRY', source.id, claimId, entryId);
    if (seen.has(claimId)) problems.add('CLAIM_TWICE', source.id, claimId);
    seen.add(claimId);
    const item = items.get(itemId);
    if (item === undefined) problems.add('UNKNOWN_ITEM', source.id, claimId, itemId);
    else if (!Number.isSafeInteger(points) || points < 1 || points > item.points)
      problems.add('POINTS_OUT_OF_RANGE', source.id, claimId);
    const list = granted.get(entryId) ?? [];
    list.push(bonus);
    granted.set(entryId, list);
  }
  checkHonours(mine, source, problems);
  return { source, granted };
};

/** Reads what was granted from the sources that the phase takes. */
export const layOutBonuses = (
  sources: readonly BonusSource[],
  entries: ReadonlyMap<string, number>,
  bonuses: readonly GivenBonus[],
  problems: PhaseProblems,
): ReadonlyMap<string, BonusBook> => {
  if (bonuses.length > limits.bonusesMax) problems.add('TOO_MANY', 'bonuses', String(bonuses.length));
  const known = new Set(sources.map(({ id }) => id));
  for (const { sourceId } of bonuses) if (!known.has(sourceId)) problems.add('UNKNOWN_SOURCE', sourceId);
  return new Map(sources.map((source) => [source.id, readBook(source, entries, bonuses, problems)]));
};
