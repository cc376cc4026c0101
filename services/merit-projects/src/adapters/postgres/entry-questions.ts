import type {
  Declaration,
  Entry,
  GivenDocument,
  Milestone,
  ReviewAnswer,
} from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { listOf, openProse, textOf } from './kept-prose.ts';
import type { EntryFact } from '../../domain/entries/facts.ts';
import { broughtSql } from './brought.ts';
import { liveClaimSql } from './review-claim-projection.ts';

type Placed<T> = T & Readonly<{ position: number }>;
export type ListedEntryRow = Omit<Entry, 'answerable' | 'measures'> &
  Readonly<{ position: number; answerable: string }>;
type EntryRow = ListedEntryRow & Readonly<{ stream: string; prose: string; proseType: string }>;

/** Without what is sealed. An entry that was entered and has an award in a circular is commended: nobody here says so, it follows. */
export const LISTED_COLUMNS = `p.entry_id as "entryId", p.edition_id as "editionId", p.nominator_id as "nominatorId", p.subject_kind as "subjectKind",
  p.subject_id as "subjectId", p.track, p.home_id as "homeId", p.proposer_id as "proposerId", p.answerable, p.title, p.key_task as "keyTask",
  p.due_on as "dueOn", s.standing, p.missed_reason as "missedReason", f.entry_id is not null as featured, p.declarations,
  p.notice_until as "noticeUntil", case when s.standing = 'returned' then p.redeclare_until else '' end as "redeclareUntil", p.open_objections as "openObjections",
  case when s.standing = 'commended' then a.award else '' end as award, case when s.standing = 'commended' then a.grade else '' end as grade,
  case when s.standing = 'commended' then a.grade_zh else '' end as "gradeZh", case when s.standing = 'commended' then a.grade_en else '' end as "gradeEn",
  case when s.standing = 'commended' then a.document_number else '' end as "documentNumber", p.planned_at as "plannedAt", p.revision, p.position,
  coalesce(c.claimed_by, '') as "claimedBy", coalesce(c.until_at, '') as "claimedUntil", g.brought`;

const COLUMNS = `${LISTED_COLUMNS}, p.stream, p.prose, p.prose_type as "proseType"`;

/**
 * The caller, as far as it decides what he is shown of an entry: that it is blocked, and who of the office is reviewing it (null: nobody).
 * `today`: the first instant of the day. Claims end with days, and a question that is the same all day has its counts remembered.
 */
export type Viewer = Readonly<{
  knowsBlocks: boolean;
  today: string;
  claims: Readonly<{ personId: string }> | null;
}>;

/** The claim of an entry that counts, and whether it is the caller's. */
const claimOf = ({ claims, today }: Viewer, parameter: (value: unknown) => string): string =>
  claims === null
    ? `left join (select null as claimed_by, null as until_at, false as mine) c on false`
    : `left join (select k.*, k.claimed_by = ${parameter(claims.personId)} as mine from review_claim k) c on ${liveClaimSql(parameter(today))}`;

/** Whose the review is: `unclaimed` waits for whoever takes it; `none` waits for no review, or whose it is is not told to the caller. */
export const claimWordSql = ({ claims }: Viewer): string =>
  claims === null
    ? `'none'`
    : `case when c.mine then 'mine' when c.claimed_by is not null then 'others' when p.standing = 'declared' then 'unclaimed' else 'none' end`;

/**
 * Of several honours the first by id, as a join that is looked up for a page and hashed for a count. Who may not know that an entry is blocked
 * sees it as declared. `parameter` writes a value as the statement's next parameter.
 */
export const fromEntries = (viewer: Viewer, parameter: (value: unknown) => string): string => `entry p
  ${claimOf(viewer, parameter)}
  left join feature f on f.entry_id = p.entry_id
  left join (select h.* from entry_honour h where h.stands and not exists
    (select 1 from entry_honour e where e.entry_id = h.entry_id and e.stands and e.honour_id < h.honour_id)) a on a.entry_id = p.entry_id
  cross join lateral (select case
    when p.standing = 'in-evaluation' and a.honour_id is not null then 'commended'
    when not ${parameter(viewer.knowsBlocks)}::boolean and (p.standing = 'blocked' or p.missed_reason = 'blocked') then 'declared'
    else p.standing end as standing) s
  cross join lateral (select ${broughtSql(parameter(viewer.today))} as brought) g`;

/** An entry as a list shows it: without what is sealed. */
export const shownOf = (entry: ListedEntryRow, knows: boolean): Placed<Entry> => ({
  ...entry,
  missedReason: knows || entry.missedReason !== 'blocked' ? entry.missedReason : '',
  answerable: JSON.parse(entry.answerable) as string[],
  measures: '',
});

