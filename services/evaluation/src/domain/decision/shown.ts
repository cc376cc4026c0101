import type { Award } from './award.ts';
import type { DecidedEntry } from './decided-entry.ts';

/** Organizations and entries that are classified, or stand below what is. */
export type Classified = Readonly<{ organizations: readonly string[]; entries: readonly string[] }>;

/** What is classified counts, and stands in no list that everybody reads: not its entry, its home, or what either won for others. */
export const isShown = (
  { holder, entryId }: Award,
  entries: readonly DecidedEntry[],
  classified: Classified,
): boolean => {
  if (holder.kind === 'organization' && classified.organizations.includes(holder.id)) return false;
  if (entryId === null) return true;
  const home = entries.find((entry) => entry.entryId === entryId)?.homeId ?? '';
  return !classified.entries.includes(entryId) && !classified.organizations.includes(home);
};
