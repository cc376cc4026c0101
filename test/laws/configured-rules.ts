import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-tool.ts';

type Setting = string | readonly [string, ...unknown[]];
type Config = {
  rules: Record<string, Setting>;
  overrides: readonly { files: readonly string[]; rules: Record<string, Setting> }[];
};

/** A rule that is an error; `files` and `names` where it holds for some files, and forbids what it names. */
export type ConfiguredRule = Readonly<{ rule: string; files: string | undefined; names: readonly string[] }>;

const nameOf = (option: unknown): readonly string[] => {
  if (typeof option !== 'object' || option === null) return [];
  const { name, object, property } = option as { name?: string; object?: string; property?: string };
  if (name !== undefined) return [name];
  return object !== undefined && property !== undefined ? [`${object}.${property}`] : [];
};

const errorsIn = (rules: Record<string, Setting>, files: string | undefined): ConfiguredRule[] =>
  Object.entries(rules).flatMap(([rule, setting]) => {
    const [severity, ...options] = typeof setting === 'string' ? [setting] : setting;
    return severity === 'error'
      ? [{ rule: rule.slice(rule.indexOf('/') + 1), files, names: options.flatMap(nameOf) }]
      : [];
  });

/** Every rule that `.oxlintrc.json` makes an error, and where; the category's own rules are oxlint's, not ours. */
export const configuredRules = (): readonly ConfiguredRule[] => {
  const text = readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8').replaceAll(/^\s*\/\/.*$/gmu, '');
  const { rules, overrides } = JSON.parse(text) as Config;
  return [
    ...errorsIn(rules, undefined),
    ...overrides.flatMap((one) => one.files.flatMap((files) => errorsIn(one.rules, files))),
  ];
};
