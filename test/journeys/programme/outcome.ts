import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contest } from './acts/contest.ts';
import { unitsDecided } from './acts/unit-deciding.ts';
import { homeOf } from './acts/deciding.ts';
import { type Deal, readDeals } from './acts/dealing.ts';
import type { PlayedEdition } from './edition.ts';
import type { GivenInputs } from './filled.ts';

const AUDITOR = 'auditor-1';
const OFFICER = 'officer-1';
const RECOMPUTE = join(import.meta.dirname, '../recompute/recompute.py');

export type Ranked = Readonly<{ entryId: string; rank: number; score: number }>;
export type Award = Readonly<{ award: string; grade: string; name: string; holder: string }>;

/** What a phase of an edition left behind, as the API shows it to an auditor. */
export type PhaseOutcome = Readonly<{
  phase: string;
  result: Readonly<{
    decimals: number;
    entries: readonly Ranked[];
    unranked: readonly Readonly<{ entryId: string }>[];
  }>;
  tables: unknown;
  inputs: GivenInputs;
  awards: readonly Award[];
  /** What the awards follow from, and who was given which by which rule. */
  outcome: unknown;
  /** As the hall saw it; absent where nobody was called. */
  contest?: Contest;
  /** Each deal with all that it followed from; absent where everybody judged everything. */
  deals?: readonly Deal[];
  /** Paper boxes as a teller is shown them once they are opened; absent where nobody votes on paper. */
  papers?: readonly unknown[];
}>;

type Awards = Readonly<{
  entries: readonly Readonly<{ entryId: string; title: string; award: string; grade: string }>[];
  leaders: readonly Readonly<{ personId: string; award: string; grade: string }>[];
  organizations: readonly Readonly<{ organizationId: string; award: string; grade: string }>[];
}>;

const codeOf = (ids: ReadonlyMap<string, string>, id: string): string =>
  [...ids].find(([, known]) => known === id)?.[0] ?? id;

/** The awards of the decision in force, by ids. */
const decidedAwards = async (edition: PlayedEdition, phase: string): Promise<Awards | undefined> => {
  const decisionId = edition.decisions.get(phase);
  if (decisionId === undefined) return undefined;
  if (edition.unitDecisions.size > 0) {
    const decided = await unitsDecided<Awards>(edition, OFFICER);
    return {
      entries: decided.flatMap(({ awards }) => awards.entries),
      leaders: decided.flatMap(({ awards }) => awards.leaders),
      organizations: decided.flatMap(({ awards }) => awards.organizations),
    };
  }
  const { decisions } = await edition.get<{ decisions: readonly Readonly<{ decisionId: string; awards: Awards }>[] }>(
    OFFICER,
    `/v1/rounds/${edition.round(phase)}/decisions`,
  );
  const awards = decisions.find((one) => one.decisionId === decisionId)?.awards;
  if (awards === undefined)
    throw new Error(`${edition.name}: the decision over ${phase} is not among those of its round`);
  return awards;
};

const awardsOf = (edition: PlayedEdition, awards: Awards | undefined): readonly Award[] => {
  if (awards === undefined) return [];
  const { play, compiled } = edition;
  const nameOf = (rule: string): string => compiled.outcome.find(({ id }) => id === rule)?.name.join(' ') ?? rule;
  const unitOf = (id: string): string => {
    const code = codeOf(play.organizations, id);
    return play.world.units.find((unit) => unit.code === code)?.nameZh ?? code;
  };
  const personOf = (id: string): string => {
    const code = codeOf(play.people, id);
    return play.world.people.find((person) => person.code === code)?.name ?? code;
  };
  return [
    ...awards.entries.map((one) => ({ ...one, holder: one.title })),
    ...awards.leaders.map((one) => ({ ...one, holder: personOf(one.personId) })),
    ...awards.organizations.map((one) => ({ ...one, holder: unitOf(one.organizationId) })),
  ].map(({ award, grade, holder }) => ({ award, grade, holder, name: nameOf(grade) }));
};

type Ruled = Readonly<{ grade: string }>;

