/** Laws that no linter has: each takes a text (or names) and gives what breaks it, empty when all is well. */

const numbered = (source: string): readonly string[] =>
  source.split('\n').map((line, index) => `${index + 1}: ${line.trim()}`);

const SWALLOW = /\.catch\(\s*(?:async\s*)?\(\s*\w*\s*\)\s*=>\s*(?:\{\s*\}|undefined|null|void 0)\s*\)/;

/** An error that nobody hears of: `.catch(() => {})` and its kin. A reason on its line or the one above makes it an exception. */
export const swallowedErrors = (source: string): readonly string[] =>
  numbered(source).filter(
    (line, index, lines) =>
      SWALLOW.test(line) && !/\/\/ \S+/.test(line) && !/^\d+: (?:\/\/|\*|\/\*)/.test(lines[index - 1] ?? ''),
  );

const PATH_TEST = /\bstarts_with\(|[pP]ath\)?\.(?:startsWith|includes)\((?!['"])/;

/** Whether one organization stands above another is asked of libs/access (`covers`, `coversSql`): elsewhere the closing slash is forgotten. */
export const pathTestsElsewhere = (source: string): readonly string[] =>
  numbered(source).filter((line) => PATH_TEST.test(line) && !/^\d+: (?:\/\/|\*|\/\*)/.test(line));

const DOTTED_PLACE = /`\w+\.\$\{(?:at|index|place|unknown|twice|first|bad|wrong|stranger|n)\}/;

/** The place in a list that a refusal names is written `evidence[0]`, as the edge writes it: whoever asks finds it by one rule. */
export const placesWithDots = (source: string): readonly string[] =>
  numbered(source).filter((line) => DOTTED_PLACE.test(line));

const CAREFUL_HEADER = /['"`]x-content-type-options['"`]\s*[:,]/i;

/** The headers that keep a browser careful are one set (`secureHeaders`): a second one forgets what the first is given. */
export const securityHeadersElsewhere = (source: string): readonly string[] =>
  numbered(source).filter((line) => CAREFUL_HEADER.test(line));

/** Memberships and roles themselves; rights on something (`grant … on …`) are a database's own. */
const ROLE_CHANGE = /\b(?:grant|revoke)\b(?![^;]*\bon\b)[^;]*\b(?:to|from) jiangong_|\b(?:alter|create|drop) role\b/i;

/**
 * Roles belong to the database server, and suites share one while they run beside each other: a suite that changes a role by itself
 * locks another, or changes its rights. `freshDatabase` says what a suite's roles may do. What has to be refused may be tried.
 */
export const rolesChangedBySuites = (source: string): readonly string[] =>
  numbered(source).filter((line) => ROLE_CHANGE.test(line) && !line.includes("toThrow('permission denied')"));

const EVERYBODYS_CONNECTIONS = /\bpg_stat_activity\b(?!.*\bdatname = current_database\(\))/;

/** Suites share a server and run beside each other: whoever cuts, or waits for, the connections of another's database breaks that suite. */
export const connectionsOfOtherSuites = (source: string): readonly string[] =>
  numbered(source).filter((line) => EVERYBODYS_CONNECTIONS.test(line));

/** From what is looked for to the wait; until a text is gone is another question. */
const WAITS_FOR_A_TEXT = /\.getByText\((?:(?!\.getBy|;)[\s\S])*?\)\s*\.waitFor\((?!\{ state: 'detached')/g;

/**
 * A text is waited for by `seen`, which takes the first of several and none that stands in the form of an open dialog. Without a choice the wait fails
 * on the machine where another part of the page came first; with the dialog's own words it is over before the order was answered.
 */
export const textsWaitedForByHand = (source: string): readonly string[] =>
  [...source.matchAll(WAITS_FOR_A_TEXT)].map(
    ({ index, 0: match }) => `${source.slice(0, index).split('\n').length}: ${match.trim()}`,
  );

const NOBODY = /\bpersonId\s*\?\?\s*(?:''|""|``)/;

/**
 * Who one is comes by a question of its own, and may be answered last: who is not known yet is nobody. Taken for the person with the empty id, a
 * page looks up what is kept for him, finds nothing, and never looks again.
 */
export const personsTakenForNobody = (source: string): readonly string[] =>
  numbered(source).filter((line) => NOBODY.test(line));

/** A control that a library makes smaller on demand is lower than a finger is wide; a cell with ten of them is no page for a phone. */
export const controlsTooSmall = (source: string): readonly string[] =>
  numbered(source).filter((line) => /\bsize=(?:"small"|\{'small'\})/.test(line));

/** A law switched off says why: `oxlint-disable-next-line rule -- reason`; the type checker is never switched off. */
export const lawsSwitchedOff = (source: string): readonly string[] =>
  numbered(source).filter(
    (line) =>
      /@ts-(?:ignore|nocheck)/.test(line) ||
      (/(?:oxlint|eslint)-disable/.test(line) && !/-disable\S*\s+\S.*\s--\s\S{3,}/.test(line)),
  );

const NAMELESS = /(?:^|[-./])(?:utils?|helpers?|commons?|base|managers?|misc)(?:[-./]|$)/;

/** A file is named as you would say its one idea; these words say none ("process manager" is a term of the field). */
export const namelessFiles = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => NAMELESS.test(path.replaceAll('process-manager', 'process')));

const OWN_CLOCK =
  /\bDate\.now\b|\bDate\(\s*\)|\bnew Date\b(?!\()|\bdayjs\(|\bTemporal\.Now\b|\.format(?:ToParts)?\(\s*\)/;

/** What may be done now is the platform's to say: a page that asks the computer's own clock hides what is open, or offers what is not. */
export const clocksOfTheirOwn = (source: string): readonly string[] =>
  numbered(source).filter((line) => OWN_CLOCK.test(line) && !/^\d+: (?:\/\/|\*|\/\*)/.test(line));

type PackageJson = Readonly<Record<string, unknown>>;

const PINNED = /^(?:\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?|\$\S+)$/;

/** Every version is one version: no ranges, no tags, no addresses. `$name` in overrides points at a pinned one. */
export const unpinnedVersions = (manifest: PackageJson): readonly string[] => {
  const look = (where: string, versions: unknown): readonly string[] =>
    typeof versions === 'object' && versions !== null
      ? Object.entries(versions).flatMap(([name, version]) => look(`${where}.${name}`, version))
      : PINNED.test(String(versions))
        ? []
        : [`${where}: ${String(versions)}`];
  return ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((key) =>
    look(key, manifest[key] ?? {}),
  );
};

/** The reasons that a union of refusals names. */
export const reasonsIn = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/'([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+)'/g)].map((match) => match[1] as string)),
];

type Texts = Readonly<Record<string, Readonly<{ status?: string; zh?: string; en?: string }> | undefined>>;

/** Reasons that can not be told to a person in both languages. */
export const untoldReasons = (reasons: readonly string[], texts: Texts): readonly string[] =>
  reasons.filter((reason) => {
    const { status = '', zh = '', en = '' } = texts[reason] ?? {};
    return status === '' || !/\p{Script=Han}/u.test(zh) || !/[a-z]{2}/.test(en);
  });

/** The fact types that a source text names. */
export const factTypesIn = (source: string): readonly string[] => [
  ...new Set([...source.matchAll(/'([A-Z][A-Za-z]+\.v\d+)'/g)].map((match) => match[1] as string)),
];

/** Fact types whose stored form no golden file keeps. */
export const factsWithoutGoldenFile = (types: readonly string[], files: readonly string[]): readonly string[] =>
  types.filter((type) => !files.some((file) => file.endsWith(`/${type}.json`)));
