import { coversSql } from '@jiangong/access/postgres';
import type { ClearanceLine, ObjectionSummary } from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';

/** In the order in which they came unless asked otherwise. */
export const CLEARANCE_SORTS = ['requested', 'due', 'title'] as const;
export const SUMMARY_SORTS = ['received', 'due', 'title'] as const;
type ClearanceSort = (typeof CLEARANCE_SORTS)[number];
type SummarySort = (typeof SUMMARY_SORTS)[number];

type Within = Readonly<{ organizationId: string; editionId: string }>;
export type ClearancesAsked = ListAsked<ClearanceSort> & Within & Readonly<{ states: readonly string[] }>;
export type SummariesAsked = ListAsked<SummarySort> &
  Within &
  Readonly<{
    entryId: string;
    statuses: readonly string[];
    against: readonly string[];
    /** Who asks: what is his own matter is left out. */
    personId: string;
  }>;

const STATE = `case when c.outcome = '' then 'requested' else c.outcome end`;
const DUE_AT = `case when c.outcome = '' then coalesce((select s.closes_at from edition_stage s where s.edition_id = p.edition_id and s.act = 'clear'
  order by s.ordinal limit 1), '') else '' end`;

const CLEARANCE_KEYS: Readonly<Record<ClearanceSort, SortKey>> = {
  requested: { sql: 'c.position', kind: 'number' },
  due: { sql: `(${DUE_AT}) collate "C"`, kind: 'text' },
  title: { sql: 'p.title_key', kind: 'text' },
};

const SUMMARY_KEYS: Readonly<Record<SummarySort, SortKey>> = {
  received: { sql: 'o.position', kind: 'number' },
  due: { sql: 'o.answer_due_at collate "C"', kind: 'text' },
  title: { sql: 'p.title_key', kind: 'text' },
};

const inTree = (entryId: string): string =>
  `join entry p on p.entry_id = ${entryId} join access_organization b on b.id = p.proposer_id`;

const below = ({ organizationId, editionId }: Within, edition: string, parameter: Parameter): readonly string[] => [
  coversSql(`(select path from access_organization where id = ${parameter(organizationId)})`, 'b.path'),
  ...(editionId === '' ? [] : [`${edition} = ${parameter(editionId)}`]),
];

/** By the title of their entry: what was written is sealed. */
const byTitle = ({ search }: Pick<ListAsked<string>, 'search'>) =>
  search && { keysColumn: 'p.search_keys', textColumn: 'p.search_text', sought: search };

type ClearanceRow = Omit<ClearanceLine, 'scopes'> & Readonly<{ scopes: string }>;

/** What discipline inspection was asked about at or below an organization. Nothing sealed is opened, and no opinion told. */
export const clearanceLines = async (rows: Rows, asked: ClearancesAsked): Promise<ListFound<ClearanceLine>> => {
  const listed = await readList<ClearanceRow>(rows, (parameter) => ({
    columns: `c.clearance_id as "clearanceId", c.entry_id as "entryId", p.edition_id as "editionId", p.nominator_id as "nominatorId", p.title, c.scopes,
      ${STATE} as state, c.requested_at as "requestedAt", c.given_at as "answeredAt", ${DUE_AT} as "dueAt"`,
    from: `clearance c ${inTree('c.entry_id')}`,
    id: 'c.clearance_id',
    where: below(asked, 'p.edition_id', parameter),
    search: byTitle(asked),
    facets: { state: { sql: STATE, words: asked.states, derived: true } },
    sort: { ...CLEARANCE_KEYS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));
  return {
    ...listed,
    found: listed.found.map(({ row: { scopes, ...line }, cursor }) => ({
      row: { ...line, scopes: JSON.parse(scopes) as string[] },
      cursor,
    })),
  };
};

/**
 * Objections as they stand: who objects, and what is said, is read from the recorded list alone. What is the caller's own matter is left out:
 * whoever answers for an entry is not told that somebody objects to it.
 */
export const objectionSummaries = (rows: Rows, asked: SummariesAsked): Promise<ListFound<ObjectionSummary>> =>
  readList<ObjectionSummary>(rows, (parameter) => ({
    columns: `o.objection_id as "objectionId", o.entry_id as "entryId", o.edition_id as "editionId", o.nominator_id as "nominatorId", p.title, o.against,
      o.received_at as "receivedAt", o.answer_due_at as "answerDueAt", o.status, o.outcome, o.settled_at as "settledAt"`,
    from: `objection o ${inTree('o.entry_id')}`,
    id: 'o.objection_id',
    where: [
      ...below(asked, 'o.edition_id', parameter),
      ...(asked.entryId === '' ? [] : [`o.entry_id = ${parameter(asked.entryId)}`]),
      `not p.answerable::jsonb @> jsonb_build_array(${parameter(asked.personId)}::text)`,
    ],
    search: byTitle(asked),
    facets: {
      status: { sql: 'o.status', words: asked.statuses },
      against: { sql: 'o.against', words: asked.against },
    },
    sort: { ...SUMMARY_KEYS[asked.sort.by], down: asked.sort.down },
    place: asked.place,
  }));
