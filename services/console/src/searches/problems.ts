import { type Given, text } from './given.ts';

export const PROBLEM_STATES = ['found', 'assigned', 'handed-in', 'closed', 'withdrawn'] as const;
export const PROBLEM_DUES = ['overdue', 'soon', 'later', 'none'] as const;
export const PROBLEM_KINDS = [
  'leadership',
  'organization',
  'education',
  'style',
  'discipline',
  'duty',
  'other',
] as const;
export const PROBLEM_SOURCES = ['inspection', 'appraisal', 'report', 'complaint', 'admitted'] as const;
export const PROBLEM_SEVERITIES = ['ordinary', 'serious'] as const;
export const PROBLEM_WITHDRAWALS = ['proposed', 'none'] as const;
export const PROBLEM_SORTS = ['-found', 'found', 'due', '-due', 'title'] as const;

const FILTERS = {
  state: PROBLEM_STATES,
  due: PROBLEM_DUES,
  kind: PROBLEM_KINDS,
  source: PROBLEM_SOURCES,
  severity: PROBLEM_SEVERITIES,
  withdrawal: PROBLEM_WITHDRAWALS,
  sort: PROBLEM_SORTS,
} as const;

export type ProblemsSearch = Readonly<
  { [F in keyof typeof FILTERS]?: (typeof FILTERS)[F][number] | undefined } & {
    /** The organization at or below which the owners stand; absent: where one has a role. */
    under?: string | undefined;
    edition?: string | undefined;
    q?: string | undefined;
  }
>;

const among = <const W extends readonly string[]>(words: W, value: unknown): W[number] | undefined =>
  words.find((word) => word === value);

export const problemsSearch = (given: Given): ProblemsSearch => ({
  under: text(given['under']),
  edition: text(given['edition']),
  q: text(given['q']),
  state: among(FILTERS.state, given['state']),
  due: among(FILTERS.due, given['due']),
  kind: among(FILTERS.kind, given['kind']),
  source: among(FILTERS.source, given['source']),
  severity: among(FILTERS.severity, given['severity']),
  withdrawal: among(FILTERS.withdrawal, given['withdrawal']),
  sort: among(FILTERS.sort, given['sort']),
});
