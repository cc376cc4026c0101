import type { ChecklistSource } from '@jiangong/scoring';
import type { ActsFor } from '../round/entry-ground.ts';
import type { ChecklistRules } from './rules.ts';

type List = Readonly<{ source: Pick<ChecklistSource, 'own' | 'reviews'>; rules: Pick<ChecklistRules, 'owners'> }>;

/** Which organization each office is, and what is judged with the level below the body that it belongs to. */
export type Standing = Readonly<{
  offices: Readonly<Record<string, string>>;
  subjectId: string;
  homeId: string;
}>;

/** Whether the office that owns an item is what is judged, or what that belongs to: then the other offices mark it, and their mean counts. */
export const isOwnItem = (
  { source, rules }: List,
  itemId: string,
  { offices, subjectId, homeId }: Standing,
): boolean => {
  const organizationId = offices[rules.owners[itemId] ?? ''];
  return source.own.by === 'others-mean' && (organizationId === subjectId || organizationId === homeId);
};

/**
 * Whether a party marks an item that is not its owner's own. Whoever owns items marks those alone; a party that owns none (an acceptance group,
 * the level above) all of them, but an office within a party that owns none nothing.
 */
export const marksAsOwner = ({ rules: { owners } }: List, itemId: string, party: string, isOffice: boolean): boolean =>
  owners[itemId] === party || (!isOffice && !Object.values(owners).includes(party));

/** The parties that somebody marks this item for: what is the owner's own, every office but the owner. */
export const markingFor = (
  list: List,
  itemId: string,
  { actsFor, ...standing }: Standing & Readonly<{ actsFor: readonly ActsFor[] }>,
): readonly ActsFor[] => {
  const { source, rules } = list;
  const isOwn = isOwnItem(list, itemId, standing);
  return actsFor
    .filter(({ party }) => source.reviews.includes(party))
    .filter(({ party }) =>
      isOwn
        ? rules.owners[itemId] !== party
        : marksAsOwner(list, itemId, party, Object.hasOwn(standing.offices, party)),
    );
};
