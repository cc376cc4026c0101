import { addCalendarDays, startOfDay } from '@jiangong/calendar';
import type { ProjectedRows, Rows } from '@jiangong/read-models';
import { coversSql } from '@jiangong/access/postgres';
import { type FactData, textOf } from './fact-data.ts';
import { type FactContext, peopleIn, type People } from './people-in.ts';

/** Problems: what each is called, who has to solve it, and until when. */
export const PROBLEM_TABLES = `
  create table if not exists inbox_problem (
    problem_id text primary key,
    edition_id text not null,
    title text not null,
    owner_id text not null,
    awaited boolean not null,
    closes_at text collate "C" not null,
    since text collate "C" not null
  );
  create index if not exists inbox_problem_awaited on inbox_problem (closes_at) where awaited;
`;

export const PROBLEM_TABLE_NAMES = ['inbox_problem'] as const;

/** The stage that a reminder of problems names: none of the calendar's. */
export const SOLVING = 'solve-problems';

const found = (rows: ProjectedRows, data: FactData): void =>
  rows.write(`insert into inbox_problem values ($1, $2, $3, $4, false, '', '') on conflict (problem_id) do nothing`, [
    ...['problemId', 'editionId', 'title', 'ownerId'].map((field) => textOf(data, field)),
  ]);

/** Its owner has until the end of the last day. */
const awaited = (rows: ProjectedRows, data: FactData, occurredAt: string): void =>
  rows.write(
    'update inbox_problem set owner_id = $2, awaited = true, closes_at = $3, since = $4 where problem_id = $1',
    [
      ...[
        textOf(data, 'problemId'),
        textOf(data, 'ownerId'),
        startOfDay(addCalendarDays(textOf(data, 'dueOn'), 1)),
        occurredAt,
      ],
    ],
  );

const waits =
  (isAwaited: boolean) =>
  (rows: ProjectedRows, data: FactData): void =>
    rows.write('update inbox_problem set awaited = $2 where problem_id = $1', [textOf(data, 'problemId'), isAwaited]);

export const PROBLEM_LESSONS: Readonly<
  Record<string, (rows: ProjectedRows, data: FactData, occurredAt: string) => void>
> = {
  'merit_projects.ProblemFound.v1': found,
  'merit_projects.ProblemAssigned.v1': awaited,
  'merit_projects.ProblemExtended.v1': awaited,
  'merit_projects.ProblemSentBack.v1': awaited,
  'merit_projects.ProblemReopened.v1': awaited,
  'merit_projects.ProblemTakenBack.v1': waits(true),
  'merit_projects.ProblemHandedIn.v1': waits(false),
  'merit_projects.ProblemClosed.v1': waits(false),
  'merit_projects.ProblemWithdrawn.v1': waits(false),
};

/** Whoever answers for problems of the edition whose last day is the one that is reminded of. */
export const solvers = (rows: Rows, { editionId, closesAt, at }: FactContext): Promise<People> =>
  peopleIn(
    rows,
    `select distinct m.person_id from inbox_problem p
       join inbox_place o on o.organization_id = p.owner_id
       join inbox_mandate m on m.role in ('unit-officer', 'branch-secretary')
       join inbox_place h on h.organization_id = m.organization_id and not h.dissolved and ${coversSql('h.path', 'o.path')}
      where p.awaited and p.edition_id = $1 and p.closes_at = $2 and m.given_at <= $3 and (m.ends_at is null or m.ends_at > $3)`,
    [editionId, closesAt, at],
  );
