import type { ChecklistItem } from '@jiangong/scoring';
import { ownRefusal } from './decide-occurrences.ts';
import type { ChecklistGround, OpenList } from './ground.ts';
import type { Checklist } from './state.ts';
import { stagesOfParty } from './turns.ts';
import { isOpenIn } from '../round/stages.ts';

/** In what right somebody reads a list. `overseer`: the office that runs the edition, its leaders, inspection and auditors. */
export type Reader = Readonly<{ ground: ChecklistGround; overseer: boolean }>;

/** Whether an item of a list is one that the reader may read. */
export const mayRead = ({ source, rules }: OpenList, itemId: string, { ground, overseer }: Reader): boolean => {
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

/** What a reader may do with an item in the stages that are open now, were its period: record findings, and mark it. Orders are decided by their own rules. */
export const rightsIn = (
  { source, rules }: OpenList,
  { id, per }: ChecklistItem,
  ground: ChecklistGround,
  now: string,
): Readonly<{ recordable: boolean; reviewable: boolean }> => {
  const owners = Object.values(rules.owners);
  const others = ground.actsFor.filter(
    (office) =>
      ownRefusal(ground, source.own, office) === undefined && isOpenIn(stagesOfParty(ground, office.party), now),
  );
  return {
    recordable: per !== null && others.some(({ party }) => party === rules.owners[id]),
    reviewable: others.some(
      ({ party }) => source.reviews.includes(party) && (party === rules.owners[id] || !owners.includes(party)),
    ),
  };
};
