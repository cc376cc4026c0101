import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { SampleUnit } from '../../demo/world/sample-units.ts';
import type { PlayedEdition } from '../edition.ts';

/** In each of some units: one who is no full member yet, and one who died before the day. Neither stands on the roll. */
const STRANGERS = ['probationary', 'late'] as const;
type Stranger = (typeof STRANGERS)[number];

const UNITS_WITH_STRANGERS = 3;
const PAGE = 200;

/** Whether full members stand on the roll and enter by that. */
export const enrolsMembers = ({ compiled }: Pick<PlayedEdition, 'compiled'>): boolean =>
  compiled.intake.how === 'whole-roll' && compiled.subjects.some(({ kind }) => kind === 'person');

const unitsOf = ({ play }: PlayedEdition): readonly SampleUnit[] => play.world.units.slice(0, UNITS_WITH_STRANGERS);

const codeOf = ({ code }: SampleUnit, stranger: Stranger): string => `${code}-stranger-${stranger}`;

const register = async ({ play, year }: PlayedEdition, unit: SampleUnit, stranger: Stranger): Promise<void> => {
  const code = codeOf(unit, stranger);
  const officer = play.as(FIRST_OFFICER);
  const { personId } = await officer.order<{ personId: string }>({
    path: '/v1/people',
    key: play.key(`register ${code}`),
    body: {
      ...{ organizationId: play.organization(unit.branches[0]?.code ?? unit.code), name: `党员${code}（虚构）` },
      ...(stranger === 'late'
        ? { stage: 'full', stageSince: '2005-07-01' }
        : { stage: 'probationary', stageSince: `${year - 1}-07-01` }),
    },
  });
  play.people.set(code, personId);
  if (stranger !== 'late') return;
  await officer.order({
    path: `/v1/people/${personId}/exit`,
    key: play.key(`exit ${code}`),
    body: { kind: 'deceased', effectiveOn: `${year}-01-01`, reason: '因病去世（虚构）。', keeps: [], ends: [] },
  });
};

/** Who must not be found on a roll of members. */
export const registerStrangers = async (edition: PlayedEdition): Promise<void> => {
  if (!enrolsMembers(edition)) return;
  await inParallel(unitsOf(edition), async (unit) => {
    for (const stranger of STRANGERS) await register(edition, unit, stranger);
  });
};

type Roll = Readonly<{
  items: readonly Readonly<{ subjectId: string; subjectKind: string; standing: string; cause: string }>[];
}>;

const wholeRoll = async (edition: PlayedEdition): Promise<Roll['items']> => {
  const path = `/v1/editions/${edition.editionId}/roll?pageSize=${PAGE}`;
  const { items } = await edition.get<Roll>(FIRST_OFFICER, path);
  return items;
};

const membersOf = ({ play }: PlayedEdition): readonly string[] =>
  play.world.people.filter(({ fullSince }) => fullSince !== undefined).map(({ code }) => code);

/**
 * Where other programmes are played beside it, those whom they registered stand on the roll as well: the office takes them off, as whoever
 * does not belong there. One ballot is about sixty people at most.
 */
export const takeOthersOff = async (edition: PlayedEdition): Promise<void> => {
  const { play, editionId, compiled } = edition;
  const own = new Set(membersOf(edition).map((code) => play.person(code)));
  const others = (await wholeRoll(edition)).filter(
    ({ subjectId, subjectKind, standing }) => subjectKind === 'person' && standing === 'on' && !own.has(subjectId),
  );
  for (const { subjectId } of others)
    await edition.order(FIRST_OFFICER, `/v1/editions/${editionId}/roll/excluded`, {
      ...{
        track: compiled.subjects.find(({ kind }) => kind === 'person')?.id ?? '',
        subjectId,
        why: '为其他项目登记的虚构人员，不参加本项目。',
      },
    });
};

/** Every full member of the day stands on it; who is none does not, and who had died by then stands beside it with the reason. */
export const seeMembers = async (edition: PlayedEdition): Promise<void> => {
  const { play } = edition;
  const items = await wholeRoll(edition);
  const standing = new Map(items.map((one) => [one.subjectId, `${one.standing} ${one.cause}`]));
  const wrong = [
    ...membersOf(edition).filter((code) => standing.get(play.person(code)) !== 'on roll'),
    ...unitsOf(edition).flatMap((unit) => [
      ...(standing.has(play.person(codeOf(unit, 'probationary'))) ? [codeOf(unit, 'probationary')] : []),
      ...(standing.get(play.person(codeOf(unit, 'late'))) === 'off exited-before' ? [] : [codeOf(unit, 'late')]),
    ]),
  ];
  if (wrong.length > 0) throw new Error(`${edition.name}: the roll is another than it should be: ${wrong.join(', ')}`);
};
