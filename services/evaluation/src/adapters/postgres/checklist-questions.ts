import type { Rows } from '@jiangong/read-models';
import { coversSql } from '@jiangong/access/postgres';
import type { ListCounts } from '../../application/checklist-progress.ts';
import type { ListPlace } from '../../application/lists-to-fill.ts';

type OfItem = Readonly<{ entryId: string; sourceId: string; itemId: string; lastAt: string }>;
type Findings = OfItem & Readonly<{ standing: number; answered: number }>;
type Marks = OfItem & Readonly<{ period: number; giver: string }>;
type Counted = Readonly<{ entryId: string; count: number }>;

const groupedBy = <T extends Readonly<{ entryId: string }>>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(rows, ({ entryId }) => entryId);

const countsBy = (rows: readonly Counted[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ entryId, count }) => [entryId, count]));

/** What each entry's list of a round holds, by item: how many findings, and which marks are there. */
export const listCounts = async (rows: Rows, roundId: string): Promise<(entryId: string) => ListCounts> => {
  const [findings, marks, closed, proposals] = await Promise.all([
    rows.query<Findings>(
      `select entry_id as "entryId", source_id as "sourceId", item_id as "itemId", max(last_at) as "lastAt",
         count(*) filter (where stands)::int as standing, count(*) filter (where stands and answers > 0)::int as answered
       from checklist_finding where round_id = $1 group by entry_id, source_id, item_id`,
      [roundId],
    ),
    rows.query<Marks>(
      `select entry_id as "entryId", source_id as "sourceId", item_id as "itemId", period, giver, last_at as "lastAt"
       from checklist_mark where round_id = $1 and given`,
      [roundId],
    ),
    rows.query<Counted>(
      `select entry_id as "entryId", count(*)::int as count from checklist_period where round_id = $1 and closed group by entry_id`,
      [roundId],
    ),
    rows.query<Counted>(
      `select entry_id as "entryId", count(*)::int as count from checklist_proposal where round_id = $1 group by entry_id`,
      [roundId],
    ),
  ]);
  const [found, marked] = [groupedBy(findings), groupedBy(marks)];
  const [closedOf, proposed] = [countsBy(closed), countsBy(proposals)];
  return (entryId) => ({
    findings: found.get(entryId) ?? [],
    marks: marked.get(entryId) ?? [],
    closed: closedOf.get(entryId) ?? 0,
    proposals: proposed.get(entryId) ?? 0,
  });
};

/** Rounds with check-lists that are not over yet, of the latest edition first. */
export const roundsWithLists = async (rows: Rows, limit: number): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      `select round_id as "roundId" from round where checklists and status not in ('annulled', 'commended')
       order by round_id desc limit $1`,
      [limit],
    )
  ).map(({ roundId }) => roundId);

/** Rounds looked through for marks that somebody still owes. */
const OPEN_ROUNDS_MAX = 20;

/** Rounds whose lists can be filled now, where somebody has a role beside, above or below their committee, or is judged himself. */
export const openRoundsWithLists = async (
  rows: Rows,
  { paths, personId }: Readonly<{ paths: readonly string[]; personId: string }>,
): Promise<readonly string[]> =>
  (
    await rows.query<{ roundId: string }>(
      `select r.round_id as "roundId" from round r join access_organization o on o.id = r.committee_id
       where r.checklists and r.status = 'open' and (
         exists (select 1 from unnest($1::text[]) mine where ${coversSql('mine', 'o.path')} or ${coversSql('o.path', 'mine')})
         or exists (select 1 from round_entry e where e.round_id = r.round_id and (e.subject_id = $2 or $2 = any(e.answerable))))
       order by r.round_id desc limit ${OPEN_ROUNDS_MAX}`,
      [paths, personId],
    )
  ).map(({ roundId }) => roundId);

/** Where each entry of a round stands, and what of its list is closed. */
export const listPlaces = async (rows: Rows, roundId: string): Promise<ReadonlyMap<string, ListPlace>> => {
  const found = await rows.query<ListPlace & { entryId: string }>(
    `select e.entry_id as "entryId", o.path as "organizationPath",
       array(select p.part || ' ' || p.period from checklist_period p
         where p.round_id = e.round_id and p.entry_id = e.entry_id and p.closed) as closed
     from round_entry e join access_organization o on o.id = e.stands_at where e.round_id = $1`,
    [roundId],
  );
  return new Map(found.map(({ entryId, ...place }) => [entryId, place]));
};
