import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

export type Bonus = Schemas['Bonus'];
export type Group = Schemas['BonusGroup'];
export type Item = Group['items'][number];
export type Claim = Schemas['BonusClaim'];
export type Of = Readonly<{ roundId: string; entryId: string }>;
export type Asked = Of & Readonly<{ onClose: () => void }>;

export const BONUS_TOUCHES = [['bonuses'], ['work']] as const;

export const ofEntry = ({ roundId, entryId }: Of): Of => ({ roundId, entryId });

type Named = Readonly<{ nameZh: string | null; nameEn: string | null }>;

/** As the template calls it; where it gives no name, its id. */
const nameOr = ({ nameZh, nameEn }: Named, id: string): string => (nameZh === null ? id : either(nameZh, nameEn));
export const groupName = (group: Group): string => nameOr(group, group.groupId);
export const itemName = (item: Item): string => nameOr(item, item.itemId);
export const levelName = (item: Item, levelId: string): string => {
  const level = item.levels.find((one) => one.levelId === levelId);
  return level === undefined ? levelId : nameOr(level, levelId);
};

/** Where an item stands. */
export const placeOf = (
  { groups }: Bonus,
  { sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>,
): Readonly<{ group: Group; item: Item }> | undefined => {
  for (const group of groups) {
    const item = group.sourceId === sourceId ? group.items.find((one) => one.itemId === itemId) : undefined;
    if (item !== undefined) return { group, item };
  }
  return undefined;
};

/** Other claims of the same item that may be of the same honour: one honour belongs to one item. */
export const others = ({ claims }: Bonus, of: Readonly<{ sourceId: string; itemId: string; claimId?: string }>) =>
  claims.filter(
    (one) =>
      one.sourceId === of.sourceId &&
      one.itemId === of.itemId &&
      one.claimId !== of.claimId &&
      (one.standing === 'waiting' || one.standing === 'granted'),
  );
