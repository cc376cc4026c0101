/** Laws that no linter has: each takes a text and gives what is wrong with it, empty when it keeps the law. */

/** An error that nobody hears of: `.catch(() => {})` and its kin. A named reason on the same line makes it an exception. */
export const swallowedErrors = (source: string): readonly string[] =>
  source
    .split('\n')
    .map((line, index) => `${index + 1}: ${line.trim()}`)
    .filter((line) => /\.catch\(\s*(?:async\s*)?\(\s*\w*\s*\)\s*=>\s*(?:\{\s*\}|undefined|null|void 0)\s*\)/.test(line) && !/\/\/ \S+/.test(line));

/** A law switched off must say why: `oxlint-disable-next-line rule -- reason`. */
export const lawsSwitchedOffWithoutReason = (source: string): readonly string[] =>
  source
    .split('\n')
    .map((line, index) => `${index + 1}: ${line.trim()}`)
    .filter((line) => /(?:oxlint|eslint)-disable/.test(line) && !/-disable\S*\s+\S.*\s--\s\S{3,}/.test(line))
    .concat(
      source
        .split('\n')
        .map((line, index) => `${index + 1}: ${line.trim()}`)
        .filter((line) => /@ts-(?:ignore|nocheck)/.test(line)),
    );

const NAMELESS = /(?:^|[-./])(?:utils?|helpers?|commons?|base|managers?|misc|shared)(?:[-./]|$)/;

/** A file is named as you would say its one idea; these words say none. */
export const namelessFiles = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => NAMELESS.test(path.replace(/\.(?:spec|int-spec)?\.?ts$/, '')));

type PackageJson = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  overrides?: Record<string, unknown>;
};

/** Every version is one version: no ranges, no tags, no addresses. `$name` in overrides points at a pinned one. */
export const unpinnedVersions = ({ dependencies, devDependencies, optionalDependencies, overrides }: PackageJson): readonly string[] => {
  const wrong: string[] = [];
  const look = (where: string, versions: Record<string, unknown>): void => {
    for (const [name, version] of Object.entries(versions)) {
      if (typeof version === 'object' && version !== null) look(`${where}.${name}`, version as Record<string, unknown>);
      else if (!/^(?:\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?|\$\S+)$/.test(String(version))) wrong.push(`${where}.${name}: ${String(version)}`);
    }
  };
  look('dependencies', dependencies ?? {});
  look('devDependencies', devDependencies ?? {});
  look('optionalDependencies', optionalDependencies ?? {});
  look('overrides', overrides ?? {});
  return wrong;
};

/** The reasons a source text refuses with, in order of appearance, each once. */
export const reasonsIn = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/\breason:\s*'([A-Z][A-Z0-9_]+)'/g)].map((match) => match[1] as string)),
];

type Texts = Readonly<Record<string, { status?: string; zh?: string; en?: string } | undefined>>;

/** Reasons that can not be told to a person in both languages. */
export const untoldReasons = (reasons: readonly string[], texts: Texts): readonly string[] =>
  reasons.filter((reason) => !(/\p{Script=Han}/u.test(texts[reason]?.zh ?? '') && /[a-z]{2}/.test(texts[reason]?.en ?? '') && texts[reason]?.status));

/** The fact types that a source text declares. */
export const factTypesIn = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/'([A-Z][A-Za-z]+\.v\d+)'/g)].map((match) => match[1] as string)),
];
