import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import { firstDayOf } from '../first-day.ts';
import type { PlayedEdition } from '../edition.ts';

const PAGE = 200;

/** Whether whoever holds an office stands on the roll and enters by that. */
export const enrolsOfficeHolders = ({ compiled }: Pick<PlayedEdition, 'compiled'>): boolean =>
  compiled.intake.how === 'whole-roll' && compiled.subjects.every(({ kind }) => kind === 'office-holder');

/** Whose matter it is in three of the units: secretary of the Party committee for too short a time, no more, or of a branch as well. */
const unitsOf = ({ play }: PlayedEdition) => {
  const [late, left, both] = play.world.units.map(({ code }) => code);
  if (late === undefined || left === undefined || both === undefined) throw new Error('three units are needed');
  return { late, left, both };
};

const appoint = async (
  { play }: PlayedEdition,
  person: string,
  organization: string,
  effectiveOn: string,
): Promise<string> => {
  const { appointmentId } = await play.as(FIRST_OFFICER).order<{ appointmentId: string }>({
    path: `/v1/organizations/${play.organization(organization)}/officers`,
    key: play.key(`appoint ${person} ${organization}`),
    body: { personId: play.person(person), office: 'secretary', effectiveOn },
  });
  return appointmentId;
};

const APPOINTED = new WeakMap<PlayedEdition, string>();

/** Each branch gets its secretary as the year begins; of two Party committees one leaves his office in it, and one has another beside it. */
export const appointSecretaries = async (edition: PlayedEdition): Promise<void> => {
  if (!enrolsOfficeHolders(edition)) return;
  const { play, year } = edition;
  const { left, both } = unitsOf(edition);
  const since = firstDayOf(year);
  await inParallel(play.world.units, async ({ code, branches: [branch] }) =>
    branch === undefined ? undefined : appoint(edition, `${code}-secretary`, branch.code, since),
  );
  await appoint(edition, `${both}-secretary`, `${both}-pc`, since);
  APPOINTED.set(edition, await appoint(edition, `${left}-officer`, `${left}-pc`, since));
};

/** One of them leaves his office before the day of the roll, and another has it for less than half a year by then. */
export const changeOffices = async (edition: PlayedEdition): Promise<void> => {
  const { play, year } = edition;
  const { late, left } = unitsOf(edition);
  await appoint(edition, `${late}-officer`, `${late}-pc`, `${year}-11-01`);
  await play.as(FIRST_OFFICER).order({
    path: `/v1/organizations/${play.organization(`${left}-pc`)}/officers/${APPOINTED.get(edition) ?? ''}/relieve`,
    key: play.key(`relieve ${left}`),
    body: { reason: 'transfer', effectiveOn: `${year}-11-15` },
  });
};

type Roll = Readonly<{ items: readonly Readonly<{ subjectId: string; standing: string; cause: string }>[] }>;

/** Each secretary stands on it once; who left stands beside it, and so does who is in office for too short a time. */
export const seeHolders = async (edition: PlayedEdition): Promise<void> => {
  const { play } = edition;
  const { late, left } = unitsOf(edition);
  const path = `/v1/editions/${edition.editionId}/roll?pageSize=${PAGE}`;
  const { items } = await edition.get<Roll>(FIRST_OFFICER, path);
  const told = items.map(({ subjectId, standing, cause }) => `${subjectId} ${standing} ${cause}`).toSorted();
  const wanted = [
    ...play.world.units.map(({ code }) => `${play.person(`${code}-secretary`)} on roll`),
    `${play.person(`${late}-officer`)} off need-unmet`,
    `${play.person(`${left}-officer`)} off left-office`,
  ].toSorted();
  if (told.join() !== wanted.join())
    throw new Error(`${edition.name}: the roll is another than it should be: ${told.join(', ')}`);
};
