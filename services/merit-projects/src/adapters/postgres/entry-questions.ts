import type {
  Declaration,
  Entry,
  Milestone,
  ReviewAnswer,
} from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { listOf, openProse, textOf } from './kept-prose.ts';

type Placed<T> = T & Readonly<{ position: number }>;
export type EntryRow = Omit<Entry, 'answerable' | 'measures'> &
  Readonly<{ position: number; answerable: string; stream: string; prose: string; proseType: string }>;

/** An entry that was entered and has an award in a circular is commended: nobody here says so, it follows. */
export const COLUMNS = `p.entry_id as "entryId", p.edition_id as "editionId", p.nominator_id as "nominatorId", p.subject_kind as "subjectKind",
  p.subject_id as "subjectId", p.track, p.home_id as "homeId", p.proposer_id as "proposerId", p.answerable, p.title, p.key_task as "keyTask",
  p.due_on as "dueOn", s.standing, p.missed_reason as "missedReason", f.entry_id is not null as featured, p.declarations,
  p.notice_until as "noticeUntil", case when s.standing = 'returned' then p.redeclare_until else '' end as "redeclareUntil", p.open_objections as "openObjections",
  case when s.standing = 'commended' then a.award else '' end as award, case when s.standing = 'commended' then a.grade else '' end as grade,
  case when s.standing = 'commended' then a.document_number else '' end as "documentNumber", p.planned_at as "plannedAt", p.revision, p.position,
  p.stream, p.prose, p.prose_type as "proseType"`;

/**
 * Of several honours the first by id, as a join that is looked up for a page and hashed for a count. `knows`: whether the caller may know that an entry is blocked; who may not sees it as declared.
 */
export const fromEntries = (knows: string): string => `entry p
  left join feature f on f.entry_id = p.entry_id
  left join (select h.* from entry_honour h where h.stands and not exists
    (select 1 from entry_honour e where e.entry_id = h.entry_id and e.stands and e.honour_id < h.honour_id)) a on a.entry_id = p.entry_id
  cross join lateral (select case
    when p.standing = 'in-evaluation' and a.honour_id is not null then 'commended'
    when not ${knows}::boolean and (p.standing = 'blocked' or p.missed_reason = 'blocked') then 'declared'
    else p.standing end as standing) s`;

/** An entry as a list shows it: without what is sealed. */
export const shownOf = (row: EntryRow, knows: boolean): Placed<Entry> => {
  const { stream: _stream, prose: _prose, proseType: _type, ...entry } = row;
  return {
    ...entry,
    missedReason: knows || entry.missedReason !== 'blocked' ? entry.missedReason : '',
    answerable: JSON.parse(entry.answerable) as string[],
    measures: '',
  };
};

const whole = async (
  privacy: KeyVault,
  found: readonly EntryRow[],
  knows: boolean,
): Promise<readonly Placed<Entry>[]> => {
  const prose = await openProse(
    privacy,
    found.map(({ prose: kept, stream, proseType: type }) => ({ prose: kept, stream, type })),
  );
  return found.map((row, index) => ({ ...shownOf(row, knows), measures: textOf(prose[index], 'measures') }));
};

export type Asker = Readonly<{ privacy: KeyVault; knowsBlocks: boolean }>;

export const entryOf = async (
  rows: Rows,
  { privacy, knowsBlocks }: Asker,
  entryId: string,
): Promise<Entry | undefined> => {
  const found = await rows.query<EntryRow>(`select ${COLUMNS} from ${fromEntries('$1')} where p.entry_id = $2`, [
    knowsBlocks,
    entryId,
  ]);
  return (await whole(privacy, found, knowsBlocks))[0];
};

export const milestonesOf = (rows: Rows, entryId: string): Promise<readonly Milestone[]> =>
  rows.query<Milestone>(
    `select m.milestone_id as "milestoneId", m.title, m.due_on as "dueOn", coalesce(r.completed_on, '') as "completedOn"
     from milestone m left join milestone_reached r on r.entry_id = m.entry_id and r.milestone_id = m.milestone_id
     where m.entry_id = $1 order by m.ordinal`,
    [entryId],
  );

type DeclarationRow = Omit<Declaration, 'evidence' | 'returnReasons' | 'answers' | 'summary'> &
  Readonly<{
    evidence: string;
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
    `select version, evidence, declared_at as "declaredAt", stream, prose, prose_type as "proseType", returned_by as "returnedBy",
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
  return found.map(({ version, evidence, declaredAt, returnedBy, review, answers }, index) => ({
    ...{ version, declaredAt, returnedBy, review },
    summary: textOf(summaries[index], 'summary'),
    evidence: JSON.parse(evidence) as string[],
    returnReasons: [...listOf<string>(returns[index], 'reasons')],
    answers: answersOf(answers, listOf<string>(reviews[index], 'explanations')),
  }));
};
