import { papersAbout } from '../ballot/papers.ts';
import { type Entry } from '../round/state.ts';
import type { EntryCount } from './facts.ts';
import type { PaperPoll } from './ground.ts';
import { ENTRIES_PER_COUNT_MAX, MARKS_PER_BOX_MAX, MARKS_PER_ENTRY_MAX } from './limits.ts';
import type { PaperBoxRefusal } from './refusals.ts';

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

type Papers = Readonly<{ poll: PaperPoll; papers: readonly (readonly string[])[] }>;

const isSamePaper = (a: EntryCount, b: EntryCount): boolean =>
  a.handedOut === b.handedOut && a.found === b.found && a.invalid === b.invalid;

/**
 * Names of one paper are counted together: as many were handed out, found and invalid of each of them, and all papers together pick no more
 * names than so many papers may. A paper that picks more is invalid.
 */
export const picksRefusal = ({ poll, papers }: Papers, counted: readonly EntryCount[]): PaperBoxRefusal | undefined => {
  const { pickAtMost } = poll.rules;
  if (pickAtMost === undefined) return undefined;
  for (const paper of papers) {
    const at = counted.findIndex(({ entryId }) => paper.includes(entryId));
    const names = counted.filter(({ entryId }) => paper.includes(entryId));
    const [first] = names;
    if (first === undefined) continue;
    const field = `entries[${at}]`;
    if (names.length < paper.length)
      return { reason: 'PAPER_NOT_WHOLE', field, details: { names: paper.length, counted: names.length } };
    if (!names.every((one) => isSamePaper(one, first))) return { reason: 'PAPERS_DIFFER', field };
    const picked = names.reduce((sum, { marks }) => sum + (marks[0] ?? 0), 0);
    const most = Math.min(pickAtMost, paper.length) * (first.found - first.invalid);
    if (first.found <= first.handedOut && picked > most)
      return { reason: 'PICKS_TOO_MANY', field, details: { picked, most } };
  }
  return undefined;
};
