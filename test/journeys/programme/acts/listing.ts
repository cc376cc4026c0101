import { inParallel } from '../../demo/play/in-parallel.ts';
import { COMMITTEE, FIRST_LEADER, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { SampleUnit } from '../../demo/world/sample-units.ts';
import type { PlayedEdition } from '../edition.ts';

/** Old members of a unit, and what becomes of them: two on the list, one a day too young in the Party, one dead, one whom nobody had entered as a member. */
const VETERANS = ['long', 'just', 'day-short', 'dead', 'missed'] as const;
type Veteran = (typeof VETERANS)[number];

/** So many units have some: a longer list says nothing more. */
const UNITS_WITH_VETERANS = 7;
const PAGE = 200;

export const listsPeople = ({ compiled }: PlayedEdition): boolean =>
  compiled.intake.how === 'computed-list' && compiled.subjects.every(({ kind }) => kind === 'person');

const unitsOf = ({ play }: PlayedEdition): readonly SampleUnit[] => play.world.units.slice(0, UNITS_WITH_VETERANS);

const sinceOf = (veteran: Veteran, year: number): string => {
  const fifty = `${year - 50}-07-01`;
  if (veteran === 'just') return fifty;
  return veteran === 'day-short' ? `${year - 50}-07-02` : `${year - 56}-03-15`;
};

/** Registered once, however many lists are made of them. */
const register = async ({ play, year }: PlayedEdition, unit: SampleUnit, veteran: Veteran): Promise<void> => {
  const code = `${unit.code}-veteran-${veteran}`;
  const officer = play.as(FIRST_OFFICER);
  const { personId } = await officer.order<{ personId: string }>({
    path: '/v1/people',
    key: play.key(`register ${code}`),
    body: {
      ...{
        organizationId: play.organization(unit.branches[0]?.code ?? unit.code),
        name: `老党员${unit.code}${veteran}（虚构）`,
      },
      ...(veteran === 'missed' ? {} : { stage: 'full', stageSince: sinceOf(veteran, year) }),
    },
  });
  play.people.set(code, personId);
  if (veteran !== 'dead') return;
  await officer.order({
    path: `/v1/people/${personId}/exit`,
    key: play.key(`exit ${code}`),
    body: { kind: 'deceased', effectiveOn: `${year}-01-01`, reason: '因病去世（虚构）。', keeps: [], ends: [] },
  });
};

/** The members of the invented province of whom a list is made. */
export const registerVeterans = async (edition: PlayedEdition): Promise<void> => {
  if (!listsPeople(edition)) return;
  await inParallel(unitsOf(edition), async (unit) => {
    for (const veteran of VETERANS) await register(edition, unit, veteran);
  });
};

type Roll = Readonly<{
  listed: boolean;
  items: readonly Readonly<{
    track: string;
    subjectId: string;
    standing: string;
    cause: string;
    entryId: string | null;
  }>[];
}>;

const rollOf = (edition: PlayedEdition): Promise<Roll> =>
  edition.get<Roll>(FIRST_OFFICER, `/v1/editions/${edition.editionId}/roll?pageSize=${PAGE}`);

const veteranOf = ({ play }: PlayedEdition, unit: SampleUnit, veteran: Veteran): string =>
  play.person(`${unit.code}-veteran-${veteran}`);

/** What the platform found is what should be found, and nobody else; the office then puts on who was missed. */
export const putOnMissed = async (edition: PlayedEdition): Promise<void> => {
  const { listed, items } = await rollOf(edition);
  if (!listed) throw new Error(`${edition.name}: the list is not made though its stage is open`);
  const found = (standing: string): readonly string[] =>
    items
      .filter((one) => one.standing === standing)
      .map(({ subjectId, cause }) => `${subjectId} ${cause}`)
      .toSorted();
  const wanted = (veterans: readonly Veteran[], cause: string): readonly string[] =>
    unitsOf(edition)
      .flatMap((unit) => veterans.map((veteran) => `${veteranOf(edition, unit, veteran)} ${cause}`))
      .toSorted();
  const faults = [
    ...(JSON.stringify(found('on')) === JSON.stringify(wanted(['long', 'just'], 'roll')) ? [] : ['on it']),
    ...(JSON.stringify(found('off')) === JSON.stringify(wanted(['dead'], 'exited-before')) ? [] : ['off it']),
  ];
  if (faults.length > 0)
    throw new Error(`${edition.name}: the list is another than it should be: ${faults.join(', ')}`);
  const [unit] = unitsOf(edition);
  const track = edition.compiled.subjects[0]?.id ?? '';
  await edition.order(FIRST_OFFICER, `/v1/editions/${edition.editionId}/roll/included`, {
    ...{ track, subjectId: veteranOf(edition, unit as SampleUnit, 'missed') },
    why: '档案转递时漏记，入党志愿书原件证明党龄已满五十年（虚构）。',
  });
};

type Listed = Readonly<{ items: readonly Readonly<{ entryId: string; homeId: string; subjectId: string }>[] }>;

/** Every unit looks at its own people; of the first one somebody says that he does not belong there, and another takes him off. */
export const confirmListed = async (edition: PlayedEdition): Promise<void> => {
  const { play, editionId } = edition;
  const committee = play.organization(COMMITTEE);
  const { items } = await edition.get<Listed>(
    FIRST_OFFICER,
    `/v1/entries?organizationId=${committee}&editionId=${editionId}&pageSize=${PAGE}`,
  );
  const [first] = unitsOf(edition);
  const wrong = veteranOf(edition, first as SampleUnit, 'just');
  await inParallel(unitsOf(edition), async (unit) => {
    const own = items.filter(({ homeId }) => homeId === play.organization(unit.code));
    const by = `${unit.code}-officer`;
    for (const { entryId, subjectId } of own) {
      if (subjectId !== wrong) {
        await edition.order(by, `/v1/entries/${entryId}/confirm`, { opinion: '经核对档案，情况属实（虚构）。' });
        continue;
      }
      const { proposalId } = await edition.order<{ proposalId: string }>(by, `/v1/entries/${entryId}/proposals`, {
        ...{ act: 'RemoveEntry', why: '转正日期登记有误，党龄不足五十年（虚构）。' },
      });
      await edition.order(FIRST_LEADER, `/v1/entries/${entryId}/proposals/${proposalId}/remove`, {
        why: '经核实，转正日期登记有误（虚构）。',
      });
    }
  });
};
