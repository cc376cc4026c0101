import type { EntryCalls } from './entry-calls.ts';
import { refused } from './entry-calls.ts';
import type { EntryHandled } from './nominators-entries.ts';
import type { CampaignKnowledge, EntryPlace } from './ports.ts';

export type DisciplinePorts = Readonly<{ calls: EntryCalls; knowledge: CampaignKnowledge }>;

/** What inspectors and the two offices write stands in request hashes under the key of the edition's inspection: so the edition is looked up first. */
export const secretly = async (
  knowledge: CampaignKnowledge,
  { entryId }: Readonly<{ entryId: string }>,
  run: (place: EntryPlace) => Promise<EntryHandled>,
): Promise<EntryHandled> => {
  const place = await knowledge.entry(entryId);
  return place ? run(place) : refused('ENTRY_NOT_FOUND', 'entryId');
};
