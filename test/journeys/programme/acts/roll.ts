import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';
import { listsPeople } from './listing.ts';

type Listed = Readonly<{
  items: readonly Readonly<{ entryId: string; homeId: string; track: string; title: string; standing: string }>[];
}>;

/** As many as the invented province has in one page. */
const PAGE = 200;

/** Whoever stood on the roll on its day has entered, by nobody's order. */
export const readRoll = async (edition: PlayedEdition): Promise<void> => {
  const { play, editionId } = edition;
  const committee = play.organization(COMMITTEE);
  const { items } = await edition.get<Listed>(
    FIRST_OFFICER,
    `/v1/entries?organizationId=${committee}&editionId=${editionId}&pageSize=${PAGE}&sort=title`,
  );
  const codes = new Map([...play.organizations].map(([code, id]) => [id, code]));
  for (const { entryId, homeId, track, title, standing: stands } of items) {
    // Taken off a list by two persons.
    if (stands === 'removed' && listsPeople(edition)) continue;
    if (stands !== 'in-evaluation') throw new Error(`${edition.name}: ${title} stands on the roll and is ${stands}`);
    const unit = codes.get(homeId);
    if (unit === undefined) throw new Error(`${edition.name}: ${title} belongs to nobody of the invented province`);
    const standing = edition.dice(`quality ${title}`).between(45, 97);
    edition.entries.push({ entryId, unit, track, title, standing } satisfies PlayedEntry);
  }
};
