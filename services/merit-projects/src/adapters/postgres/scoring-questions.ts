import type {
  EntryToScore,
  FileToScore,
  GetEntryToScoreResponse,
} from '@jiangong/contracts/jiangong/merit_projects/v1/scoring';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import type { PagePlace } from '@jiangong/service-host';
import { dossierOf } from './entry-reading.ts';
import { milestonesOf } from './entry-questions.ts';
import { openProse, textOf } from './kept-prose.ts';
import { ENTRIES_WITH_EVALUATORS } from './who-scores.ts';

type Kept = Readonly<{ stream: string; prose: string; type: string }>;
type Row = Omit<EntryToScore, 'answerable' | 'summary'> & Kept & Readonly<{ answerable: string }>;

/** What an evaluator sees of an entry: what was declared last. Neither standing, objections nor reviews. */
const COLUMNS = `p.entry_id as "entryId", p.edition_id as "editionId", p.nominator_id as "nominatorId", p.subject_kind as "subjectKind",
  p.subject_id as "subjectId", p.track, p.home_id as "homeId", p.answerable, p.title,
  (select count(*)::integer from (
     select jsonb_array_elements_text(d.evidence::jsonb) union
     select v.sha256 from entry_file_use v where v.entry_id = p.entry_id and v.used_in <> 'declaration') f) as files,
  (select count(*)::integer from report t where t.entry_id = p.entry_id) as reports, d.stream, d.prose, d.prose_type as type`;

const DECLARED = 'join declaration d on d.entry_id = p.entry_id and d.version = p.declarations';

const shown = async (privacy: KeyVault, found: readonly Row[]): Promise<readonly EntryToScore[]> => {
  const prose = await openProse(privacy, found);
  return found.map(({ stream: _stream, prose: _prose, type: _type, answerable, ...entry }, index) => ({
    ...entry,
    answerable: JSON.parse(answerable) as string[],
    summary: textOf(prose[index], 'summary'),
  }));
};

export type ToScoreAsked = Readonly<{ roundId: string; personId: string; now: string; page: PagePlace<string> }>;

/** The entries of a round that somebody scores now, by id; one row more than the page. */
export const entriesToScore = async (
  rows: Rows,
  privacy: KeyVault,
  { roundId, personId, now, page }: ToScoreAsked,
): Promise<readonly EntryToScore[]> =>
  shown(
    privacy,
    await rows.query<Row>(
      `select ${COLUMNS} from ${ENTRIES_WITH_EVALUATORS} ${DECLARED}
       where s.round_id = $2 and s.person_id = $3 and p.entry_id > $4 order by p.entry_id limit $5`,
      [now, roundId, personId, page.after ?? '', page.size + 1],
    ),
  );

export const entriesToScoreCount = async (
  rows: Rows,
  { roundId, personId, now }: Omit<ToScoreAsked, 'page'>,
): Promise<number> =>
  (
    await rows.query<{ total: number }>(
      `select count(*)::integer as total from ${ENTRIES_WITH_EVALUATORS} where s.round_id = $2 and s.person_id = $3`,
      [now, roundId, personId],
    )
  )[0]?.total ?? 0;

type Whole = Row &
  Kept &
  Readonly<{
    keyTask: string;
    dueOn: string;
    declaredAt: string;
    evidence: string;
    planned: string;
    plannedType: string;
  }>;

type FileRow = Omit<FileToScore, 'caption'> & Readonly<{ stream: string; prose: string }>;

/** The files of the declaration and the reports, with what the unit says that they show. */
const filesToScore = async (rows: Rows, privacy: KeyVault, entryId: string): Promise<readonly FileToScore[]> => {
  const found = await rows.query<FileRow>(
    `select f.sha256, f.media_type as "mediaType", f.bytes, f.destroyed_at <> '' as destroyed, coalesce(e.kind, '') as kind,
       coalesce(e.stream, '') as stream, coalesce(e.prose, '') as prose
     from evidence_file f left join entry_file e on e.sha256 = f.sha256 and e.entry_id = $1 where f.sha256 in (
       select jsonb_array_elements_text(d.evidence::jsonb) from entry p ${DECLARED} where p.entry_id = $1
       union select sha256 from entry_file_use where entry_id = $1 and used_in <> 'declaration') order by f.sha256`,
    [entryId],
  );
  const captions = await openProse(
    privacy,
    found.map(({ stream, prose }) => ({ stream, prose, type: 'EvidenceDescribed.v1' })),
  );
  return found.map(({ stream: _stream, prose: _prose, ...file }, index) => ({
    ...file,
    caption: textOf(captions[index], 'caption'),
  }));
};

/** One entry with everything that belongs to it, in one answer. */
export const entryToScore = async (
  rows: Rows,
  privacy: KeyVault,
  entryId: string,
): Promise<GetEntryToScoreResponse | undefined> => {
  const [found] = await rows.query<Whole>(
    `select ${COLUMNS}, p.key_task as "keyTask", p.due_on as "dueOn", d.declared_at as "declaredAt", d.evidence,
       p.prose as planned, p.prose_type as "plannedType"
     from entry p ${DECLARED} where p.entry_id = $1`,
    [entryId],
  );
  if (found === undefined) return undefined;
  const { keyTask, dueOn, declaredAt, evidence, planned, plannedType, ...row } = found;
  const [[entry], [plan], milestones, { reports }, files] = await Promise.all([
    shown(privacy, [row]),
    openProse(privacy, [{ prose: planned, stream: row.stream, type: plannedType }]),
    milestonesOf(rows, privacy, entryId),
    dossierOf(rows, privacy, entryId),
    filesToScore(rows, privacy, entryId),
  ]);
  return {
    ...{ entry, keyTask, dueOn, declaredAt },
    measures: textOf(plan, 'measures'),
    evidence: JSON.parse(evidence) as string[],
    milestones: [...milestones],
    reports,
    files: [...files],
  };
};
