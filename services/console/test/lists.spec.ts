import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PAGES = join(import.meta.dirname, '../src/pages');

/** What every list that may grow has, as the code of its page, or of what stands beside it, says. */
const HAS = {
  search: /<SearchBox\b/u,
  filters: /<Choice\b|<DayField\b|useSearch\(/u,
  export: /<ExportButton\b/u,
  empty: /<EmptyNotice\b|className="quiet"/u,
  error: /<ProblemNotice\b|<Answered\b/u,
} as const;
type Part = keyof typeof HAS;

/** What stands in another file than the list. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'review/review.tsx': ['review/review-filters.tsx', 'projects/projects.tsx'],
  'people/people-list.tsx': ['people/people.tsx', 'members/members.tsx'],
  'people/role-list.tsx': ['people/people.tsx'],
  'rounds/seat-table.tsx': ['rounds/seats.tsx'],
};

/** What a list can do without, and why. */
const WITHOUT: Readonly<Record<string, Readonly<Partial<Record<Part, string>>>>> = {
  'account/inbox.tsx': {
    search: 'messages of one person, the unread first',
    filters: 'messages of one person, the unread first',
    export: 'a message leads to what it is about',
  },
  'cases/cases.tsx': { search: 'by the day their answer is due; titles are found among the projects' },
  'clearances/clearances.tsx': { search: 'by their state; titles are found among the projects' },
  'honours/awarded.tsx': { export: 'public lists are read without an account; circulars hold them on paper' },
  'notices/running.tsx': { export: 'notices have papers of their own' },
  'operations/deliveries.tsx': {
    search: 'of the last days, for operators',
    filters: 'of the last days, for operators',
  },
  'operations/repairs.tsx': { search: 'a log that is read from its end', filters: 'a log that is read from its end' },
  'organizations/below-part.tsx': {
    search: 'one level of the tree; the page of organizations searches all of it',
    filters: 'one level of the tree; the page of organizations filters all of it',
    export: 'one level of the tree; the page of organizations exports all of it',
  },
  'own-notices/own-notices.tsx': {
    search: 'what one unit makes known in one edition, or a few units',
    filters: 'what one unit makes known in one edition, or a few units',
  },
  'public/honours.tsx': { export: 'public lists are read without an account' },
  'public/notices.tsx': { export: 'public lists are read without an account' },
  'rounds/candidate-list.tsx': { export: 'who is seated is exported with the seats' },
  'rounds/own-recusals.tsx': {
    search: 'what one person would judge',
    filters: 'what one person would judge',
    export: 'what one person would judge',
  },
  'rounds/seat-table.tsx': { search: 'who judges in one round, by how far he is' },
  'sheets/my-sheets.tsx': { search: 'sheets of one person', filters: 'sheets of one person' },
};

type Read = (file: string) => string;
const fromDisk: Read = (file) => readFileSync(join(PAGES, file), 'utf8');

/** What a list lacks that it does not say why it can do without. */
const lacking = (file: string, read: Read): readonly string[] => {
  const text = [file, ...(BESIDE[file] ?? [])].map(read).join('\n');
  return (Object.keys(HAS) as readonly Part[]).filter(
    (part) => !HAS[part].test(text) && WITHOUT[file]?.[part] === undefined,
  );
};

/** Whatever is read a page at a time may grow. */
const LISTS = globSync('**/*.tsx', { cwd: PAGES })
  .filter((file) => fromDisk(file).includes('<ListFoot'))
  .toSorted();

describe('lists that may grow', () => {
  it('are known', () => expect(LISTS.length).toBeGreaterThan(25));

  it.each(LISTS)('%s has search, filters, export, and says what to do where it is empty or can not be read', (file) =>
    expect(lacking(file, fromDisk)).toEqual([]),
  );

  it('can do without nothing that they have, and every table here is of a list', () => {
    for (const [file, parts] of Object.entries(WITHOUT)) {
      expect([file, LISTS.includes(file)]).toEqual([file, true]);
      const text = [file, ...(BESIDE[file] ?? [])].map(fromDisk).join('\n');
      for (const part of Object.keys(parts) as readonly Part[])
        expect([file, part, HAS[part].test(text)]).toEqual([file, part, false]);
    }
    expect(Object.keys(BESIDE).filter((file) => !LISTS.includes(file) || dirname(file) === '.')).toEqual([]);
  });

  it('a planted one without any of it is found', () =>
    expect(lacking('planted.tsx', () => '<ListFoot pages={query} />')).toEqual(Object.keys(HAS)));
});
