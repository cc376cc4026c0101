import { belowMarkedSql, coversSql } from '@jiangong/access/postgres';
import type { PagePlace } from '@jiangong/service-host';
import type {
  Declaration,
  HistoryEntry,
  Milestone,
  Entry,
  PublicNotice,
  ScreeningFailure,
} from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { Rows } from '@jiangong/read-models';

type Placed<T> = T & Readonly<{ position: number }>;

const COLUMNS = `p.entry_id as "entryId", p.edition_id as "editionId", p.unit_id as "unitId", p.branch_id as "branchId", p.leader_person_id as "leaderPersonId",
  p.title, p.key_task as "keyTask", p.measures, p.due_on as "dueOn", p.standing, p.featured, p.declarations, p.notice_until as "noticeUntil",
  p.redeclare_until as "redeclareUntil", p.open_objections as "openObjections", p.award, p.grade, p.document_number as "documentNumber",
  p.planned_at as "plannedAt", p.position`;

export const entryOf = async (rows: Rows, entryId: string): Promise<Entry | undefined> =>
  (await rows.query<Entry>(`select ${COLUMNS} from entry p where p.entry_id = $1`, [entryId]))[0];

/** What an If-Match must say: the revision of the unit's entries in the edition. */
export const revisionOf = async (rows: Rows, { editionId, unitId }: Entry): Promise<number> => {
  const [row] = await rows.query<{ revision: number }>(
    'select revision from unit_edition where edition_id = $1 and unit_id = $2',
    [editionId, unitId],
  );
  if (!row) throw new Error(`no revision is known for ${unitId} in ${editionId}`);
  return row.revision;
};

export const milestonesOf = (rows: Rows, entryId: string): Promise<readonly Milestone[]> =>
  rows.query<Milestone>(
    `select m.milestone_id as "milestoneId", m.title, m.due_on as "dueOn", coalesce(r.completed_on, '') as "completedOn"
     from milestone m left join milestone_reached r on r.entry_id = m.entry_id and r.milestone_id = m.milestone_id
     where m.entry_id = $1 order by m.ordinal`,
    [entryId],
  );

type DeclarationRow = Omit<Declaration, 'evidence' | 'returnReasons' | 'failures'> &
  Readonly<{ evidence: string; returnReasons: string; failures: string }>;

export const declarationsOf = async (rows: Rows, entryId: string): Promise<readonly Declaration[]> => {
  const found = await rows.query<DeclarationRow>(
    `select version, summary, evidence, declared_at as "declaredAt", returned_by as "returnedBy", return_reasons as "returnReasons", screening, failures
     from declaration where entry_id = $1 order by version`,
    [entryId],
  );
  return found.map((row) => ({
    ...row,
    evidence: JSON.parse(row.evidence) as string[],
    returnReasons: JSON.parse(row.returnReasons) as string[],
    failures: JSON.parse(row.failures) as ScreeningFailure[],
  }));
};

export type EntriesAsked = Readonly<{
  organizationId: string;
  editionId: string;
  unitId: string;
  standing: string;
  page: PagePlace<number>;
}>;

/** Entries whose branch stands at or below the organization; one row more than the page. */
export const entriesOf = (
  rows: Rows,
  { organizationId, editionId, unitId, standing, page }: EntriesAsked,
): Promise<readonly Placed<Entry>[]> =>
  rows.query<Placed<Entry>>(
    `select ${COLUMNS} from entry p join access_organization b on b.id = p.branch_id
     where ${coversSql('(select path from access_organization where id = $1)', 'b.path')}
       and ($2 = '' or p.edition_id = $2) and ($3 = '' or p.unit_id = $3) and ($4 = '' or p.standing = $4) and p.position > $5
     order by p.position limit $6`,
    [organizationId, editionId, unitId, standing, page.after ?? 0, page.size + 1],
  );

export const historyOf = (rows: Rows, entryId: string, page: PagePlace<number>): Promise<readonly HistoryEntry[]> =>
  rows.query<HistoryEntry>(
    `select position, revision, event_id as "eventId", type, occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId",
       actor_role as "actorRole", hash, data as "dataJson"
     from entry_history where entry_id = $1 and position > $2 order by position limit $3`,
    [entryId, page.after ?? 0, page.size + 1],
  );

/** Running notices. What is classified, or stands below what is, never appears in public. */
export const noticesOf = (
  rows: Rows,
  asked: Readonly<{ editionId: string; now: string; page: PagePlace<number> }>,
): Promise<readonly Placed<PublicNotice>[]> =>
  rows.query<Placed<PublicNotice>>(
    `select p.entry_id as "entryId", p.edition_id as "editionId", p.unit_id as "unitId", p.title, p.key_task as "keyTask", d.summary,
       p.notice_from as "noticeFrom", p.notice_until as "noticeUntil", p.position
     from entry p join declaration d on d.entry_id = p.entry_id and d.version = p.declarations
     join access_organization b on b.id = p.branch_id
     where p.standing = 'published' and p.notice_until > $2 and ($1 = '' or p.edition_id = $1) and p.position > $3
       and not ${belowMarkedSql('access_organization', 'classified', 'b.path')}
     order by p.position limit $4`,
    [asked.editionId, asked.now, asked.page.after ?? 0, asked.page.size + 1],
  );

/** An evidence file, if it is evidence of this entry. */
export const evidenceOf = async (
  rows: Rows,
  entryId: string,
  sha256: string,
): Promise<Readonly<{ mediaType: string; bytes: number }> | undefined> =>
  (
    await rows.query<{ mediaType: string; bytes: number }>(
      `select f.media_type as "mediaType", f.bytes from entry_evidence e join evidence_file f on f.sha256 = e.sha256 where e.entry_id = $1 and e.sha256 = $2`,
      [entryId, sha256],
    )
  )[0];
