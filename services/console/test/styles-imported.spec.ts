import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SRC = join(import.meta.dirname, '../src');
const textOf = (file: string): string => readFileSync(file, 'utf8');

/** What a module brings along at once; what it fetches when it is needed is an entry of its own. */
const broughtBy = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^(?:import|export)[^;]*?'(?<path>\.[^']+)'/gmu)]
    .map(({ groups }) => join(dirname(file), groups?.['path'] ?? ''))
    .filter((path) => existsSync(path));

const fetchedBy = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/import\('(?<path>\.[^']+)'\)/gu)]
    .map(({ groups }) => join(dirname(file), groups?.['path'] ?? ''))
    .filter((path) => existsSync(path));

const closureOf = (entry: string): ReadonlySet<string> => {
  const all = new Set([entry]);
  for (const file of all) if (/\.tsx?$/u.test(file)) for (const next of broughtBy(file)) all.add(next);
  return all;
};

const sheetsIn = (all: ReadonlySet<string>): readonly string[] =>
  [...all].filter((file) => file.endsWith('.css')).map((file) => basename(file));

/** These are there on every page. */
const everywhere = sheetsIn(closureOf(join(SRC, 'main.tsx')));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => join(SRC, name));
const modules = files.filter((file) => /\.tsx?$/u.test(file) && !file.includes('generated'));
const entries = [...new Set(modules.flatMap(fetchedBy))].filter((file) => file.endsWith('.tsx')).toSorted();

/** Classes by the one sheet that gives them a look. */
const styled = new Map<string, Set<string>>();
for (const sheet of files.filter((file) => file.endsWith('.css')))
  for (const [, name = ''] of textOf(sheet)
    .replaceAll(/\/\*.*?\*\//gsu, '')
    .matchAll(/\.(?<name>[a-z][a-z-]+)(?=[\s.,:{>)[+~])/gu))
    styled.set(name, (styled.get(name) ?? new Set()).add(basename(sheet)));

const classesIn = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/className="(?<names>[^"]+)"/gu)].flatMap(
    ({ groups }) => groups?.['names']?.split(' ') ?? [],
  );

/** Classes that are used in these modules and get their look from none of these sheets. */
const bareIn = (all: ReadonlySet<string>, sheets: readonly string[]): readonly string[] => [
  ...new Set(
    [...all]
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        classesIn(file)
          .filter((name) => styled.has(name) && ![...(styled.get(name) ?? [])].some((sheet) => sheets.includes(sheet)))
          .map((name) => `${name} of ${[...(styled.get(name) ?? [])].join(' or ')} in ${relative(SRC, file)}`),
      ),
  ),
];

describe('a page', () => {
  it('was found', () => expect(entries.length).toBeGreaterThan(40));

  it.each(entries.map((entry) => relative(SRC, entry)))('%s brings along the look of what it shows', (entry) => {
    const all = closureOf(join(SRC, entry));
    expect(bareIn(all, [...everywhere, ...sheetsIn(all)])).toEqual([]);
  });

  it('is found where it does not', () => {
    const all = closureOf(join(SRC, 'pages/promises/my-promises.tsx'));
    expect(bareIn(all, everywhere)).toContain('milestone-row of planning.css in pages/planning/plan-fields.tsx');
  });
});
