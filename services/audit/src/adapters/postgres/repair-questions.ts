import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { allWithin, type Within } from './where-things-stand.ts';

/** The newest first unless asked otherwise. */
export const REPAIR_SORTS = ['-at'] as const;

export type RepairsAsked = ListAsked<'at'> &
  Readonly<{
    within: Within;
    /** Kinds that the caller may see at all. */
    shown: readonly string[];
    kinds: readonly string[];
    outcomes: readonly string[];
    actorId: string | null;
    from: string | null;
    before: string | null;
  }>;

export type RepairRow = Readonly<{
  position: number;
  event_id: string;
  event_stream: string;
  at: string;
  kind: string;
  outcome: string;
  actor_kind: string;
  actor_id: string | null;
  actor_organization: string | null;
  actor_role: string | null;
  actor_grant: string | null;
  proposed_by: string | null;
  reason: string | null;
  because: string[];
  document_number: string | null;
  service: string | null;
  reader: string | null;
  parked_stream: string | null;
  parked_position: number | null;
  done: number | null;
  left: number | null;
  round_id: string | null;
  entry_id: string | null;
  standing: string | null;
  year: number | null;
}>;

const conditions = (asked: RepairsAsked, parameter: Parameter): readonly string[] => [
  `r.kind = any(${parameter(asked.shown)}::text[])`,
  ...(asked.within.everything
    ? []
    : [`r.event_stream in (select s.stream from stream_place s where ${allWithin(asked.within, parameter, 's.no')})`]),
  ...(asked.actorId === null ? [] : [`r.actor_id = ${parameter(asked.actorId)}`]),
  ...(asked.from === null ? [] : [`r.at >= ${parameter(asked.from)}`]),
  ...(asked.before === null ? [] : [`r.at < ${parameter(asked.before)}`]),
];

/** What was put right in a part of the tree. */
export const repairsFound = (rows: Rows, asked: RepairsAsked): Promise<ListFound<RepairRow>> =>
  readList<RepairRow>(rows, (parameter) => ({
    columns: 'r.*',
    from: 'repair r',
    id: 'r.event_id',
    where: conditions(asked, parameter),
    search: asked.search && { keysColumn: 'r.search_keys', textColumn: 'r.search_text', sought: asked.search },
    facets: { kind: { sql: 'r.kind', words: asked.kinds }, outcome: { sql: 'r.outcome', words: asked.outcomes } },
    sort: { sql: 'r.position', kind: 'number', down: asked.sort.down },
    place: asked.place,
  }));
