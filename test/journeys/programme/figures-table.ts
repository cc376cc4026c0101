import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lacking } from './cast.ts';
import { isPlayed, type NotPlayed, type Programme, readProgramme } from './read-programme.ts';
import type { Figures } from './report.ts';

const PROGRAMMES = join(import.meta.dirname, '../../../libs/programmes');
const README = join(PROGRAMMES, 'README.md');
const [BEGIN, END] = ['<!-- figures: written by the test that plays them -->', '<!-- end of figures -->'];

/** Programmes that no single edition plays: each is played through the same API by a journey of its own. */
export const OWN_JOURNEYS: Readonly<Record<string, string>> = { pacesetters: 'naming', 'p02-pacesetters': 'naming' };

export type Known = Readonly<{ file: string; name: string; shipped: boolean; read: Programme | NotPlayed }>;

const inFolder = (folder: string, shipped: boolean): readonly Known[] =>
  readdirSync(join(PROGRAMMES, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = join(PROGRAMMES, folder, name);
      return { file, name: name.replace('.yaml', ''), shipped, read: readProgramme(file) };
    });

/** Every template that is shipped, and every one that was tried on paper. */
export const knownProgrammes = (): readonly Known[] => [
  ...inFolder('templates', true),
  ...inFolder('test/examples', false),
];

const lacksOf = ({ kind, problems }: NotPlayed): string =>
  kind === 'policy' ? 'a policy' : [...new Set(problems.map(({ reason }) => `\`${reason}\``))].join(', ');

/** Whether the player knows how to fill every source of it. */
export const fillsAll = ({ compiled }: Programme): boolean => lacking(compiled) === undefined;

const elsewhere = ({ compiled }: Programme): string => {
  const journey = OWN_JOURNEYS[compiled.id];
  return journey === undefined ? (lacking(compiled) ?? '') : `played by \`test/journeys/${journey}\``;
};

const HEAD = [
  '| template | shipped | entries | sources | sheets | findings, marks, bonuses, values | awards | seconds | or lacks |',
  '|---|---|---:|---|---:|---:|---:|---:|---|',
];

const rowOf = ({ name, shipped, read }: Known, figures: ReadonlyMap<string, Figures>): string => {
  const played = isPlayed(read) ? figures.get(read.compiled.id) : undefined;
  const cells =
    played === undefined
      ? ['', '', '', '', '', '', isPlayed(read) ? elsewhere(read) : lacksOf(read)]
      : [
          played.entries,
          played.sources.join(', '),
          played.sheets,
          played.findings,
          played.awards,
          played.seconds.toFixed(1),
          '',
        ];
  return `| ${[name, shipped ? 'yes' : '', ...cells].join(' | ')} |`;
};

/** The lines of these programmes, head first. */
export const tableOf = (known: readonly Known[], figures: readonly Figures[]): readonly string[] => {
  const byId = new Map(figures.map((one) => [one.programme, one]));
  return [...HEAD, ...known.map((one) => rowOf(one, byId))];
};

const nameIn = (line: string): string => line.split('|')[1]?.trim() ?? '';

/** The table as it stands in the README. */
const keptTable = (): readonly string[] => {
  const [, kept = ''] = readFileSync(README, 'utf8').split(BEGIN);
  return kept.split(END)[0]?.trim().split('\n') ?? [];
};

/** The lines of these programmes as they stand in the README, head first; a programme without a line has none here. */
export const keptLinesOf = (known: readonly Known[]): readonly string[] => {
  const [head = '', rule = '', ...lines] = keptTable();
  return [head, rule, ...lines.filter((line) => known.some(({ name }) => name === nameIn(line)))];
};

/** Writes the lines of these programmes; those of the others stay, since other suites play them. */
export const keepLines = (known: readonly Known[], figures: readonly Figures[]): void => {
  const [head = '', rule = '', ...kept] = keptTable();
  const [, , ...written] = tableOf(known, figures);
  const lines = new Map([...kept, ...written].map((line) => [nameIn(line), line]));
  const table = [head, rule, ...knownProgrammes().flatMap(({ name }) => lines.get(name) ?? [])];
  const text = readFileSync(README, 'utf8');
  const [before, rest = ''] = text.split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(README, `${before}${BEGIN}\n\n${table.join('\n')}\n\n${END}${after}`);
};

const SECONDS_COLUMN = 8;

/** A line without its seconds, which no two machines agree on. */
export const withoutSeconds = (line: string): string =>
  line
    .split('|')
    .map((cell) => cell.trim())
    .filter((_, column) => column !== SECONDS_COLUMN)
    .join('|');
