import { coversSql } from '@jiangong/access/postgres';
import type { Objection } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { type ObjectionRow, openedObjections } from './case-questions.ts';

/** In the order in which they came unless asked otherwise. */
export const OBJECTION_SORTS = ['received', 'due'] as const;
type Sort = (typeof OBJECTION_SORTS)[number];

const SORTS: Readonly<Record<Sort, SortKey>> = {
  received: { sql: 'o.position', kind: 'number' },
  due: { sql: 'o.answer_due_at collate "C"', kind: 'text' },
};

export type ObjectionsAsked = ListAsked<Sort> &
  Readonly<{
    organizationId: string;
    editionId: string;
    entryId: string;
    statuses: readonly string[];
    against: readonly string[];
  }>;

const COLUMNS = `o.objection_id as "objectionId", o.entry_id as "entryId", o.edition_id as "editionId", o.nominator_id as "nominatorId", o.against, o.stream,
  o.prose, o.received_at as "receivedAt", o.answer_due_at as "answerDueAt", o.status, o.outcome, o.settled_prose as "settledProse",
  o.settled_at as "settledAt", o.position`;

/** Objections to entries at or below an organization, opened. They are searched by the title of their entry: what was written is sealed. */
export const objectionsOf = async (
  rows: Rows,
  privacy: KeyVault,
  asked: ObjectionsAsked,
): Promise<ListFound<Objection>> => {
  const { editionId, entryId } = asked;
  const listed = await readList<ObjectionRow>(rows, (parameter) => ({
    columns: COLUMNS,
    from: 'objection o join entry p on p.entry_id = o.entry_id join access_organization b on b.id = p.proposer_id',
    id: 'o.objection_id',
    where: [
      coversSql(`(select path from access_organization where id = ${parameter(asked.organizationId)})`, 'b.path'),
      ...(editionId === '' ? [] : [`o.edition_id = ${parameter(editionId)}`]),
      ...(entryId === '' ? [] : [`o.entry_id = ${parameter(entryId)}`]),
    ],
    search: asked.search && { keysColumn: 'p.search_keys', textColumn: 'p.search_text', sought: asked.search },
    facets: {
      status: { sql: 'o.status', words: asked.statuses },
      against: { sql: 'o.against', words: asked.against },
    },
    sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));
  const opened = await openedObjections(
    privacy,
    listed.found.map(({ row }) => row),
  );
  return {
    ...listed,
    found: listed.found.flatMap(({ cursor }, at) => {
      const row = opened[at];
      return row === undefined ? [] : [{ row, cursor }];
    }),
  };
};
