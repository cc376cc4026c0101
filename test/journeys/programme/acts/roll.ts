import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';
import { listsPeople } from './listing.ts';

type Listed = Readonly<{
  items: readonly Readonly<{
    entryId: string;
    homeId: string;
    track: string;
    title: string;
    standing: string;
    brought: string;
  }>[];
}>;
type Line = Listed['items'][number] & Readonly<{ unit: string }>;

/** As many as the invented province has in one page. */
const PAGE = 200;

/** Everything that stands in the edition by now, with the unit whose it is. */
export const listEntries = async (edition: PlayedEdition): Promise<readonly Line[]> => {
  const { play, editionId } = edition;
  const committee = play.organization(COMMITTEE);
  const { items } = await edition.get<Listed>(
    FIRST_OFFICER,
    `/v1/entries?organizationId=${committee}&editionId=${editionId}&pageSize=${PAGE}&sort=title`,
  );
  const codes = new Map([...play.organizations].map(([code, id]) => [id, code]));
  return items.map((one) => {
    const unit = codes.get(one.homeId);
    if (unit === undefined) throw new Error(`${edition.name}: ${one.title} belongs to nobody of the invented province`);
    return { ...one, unit };
  });
};

/** Whoever stood on the roll on its day has entered, by nobody's order; who was to bring something and did not, is said to be late. */
export const readRoll = async (edition: PlayedEdition): Promise<void> => {
  const isBringing = !listsPeople(edition) && edition.stages.some(({ act }) => act === 'declare');
  for (const { entryId, unit, track, title, standing: stands, brought } of await listEntries(edition)) {
    // Taken off a list by two persons.
    if (stands === 'removed' && listsPeople(edition)) continue;
    if (stands !== 'in-evaluation') throw new Error(`${edition.name}: ${title} stands on the roll and is ${stands}`);
    const wanted = isBringing ? (edition.brought.has(entryId) ? 'brought' : 'overdue') : 'none';
    if (brought !== wanted) throw new Error(`${edition.name}: what ${title} brought is ${brought}, not ${wanted}`);
    const standing = edition.dice(`quality ${title}`).between(45, 97);
    edition.entries.push({ entryId, unit, track, title, standing } satisfies PlayedEntry);
  }
};
