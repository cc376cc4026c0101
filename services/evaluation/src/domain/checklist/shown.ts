import type { ChecklistGround, OpenList } from './ground.ts';
import type { Checklist } from './state.ts';

/** In what right somebody reads a list. `overseer`: the office that runs the edition, its leaders, inspection and auditors. */
export type Reader = Readonly<{ ground: ChecklistGround; overseer: boolean }>;

const mayRead = ({ source, rules }: OpenList, itemId: string, { ground, overseer }: Reader): boolean => {
  if (overseer || ground.isSubject) return true;
  const owners = Object.values(rules.owners);
  return ground.actsFor.some(
    ({ party }) => rules.owners[itemId] === party || (source.reviews.includes(party) && !owners.includes(party)),
  );
};

/**
 * What of a list somebody may read, beside the access rule: an office its own items, a party that reviews all of them all, whoever is
 * judged everything that was found about him. Nothing of it says who else may read.
 */
export const shownOf = (list: Checklist, reader: Reader): Checklist => {
  const isShown = ({ sourceId, itemId }: Readonly<{ sourceId: string; itemId: string }>): boolean => {
    const open = reader.ground.lists.find(({ source }) => source.id === sourceId);
    return open !== undefined && mayRead(open, itemId, reader);
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
