import { describe, expect, it } from '@jest/globals';
import { filesUnder, LAW_MS, runTool } from './run-tool.ts';

type Cruise = {
  modules: readonly { source: string }[];
  summary: { violations: readonly { from: string; to: string; rule: { name: string } }[] };
};

const BREACHES = 'test/laws/breaches/modules';

const cruise = async (...args: string[]): Promise<Cruise> => {
  const { stdout, stderr } = await runTool('depcruise', [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    ...args,
  ]);
  if (stdout === '') throw new Error(`dependency-cruiser gave no answer: ${stderr}`);
  return JSON.parse(stdout) as Cruise;
};

/** Each breach lives in a service or lib named after the one law it breaks; this one can not help breaking two. */
const ALSO_BROKEN: Readonly<Record<string, readonly string[]>> = { 'libs-by-front-door': ['libs-by-name'] };

const lawsOfTheConfig = async (): Promise<readonly string[]> => {
  const { default: config } = (await import('../../.dependency-cruiser.cjs' as string)) as {
    default: { forbidden: { name: string }[] };
  };
  return config.forbidden.map(({ name }) => name).sort();
};

describe('laws: who may import whom', () => {
  it(
    'the tree keeps every law, and every module was looked at',
    async () => {
      const { modules, summary } = await cruise(
        'libs',
        'services',
        'test',
        '--exclude',
        '^(?:libs|services)/[^/]+/dist/|^test/laws/breaches/',
      );
      expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
      const seen = new Set(modules.map(({ source }) => source));
      const existing = ['libs', 'services', 'test'].flatMap((folder) => filesUnder(folder, '.ts'));
      expect(existing.length).toBeGreaterThan(30);
      expect(existing.filter((file) => !seen.has(file) && !file.endsWith('.d.ts'))).toEqual([]);
    },
    LAW_MS,
  );

  it(
    'each law bites its planted breach, and only that law does',
    async () => {
      const { summary } = await cruise(BREACHES);
      const broken = new Map<string, Set<string>>();
      for (const { from, rule } of summary.violations) {
        const owner = /^test\/laws\/breaches\/modules\/(?:services|libs)\/([^/]+)\//.exec(from)?.[1];
        if (owner) broken.set(owner, (broken.get(owner) ?? new Set()).add(rule.name));
      }
      const seen = Object.fromEntries([...broken].map(([owner, rules]) => [owner, [...rules].sort()]));
      const laws = await lawsOfTheConfig();
      expect(seen).toEqual(Object.fromEntries(laws.map((law) => [law, [law, ...(ALSO_BROKEN[law] ?? [])].sort()])));
    },
    LAW_MS,
  );
});