const whole = async (
  privacy: KeyVault,
  found: readonly EntryRow[],
  knows: boolean,
): Promise<readonly Placed<Entry>[]> => {
  const prose = await openProse(
    privacy,
    found.map(({ prose: kept, stream, proseType: type }) => ({ prose: kept, stream, type })),
  );
  return found.map(({ stream: _stream, prose: _prose, proseType: _type, ...entry }, index) => ({
    ...shownOf(entry, knows),
    measures: textOf(prose[index], 'measures'),
  }));
};

export type Asker = Readonly<{ privacy: KeyVault; viewer: Viewer }>;

export const entryOf = async (rows: Rows, { privacy, viewer }: Asker, entryId: string): Promise<Entry | undefined> => {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const found = await rows.query<EntryRow>(
    `select ${COLUMNS} from ${fromEntries(viewer, parameter)} where p.entry_id = ${parameter(entryId)}`,
    values,
  );
  return (await whole(privacy, found, viewer.knowsBlocks))[0];
};

type MilestoneRow = Milestone &
  Readonly<{ entryId: string; ordinal: number; stream: string; prose: string; type: string }>;

const OWN_PLAN: EntryFact['type'] = 'MilestonesPlanned.v1';

/** What each of these means to do, in its order. The words of whoever planned for himself are sealed, all of an entry's together. */
export const milestonesOfMany = async (
  rows: Rows,
  privacy: KeyVault,
  entryIds: readonly string[],
): Promise<readonly (Milestone & Readonly<{ entryId: string }>)[]> => {
  const found = await rows.query<MilestoneRow>(
    `select m.entry_id as "entryId", m.ordinal, m.milestone_id as "milestoneId", m.title, m.due_on as "dueOn",
       coalesce(r.completed_on, '') as "completedOn", p.stream, p.prose, p.prose_type as type
     from milestone m join entry p on p.entry_id = m.entry_id
     left join milestone_reached r on r.entry_id = m.entry_id and r.milestone_id = m.milestone_id
     where m.entry_id = any($1::text[]) order by m.entry_id, m.ordinal`,
    [entryIds],
  );
  const opened = await openProse(
    privacy,
    found.map(({ type, prose, stream }) => (type === OWN_PLAN ? { type, prose, stream } : null)),
  );
  return found.map(({ ordinal, stream: _stream, prose: _prose, type, title, ...one }, at) => ({
    ...one,
    title: type === OWN_PLAN ? (listOf<string>(opened[at], 'titles')[ordinal] ?? 'ERASED') : title,
  }));
};

export const milestonesOf = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly Milestone[]> =>
  (await milestonesOfMany(rows, privacy, [entryId])).map(({ entryId: _entry, ...one }) => one);

type DeclarationRow = Omit<Declaration, 'evidence' | 'documents' | 'returnReasons' | 'answers' | 'summary'> &
  Readonly<{
    evidence: string;
    documents: string;
    answers: string;
    stream: string;
    prose: string;
    proseType: string;
    returnProse: string;
    reviewProse: string;
  }>;

/** Each answer with its explanation: explanations stand beside those that are not met, in their order. */
export const answersOf = (text: string, explanations: readonly string[]): ReviewAnswer[] => {
  let next = 0;
  return (JSON.parse(text) as readonly Omit<ReviewAnswer, 'explanation'>[]).map(({ item, met }) => ({
    item,
    met,
    explanation: met ? '' : (explanations[next++] ?? 'ERASED'),
  }));
};

export const declarationsOf = async (
  rows: Rows,
  privacy: KeyVault,
  entryId: string,
): Promise<readonly Declaration[]> => {
  const found = await rows.query<DeclarationRow>(
    `select version, evidence, documents, declared_at as "declaredAt", stream, prose, prose_type as "proseType", returned_by as "returnedBy",
       return_prose as "returnProse", review, answers, review_prose as "reviewProse"
     from declaration where entry_id = $1 order by version`,
    [entryId],
  );
  const of = (prose: string, stream: string, type: string) => ({ prose, stream, type });
  const [summaries, returns, reviews] = await Promise.all([
    openProse(
      privacy,
      found.map((row) => of(row.prose, row.stream, row.proseType)),
    ),
    openProse(
      privacy,
      found.map((row) => of(row.returnProse, row.stream, 'EntryReturned.v1')),
    ),
    openProse(
      privacy,
      found.map((row) => of(row.reviewProse, row.stream, 'EntryReviewed.v1')),
    ),
  ]);
  return found.map(({ version, evidence, documents, declaredAt, returnedBy, review, answers }, index) => ({
    ...{ version, declaredAt, returnedBy, review },
    summary: textOf(summaries[index], 'summary'),
    evidence: JSON.parse(evidence) as string[],
    documents: JSON.parse(documents) as GivenDocument[],
    returnReasons: [...listOf<string>(returns[index], 'reasons')],
    answers: answersOf(answers, listOf<string>(reviews[index], 'explanations')),
  }));
};
