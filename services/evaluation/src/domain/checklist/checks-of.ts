import type { ChecklistInputs, GivenCheckMark } from '@jiangong/scoring';
import { asJudged, type PreparedRound } from '../round/state.ts';
import { listsIn, type OpenList } from './ground.ts';
import { isOwnItem, marksAsOwner } from './own-items.ts';
import type { Checklist, ItemMarks } from './state.ts';

type InRound = Pick<PreparedRound, 'tables' | 'offices' | 'entries'>;

/** Whether an item is its owner's own, of an entry as it is judged. */
const ownIn = (round: InRound, { source, rules }: OpenList, entryId: string, itemId: string): boolean => {
  const entry = round.entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return false;
  const { subject, homeId } = asJudged(entry);
  return isOwnItem({ source, rules }, itemId, { offices: round.offices ?? {}, subjectId: subject.id, homeId });
};

/**
 * A mark as a result reads it; undefined: it does not count. What is the owner's own the other offices mark, each for itself. An entry may have moved
 * to another home since it was marked: then what its owner, or others, marked before counts no more.
 */
const countedMark = (round: InRound, entryId: string, mark: ItemMarks): GivenCheckMark | undefined => {
  const { sourceId, itemId, period, by, marks } = mark;
  const given: GivenCheckMark = { sourceId, entryId, itemId, period, by, marks };
  const list = listsIn(round).find(({ source }) => source.id === sourceId);
  if (list === undefined || list.source.own.by !== 'others-mean' || by === 'self') return given;
  if (ownIn(round, list, entryId, itemId))
    return list.rules.owners[itemId] === by ? undefined : { ...given, by: 'others', officeId: by };
  return marksAsOwner(list, itemId, by, Object.hasOwn(round.offices ?? {}, by)) ? given : undefined;
};

/** Items whose owner an entry is itself, or belongs to. */
const ownItems = (round: InRound, entryId: string): ChecklistInputs['own'] =>
  listsIn(round).flatMap((list) =>
    Object.keys(list.rules.owners)
      .filter((itemId) => ownIn(round, list, entryId, itemId))
      .map((itemId) => ({ sourceId: list.source.id, entryId, itemId })),
  );

/** What a result reads of the lists of a round, by entry: what stands, and the marks that were not taken back. */
export const checksOf = (lists: ReadonlyMap<string, Checklist>, round: InRound): ChecklistInputs => {
  const entries = [...lists];
  return {
    occurrences: entries.flatMap(([entryId, { occurrences }]) =>
      occurrences
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ sourceId, itemId, period, occurrenceId, count }) => ({
          sourceId,
          entryId,
          itemId,
          period,
          occurrenceId,
          count,
        })),
    ),
    marks: entries.flatMap(([entryId, { marks }]) =>
      marks.filter((one) => one.marks.length > 0).flatMap((one) => countedMark(round, entryId, one) ?? []),
    ),
    own: entries.flatMap(([entryId]) => ownItems(round, entryId)),
    outside: [],
  };
};
