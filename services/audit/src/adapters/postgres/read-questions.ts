import { belowMarkedSql } from '@jiangong/access/postgres';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import type { Sought } from '@jiangong/wording';
import { isFoundBy } from '@jiangong/wording/search';
import { READ_TITLES } from '../../application/read-titles.ts';
import { PLACE_STANDS, standsWithin, type Within } from './where-things-stand.ts';

/** The newest first unless asked otherwise. */
export const READ_SORTS = ['-read-at'] as const;

export type ReadsAsked = ListAsked<'read-at'> &
  Readonly<{
    within: Within;
    /** As it was typed: an id is looked for as it stands. */
    q: string;
    readerId: string | null;
    resourceId: string | null;
    from: string | null;
    before: string | null;
    classified: boolean;
    about: readonly string[];
    readerRoles: readonly string[];
    resourceKinds: readonly string[];
  }>;

export type ReadRow = Readonly<{
  position: number;
  read_at: string;
  reader_kind: string;
  reader_id: string | null;
  reader_organization: string | null;
  reader_role: string | null;
  reader_grant: string | null;
  service: string;
  rpc: string;
  resource_kind: string;
  resource_id: string;
  correlation_id: string;
  classified: boolean;
}>;

/** Where what was looked at stands, as the index of events has it. */
const FROM = `recorded_read r join event_index e on e.position = r.position
  join stream_place p on p.no = e.stream_no ${PLACE_STANDS}`;

const CLASSIFIED = belowMarkedSql('access_organization', 'classified', 'o.path');

/** Which kind of question it was: the table is ours, nothing in it comes from outside. */
const ABOUT = `case r.rpc ${[...READ_TITLES].map(([rpc, { about }]) => `when '${rpc}' then '${about}'`).join(' ')} else 'other' end`;

/** Reads without a mandate are one's own. */
const ROLE = `coalesce(r.reader_role, 'none')`;

/** The questions whose titles are looked for. */
const rpcsFoundBy = (sought: Sought): readonly string[] =>
  [...READ_TITLES].filter(([, { zh, en }]) => isFoundBy([zh, en], sought)).map(([rpc]) => rpc);

const soughtIn = ({ search, q }: ReadsAsked, parameter: Parameter): readonly string[] => {
  if (search === undefined) return [];
  const typed = parameter(q);
  return [
    `r.rpc = any(${parameter(rpcsFoundBy(search))}::text[]) or ${typed} in (r.reader_id, r.resource_id, r.correlation_id)`,
  ];
};

const conditions = (asked: ReadsAsked, parameter: Parameter): readonly string[] => [
  ...(asked.within.everything ? [] : [standsWithin(asked.within, parameter, 'e.stream_no')]),
  ...(asked.readerId === null ? [] : [`r.reader_id = ${parameter(asked.readerId)}`]),
  ...(asked.resourceId === null ? [] : [`r.resource_id = ${parameter(asked.resourceId)}`]),
  ...(asked.from === null ? [] : [`r.read_at >= ${parameter(asked.from)}`]),
  ...(asked.before === null ? [] : [`r.read_at < ${parameter(asked.before)}`]),
  ...(asked.classified ? [CLASSIFIED] : []),
  ...soughtIn(asked, parameter),
];

/** Who looked at what, of a part of the tree. */
export const readsFound = (rows: Rows, asked: ReadsAsked): Promise<ListFound<ReadRow>> =>
  readList<ReadRow>(rows, (parameter) => ({
    columns: `r.*, ${CLASSIFIED} as classified`,
    from: FROM,
    id: 'r.position::text',
    where: conditions(asked, parameter),
    facets: {
      about: { sql: ABOUT, words: asked.about },
      readerRole: { sql: ROLE, words: asked.readerRoles },
      resourceKind: { sql: 'r.resource_kind', words: asked.resourceKinds },
    },
    sort: { sql: 'r.position', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));
