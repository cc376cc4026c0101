import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Progress } from '../demo/report/progress.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { DEFAULT_YEAR } from './arguments.ts';
import {
  fillsAll,
  keepTable,
  keptTable,
  knownProgrammes,
  OWN_JOURNEYS,
  tableOf,
  withoutSeconds,
} from './figures-table.ts';
import { firstDayOf } from './first-day.ts';
import { type Played, playProgrammes } from './play-programmes.ts';
import { isPlayed } from './read-programme.ts';

const PLAYED_WITHIN_MS = 900_000;
const REACHABLE = 0o755;
/** One in which something that shuts out is found against a unit that its rank would honour. */
const SEED = '9';

const known = knownProgrammes();
const programmes = known.flatMap(({ read }) => (isPlayed(read) && fillsAll(read) ? [read] : []));
const names = programmes.map(({ compiled }) => compiled.id);

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) throw new Error('every programme is recomputed by python3, which this machine has not');

let folder = '';
let platform: ChildPlatform | undefined;
let ended: Readonly<{ played: readonly Played[]; faults: readonly string[] }> = { played: [], faults: ['not played'] };
const told: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiangong-programmes-'));
  await chmod(folder, REACHABLE);
  platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(firstDayOf(DEFAULT_YEAR)) });
  const progress = new Progress((line) => told.push(line));
  const asked = { year: DEFAULT_YEAR, seed: SEED, out: join(folder, 'out') };
  ended = await playProgrammes(platform, programmes, asked, progress);
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

describe('every template that the platform plays, shipped or tried on paper, played through the public API', () => {
  it('ends as it should: what was computed from is what was handed in, and python3 computes the same', () =>
    expect(ended.faults).toEqual([]));

  it.each(names)('%s comes to a result and a decision, and gives somebody something', async (name) => {
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
  });

  it('carries out what a recheck found: who holds the award keeps it, has time to mend, or loses it by two persons', () => {
    const { edition } = playedOf('demonstration-recheck');
    // Of seven that were given it one had lost it before, and one was taken off as entered by mistake.
    expect(edition.entries).toHaveLength(5);
    expect(edition.rechecked.length).toBeGreaterThan(0);
  });

  it('gives nothing to whom something was found against that shuts out', () => {
    const { edition, outcomes } = playedOf('civilized-units');
    const shutOut = edition.filled.occurrences.filter(({ itemId }) => itemId === 'law').map(({ entryId }) => entryId);
    const places = Math.floor((edition.entries.length * 30) / 100);
    const honoured = outcomes[0]?.result.entries.filter(({ rank }) => rank <= places).map(({ entryId }) => entryId);
    expect(honoured?.some((entryId) => shutOut.includes(entryId))).toBe(true);
    const titles = edition.entries.filter(({ entryId }) => shutOut.includes(entryId)).map(({ title }) => title);
    for (const { awards } of outcomes) for (const { holder } of awards) expect(titles).not.toContain(holder);
  });

  it('fills a list over several stages: whoever is judged, his unit, the committee, whose mark counts', () => {
    const { edition, outcomes } = playedOf('star-branches');
    const { marks } = edition.filled;
    expect([...new Set(marks.map(({ by }) => by))]).toEqual(['self', 'acceptance', 'office']);
    const [first] = outcomes[0]?.result.entries ?? [];
    const counted = marks.filter(({ entryId, by }) => entryId === first?.entryId && by === 'office');
    const points = counted.flatMap((mark) => mark.marks).reduce((sum, one) => sum + one, 0);
    const found = edition.filled.occurrences.filter(({ entryId }) => entryId === first?.entryId);
    const taken = found.reduce((sum, { itemId, count }) => sum + count * (itemId === 'election' ? 1_000 : 200), 0);
    // In units of its one decimal.
    expect(Number(first?.score)).toBe((points + 3_000 - taken) / 10);
  });

  it('lets go on to the final whom the first round ranks, and nobody else', () => {
    const [first, final] = playedOf('lecture-contest').outcomes;
    const ranked = first?.result.entries.filter(({ rank }) => rank <= 9).map(({ entryId }) => entryId) ?? [];
    expect(final?.result.entries.map(({ entryId }) => entryId).sort()).toEqual(ranked.toSorted());
  });

  it('is played by a journey of its own where the player lacks somebody for it', () => {
    const others = known.flatMap(({ read }) => (isPlayed(read) && !fillsAll(read) ? [read.compiled.id] : []));
    expect(others.toSorted()).toEqual(Object.keys(OWN_JOURNEYS).toSorted());
    for (const journey of Object.values(OWN_JOURNEYS))
      expect(existsSync(join(import.meta.dirname, '..', journey, `${journey}.int-spec.ts`))).toBe(true);
  });

  it('stands in the table of programmes with the figures that it ended with', () => {
    const table = tableOf(
      known,
      ended.played.map(({ figures }) => figures),
    );
    if (process.env['JIANGONG_WRITE_FIGURES'] === '1') keepTable(table);
    expect(keptTable().map(withoutSeconds)).toEqual(table.map(withoutSeconds));
  });
});
