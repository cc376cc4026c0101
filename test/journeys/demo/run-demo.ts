import type { DemoArguments } from './arguments.ts';
import { digestFaults, keptDigest } from './digest/kept-digest.ts';
import { storyDigest } from './digest/story-digest.ts';
import { judgedClient } from '../../safety/document/judged-client.ts';
import type { Platform } from './platform/platform.ts';
import { IN_FLIGHT_MAX } from './play/in-parallel.ts';
import { Play } from './play/play.ts';
import { playCampaign, type PlayedCampaign } from './play/play-campaign.ts';
import { awardsTable, eventsTable, pacesettersTable } from './report/closing-tables.ts';
import { countFaults, expectedCounts } from './report/expected-counts.ts';
import { writeOutFiles } from './report/out-files.ts';
import type { Progress } from './report/progress.ts';
import { countsByType, type LoggedEvent, readLog } from './report/read-log.ts';
import { editionFaults, type EditionOutcome, readOutcome } from './report/verify-edition.ts';
import { lifeFaults } from './report/verify-lives.ts';
import { logFaults } from './report/verify-log.ts';
import { namingFaults } from './report/verify-naming.ts';
import { inventWorld } from './world/invented-world.ts';

/** What to play; a smaller province than the sample's with `unitsMax`. */
export type StoryAsked = Pick<DemoArguments, 'seed' | 'years' | 'out'> & Readonly<{ unitsMax?: number }>;

export type DemoRun = Readonly<{ faults: readonly string[]; outcomes: readonly EditionOutcome[]; play: Play }>;

/** Every difference between what the platform ended with and what the story says. */
export const storyFaults = async (
  play: Play,
  { ends, pacesetters }: PlayedCampaign,
  outcomes: readonly EditionOutcome[],
  events: readonly LoggedEvent[],
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [index, end] of ends.entries())
    faults.push(...(await editionFaults(play, end, outcomes[index] as EditionOutcome)));
  if (pacesetters) faults.push(...(await namingFaults(play, pacesetters)));
  return [
    ...faults,
    ...logFaults(events),
    ...countFaults(expectedCounts(play.world, ends, pacesetters?.once), countsByType(events)),
    ...lifeFaults(play, events, ends),
  ];
};

/** Plays the story on a fresh platform, shows how it ends, and gives every difference from what the story says. */
export const runDemo = async (
  platform: Platform,
  { seed, years, out, unitsMax }: StoryAsked,
  progress: Progress,
): Promise<DemoRun> => {
  const { client, judge } = await judgedClient(platform.origin, IN_FLIGHT_MAX);
  const play = new Play({ world: inventWorld(seed, years, unitsMax), platform, client, progress });
  try {
    const campaign = await playCampaign(play);
    const outcomes: EditionOutcome[] = [];
    for (const { year } of campaign.ends) outcomes.push(await readOutcome(play, year));
    await platform.untilQuiet();
    const events = await readLog(play.as('auditor-1'));
    // A smaller province is another story than the kept one.
    const digest = unitsMax === undefined ? storyDigest(play, outcomes, campaign.pacesetters) : undefined;
    const faults = [
      ...(await storyFaults(play, campaign, outcomes, events)),
      ...(digest ? digestFaults(keptDigest(), digest) : []),
      ...judge.faults,
    ];
    if (out !== undefined) await writeOutFiles(out, events, outcomes);
    for (const [index, end] of campaign.ends.entries())
      progress.print(awardsTable(play, end, outcomes[index] as EditionOutcome));
    if (campaign.pacesetters) progress.print(pacesettersTable(play, campaign.pacesetters));
    progress.print(eventsTable(countsByType(events)));
    progress.print(`\n${events.length} events, ${client.requests} requests, ${progress.seconds.toFixed(1)} s`);
    return { faults, outcomes, play };
  } finally {
    client.close();
  }
};
