import { createPool, POOL_CONNECTIONS_MAX } from '@jiangong/database/postgres';
import type { Rows } from '@jiangong/read-models';
import { rowsOf } from '@jiangong/read-models/postgres';
import { soughtBy } from '@jiangong/wording';
import { type EntriesAsked, entriesOf } from '../../services/merit-projects/src/adapters/postgres/entry-list.ts';
import type { Viewer } from '../../services/merit-projects/src/adapters/postgres/entry-questions.ts';
import {
  type OrganizationsAsked,
  organizationsOf,
} from '../../services/organizations/src/adapters/postgres/organization-list.ts';
import type { BenchServer } from './bench-server.ts';
import { type FilledLists, fillLists } from './fill-lists.ts';
import { atMost, type Ratio } from './report.ts';

/**
 * Milliseconds at the 95th percentile: of a page as the service reads it (`anewP95`: where its rows must be counted anew, as for the first who
 * asks), and of the bare query for its rows.
 */
export type ListsResult = Readonly<{
  list: string;
  page: string;
  rows: number;
  total: number;
  p95: number;
  anewP95: number;
  bareP95: number;
}>;

const ORGANIZATIONS = 100_000;
const ENTRIES = 20_000;
const PAGE = 50;
/** Until the server has planned and cached what a case asks. */
const WARM_UP_TIMES = 8;

/** `seen`: what who asks has seen of the log; more than anybody before: the rows are counted anew. */
type Read = (seen: number) => Promise<Readonly<{ rows: number; total: number }>>;
type Case = Readonly<{ list: string; page: string; read: Read; bare: () => Promise<number> }>;

/** What a page's rows cost at least: no rule of who sees what, no counts, an order and a condition that an index has. */
type Bare = Readonly<{ where?: string; order: string; search?: string; values?: readonly unknown[] }>;

const bareOf =
  (rows: Rows, { from, columns }: Readonly<{ from: string; columns: string }>, bare: Bare) =>
  async (): Promise<number> => {
    const sought = bare.search === undefined ? undefined : soughtBy(bare.search);
    const values = [...(bare.values ?? [])];
    const conditions = bare.where === undefined ? [] : [bare.where];
    if (sought !== undefined) {
      values.push(
        sought.keys,
        sought.parts.map((part) => `%${part}%`),
      );
      conditions.push(
        `search_keys @> $${values.length - 1}::text[] and search_text like all($${values.length}::text[])`,
      );
    }
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const found = await rows.query(
      `select ${columns} from ${from} ${where} order by ${bare.order} limit ${PAGE + 1}`,
      values,
    );
    return Math.min(found.length, PAGE);
  };

const ORGANIZATION_BARE = {
  from: 'organization',
  columns: 'id, parent_id, kind, name_zh, name_en, code, condition, path, founded_at, founded_on, level',
} as const;
const PLACE = `(lpad(level::text, 2, '0') || name_key) collate "C", id`;

const organizationCases = (rows: Rows, { rootId, countyId }: FilledLists): readonly Case[] => {
  const plain: OrganizationsAsked = {
    ...{ underId: '', direct: false, parentId: '', dissolvedToo: false, kinds: [], conditions: [], levels: [] },
    ...{ grantPaths: [`/${rootId}/`], search: undefined, sort: { by: 'place', down: false } },
    place: { size: PAGE, after: undefined },
  };
  const of = (page: string, asked: Partial<OrganizationsAsked>, bare: Bare): Case => ({
    ...{ list: 'organizations', page, bare: bareOf(rows, ORGANIZATION_BARE, bare) },
    read: async (seen) => {
      const { place = plain.place } = asked;
      const { found, total } = await organizationsOf(rows, { ...plain, ...asked, place: { ...place, seen } });
      return { rows: Math.min(found.length, PAGE), total };
    },
  });
  const searched = (what: string, search: string): Case =>
    of(`search ${what}`, { search: soughtBy(search) }, { search, order: PLACE });
  return [
    of('first', {}, { order: PLACE }),
    of(
      'behind',
      { place: { size: PAGE, after: ['05', '', ORGANIZATIONS] } },
      { order: PLACE, where: `((lpad(level::text, 2, '0') || name_key) collate "C", id) > ('05', '')` },
    ),
    of('by name', { sort: { by: 'name', down: false } }, { order: 'name_key, id' }),
    of('by code, down', { sort: { by: 'code', down: true } }, { order: 'code collate "C" desc, id desc' }),
    of('by founding', { sort: { by: 'founded', down: false } }, { order: 'founded_on collate "C", id' }),
    of('units only', { kinds: ['unit'] }, { order: PLACE, where: `kind = 'unit'` }),
    of('level 3', { levels: ['3'] }, { order: PLACE, where: 'level = 3' }),
    of(
      'one county',
      { underId: countyId },
      {
        order: PLACE,
        where: 'path >= $1 and path < $2',
        values: [`/${rootId}/o-1/${countyId}/`, `/${rootId}/o-1/${countyId}0`],
      },
    ),
    searched('in Chinese, few', '安平县水利局3第2支部'),
    searched('in Chinese, many', '水利局'),
    searched('in pinyin', 'shuili'),
    searched('by initials', 'slj'),
  ];
};

