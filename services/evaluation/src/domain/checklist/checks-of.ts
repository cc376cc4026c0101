import type { ChecklistInputs, GivenCheckMark } from '@jiangong/scoring';
import { asJudged, type PreparedRound } from '../round/state.ts';
import { listsIn } from './ground.ts';
import { isOwnItem, marksAsOwner } from './own-items.ts';
import type { Checklist, ItemMarks } from './state.ts';

type InRound = Pick<PreparedRound, 'tables' | 'offices' | 'entries'>;

/**
 * The lists of a round in which something of an entry, as it is judged, is its owner's own, and which items. Who is judged acts for whom is not
 * asked: what a party marked that marks an owner's own alone says so, so that nobody moves a result by what he becomes.
 */
const ownOf = (round: InRound, entryId: string, marks: Checklist['marks']) => {
  const entry = round.entries.find((one) => one.entryId === entryId);
  if (entry === undefined) return [];
  const { subject, homeId } = asJudged(entry);
  const standing = { offices: round.offices ?? {}, subjectId: subject.id, homeId, judgedActsFor: [] };
  return listsIn(round).flatMap((list) =>
    Object.keys(list.rules.owners)
      .filter((itemId) => isOwnItem(list, itemId, standing, marks))
      .map((itemId) => ({ sourceId: list.source.id, entryId, itemId })),
  );
};

/**
 * A mark as a result reads it; undefined: it does not count. What is the owner's own the other offices mark, each for itself. An entry may have moved
 * to another home since it was marked: then what its owner, or others, marked before counts no more.
 */
const countedMark = (
  round: InRound,
  own: ChecklistInputs['own'],
  { entryId, mark }: Readonly<{ entryId: string; mark: ItemMarks }>,
): GivenCheckMark | undefined => {
  const { sourceId, itemId, period, by, marks } = mark;
  const given: GivenCheckMark = { sourceId, entryId, itemId, period, by, marks };
  const list = listsIn(round).find(({ source }) => source.id === sourceId);
  if (list === undefined || list.source.own.by !== 'others-mean' || by === 'self') return given;
  if (own.some((one) => one.entryId === entryId && one.sourceId === sourceId && one.itemId === itemId))
    return list.rules.owners[itemId] === by ? undefined : { ...given, by: 'others', officeId: by };
  return marksAsOwner(list, itemId, by, { offices: round.offices ?? {} }) ? given : undefined;
};

/** What a result reads of the lists of a round, by entry: what stands, and the marks that were not taken back. */
export const checksOf = (lists: ReadonlyMap<string, Checklist>, round: InRound): ChecklistInputs => {
  const entries = [...lists];
  const own = entries.flatMap(([entryId, { marks }]) => ownOf(round, entryId, marks));
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
      marks.filter((one) => one.marks.length > 0).flatMap((mark) => countedMark(round, own, { entryId, mark }) ?? []),
    ),
    own,
    outside: [],
  };
};
