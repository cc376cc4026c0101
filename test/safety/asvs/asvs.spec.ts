import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { LEVEL_ONE, LEVEL_TWO } from './levels.ts';

type Requirement = Readonly<{ short: string; test?: string; reason?: string; gap?: string }>;
type List = Readonly<{
  tests: Readonly<Record<string, { file: string; name: string }>>;
  requirements: Readonly<Record<string, Requirement>>;
}>;

const ROOT = join(import.meta.dirname, '../../..');
const list = parse(readFileSync(join(import.meta.dirname, 'asvs.yaml'), 'utf8')) as List;
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** What is wrong with a list: one line each. */
const faultsOf = ({ tests, requirements }: List): readonly string[] => {
  const wanted = new Set([...LEVEL_ONE, ...LEVEL_TWO]);
  const named = new Set(Object.values(requirements).flatMap(({ test }) => test ?? []));
  return [
    ...[...wanted].filter((id) => requirements[id] === undefined).map((id) => `${id} is missing`),
    ...Object.keys(requirements).flatMap((id) => (wanted.has(id) ? [] : [`${id} is no requirement of level 1 or 2`])),
    ...Object.entries(requirements).flatMap(([id, { short, test, reason, gap }]) => [
      ...(short === undefined || short === '' ? [`${id} has no words`] : []),
      ...([test, reason, gap].filter((one) => typeof one === 'string' && one !== '').length === 1
        ? []
        : [`${id} needs one of test, reason and gap`]),
      ...(test !== undefined && tests[test] === undefined ? [`${id} names an unknown test: ${test}`] : []),
    ]),
    ...Object.entries(tests).flatMap(([alias, { file, name }]) => {
      const path = join(ROOT, file);
      if (!existsSync(path)) return [`${alias}: ${file} is not there`];
      return readFileSync(path, 'utf8').includes(name) ? [] : [`${alias}: no test "${name}" in ${file}`];
    }),
    ...Object.keys(tests).flatMap((alias) => (named.has(alias) ? [] : [`${alias} shows nothing`])),
  ];
};

describe('the requirements of ASVS 5.0, levels 1 and 2', () => {
  it('are 70 and 183, each once', () => {
    expect([LEVEL_ONE.length, LEVEL_TWO.length, new Set([...LEVEL_ONE, ...LEVEL_TWO]).size]).toStrictEqual([
      70, 183, 253,
    ]);
  });

  it('each have a test that is there, a reason, or an admitted gap', () => {
    expect(faultsOf(list)).toStrictEqual([]);
  });

  it('have their gaps told in the README, by number and in all', () => {
    const gaps = Object.entries(list.requirements).filter(([, { gap }]) => gap !== undefined);
    expect(gaps.filter(([id]) => !readme.includes(id)).map(([id]) => id)).toStrictEqual([]);
    expect(readme).toContain(`${gaps.length} gaps`);
  });
});

describe('the check of the list', () => {
  const changed = (change: Partial<List>): readonly string[] => faultsOf({ ...list, ...change });
  const { 'V1.1.1': _first, ...rest } = list.requirements;
  it.each([
    ['a requirement that is missing', { requirements: rest }, 'V1.1.1 is missing'],
    [
      'one that does not exist',
      { requirements: { ...list.requirements, 'V99.1.1': { short: 'x', reason: 'y' } } },
      'V99.1.1 is no requirement of level 1 or 2',
    ],
    [
      'one without an answer',
      { requirements: { ...list.requirements, 'V1.1.1': { short: 'x' } } },
      'V1.1.1 needs one of test, reason and gap',
    ],
    [
      'one with an empty reason',
      { requirements: { ...list.requirements, 'V1.1.1': { short: 'x', reason: '' } } },
      'V1.1.1 needs one of test, reason and gap',
    ],
    [
      'a test that is not there',
      { tests: { ...list.tests, hostile: { file: 'test/none.spec.ts', name: 'x' } } },
      'hostile: test/none.spec.ts is not there',
    ],
    [
      'a test under another name',
      { tests: { ...list.tests, hostile: { file: 'package.json', name: 'is safe' } } },
      'hostile: no test "is safe" in package.json',
    ],
  ])('finds %s', (_, change, fault) => {
    expect(changed(change)).toContain(fault);
  });
});
