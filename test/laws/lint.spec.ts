import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT, runTool } from './run-tool.ts';

type Lint = { number_of_files: number; diagnostics: readonly { code: string; filename: string; message: string }[] };

const BREACHES = 'test/laws/breaches/lint';

const lint = async (...args: string[]): Promise<Lint> => {
  const { stdout, stderr } = await runTool('oxlint', ['--type-aware', '--format', 'json', ...args]);
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no answer: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Lint;
};

describe('laws: how code is written', () => {
  it('the tree keeps every law, and every file was looked at', async () => {
    const { diagnostics, number_of_files: looked } = await lint('--ignore-pattern', 'test/laws/breaches/**', '.');
    expect(diagnostics.map(({ code, filename, message }) => `${code} ${filename}: ${message}`)).toEqual([]);
    const existing = ['libs', 'services', 'test'].flatMap((folder) => filesUnder(folder, '.ts'));
    expect(looked).toBeGreaterThanOrEqual(existing.length);
  }, 60_000);

  it('each law bites its planted breach, and only that law does', async () => {
    const { diagnostics } = await lint(BREACHES);
    const broken = new Map<string, Set<string>>();
    for (const { code, filename } of diagnostics) {
      const rule = /\((.+)\)/.exec(code)?.[1] ?? code;
      const file = filename.slice(BREACHES.length + 1);
      broken.set(file, (broken.get(file) ?? new Set()).add(rule));
    }
    const planted = readdirSync(join(ROOT, BREACHES), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    expect(planted.length).toBeGreaterThanOrEqual(15);
    expect(Object.fromEntries([...broken].map(([file, rules]) => [file, [...rules]]))).toEqual(
      Object.fromEntries(planted.map((path) => [path, [path.split('/')[0]]])),
    );
  }, 60_000);
});
