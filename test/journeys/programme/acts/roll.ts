import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';
import { enrolsOfficeHolders, seeHolders } from './appointing.ts';
import { enrolsMembers, seeMembers } from './enrolling.ts';
import { type Line, listEntries, playedOf } from './listed-entries.ts';
import { listsPeople } from './listing.ts';
import { countPromises } from './promising.ts';

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
