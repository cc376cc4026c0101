import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';
import { enrolsOfficeHolders, seeHolders } from './appointing.ts';
import { enrolsMembers, seeMembers } from './enrolling.ts';
import { listsPeople } from './listing.ts';
import { countPromises } from './promising.ts';

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
type Line = Listed['items'][number] & Readonly<{ unit: string; subject: string; proposer: string }>;

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

/** Members on the roll are all called after their category: each is told by who he is. */
const playedMember = (edition: PlayedEdition, line: Line): PlayedEntry => {
  const [person] = [...edition.play.people].find(([, id]) => id === line.subjectId) ?? [];
  if (person === undefined) throw new Error(`${edition.name}: somebody on the roll is nobody of the invented province`);
  return { ...playedOf(edition, line), person, standing: edition.dice(`quality ${person}`).between(45, 97) };
};

/** Whoever stood on the roll on its day has entered, by nobody's order; who was to bring something and did not, is said to be late. */
export const readRoll = async (edition: PlayedEdition): Promise<void> => {
  const isOfPeople = listsPeople(edition);
  const isBringing = !isOfPeople && edition.stages.some(({ act }) => act === 'declare' || act === 'plan');
  const isOfMembers = enrolsMembers(edition);
  const isOfHolders = enrolsOfficeHolders(edition);
  if (isOfMembers) await seeMembers(edition);
  if (isOfHolders) await seeHolders(edition);
  edition.entries = [];
  for (const one of await listEntries(edition)) {
    const { entryId, title, standing: stands, brought } = one;
    if (edition.promised.has(entryId)) countPromises(edition, entryId);
    // Taken off a list by two persons, or off a roll of members by the office.
    if (stands === 'removed' && (isOfPeople || isOfMembers)) continue;
    if (stands !== 'in-evaluation') throw new Error(`${edition.name}: ${title} stands on the roll and is ${stands}`);
    const wanted = isBringing ? (edition.brought.has(entryId) ? 'brought' : 'overdue') : 'none';
    if (brought !== wanted) throw new Error(`${edition.name}: what ${title} brought is ${brought}, not ${wanted}`);
    // Beside members branches may stand on it, which are told by what they are.
    const isPerson = one.subject === '' && (isOfMembers || isOfHolders);
    edition.entries.push(isPerson ? playedMember(edition, one) : playedOf(edition, one));
  }
  edition.entries = [...edition.inOrder(edition.entries, ({ entryId }) => entryId)];
};

/** So many there are beside each that was put forward, of a category whom no tree holds. */
const OTHERS_OF_ONE = 3;

/** Of a category whose shares are taken of a roll, and whom no tree holds, the office says how many there are. */
export const countWholes = async (edition: PlayedEdition): Promise<void> => {
  const { compiled, editionId, entries } = edition;
  if (!compiled.outcome.some(({ ranking }) => ranking.of === 'roll' && ranking.to === 'entry')) return;
  for (const { id: track } of compiled.subjects.filter(({ kind }) => kind === 'collective' || kind === 'line')) {
    const count = entries.filter((one) => one.track === track).length * (1 + OTHERS_OF_ONE);
    await edition.order(FIRST_OFFICER, `/v1/editions/${editionId}/roll/counted`, {
      ...{ track, count, why: '据机构编制台账统计（虚构）。' },
    });
  }
};
