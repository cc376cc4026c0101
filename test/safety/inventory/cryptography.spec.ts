import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../../..');
const inventory = readFileSync(join(import.meta.dirname, 'cryptography.md'), 'utf8');
const listed = new Set([...inventory.matchAll(/`((?:libs|services)\/[\w./-]+\.ts)`/gu)].map(([, file]) => file ?? ''));

/** Names and dice that nobody need be unable to guess are no cryptography. */
const HARMLESS = new Set(['randomUUID', 'randomInt']);

const usesCryptography = (source: string): boolean =>
  /from '(?:jose|@peculiar\/x509|@simplewebauthn\/server)'/u.test(source) ||
  [...source.matchAll(/import (type )?\{([^}]*)\} from 'node:crypto'/gu)].some(
    ([, type, names = '']) =>
      type === undefined && names.split(',').some((name) => name.trim() !== '' && !HARMLESS.has(name.trim())),
  ) ||
  /import \* as \w+ from 'node:crypto'/u.test(source);

const isProduct = (file: string): boolean =>
  !file.endsWith('spec.ts') && !file.includes('/testing/') && !file.startsWith('libs/test-servers/');
const files = globSync('{libs,services}/*/src/**/*.ts', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .filter(isProduct);
const using = files.filter((file) => usesCryptography(readFileSync(join(ROOT, file), 'utf8')));

describe('the inventory of cryptography', () => {
  it('names every file that uses it, and no other', () => {
    expect(using.length).toBeGreaterThan(20);
    expect(using.filter((file) => !listed.has(file))).toStrictEqual([]);
    expect([...listed].filter((file) => !using.includes(file))).toStrictEqual([]);
  });

  it('would miss a file that is added without a word', () => {
    expect(usesCryptography("import { createHmac, randomUUID } from 'node:crypto';")).toBe(true);
    expect(usesCryptography("import { SignJWT } from 'jose';")).toBe(true);
    expect(usesCryptography("import { randomUUID } from 'node:crypto';")).toBe(false);
  });
});
