import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';

type Listed = Readonly<{
  items: readonly Readonly<{
    entryId: string;
    homeId: string;
    subjectId: string;
    proposerId: string;
    track: string;
    title: string;
    standing: string;
    brought: string;
  }>[];
}>;
export type Line = Listed['items'][number] & Readonly<{ unit: string; subject: string; proposer: string }>;

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
    return { ...one, unit, subject: codes.get(one.subjectId) ?? '', proposer: codes.get(one.proposerId) ?? '' };
  });
};

export const playedOf = (edition: PlayedEdition, { entryId, unit, track, title, subject }: Line): PlayedEntry => ({
  ...{ entryId, unit, track, title, subject, standing: edition.dice(`quality ${title}`).between(45, 97) },
});
