import { coversSql } from '@jiangong/access/postgres';
import { addCalendarDays } from '@jiangong/calendar';
import type { Problem, ProblemFile, ProblemStep } from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type ListFound, type Parameter, readList, type SortKey } from '@jiangong/read-models/postgres';
import type { ListAsked } from '@jiangong/service-host';
import { OWNER_ROLES, type ProblemFact } from '../../domain/problem/facts.ts';
import type { EvidenceFile } from './entry-reading.ts';
import { openProse, textOf } from './kept-prose.ts';

/** The latest first unless asked otherwise. */
export const PROBLEM_SORTS = ['-found', 'due', 'title'] as const;
type Sort = 'found' | 'due' | 'title';

const SORTS: Readonly<Record<Sort, SortKey>> = {
  found: { sql: 'p.position', kind: 'number' },
  // What has no day yet comes last.
  due: { sql: `coalesce(nullif(p.due_on, ''), '9999') collate "C"`, kind: 'text' },
  title: { sql: 'p.title_key', kind: 'text' },
};

/** A last day within so many days is near. */
const SOON_DAYS = 7;

/** How near the last day is: of what its owner has to solve, and of nothing else. */
const dueSql = (today: string, parameter: Parameter): string => {
  const now = parameter(today);
  const soon = parameter(addCalendarDays(today, SOON_DAYS));
  return `case when p.state <> 'assigned' then 'none' when p.due_on < ${now} then 'overdue' when p.due_on <= ${soon} then 'soon' else 'later' end`;
};

const columnsOf = (due: string): string =>
  `p.problem_id as "problemId", p.edition_id as "editionId", p.organization_id as "organizationId", p.entry_id as "entryId", p.title, p.source,
  p.kind, p.severity, p.found_on as "foundOn", p.state, p.owner_id as "ownerId", p.owner_role as "ownerRole", p.due_on as "dueOn", ${due} as due,
  p.late, (select count(distinct f.sha256)::int from problem_file f where f.problem_id = p.problem_id) as files, p.reopenings,
  p.handed_in_on as "handedInOn", p.closed_on as "closedOn", p.revision::int as revision`;

export type ProblemsAsked = ListAsked<Sort> &
  Readonly<{
    organizationId: string;
    editionId: string;
    today: string;
    states: readonly string[];
    dues: readonly string[];
    kinds: readonly string[];
    sources: readonly string[];
    severities: readonly string[];
    withdrawals: readonly string[];
    /** Whether the asker may know what is only proposed. */
    knowsProposals: boolean;
  }>;

/** Problems whose owner stands at or below an organization. */
export const problemsOf = (rows: Rows, asked: ProblemsAsked): Promise<ListFound<Problem>> =>
  readList<Problem>(rows, (parameter) => {
    const due = dueSql(asked.today, parameter);
    return {
      columns: columnsOf(due),
      from: 'problem p join access_organization b on b.id = p.owner_id',
      id: 'p.problem_id',
      where: [
        coversSql(`(select path from access_organization where id = ${parameter(asked.organizationId)})`, 'b.path'),
        ...(asked.editionId === '' ? [] : [`p.edition_id = ${parameter(asked.editionId)}`]),
      ],
      search: asked.search && { keysColumn: 'p.search_keys', textColumn: 'p.search_text', sought: asked.search },
      facets: {
        state: { sql: 'p.state', words: asked.states },
        due: { sql: due, words: asked.dues, derived: true },
        kind: { sql: 'p.kind', words: asked.kinds },
        source: { sql: 'p.source', words: asked.sources },
        severity: { sql: 'p.severity', words: asked.severities },
        withdrawal: {
          sql: asked.knowsProposals ? `case when p.proposal_id = '' then 'none' else 'proposed' end` : `'none'`,
          words: asked.withdrawals,
          derived: true,
        },
      },
      sort: { ...SORTS[asked.sort.by], down: asked.sort.down },
      place: asked.place,
    };
  });

/** Who asks: people of the owner are told which office did something, and not who of it. */
export type ProblemViewer = Readonly<{ personId: string; role: string; today: string }>;

