import type { ChecklistSource } from '@jiangong/scoring';
import type { ActsFor } from '../round/entry-ground.ts';
import type { ChecklistRules } from './rules.ts';
import type { Checklist } from './state.ts';

type List = Readonly<{
  source: Pick<ChecklistSource, 'id' | 'own' | 'reviews'>;
  rules: Pick<ChecklistRules, 'owners'>;
}>;
type Marks = Checklist['marks'];

/** What is judged, as far as somebody who owns an item may be near to it. */
export type Standing = Readonly<{
  /** Which organization each office within a party is. */
  offices: Readonly<Record<string, string>>;
  subjectId: string;
  /** The level below the body that it belongs to. */
  homeId: string;
  /** The parties that whoever is judged acts for himself, where a list asks for it. */
  judgedActsFor: readonly string[];
}>;

/** What a party marked that marks nothing but an owner's own is such though whoever is judged acts for the owner no more: until it is taken back. */
const isMarkedBy = (party: string, { source }: List, itemId: string, marks: Marks): boolean =>
  marks.some((one) => one.sourceId === source.id && one.itemId === itemId && one.by === party && one.marks.length > 0);

/**
 * Whether an item is its owner's own. Of offices within a party: the owner is what is judged, or what that belongs to. Where a party marks
 * it: whoever is judged acts for the owner himself, or that party marked it.
 */
export const isOwnItem = (list: List, itemId: string, standing: Standing, marks: Marks = []): boolean => {
  const { own } = list.source;
  const owner = list.rules.owners[itemId] ?? '';
  if (own.by === 'allow') return false;
  if (own.by === 'party') return standing.judgedActsFor.includes(owner) || isMarkedBy(own.party, list, itemId, marks);
  const organizationId = standing.offices[owner];
  return organizationId === standing.subjectId || organizationId === standing.homeId;
};

/**
 * Whether a party marks an item that is not its owner's own. Whoever owns items marks those alone; a party that owns none (an acceptance group,
 * the level above) all of them, but an office within a party that owns none nothing.
 */
export const marksAsOwner = (
  { source, rules: { owners } }: List,
  itemId: string,
  party: string,
  { offices }: Pick<Standing, 'offices'>,
): boolean =>
  source.reviews.includes(party) &&
  (owners[itemId] === party || (!Object.hasOwn(offices, party) && !Object.values(owners).includes(party)));

/** Whether a party marks what is an item's owner's own: the one that the list names, or each of its reviewers but the owner. */
const marksOwn = ({ source: { own, reviews }, rules }: List, itemId: string, party: string): boolean =>
  own.by === 'party' ? own.party === party : reviews.includes(party) && rules.owners[itemId] !== party;

/** The parties that somebody marks this item for. */
export const markingFor = (
  list: List,
  itemId: string,
  { actsFor, ...standing }: Standing & Readonly<{ actsFor: readonly ActsFor[] }>,
  marks: Marks = [],
): readonly ActsFor[] => {
  const isOwn = isOwnItem(list, itemId, standing, marks);
  return actsFor.filter(({ party }) =>
    isOwn ? marksOwn(list, itemId, party) : marksAsOwner(list, itemId, party, standing),
  );
};

/** Whether a party marks something in a list, of whomever. */
export const marksIn = ({ source: { own, reviews } }: Pick<List, 'source'>, party: string): boolean =>
  reviews.includes(party) || (own.by === 'party' && own.party === party);
