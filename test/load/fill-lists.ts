import { accessProjections } from '@jiangong/access/postgres';
import type { Database } from '@jiangong/database';
import { NOBODY, type ProjectedEvent, type Projection } from '@jiangong/read-models';
import { gatherWrites } from '@jiangong/read-models/postgres';
import { dossierProjection } from '../../services/merit-projects/src/adapters/postgres/dossier-projection.ts';
import { entryProjection } from '../../services/merit-projects/src/adapters/postgres/entry-projection.ts';
import { honourProjection } from '../../services/merit-projects/src/adapters/postgres/honour-projection.ts';
import { organizationProjection } from '../../services/organizations/src/adapters/postgres/organization-projection.ts';
import { inventTitle } from '../journeys/demo/world/entry-titles.ts';
import { dice, type Dice, seededUuid } from '../journeys/demo/world/seeded-random.ts';

/** A province as the lists see it: its organizations, and the entries of one edition. */
export type FilledLists = Readonly<{
  rootId: string;
  /** One county's committee, with some three hundred organizations below it. */
  countyId: string;
  editionId: string;
}>;

const CITIES = 20;
const COUNTIES_A_CITY = 15;
const UNITS_A_COUNTY = 20;
/** Every so many organizations one is classified. */
const CLASSIFIED_EVERY = 2_000;
/** A transaction takes so many events. */
const TOGETHER = 1_000;

const PLACES = '安平清河临江东海西山南湖北林新城长宁永丰兴隆和顺文昌武进金沙银川石门水源'.match(/../gu) as string[];
const OFFICES = [
  '水利',
  '财政',
  '教育',
  '税务',
  '民政',
  '交通运输',
  '农业农村',
  '自然资源',
  '市场监督管理',
  '卫生健康',
];

type Told = Readonly<{ projection: Projection; event: ProjectedEvent }>;

const eventOf = (position: number, stream: string, type: string, data: unknown): ProjectedEvent => ({
  ...{ position, stream, type, data, revision: 0, eventId: `bench-${position}` },
  ...{ occurredAt: '2026-01-02T01:00:00.000Z', actor: NOBODY, correlationId: '', hash: '' },
  ...{ causationId: null, traceparent: null },
});

/** As the readers of the platform do it: many events a transaction, their changes together. */
const apply = async (database: Database, told: readonly Told[]): Promise<void> => {
  for (let done = 0; done < told.length; done += TOGETHER)
    await database.transaction(async (client) => {
      const writes = gatherWrites(client);
      for (const { projection, event } of told.slice(done, done + TOGETHER)) {
        await projection.apply(writes.of({ event, ordinal: 0 }), event);
        await writes.sendMany();
      }
      await writes.send();
    });
};

type Organization = Readonly<{ id: string; parentId: string | null; kind: string; nameZh: string }>;

/** Where a tree grows: its root, and what those below it are called by number. */
type Roots = Readonly<{ rootId: string; idOf: (number: number) => string }>;
const OF_ITS_OWN: Roots = { rootId: 'o-0', idOf: (number) => `o-${number}` };

/** A province, its cities and counties, their units, and branches below the units until there are so many. */
const organizationsOf = (random: Dice, count: number, { rootId, idOf } = OF_ITS_OWN): readonly Organization[] => {
  const made: Organization[] = [
    { id: rootId, parentId: null, kind: 'working-committee', nameZh: '省直机关工作委员会' },
  ];
  const add = (parent: Organization, kind: string, nameZh: string): Organization => {
    const one = { id: idOf(made.length), parentId: parent.id, kind, nameZh };
    made.push(one);
    return one;
  };
  const units: Organization[] = [];
  for (let city = 0; city < CITIES; city++) {
    const committee = add(
      made[0] as Organization,
      'working-committee',
      `${random.pick(PLACES)}市第${city + 1}工作委员会`,
    );
    for (let county = 0; county < COUNTIES_A_CITY; county++) {
      const below = add(committee, 'working-committee', `${random.pick(PLACES)}县第${county + 1}工作委员会`);
      for (let unit = 0; unit < UNITS_A_COUNTY; unit++)
        units.push(add(below, 'unit', `${random.pick(PLACES)}县${random.pick(OFFICES)}局${unit + 1}`));
    }
  }
  for (let branch = 0; made.length < count; branch++) {
    const unit = units[branch % units.length] as Organization;
    add(unit, 'branch', `${unit.nameZh}第${Math.floor(branch / units.length) + 1}支部`);
  }
  return made;
};