/** What a recomputation of the awards reads: rules, entries, the roll, what the body chose, and what it gave. */
const outcomeOf = (
  edition: PlayedEdition,
  phase: string,
  { roll, lookedUp, parts }: Readonly<{ roll: unknown; lookedUp: unknown; parts: readonly GivenPart[] }>,
  awards: Awards | undefined,
): unknown => {
  if (awards === undefined) return undefined;
  const { play, compiled, entries } = edition;
  const of = <T extends Ruled>(all: readonly T[], rule: string, idOf: (one: T) => string): readonly string[] =>
    all.filter(({ grade }) => grade === rule).map(idOf);
  return {
    rules: compiled.outcome.map(({ ranking }) => ranking),
    roll,
    lookedUp,
    choices: edition.choices.get(phase) ?? [],
    entries: entries.map(({ entryId, track, unit, author }) => ({
      ...{ entryId, category: track, home: homeOf(edition, unit) },
      leaders: [author ?? play.person(`${unit}-secretary`)],
    })),
    ...(parts.length === 0 ? {} : { parts }),
    given: compiled.outcome.map(({ id }) => ({
      rule: id,
      holders: [
        ...of(awards.entries, id, ({ entryId }) => entryId),
        ...of(awards.leaders, id, ({ personId }) => personId),
        ...of(awards.organizations, id, ({ organizationId }) => organizationId),
      ],
    })),
  };
};

/** Whose committee decided over which branches, by the invented world alone, and what each gave. */
type GivenPart = Readonly<{
  unit: string;
  entries: readonly string[];
  given: readonly Readonly<{ rule: string; holders: readonly string[] }>[];
}>;

const partsOf = async (edition: PlayedEdition): Promise<readonly GivenPart[]> => {
  const { play, entries, compiled } = edition;
  const decided = await unitsDecided<Awards>(edition, OFFICER);
  return decided.map(({ unit, awards }) => ({
    unit: play.organization(unit),
    entries: entries.filter((entry) => entry.unit === unit).map(({ entryId }) => entryId),
    given: compiled.outcome.map(({ id: rule }) => ({
      rule,
      holders: awards.entries.filter(({ grade }) => grade === rule).map(({ entryId }) => entryId),
    })),
  }));
};

const votedOnPaper = ({ compiled }: PlayedEdition): boolean =>
  compiled.sources.some((source) => source.kind === 'ballot' && source.filling.box === true);

export const readOutcomes = async (edition: PlayedEdition): Promise<readonly PhaseOutcome[]> => {
  const outcomes: PhaseOutcome[] = [];
  for (const { id: phase } of edition.compiled.phases) {
    const path = `/v1/rounds/${edition.round(phase)}`;
    const { result } = await edition.get<{ result: PhaseOutcome['result'] }>(AUDITOR, `${path}/result`);
    const { inputs, tables, roll, lookedUp } = await edition.get<{
      inputs: GivenInputs;
      tables: unknown;
      roll: unknown;
      lookedUp: unknown;
    }>(AUDITOR, `${path}/score-sheets`);
    const awards = await decidedAwards(edition, phase);
    const parts = await partsOf(edition);
    const outcome = outcomeOf(edition, phase, { roll, lookedUp, parts }, awards);
    const { hasContest, isDealtOut } = await edition.get<{ hasContest: boolean; isDealtOut: boolean }>(OFFICER, path);
    const contest = hasContest ? { contest: await edition.get<Contest>(OFFICER, `${path}/contest`) } : {};
    const dealt = isDealtOut ? { deals: await readDeals(edition, edition.round(phase)) } : {};
    const boxes = votedOnPaper(edition)
      ? (await edition.get<{ items: readonly unknown[] }>(OFFICER, `${path}/paper-boxes`)).items
      : [];
    const counted = boxes.length > 0 ? { papers: boxes } : {};
    const more = { awards: awardsOf(edition, awards), ...contest, ...dealt, ...counted };
    outcomes.push({ phase, result, tables, inputs, outcome, ...more });
  }
  return outcomes;
};

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A folder a phase, each with the files that a recomputation reads (test/journeys/README.md). */
export const writeOutcomes = async (folder: string, outcomes: readonly PhaseOutcome[]): Promise<readonly string[]> => {
  const folders: string[] = [];
  for (const { phase, result, tables, inputs, outcome, contest, deals, papers } of outcomes) {
    const into = join(folder, phase);
    await mkdir(into, { recursive: true });
    const files = {
      ...{ 'scheme.json': tables, 'score-sheets.json': inputs, 'result.json': result },
      ...(outcome === undefined ? {} : { 'awards.json': outcome }),
      ...(contest === undefined ? {} : { 'contest.json': contest }),
      ...(deals === undefined ? {} : { 'deals.json': deals }),
      ...(papers === undefined ? {} : { 'papers.json': papers }),
    };
    for (const [name, value] of Object.entries(files)) await writeFile(join(into, name), json(value));
    folders.push(into);
  }
  return folders;
};

/** The independent computation over one folder: why it does not agree, or nothing. */
export const recomputationFaults = (folder: string): readonly string[] => {
  const { status, stderr, error } = spawnSync('python3', [RECOMPUTE, folder], { encoding: 'utf8' });
  if (error !== undefined) return [`python3 could not be run: ${error.message}`];
  return status === 0 ? [] : [`${folder}: python3 recomputes something else: ${stderr.trim()}`];
};
