import type { EntryCount } from './facts.ts';
import type { PaperPoll } from './poll.ts';
import type { PaperBoxRefusal } from './refusals.ts';

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
