import { coversPatternRangeSql, coversSql, type TreePart, treePart } from '@jiangong/access/postgres';
import type { Entry } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import {
  claimWordSql,
  fromEntries,
  LISTED_COLUMNS,
  type ListedEntryRow,
  shownOf,
  type Viewer,
} from './entry-questions.ts';

/** In the order in which they came unless asked otherwise. */
export const ENTRY_SORTS = ['planned', 'title', 'due', 'standing', 'objections'] as const;
type Sort = (typeof ENTRY_SORTS)[number];

const SORTS: Readonly<Record<Sort, SortKey>> = {
  planned: { sql: 'p.position', kind: 'number' },
  title: { sql: 'p.title_key', kind: 'text' },
  due: { sql: 'p.due_on collate "C"', kind: 'text' },
  standing: { sql: 's.standing collate "C"', kind: 'text' },
  objections: { sql: 'p.open_objections', kind: 'number' },
};

export type EntriesAsked = ListAsked<Sort> &
  Readonly<{
    organizationId: string;
    editionId: string;
    nominatorId: string;
    standings: readonly string[];
    tracks: readonly string[];
    awards: readonly string[];
    claims: readonly string[];
    brought: readonly string[];
  }>;

type Placed = Readonly<{ join: string; where: readonly string[] }>;

/**
 * Entries whose proposer stands in a part of the tree. Of the whole tree all are meant, and nothing is looked up. Of a small part its
 * organizations are walked, and their entries sorted. Of a large part entries are walked by the index of the order until a page is full: the
 * planner can not see how large the part is, and would believe of a path's beginning that hardly a row has it.
 */
const placedIn = (part: TreePart, organizationId: string, parameter: Parameter): Placed => {
  if (part === 'whole') return { join: '', where: [] };
  const above = `(select path from access_organization where id = ${parameter(organizationId)})`;
  const within =
    part === 'small' ? coversPatternRangeSql(above, 'b.path') : `coalesce(${coversSql(above, 'b.path')}, false)`;
  return { join: ' join access_organization b on b.id = p.proposer_id', where: [within] };
};

/** Entries whose proposer stands at or below the organization, without what is sealed. */
export const entriesOf = async (rows: Rows, viewer: Viewer, asked: EntriesAsked): Promise<ListFound<Entry>> => {
  const { editionId, nominatorId } = asked;
  const part = await treePart(rows, asked.organizationId);
  const listed = await readList<ListedEntryRow>(rows, (parameter) => {
    const placed = placedIn(part, asked.organizationId, parameter);
    return {
      columns: LISTED_COLUMNS,
      from: `${fromEntries(viewer, parameter)}${placed.join}`,
      id: 'p.entry_id',
      where: [
        ...placed.where,
        ...(editionId === '' ? [] : [`p.edition_id = ${parameter(editionId)}`]),
        ...(nominatorId === '' ? [] : [`p.nominator_id = ${parameter(nominatorId)}`]),
      ],
      search: asked.search && { keysColumn: 'p.search_keys', textColumn: 'p.search_text', sought: asked.search },
      facets: {
        standing: { sql: 's.standing', words: asked.standings, derived: true },
        track: { sql: 'p.track', words: asked.tracks },
        award: {
          sql: `case when s.standing = 'commended' then a.award else 'none' end`,
          words: asked.awards,
          derived: true,
        },
        claim: { sql: claimWordSql(viewer), words: asked.claims, derived: true },
        brought: { sql: 'g.brought', words: asked.brought, derived: true },
      },
      sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
      place: asked.place,
    };
  });
  return {
    ...listed,
    found: listed.found.map(({ row, cursor }) => ({ row: shownOf(row, viewer.knowsBlocks), cursor })),
  };
};