const founded = ({ id, parentId, kind, nameZh }: Organization, position: number): ProjectedEvent =>
  eventOf(position, `organizations.organization-${id}`, 'OrganizationFounded.v1', {
    ...{ organizationId: id, parentId, kind, nameZh, nameEn: `Organization ${position}`, tier: null },
    ...{
      code: `C${String(position).padStart(6, '0')}`,
      classified: position % CLASSIFIED_EVERY === CLASSIFIED_EVERY - 1,
    },
    foundedOn: `${1950 + (position % 70)}-0${1 + (position % 9)}-01`,
  });

const planned = (random: Dice, at: number, editionId: string, proposer: Organization): ProjectedEvent => {
  const branch = proposer.id;
  return eventOf(200_000 + at, `merit-projects.entries-${editionId}`, 'EntryPlanned.v1', {
    ...{
      entryId: `e-${at}`,
      editionId,
      entryRevision: 1,
      nominatorId: proposer.parentId,
      proposerId: branch,
      homeId: branch,
    },
    ...{
      subject: { kind: 'project', id: `s-${at}` },
      track: random.pick(['key', 'service', 'reform']),
      answerable: [`p-${at}`],
    },
    ...{ title: `${inventTitle(random, new Set())}${at}`, keyTask: random.pick(OFFICES), milestones: [] },
    dueOn: `2026-${String(1 + random.below(12)).padStart(2, '0')}-15`,
    prose: { measures: '' },
  });
};

/** Lets a tree of so many grow below a root that stands there already, in the read model of a running platform. Answers one of its counties. */
export const growTree = async (database: Database, rootId: string, count: number): Promise<string> => {
  const idOf = (number: number): string => seededUuid('lists', `organization ${number}`);
  const all = organizationsOf(dice('1', 'lists'), count, { rootId, idOf });
  const told = all.slice(1).map((one, at) => ({ projection: organizationProjection, event: founded(one, at + 1) }));
  await apply(database, told);
  await database.query('analyze organization');
  return idOf(2);
};

/** Through the read models' own projections, so that the bench has the tables and indexes that the services have. */
export const fillLists = async (
  database: Database,
  sizes: Readonly<{ organizations: number; entries: number }>,
): Promise<FilledLists> => {
  const random = dice('1', 'lists');
  const access = accessProjections[0] as Projection;
  for (const { tables } of [organizationProjection, access, entryProjection, dossierProjection, honourProjection])
    await database.query(tables);
  const all = organizationsOf(random, sizes.organizations);
  const trees = all.map((one, position) => founded(one, position));
  await apply(
    database,
    trees.map((event) => ({ projection: organizationProjection, event })),
  );
  const facts = trees.map((event) => ({ ...event, type: `organizations.${event.type}` }));
  await apply(
    database,
    facts.map((event) => ({ projection: access, event })),
  );
  const branches = all.filter(({ kind }) => kind === 'branch');
  const editionId = 'edition-2026';
  const entries = Array.from({ length: sizes.entries }, (_, at) =>
    planned(random, at, editionId, branches[(at * 7) % branches.length] as Organization),
  );
  await apply(
    database,
    entries.map((event) => ({ projection: entryProjection, event })),
  );
  // Some further on, as in the middle of a campaign.
  for (const [standing, share] of [
    ['declared', 3],
    ['in-evaluation', 7],
    ['withdrawn', 31],
  ] as const)
    await database.query('update entry set standing = $1 where position % $2 = 0', [standing, share]);
  await database.query('vacuum analyze');
  return { rootId: 'o-0', countyId: (all.find(({ parentId }) => parentId === 'o-1') as Organization).id, editionId };
};
