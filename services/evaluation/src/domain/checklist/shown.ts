import type { ChecklistItem } from '@jiangong/scoring';
import { ownRefusal } from './decide-occurrences.ts';
import type { ActsFor, ChecklistGround, OpenList } from './ground.ts';
import { markingFor, marksAsOwner } from './own-items.ts';
import type { Checklist } from './state.ts';
import { stagesOfParty } from './turns.ts';
import { isOpenIn } from '../round/stages.ts';

/** In what right somebody reads a list. `overseer`: the office that runs the edition, its leaders, inspection and auditors. */
export type Reader = Readonly<{ ground: ChecklistGround; overseer: boolean }>;

/** Whether an item of a list is one that the reader may read. */
export const mayRead = (
  list: OpenList,
  itemId: string,
  { ground, overseer }: Reader,
  marks: Checklist['marks'] = [],
): boolean =>
  overseer ||
  ground.isSubject ||
  ground.actsFor.some(
    ({ party }) => list.rules.owners[itemId] === party || marksAsOwner(list, itemId, party, ground),
  ) ||
  markingFor(list, itemId, ground, marks).length > 0;

/**
 * What of a list somebody may read, beside the access rule: an office its own items, a party that reviews all of them all, whoever is
 * judged everything that was found about him. Nothing of it says who else may read.
 */
export const shownOf = (list: Checklist, reader: Reader): Checklist => {
  const isShown = ({ sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>): boolean => {
    const open = reader.ground.lists.find(({ source }) => source.id === sourceId);
    return open !== undefined && mayRead(open, itemId, reader, list.marks);
  };
  const occurrences = list.occurrences.filter(isShown);
  const told = new Set(occurrences.map(({ occurrenceId }) => occurrenceId));
  return {
    occurrences,
    marks: list.marks.filter(isShown),
    periods: list.periods,
    // What is only proposed is the overseers' matter, but a withdrawal of what an office found itself is that office's, too.
    proposals: list.proposals.filter(
      ({ terms }) =>
        reader.overseer ||
        (!reader.ground.isSubject && terms.act === 'WithdrawOccurrence' && told.has(terms.occurrenceId)),
    ),
  };
};

/** What a reader may do with an item in the stages that are open now, were its period: record findings, and mark it. Orders are decided by their own rules. */
export const rightsIn = (
  list: OpenList,
  { id, per }: ChecklistItem,
  { ground, now, marks }: Readonly<{ ground: ChecklistGround; now: string; marks?: Checklist['marks'] }>,
): Readonly<{ recordable: boolean; reviewable: boolean }> => {
  const isFree = (office: ActsFor): boolean =>
    ownRefusal(ground, list.source.own, office) === undefined && isOpenIn(stagesOfParty(ground, office.party), now);
  return {
    recordable: per !== null && ground.actsFor.some((one) => one.party === list.rules.owners[id] && isFree(one)),
    reviewable: markingFor(list, id, ground, marks).some(isFree),
  };
};