const STEPS: Readonly<Record<ProblemFact['type'], string>> = {
  'ProblemFound.v1': 'found',
  'ProblemAssigned.v1': 'assigned',
  'ProblemDeadlineExtended.v1': 'extended',
  'ProblemHandedOver.v1': 'handed-over',
  'ProblemEvidenceAdded.v1': 'measure',
  'ProblemEvidenceRemoved.v1': 'measure-removed',
  'ProblemHandedIn.v1': 'handed-in',
  'ProblemTakenBack.v1': 'taken-back',
  'ProblemSentBack.v1': 'sent-back',
  'ProblemClosed.v1': 'closed',
  'ProblemReopened.v1': 'reopened',
  'ProblemWithdrawalProposed.v1': 'withdrawal-proposed',
  'ProblemWithdrawalRejected.v1': 'withdrawal-rejected',
  'ProblemWithdrawn.v1': 'withdrawn',
};
/** Every word that a step is called by. */
export const PROBLEM_STEPS: readonly string[] = Object.values(STEPS);

/** What was written, whatever each fact calls it. */
const TEXTS = ['description', 'measure', 'note', 'why'] as const;

export const isOwners = (role: string): boolean => (OWNER_ROLES as readonly string[]).includes(role);

type StepRow = Omit<ProblemStep, 'step' | 'text' | 'files'> &
  Readonly<{ type: ProblemFact['type']; stream: string; prose: string }>;
type FileRow = ProblemFile & Readonly<{ measureId: string }>;

const stepsOf = async (
  rows: Rows,
  privacy: KeyVault,
  problemId: string,
  viewer: ProblemViewer,
): Promise<readonly ProblemStep[]> => {
  const [steps, files] = await Promise.all([
    rows.query<StepRow>(
      `select type, stream, at, person_id as "personId", role, owner_id as "ownerId", due_on as "dueOn", measure_id as "measureId", removed, prose
       from problem_step where problem_id = $1 order by position`,
      [problemId],
    ),
    rows.query<FileRow>(
      `select f.measure_id as "measureId", f.sha256, e.media_type as "mediaType", e.bytes, e.destroyed_at as "destroyedAt"
       from problem_file f join evidence_file e on e.sha256 = f.sha256 where f.problem_id = $1 order by f.ordinal`,
      [problemId],
    ),
  ]);
  // What is only proposed threatens nobody: whoever it is about is not told.
  const shown = steps.filter(({ type }) => !isOwners(viewer.role) || !type.startsWith('ProblemWithdrawal'));
  const opened = await openProse(
    privacy,
    shown.map(({ prose, stream, type }) => (prose === '' ? null : { prose, stream, type })),
  );
  return shown.map(({ type, stream: _stream, prose: _prose, ...row }, at) => ({
    ...row,
    personId: isOwners(viewer.role) && !isOwners(row.role) ? '' : row.personId,
    step: STEPS[type],
    text: TEXTS.map((name) => textOf(opened[at], name)).find((text) => text !== '') ?? '',
    files:
      type === 'ProblemEvidenceAdded.v1'
        ? files.flatMap(({ measureId, ...file }) => (measureId === row.measureId ? [file] : []))
        : [],
  }));
};

type Kept = Readonly<{ foundBy: string; hands: readonly string[]; proposalId: string; proposalRole: string }>;

export const problemOf = async (rows: Rows, privacy: KeyVault, problemId: string, viewer: ProblemViewer) => {
  const values: unknown[] = [problemId];
  const due = dueSql(viewer.today, (value) => `$${values.push(value)}`);
  const [found] = await rows.query<Problem & Kept>(
    `select ${columnsOf(due)}, p.found_by as "foundBy", p.hands, p.proposal_id as "proposalId", p.proposal_role as "proposalRole"
     from problem p where p.problem_id = $1`,
    values,
  );
  if (found === undefined) return undefined;
  const { foundBy, hands, proposalId, proposalRole, ...problem } = found;
  const [first, ...later] = await stepsOf(rows, privacy, problemId, viewer);
  const told = isOwners(viewer.role) ? { proposalId: '', proposalRole: '' } : { proposalId, proposalRole };
  return {
    ...{ problem, ...told, description: first?.text ?? '' },
    steps: first === undefined ? [] : [first, ...later],
    tookPart: foundBy === viewer.personId || hands.includes(viewer.personId),
  };
};

/** A file that shows a measure of this problem, and stands. */
export const fileOfProblem = async (rows: Rows, problemId: string, sha256: string): Promise<EvidenceFile | undefined> =>
  (
    await rows.query<EvidenceFile>(
      `select e.media_type as "mediaType", e.bytes, e.destroyed_at as "destroyedAt" from evidence_file e
       where e.sha256 = $2 and exists (select 1 from problem_file f where f.problem_id = $1 and f.sha256 = $2)`,
      [problemId, sha256],
    )
  )[0];
