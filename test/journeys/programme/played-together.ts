import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Progress } from '../demo/report/progress.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { DEFAULT_YEAR } from './arguments.ts';
import { fillsAll, type Known, keepLines, keptLinesOf, tableOf, withoutSeconds } from './figures-table.ts';
import { firstDayOf } from './first-day.ts';
import { type Played, playProgrammes } from './play-programmes.ts';
import { isPlayed } from './read-programme.ts';

/** No test asserts a time: this ends a hang only. The longer part takes a third of it on two busy cores. */
const PLAYED_WITHIN_MS = 1_500_000;
const REACHABLE = 0o755;
/** One in which something that shuts out is found against a unit that its rank would honour. */
const SEED = '9';

/** Plays all of these that the player can fill, beside each other on one platform, and holds what is true of each; gives the way to one of them. */
export const playedTogether = (known: readonly Known[]): ((name: string) => Played) => {
  const programmes = known.flatMap(({ read }) => (isPlayed(read) && fillsAll(read) ? [read] : []));
  if (spawnSync('python3', ['--version']).status !== 0)
    throw new Error('every programme is recomputed by python3, which this machine has not');
  let folder = '';
  let platform: ChildPlatform | undefined;
  let ended: Readonly<{ played: readonly Played[]; faults: readonly string[] }> = {
    played: [],
    faults: ['not played'],
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangong-programmes-'));
    await chmod(folder, REACHABLE);
    platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(firstDayOf(DEFAULT_YEAR)) });
    const asked = { year: DEFAULT_YEAR, seed: SEED, out: join(folder, 'out') };
    ended = await playProgrammes(platform, programmes, asked, new Progress(() => undefined));
  }, PLAYED_WITHIN_MS);

  afterAll(async () => {
    await platform?.stop();
    await rm(folder, { recursive: true, force: true });
  }, PLAYED_WITHIN_MS);

  const playedOf = (name: string): Played => {
    const found = ended.played.find(({ edition }) => edition.name === name);
    if (found === undefined) throw new Error(`${name} was not played`);
    return found;
  };

  it('ends as it should: what was computed from is what was handed in, and python3 computes the same', () =>
    expect(ended.faults).toEqual([]));

  it.each(programmes.map(({ compiled }) => compiled.id))(
    '%s comes to a result and a decision, and gives somebody something',
    async (name) => {
      const { edition, outcomes, figures } = playedOf(name);
      expect(outcomes.map(({ phase }) => phase)).toEqual(edition.compiled.phases.map(({ id }) => id));
      // Where nothing is scored the result is the list of whoever was let in.
      for (const { result } of outcomes) expect(result.entries.length + result.unranked.length).toBeGreaterThan(0);
      expect(edition.decisions.size).toBeGreaterThan(0);
      expect(figures.awards).toBeGreaterThan(0);
      const { calendar, intake } = edition.compiled;
      expect(edition.commended).toBe(intake.how === 'holders' || calendar.some(({ act }) => act === 'commend'));
      const report = await readFile(join(folder, 'out', name, 'REPORT.md'), 'utf8');
      expect(report).toContain('Python agrees with every phase');
      expect((await readdir(join(folder, 'out', name))).length).toBe(outcomes.length + 1);
    },
  );

  it('stands in the table of programmes with the figures that it ended with', () => {
    const figures = ended.played.map((one) => one.figures);
    if (process.env['JIANGONG_WRITE_FIGURES'] === '1') keepLines(known, figures);
    expect(keptLinesOf(known).map(withoutSeconds)).toEqual(tableOf(known, figures).map(withoutSeconds));
  });

  return playedOf;
};
