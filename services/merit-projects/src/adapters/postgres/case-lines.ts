import { coversSql } from '@jiangong/access/postgres';
import type { ClearanceLine, CountOf, ObjectionSummary } from '@jiangong/contracts/jiangong/merit_projects/v1/cases';
import type { Rows } from '@jiangong/read-models';
import type { PagePlace } from '@jiangong/service-host';

type Placed<T> = T & Readonly<{ position: number }>;

/** One page and one more row, how many match, and how many there are of each word. */
export type Lines<T> = Readonly<{ rows: readonly Placed<T>[]; total: number; words: readonly CountOf[] }>;

type Asked = Readonly<{ organizationId: string; editionId: string; words: readonly string[]; page: PagePlace<number> }>;
export type ClearancesAsked = Asked;
export type SummariesAsked = Asked & Readonly<{ entryId: string; personId: string }>;

const BELOW = coversSql('(select path from access_organization where id = $1)', 'b.path');
const WANTED = `(cardinality($3::text[]) = 0 or word = any($3::text[]))`;

const totalOf = (words: readonly CountOf[], wanted: readonly string[]): number =>
  words.filter(({ word }) => wanted.length === 0 || wanted.includes(word)).reduce((sum, { count }) => sum + count, 0);

const CLEARANCES = `select c.clearance_id, c.entry_id, p.edition_id, p.nominator_id, p.title, c.scopes, c.requested_at, c.given_at, c.position,
    case when c.outcome = '' then 'requested' else c.outcome end as word,
    case when c.outcome = '' then coalesce((select s.closes_at from edition_stage s where s.edition_id = p.edition_id and s.act = 'clear'
      order by s.ordinal limit 1), '') else '' end as due_at
  from clearance c join entry p on p.entry_id = c.entry_id join access_organization b on b.id = p.proposer_id
  where ${BELOW} and ($2 = '' or p.edition_id = $2)`;

/** What discipline inspection was asked about at or below an organization. Nothing sealed is opened, and no opinion told. */
export const clearanceLines = async (
  rows: Rows,
  { organizationId, editionId, words: wanted, page }: ClearancesAsked,
): Promise<Lines<ClearanceLine>> => {
  const counted = rows.query<CountOf>(
    `select word, count(*)::int as count from (${CLEARANCES}) c group by word order by word`,
    [organizationId, editionId],
  );
  const found = rows.query<Placed<Omit<ClearanceLine, 'scopes'>> & { scopes: string }>(
    `select clearance_id as "clearanceId", entry_id as "entryId", edition_id as "editionId", nominator_id as "nominatorId", title, scopes,
       word as state, requested_at as "requestedAt", given_at as "answeredAt", due_at as "dueAt", position
     from (${CLEARANCES}) c where ${WANTED} and position > $4 order by position limit $5`,
    [organizationId, editionId, wanted, page.after ?? 0, page.size + 1],
  );
  const [words, lines] = await Promise.all([counted, found]);
  const shown = lines.map(({ scopes, ...line }) => ({ ...line, scopes: JSON.parse(scopes) as string[] }));
  return { rows: shown, total: totalOf(words, wanted), words };
};

/** What is the caller's own matter is left out: whoever answers for an entry is not told that somebody objects to it. */
const OBJECTIONS = `select o.objection_id, o.entry_id, o.edition_id, o.nominator_id, p.title, o.against, o.received_at, o.answer_due_at, o.status as word,
    o.outcome, o.settled_at, o.position
  from objection o join entry p on p.entry_id = o.entry_id join access_organization b on b.id = p.proposer_id
  where ${BELOW} and ($2 = '' or o.edition_id = $2)`;
const ofEntry = (entry: string, person: string): string =>
  ` and (${entry} = '' or o.entry_id = ${entry}) and not p.answerable::jsonb @> jsonb_build_array(${person}::text)`;

/** Objections as they stand: who objects, and what is said, is read from the recorded list alone. */
export const objectionSummaries = async (
  rows: Rows,
  { organizationId, editionId, words: wanted, entryId, personId, page }: SummariesAsked,
): Promise<Lines<ObjectionSummary>> => {
  const counted = rows.query<CountOf>(
    `select word, count(*)::int as count from (${OBJECTIONS}${ofEntry('$3', '$4')}) o group by word order by word`,
    [organizationId, editionId, entryId, personId],
  );
  const found = rows.query<Placed<ObjectionSummary>>(
    `select objection_id as "objectionId", entry_id as "entryId", edition_id as "editionId", nominator_id as "nominatorId", title, against,
       received_at as "receivedAt", answer_due_at as "answerDueAt", word as status, outcome, settled_at as "settledAt", position
     from (${OBJECTIONS}${ofEntry('$6', '$7')}) o where ${WANTED} and position > $4 order by position limit $5`,
    [organizationId, editionId, wanted, page.after ?? 0, page.size + 1, entryId, personId],
  );
  const [words, lines] = await Promise.all([counted, found]);
  return { rows: lines, total: totalOf(words, wanted), words };
};
