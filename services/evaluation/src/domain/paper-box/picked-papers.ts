import { papersAbout } from '../ballot/papers.ts';
import type { Entry } from '../round/state.ts';
import { ENTRIES_PER_COUNT_MAX, MARKS_PER_BOX_MAX, MARKS_PER_ENTRY_MAX } from './limits.ts';
import type { PaperPoll } from './poll.ts';

/** The names that stand on one paper together, of whom just so many may be picked; none where each entry is given a level. */
export const papersOf = ({ rules }: PaperPoll, entries: readonly Entry[]): readonly (readonly string[])[] =>
  rules.pickAtMost === undefined ? [] : papersAbout(entries, rules).map(({ entryIds }) => entryIds);

/** Why what would be in a paper box could never be counted or opened; undefined: it can. */
export const beyondPaperBox = (
  poll: PaperPoll,
  entries: readonly Entry[],
): Readonly<{ reason: 'TOO_MANY_BOXES'; field: 'roundId'; details: Readonly<Record<string, number>> }> | undefined => {
  const { levels, questions } = poll.source;
  const marks = levels.length * (questions?.length ?? 1);
  const tooMany = (details: Readonly<Record<string, number>>) =>
    ({ reason: 'TOO_MANY_BOXES', field: 'roundId', details }) as const;
  if (marks > MARKS_PER_ENTRY_MAX) return tooMany({ marksMax: MARKS_PER_ENTRY_MAX });
  if (marks * entries.length > MARKS_PER_BOX_MAX) return tooMany({ answersMax: MARKS_PER_BOX_MAX });
  return papersOf(poll, entries).some((paper) => paper.length > ENTRIES_PER_COUNT_MAX)
    ? tooMany({ namesMax: ENTRIES_PER_COUNT_MAX })
    : undefined;
};
