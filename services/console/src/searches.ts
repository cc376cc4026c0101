import type { EntrySort } from './api/questions.ts';

/** What stands in the address of a page: read from whatever somebody typed there, and nothing else of it kept. */
type Given = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value) : undefined;

const SORTS: readonly EntrySort[] = ['due', '-due', 'title', 'standing', 'planned', '-planned'];

export type ProjectsSearch = Readonly<{
  q?: string | undefined;
  standing?: string | undefined;
  track?: string | undefined;
  sort?: EntrySort | undefined;
  /** The organization whose projects they are; else the first that one has a role in. */
  under?: string | undefined;
  /** Columns that are not shown by themselves, `task,planned`. */
  columns?: string | undefined;
}>;
export const projectsSearch = ({ q, standing, track, sort, under, columns }: Given): ProjectsSearch => ({
  q: text(q),
  standing: text(standing),
  track: text(track),
  sort: SORTS.find((known) => known === sort),
  under: text(under),
  columns: text(columns),
});

export type OrganizationsSearch = Readonly<{
  q?: string | undefined;
  kind?: string | undefined;
  under?: string | undefined;
}>;
export const organizationsSearch = ({ q, kind, under }: Given): OrganizationsSearch => ({
  q: text(q),
  kind: text(kind),
  under: text(under),
});

export type NoticesSearch = Readonly<{ q?: string | undefined; state?: string | undefined }>;
export const noticesSearch = ({ q, state }: Given): NoticesSearch => ({ q: text(q), state: text(state) });

export type HonoursSearch = Readonly<{
  q?: string | undefined;
  year?: string | undefined;
  standing?: string | undefined;
}>;
export const honoursSearch = ({ q, year, standing }: Given): HonoursSearch => ({
  q: text(q),
  year: text(year),
  standing: text(standing),
});

export type CertificateSearch = Readonly<{ number?: string | undefined }>;
export const certificateSearch = ({ number }: Given): CertificateSearch => ({ number: text(number) });
