import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';

const SPECS = '{libs,services,test}/**/*.stack-spec.ts';
const IGNORED = ['**/node_modules/**', '**/dist/**'];
const NAMED = /\bdescribeOn\(\s*('[a-z0-9-]+'|\[[^\]]*\])/g;
const KIND = /'([a-z0-9-]+)'/g;

/** The kinds of servers that a spec file names. */
export const serversNamedIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].flatMap(([, kinds = '']) => [...kinds.matchAll(KIND)].map(([, kind = '']) => kind));

/** The kinds of servers that this run's spec files name; `patterns` are what jest was asked for, all files when there are none. */
export const neededServers = async (root: string, patterns: readonly string[]): Promise<readonly string[]> => {
  const wanted = patterns.map((pattern) => new RegExp(pattern, 'i'));
  const kinds = new Set<string>();
  for await (const path of glob(SPECS, { cwd: root, exclude: IGNORED })) {
    if (wanted.length > 0 && !wanted.some((pattern) => pattern.test(`${root}/${path}`))) continue;
    serversNamedIn(await readFile(`${root}/${path}`, 'utf8')).forEach((kind) => kinds.add(kind));
  }
  return [...kinds].sort();
};
