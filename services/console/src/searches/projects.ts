import type { EntrySort } from '../api/questions/entries.ts';
import { type Given, text } from './given.ts';

const SORTS: readonly EntrySort[] = ['due', '-due', 'title', 'standing', 'planned', '-planned'];

export type ProjectsSearch = Readonly<{
  q?: string | undefined;
  standing?: string | undefined;
  track?: string | undefined;
  /** Of whoever stands on a roll: what it was to bring itself. */
  brought?: string | undefined;
  sort?: EntrySort | undefined;
  /** The organization whose projects they are; else the first that one has a role in. */
  under?: string | undefined;
  /** Columns that are not shown by themselves, `task,planned`. */
  columns?: string | undefined;
}>;
export const projectsSearch = ({ q, standing, track, brought, sort, under, columns }: Given): ProjectsSearch => ({
  q: text(q),
  standing: text(standing),
  track: text(track),
  brought: text(brought),
  sort: SORTS.find((known) => known === sort),
  under: text(under),
  columns: text(columns),
});
