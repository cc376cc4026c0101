import { coversSql } from '@jiangong/access/postgres';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import { type ListAsked, refused } from '@jiangong/service-host';
import type { Sought } from '@jiangong/wording';
import { isFoundBy } from '@jiangong/wording/search';
import { ENDS_ALL } from '../../domain/membership-stage.ts';
import { COLUMNS, opened, type PersonLine, type SealedLine } from './people-questions.ts';

/** By id unless asked otherwise: names are sealed, and no order by them is kept. */
export const PEOPLE_SORTS = ['registered', 'stage', 'since'] as const;
type Sort = (typeof PEOPLE_SORTS)[number];

const SORTS: Readonly<Record<Sort, SortKey>> = {
  registered: { sql: 'p.person_id collate "C"', kind: 'text' },
  stage: { sql: 'p.stage collate "C"', kind: 'text' },
  since: { sql: 'p.stage_since collate "C"', kind: 'text' },
};

/** Names that one search opens: more people than that are to be narrowed to a part of the tree first. */
export const SEARCHED_PEOPLE_MAX = 2_000;

export type PeopleAsked = ListAsked<Sort> & Readonly<{ organizationId: string; stages: readonly string[] }>;

const FROM = 'person p join access_organization o on o.id = p.organization_id';

/** Unless a stage is asked for, without the dead and the expelled. */
const meant = ({ organizationId, stages }: PeopleAsked, parameter: Parameter): readonly string[] => [
  coversSql(`(select path from access_organization where id = ${parameter(organizationId)})`, 'o.path'),
  'not p.erased',
  ...(stages.length > 0 ? [] : [`p.stage <> all(${parameter(ENDS_ALL)}::text[])`]),
];

/**
 * The ids of those whose name is looked for. Names are opened for the question and forgotten with it: there is no index of them that an
 * erasure would have to find.
 */
const sought = async (rows: Rows, vault: KeyVault, asked: PeopleAsked, search: Sought): Promise<readonly string[]> => {
  const values: unknown[] = [];
  const where = meant(asked, (value) => `$${values.push(value)}`);
  const found = await rows.query<SealedLine>(
    `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} limit ${SEARCHED_PEOPLE_MAX + 1}`,
    values,
  );
  if (found.length > SEARCHED_PEOPLE_MAX)
    throw refused({ reason: 'SEARCH_TOO_WIDE', field: 'organizationId', details: { peopleMax: SEARCHED_PEOPLE_MAX } });
  return (await opened(vault, found)).filter(({ name }) => isFoundBy([name], search)).map(({ personId }) => personId);
};

/** The people of an organization and everything below it, as a list. */
export const peopleUnder = async (rows: Rows, vault: KeyVault, asked: PeopleAsked): Promise<ListFound<PersonLine>> => {
  const ids = asked.search && (await sought(rows, vault, asked, asked.search));
  const listed = await readList<SealedLine>(rows, (parameter) => ({
    columns: COLUMNS,
    from: FROM,
    id: 'p.person_id',
    where: [...meant(asked, parameter), ...(ids === undefined ? [] : [`p.person_id = any(${parameter(ids)}::text[])`])],
    facets: { stage: { sql: 'p.stage', words: asked.stages } },
    sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));
  const lines = await opened(
    vault,
    listed.found.map(({ row }) => row),
  );
  return {
    ...listed,
    found: listed.found.flatMap(({ cursor }, at) => {
      const row = lines[at];
      return row === undefined ? [] : [{ row, cursor }];
    }),
  };
};