const ENTRY_BARE = {
  from: 'entry',
  columns: `entry_id, edition_id, nominator_id, subject_kind, subject_id, track, home_id, proposer_id, answerable, title, key_task, due_on, standing,
    declarations, open_objections, planned_at, revision, position`,
} as const;

/** Who sees everything that a list of entries shows. */
const OFFICER: Viewer = { knowsBlocks: true, today: '2021-11-15T16:00:00.000Z', claims: { personId: '' } };

const entryCases = (rows: Rows, { rootId, countyId, editionId }: FilledLists): readonly Case[] => {
  const plain: EntriesAsked = {
    ...{
      organizationId: rootId,
      editionId,
      nominatorId: '',
      standings: [],
      tracks: [],
      awards: [],
      claims: [],
      brought: [],
    },
    ...{ search: undefined, sort: { by: 'planned', down: false }, place: { size: PAGE, after: undefined } },
  };
  const of = (page: string, asked: Partial<EntriesAsked>, bare: Bare): Case => ({
    ...{ list: 'entries', page, bare: bareOf(rows, ENTRY_BARE, bare) },
    read: async (seen) => {
      const { place = plain.place } = asked;
      const { found, total } = await entriesOf(rows, OFFICER, { ...plain, ...asked, place: { ...place, seen } });
      return { rows: Math.min(found.length, PAGE), total };
    },
  });
  const searched = (what: string, search: string): Case =>
    of(`search ${what}`, { search: soughtBy(search) }, { search, order: 'position' });
  return [
    of('first', {}, { order: 'position' }),
    of(
      'behind',
      { place: { size: PAGE, after: [210_000, '', ENTRIES] } },
      { order: 'position', where: 'position > 210000' },
    ),
    of('by title', { sort: { by: 'title', down: false } }, { order: 'title_key, entry_id' }),
    of('by due day, down', { sort: { by: 'due', down: true } }, { order: 'due_on collate "C" desc, entry_id desc' }),
    of('by standing', { sort: { by: 'standing', down: false } }, { order: 'standing collate "C", entry_id' }),
    of('withdrawn only', { standings: ['withdrawn'] }, { order: 'position', where: `standing = 'withdrawn'` }),
    of('one track', { tracks: ['reform'] }, { order: 'position', where: `track = 'reform'` }),
    of(
      'one county',
      { organizationId: countyId },
      {
        order: 'position',
        where: 'proposer_id in (select id from access_organization where path ~>=~ $1 and path ~<~ $2)',
        values: [`/${rootId}/o-1/${countyId}/`, `/${rootId}/o-1/${countyId}0`],
      },
    ),
    searched('in Chinese, few', '打造绿色低碳机关 守护群众切身利益'),
    searched('in Chinese, many', '乡村振兴'),
    searched('in pinyin', 'xiangcunzhenxing'),
    searched('by initials', 'xczx'),
  ];
};

/** Counting anew may take a hundred times as long as a page: it is measured less often. */
const ANEW_EVERY = 5;

const P95 = 0.95;

const p95Of = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * P95))] ?? Number.NaN;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The page and its bare query in turn, one at a time, so that whatever else the machine does is in both. */
const measure = async ({ list, page, read, bare }: Case, seconds: number): Promise<ListsResult> => {
  let seen = 0;
  const { rows, total } = await read(seen);
  const bareRows = await bare();
  if (rows === 0 || bareRows === 0) throw new Error(`${list}, ${page}: nothing was found`);
  for (let time = 0; time < WARM_UP_TIMES; time++) await Promise.all([read(++seen), bare()]);
  const times: Readonly<Record<'read' | 'anew' | 'bare', number[]>> = { read: [], anew: [], bare: [] };
  for (const until = performance.now() + seconds * 1_000; performance.now() < until;) {
    times.read.push(await timed(() => read(seen)));
    times.bare.push(await timed(bare));
    if (times.read.length % ANEW_EVERY === 1) times.anew.push(await timed(() => read(++seen)));
  }
  return { list, page, rows, total, p95: p95Of(times.read), anewP95: p95Of(times.anew), bareP95: p95Of(times.bare) };
};

/** Pages of lists over a province's read models, beside the bare query for the same rows. */
export const listsBench = async (
  server: BenchServer,
  { seconds }: Readonly<{ seconds: number }>,
): Promise<readonly ListsResult[]> => {
  const { adminUrl } = await server.fresh();
  const database = createPool({
    url: adminUrl,
    schema: 'bench',
    connectionsMax: POOL_CONNECTIONS_MAX,
    statementTimeoutMs: 600_000,
  });
  try {
    const filled = await fillLists(database, { organizations: ORGANIZATIONS, entries: ENTRIES });
    const rows = rowsOf(database);
    const results: ListsResult[] = [];
    for (const one of [...organizationCases(rows, filled), ...entryCases(rows, filled)])
      results.push(await measure(one, seconds));
    return results;
  } finally {
    await database.close();
  }
};

export const listsRatios = (results: readonly ListsResult[]): readonly Ratio[] =>
  results.map(({ list, page, p95, bareP95 }) => atMost(`${list}, ${page}: p95 to the bare query's`, p95 / bareP95, 3));
