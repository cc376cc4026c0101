import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNaming } from '@jiangong/programmes';
import { judgedClient } from '../../safety/document/judged-client.ts';
import type { Platform } from '../demo/platform/platform.ts';
import { IN_FLIGHT_MAX } from '../demo/play/in-parallel.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import type { Progress } from '../demo/report/progress.ts';
import { readLog } from '../demo/report/read-log.ts';
import { namingSteps, PlayedNaming } from './acts/naming.ts';
import { openEdition } from './acts/opening.ts';
import { keepAgenda, type Step } from './agenda.ts';
import { castOf, needsOf, togetherOf } from './cast.ts';
import { PlayedEdition } from './edition.ts';
import { planSteps } from './plan-steps.ts';
import { firstDayOf } from './first-day.ts';
import type { Programme } from './read-programme.ts';

const NAMINGS = join(import.meta.dirname, '../recompute/namings.py');
const AUDITOR = 'auditor-1';
const FOUNDED_ON = '2001-07-01';
/** So many units put nothing forward in one year. */
const STAYING_AWAY = 3;

/** A naming, and the programme whose editions it looks back over. */
export type Founded = Readonly<{ naming: Programme; founding: Programme }>;

/** The programme of a naming's series among these; undefined: none of them is. */
export const foundingOf = (naming: Programme, programmes: readonly Programme[]): Programme | undefined =>
  programmes.find(
    ({ template }) =>
      !isNaming(template) && template.series?.id === naming.template.series?.id && template.id !== naming.template.id,
  );

/** So many editions of the series, as the template's list asks for. */
const editionsOf = ({ compiled }: Programme): number =>
  Math.max(
    ...compiled.outcome.flatMap(({ ranking }) =>
      ranking.needs.map((test) => ('atLeast' in test && test.query.fact === 'count.declared' ? test.atLeast : 1)),
    ),
  );

/** The year of the first edition, where the last one is of this year. */
export const firstYearOf = ({ naming }: Founded, lastYear: number): number => lastYear - editionsOf(naming) + 1;

const seriesOf = (play: Play, { founding, naming }: Founded, lastYear: number): readonly PlayedEdition[] => {
  const first = firstYearOf({ founding, naming }, lastYear);
  const stayingAway = play.world.units.slice(0, STAYING_AWAY);
  return Array.from({ length: editionsOf(naming) }, (_, at) => {
    // Each of some units stays away once: it is out, whatever it wins.
    const silent = stayingAway.flatMap(({ code }, index) => (at === index + 1 ? [code] : []));
    return new PlayedEdition(play, founding, first + at, { silent });
  });
};

const opening = (edition: PlayedEdition): Step => ({
  ...{ on: firstDayOf(edition.year), place: -1, what: `${edition.name}: opened` },
  act: async () => {
    await openEdition(edition);
    return planSteps(edition);
  },
});

/** The independent computation over a log: why it does not agree, or nothing. */
export const namingFaults = (events: string): readonly string[] => {
  const { status, stdout, stderr } = spawnSync('python3', [NAMINGS, events], { encoding: 'utf8' });
  return status === 0 ? [] : [`python3 computes another list: ${stdout}${stderr}`.trim()];
};

const reportOf = ({ programme, subjects, named, years, leftOut, play }: PlayedNaming): string => {
  const [zh, en] = programme.compiled.name;
  const nameOf = (id: string): string => {
    const code = [...play.organizations].find(([, known]) => known === id)?.[0] ?? id;
    return play.world.units.find((unit) => unit.code === code)?.nameZh ?? code;
  };
  const rows = subjects.map(({ organizationId, yearsDeclared, yearsFirstPrize, listed, putRight }) => {
    const end = named.includes(organizationId) ? '命名 named' : organizationId === leftOut ? '不予命名 left out' : '–';
    const on = `${listed ? '在 on' : '否 off'}${putRight === null ? '' : '（更正 put right）'}`;
    return `| ${nameOf(organizationId)} | ${yearsDeclared.length} | ${yearsFirstPrize.join('、') || '–'} | ${on} | ${end} |`;
  });
  return [
    `# ${zh} ${en}`,
    '',
    '全部单位、人员和分数均为虚构。Every unit, person and mark is invented.',
    '',
    `- 年度 Years: ${years.join('、')}; 种子 seed: ${play.world.seed}`,
    '',
    '| 单位 Unit | 申报届数 Declared | 一等奖年度 First prizes | 名单 List | 结果 Outcome |',
    '|---|---:|---|---|---|',
    ...rows,
    '',
  ].join('\n');
};

export type PlayedSeries = Readonly<{ naming: PlayedNaming; events: string; faults: readonly string[] }>;

/**
 * Plays the editions of a series, year after year, and the naming over them, with nothing but the public REST API and the platform's clock;
 * and has the list computed again from the log as the auditor exports it.
 */
export const playNaming = async (
  platform: Platform,
  founded: Founded,
  { lastYear, seed, out }: Readonly<{ lastYear: number; seed: string; out: string }>,
  progress: Progress,
): Promise<PlayedSeries> => {
  const { client, judge } = await judgedClient(platform.origin, IN_FLIGHT_MAX);
  const needs = togetherOf([founded.founding, founded.naming].map(({ compiled }) => needsOf(compiled)));
  const play = new Play({ world: castOf(seed, needs), platform, client, progress, foundedOn: FOUNDED_ON });
  try {
    await setUp(play);
    const editions = seriesOf(play, founded, lastYear);
    const years = editions.map(({ year }) => year);
    const naming = new PlayedNaming(play, founded.naming, (editions[0] as PlayedEdition).seriesId, years);
    const steps = [...editions.map(opening), ...namingSteps(naming)];
    await keepAgenda(platform, firstDayOf(firstYearOf(founded, lastYear)), steps, ({ what }, today) =>
      progress.tell(`${today}  ${what}`),
    );
    await mkdir(out, { recursive: true });
    const events = join(out, 'events.jsonl');
    const log = await readLog(play.as(AUDITOR));
    await writeFile(events, log.map((event) => `${JSON.stringify(event)}\n`).join(''));
    await writeFile(join(out, 'REPORT.md'), reportOf(naming));
    return { naming, events, faults: [...namingFaults(events), ...judge.faults] };
  } finally {
    client.close();
  }
};
