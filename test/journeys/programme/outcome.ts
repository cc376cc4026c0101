import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
}>;

type Awards = Readonly<{
  entries: readonly Readonly<{ entryId: string; title: string; award: string; grade: string }>[];
  leaders: readonly Readonly<{ personId: string; award: string; grade: string }>[];
  organizations: readonly Readonly<{ organizationId: string; award: string; grade: string }>[];
}>;

const codeOf = (ids: ReadonlyMap<string, string>, id: string): string =>
  [...ids].find(([, known]) => known === id)?.[0] ?? id;

const awardsOf = async (edition: PlayedEdition, phase: string): Promise<readonly Award[]> => {
  const decisionId = edition.decisions.get(phase);
  if (decisionId === undefined) return [];
  const { play, compiled } = edition;
  const { decisions } = await edition.get<{ decisions: readonly Readonly<{ decisionId: string; awards: Awards }>[] }>(
    OFFICER,
    `/v1/rounds/${edition.round(phase)}/decisions`,
  );
  const awards = decisions.find((one) => one.decisionId === decisionId)?.awards;
  if (awards === undefined)
    throw new Error(`${edition.name}: the decision over ${phase} is not among those of its round`);
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

export const readOutcomes = async (edition: PlayedEdition): Promise<readonly PhaseOutcome[]> => {
  const outcomes: PhaseOutcome[] = [];
  for (const { id: phase } of edition.compiled.phases) {
    const path = `/v1/rounds/${edition.round(phase)}`;
    const { result } = await edition.get<{ result: PhaseOutcome['result'] }>(AUDITOR, `${path}/result`);
    const { inputs, tables } = await edition.get<{ inputs: GivenInputs; tables: unknown }>(
      AUDITOR,
      `${path}/score-sheets`,
    );
    outcomes.push({ phase, result, tables, inputs, awards: await awardsOf(edition, phase) });
  }
  return outcomes;
};

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** A folder a phase, each with the files that a recomputation reads (test/journeys/README.md). */
export const writeOutcomes = async (folder: string, outcomes: readonly PhaseOutcome[]): Promise<readonly string[]> => {
  const folders: string[] = [];
  for (const { phase, result, tables, inputs } of outcomes) {
    const into = join(folder, phase);
    await mkdir(into, { recursive: true });
    const files = { 'scheme.json': tables, 'score-sheets.json': inputs, 'result.json': result };
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
