import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { type ConfiguredRule, configuredRules } from './configured-rules.ts';
import { filesUnder, LAW_MS, ROOT, runTool } from './run-tool.ts';

type Lint = { number_of_files: number; diagnostics: readonly { code: string; filename: string; message: string }[] };

const BREACHES = 'test/laws/breaches/lint';

const lint = async (...args: string[]): Promise<Lint> => {
  const { stdout, stderr } = await runTool('oxlint', ['--type-aware', '--format', 'json', ...args]);
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no answer: ${stdout}${stderr}`);
  return JSON.parse(stdout) as Lint;
};

type Bite = Readonly<{ rule: string; file: string; message: string }>;

const bitesOf = ({ diagnostics }: Lint): readonly Bite[] =>
  diagnostics.map(({ code, filename: file, message }) => ({ rule: /\((.+)\)/.exec(code)?.[1] ?? code, file, message }));

/** What a configured rule forbids, for which files, without a breach that shows it: one line each. */
const unseen = (bites: readonly Bite[], { rule, files, names }: ConfiguredRule): readonly string[] => {
  const here = bites.filter((bite) => bite.rule === rule && (files === undefined || matchesGlob(bite.file, files)));
  if (here.length === 0) return [`${rule} in ${files ?? 'any file'}`];
  return names
    .filter((name) => !here.some(({ message }) => message.includes(`'${name}'`)))
    .map((name) => `${rule} ${name} in ${files ?? 'any file'}`);
};

describe('laws: how code is written', () => {
  it(
    'the tree keeps every law, and every file was looked at',
    async () => {
      const { diagnostics, number_of_files: looked } = await lint('--ignore-pattern', 'test/laws/breaches/**', '.');
      expect(diagnostics.map(({ code, filename, message }) => `${code} ${filename}: ${message}`)).toEqual([]);
      const existing = ['libs', 'services', 'test'].flatMap((folder) => filesUnder(folder, '.ts'));
      expect(looked).toBeGreaterThanOrEqual(existing.length);
    },
    LAW_MS,
  );

  it(
    'each law bites its planted breach, and only that law does',
    async () => {
      const bites = bitesOf(await lint(BREACHES));
      const broken = new Map<string, Set<string>>();
      for (const { rule, file } of bites) {
        const path = file.slice(BREACHES.length + 1);
        broken.set(path, (broken.get(path) ?? new Set()).add(rule));
      }
      const planted = readdirSync(join(ROOT, BREACHES), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.ts'),
      );
      expect(Object.fromEntries([...broken].map(([file, rules]) => [file, [...rules]]))).toEqual(
        Object.fromEntries(planted.map((path) => [path, [path.split('/')[0]]])),
      );
      expect(configuredRules().flatMap((rule) => unseen(bites, rule))).toEqual([]);
    },
    LAW_MS,
  );

  it('a rule without a breach is noticed', () => {
    const bites = [{ rule: 'no-restricted-globals', file: 'a/domain/x.ts', message: "Unexpected use of 'Date'." }];
    const rule = { rule: 'no-restricted-globals', files: '**/domain/*.ts', names: ['Date', 'fetch'] };
    expect(unseen(bites, rule)).toEqual(['no-restricted-globals fetch in **/domain/*.ts']);
    expect(unseen(bites, { ...rule, files: '**/scoring/*.ts' })).toEqual(['no-restricted-globals in **/scoring/*.ts']);
    expect(unseen(bites, { rule: 'no-eval', files: undefined, names: [] })).toEqual(['no-eval in any file']);
  });
});
