import { coversRangeSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { COLUMNS, type OrganizationRow, visible } from './organization-questions.ts';

/** By their place (level, then name) unless asked otherwise: each stands after those above it. */
export const ORGANIZATION_SORTS = ['place', 'name', 'code', 'founded'] as const;
type Sort = (typeof ORGANIZATION_SORTS)[number];

/** A level has two digits at most in this order; deeper trees stand by name there. */
const SORTS: Readonly<Record<Sort, SortKey>> = {
  place: { sql: `(lpad(o.level::text, 2, '0') || o.name_key) collate "C"`, kind: 'text' },
  name: { sql: 'o.name_key', kind: 'text' },
  code: { sql: 'o.code collate "C"', kind: 'text' },
  founded: { sql: 'o.founded_on collate "C"', kind: 'text' },
};

export type OrganizationsAsked = ListAsked<Sort> &
  Readonly<{
    /** Empty: the whole tree. */
    underId: string;
    /** Only the organization `underId` itself and its children; without one the root. */
    direct: boolean;
    /** Only what stands right below it; empty: anywhere. */
    parentId: string;
    dissolvedToo: boolean;
    kinds: readonly string[];
    conditions: readonly string[];
    levels: readonly string[];
    /** Paths of the organizations over which the caller holds a role: there he also sees what is classified. */
    grantPaths: readonly string[];
  }>;

const placed = (asked: OrganizationsAsked, parameter: Parameter): readonly string[] => {
  const { underId, parentId, direct } = asked;
  const under = underId === '' ? "''" : parameter(underId);
  return [
    ...(underId === '' ? [] : [coversRangeSql(`(select path from organization where id = ${under})`, 'o.path')]),
    ...(direct ? [`(o.id = ${under} or coalesce(o.parent_id, '') = ${under})`] : []),
    ...(parentId === '' ? [] : [`o.parent_id = ${parameter(parentId)}`]),
  ];
};

/** The tree, or a part of it, as a list. */
export const organizationsOf = (rows: Rows, asked: OrganizationsAsked): Promise<ListFound<OrganizationRow>> =>
  readList<OrganizationRow>(rows, (parameter) => {
    const grants = parameter(asked.grantPaths);
    const standing = asked.dissolvedToo ? [] : ['live', 'dissolving'];
    return {
      columns: COLUMNS(grants),
      from: 'organization o',
      id: 'o.id',
      where: [...placed(asked, parameter), visible(grants)],
      search: asked.search && { keysColumn: 'o.search_keys', textColumn: 'o.search_text', sought: asked.search },
      facets: {
        kind: { sql: 'o.kind', words: asked.kinds },
        condition: { sql: 'o.condition', words: asked.conditions.length > 0 ? asked.conditions : standing },
        level: { sql: 'o.level::text', words: asked.levels },
      },
      sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
      place: asked.place,
    };
  });
