import type { BonusSource, GivenBonus, TakeBonus } from '../index.ts';
import type { Dice } from './dice.ts';

const capOf = (dice: Dice): number | null => (dice.chance(0.6) ? 50 * (1 + dice.below(8)) : null);

export const randomBonus = (dice: Dice, id: string): BonusSource => ({
  id,
  kind: 'bonus',
  cap: capOf(dice),
  once: dice.chance(0.7),
  groups: Array.from({ length: 1 + dice.below(3) }, (_, group) => ({
    id: `group-${group}`,
    cap: capOf(dice),
    items: Array.from({ length: 1 + dice.below(3) }, (__, item) => ({
      id: `bonus-${group}-${item}`,
      points: 50 * (1 + dice.below(6)),
      cap: capOf(dice),
    })),
  })),
});

export const randomTakeBonus = (dice: Dice, { id, groups }: BonusSource): TakeBonus => {
  const all = groups.map((group) => group.id);
  return { op: 'take-bonus', source: id, groups: dice.chance(0.3) ? all.slice(0, 1 + dice.below(all.length)) : all };
};

/** Granted claims of any item, some of them twice for the same honour. */
export const randomBonuses = (
  dice: Dice,
  { id: sourceId, groups }: BonusSource,
  entryIds: readonly string[],
): readonly GivenBonus[] => {
  const items = groups.flatMap((group) => group.items);
  return entryIds
    .flatMap((entryId) =>
      items.flatMap((item) =>
        Array.from({ length: dice.below(4) }, () => ({
          ...{ sourceId, entryId, itemId: item.id },
          honour: `honour-${item.id}-${dice.below(2)}`,
          points: 1 + dice.below(item.points),
        })),
      ),
    )
    .map((bonus, at) => ({ ...bonus, claimId: `claim-${at}` }));
};
