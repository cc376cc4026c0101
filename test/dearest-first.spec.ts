import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const named = [
  ...readFileSync(join(import.meta.dirname, 'dearest-first.mjs'), 'utf8').matchAll(/'(?<path>test\/[^']+)'/gu),
];

describe('the suites that begin first', () => {
  it('are there', () => {
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ groups }) => !existsSync(join(ROOT, groups?.['path'] ?? 'nowhere')))).toEqual([]);
  });
});
