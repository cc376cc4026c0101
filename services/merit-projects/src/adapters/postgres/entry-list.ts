import { coversSql } from '@jiangong/access/postgres';
import type { Entry } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { claimWordSql, COLUMNS, type EntryRow, fromEntries, shownOf, type Viewer } from './entry-questions.ts';

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
  }>;

/**
 * The same condition, of which the planner does not believe that hardly a row fulfils it, as it does of a path's beginning that it can not see:
 * it would sort all entries where the first fifty by an index are meant.
 */
const whollyOrNot = (condition: string): string => `coalesce(${condition}, false)`;

/** Entries whose proposer stands at or below the organization, without what is sealed. */
export const entriesOf = async (rows: Rows, viewer: Viewer, asked: EntriesAsked): Promise<ListFound<Entry>> => {
  const { editionId, nominatorId } = asked;
  const listed = await readList<EntryRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: `${fromEntries(viewer, parameter)} join access_organization b on b.id = p.proposer_id`,
    id: 'p.entry_id',
    where: [
      whollyOrNot(
        coversSql(`(select path from access_organization where id = ${parameter(asked.organizationId)})`, 'b.path'),
      ),
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
    },
    sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));
  return {
    ...listed,
    found: listed.found.map(({ row, cursor }) => ({ row: shownOf(row, viewer.knowsBlocks), cursor })),
  };
};
