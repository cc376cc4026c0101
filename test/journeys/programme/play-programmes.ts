import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { judgedClient } from '../../safety/document/judged-client.ts';
import type { Platform } from '../demo/platform/platform.ts';
import { IN_FLIGHT_MAX } from '../demo/play/in-parallel.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import type { Progress } from '../demo/report/progress.ts';
import { openEdition } from './acts/opening.ts';
import { programmesBefore } from './acts/rechecking.ts';
import { keepAgenda } from './agenda.ts';
import { ballotFaults } from './ballots.ts';
import { castOf, lacking, needsOf, togetherOf } from './cast.ts';
import { PlayedEdition } from './edition.ts';
import { firstDayOf } from './first-day.ts';
import { inputFaults } from './filled.ts';
import { type PhaseOutcome, readOutcomes, recomputationFaults, writeOutcomes } from './outcome.ts';
import { planSteps } from './plan-steps.ts';
import { quotaFaults } from './quotas.ts';
import type { Programme } from './read-programme.ts';
import { type Figures, figuresOf, reportOf } from './report.ts';

/** Before every day on which a programme counts who has existed for how long. */
const FOUNDED_ON = '2001-07-01';

export type Played = Readonly<{
  edition: PlayedEdition;
  outcomes: readonly PhaseOutcome[];
  figures: Figures;
  /** Whatever is not as it should be: inputs that nobody handed in, a recomputation that differs. */
  faults: readonly string[];
}>;

export type PlayAsked = Readonly<{ year: number; seed: string; out: string }>;

const conclude = async (edition: PlayedEdition, out: string): Promise<Played> => {
  const outcomes = await readOutcomes(edition);
  const folders = await writeOutcomes(out, outcomes);
  const faults = [
    ...inputFaults(
      edition.filled,
      outcomes.map(({ phase, inputs }) => ({ part: edition.partOf(phase) ?? '', inputs })),
    ),
    ...folders.flatMap(recomputationFaults),
    ...(await ballotFaults(edition, outcomes, out)),
  ];
  await writeFile(join(out, 'REPORT.md'), reportOf(edition, outcomes, faults));
  return { edition, outcomes, figures: figuresOf(edition, outcomes), faults };
};

/**
 * Plays one edition of each programme on a fresh platform, all in the same year and beside each other, with nothing but the public REST
 * API and the platform's clock. What it leaves of each stands in a folder of its own.
 */
export const playProgrammes = async (
  platform: Platform,
  programmes: readonly Programme[],
  { year, seed, out }: PlayAsked,
  progress: Progress,
): Promise<Readonly<{ played: readonly Played[]; faults: readonly string[] }>> => {
  const { client, judge } = await judgedClient(platform.origin, IN_FLIGHT_MAX);
  for (const { compiled } of programmes) {
    const lack = lacking(compiled);
    if (lack !== undefined) throw new Error(`${compiled.id}: ${lack}`);
  }
  const needs = togetherOf(programmes.map(({ compiled }) => needsOf(compiled)));
  const play = new Play({ world: castOf(seed, needs), platform, client, progress, foundedOn: FOUNDED_ON });
  try {
    await setUp(play);
    const editions = programmes.map((programme) => new PlayedEdition(play, programme, year));
    const before = programmesBefore(programmes).map((programme) => new PlayedEdition(play, programme, year));
    for (const edition of [...before, ...editions]) await openEdition(edition);
    progress.tell(`opened for ${year}: ${editions.map(({ name }) => name).join(', ')}`);
    await keepAgenda(platform, firstDayOf(year), [...before, ...editions].flatMap(planSteps), ({ what }, today) =>
      progress.tell(`${today}  ${what}`),
    );
    const played: Played[] = [];
    for (const edition of editions)
      played.push(await conclude(edition, editions.length === 1 ? out : join(out, edition.name)));
    const counted = await quotaFaults(
      play,
      editions.map(({ compiled }) => compiled),
      join(out, 'quotas'),
    );
    return { played, faults: [...played.flatMap(({ faults }) => faults), ...counted, ...judge.faults] };
  } finally {
    client.close();
  }
};
