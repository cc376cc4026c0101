import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isNaming } from '@jiangong/programmes';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Progress } from '../demo/report/progress.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { knownProgrammes } from '../programme/figures-table.ts';
import {
  firstYearOf,
  type Founded,
  foundingOf,
  namingFaults,
  playNaming,
  type PlayedSeries,
} from '../programme/play-naming.ts';
import { firstDayOf } from '../programme/first-day.ts';
import { isPlayed } from '../programme/read-programme.ts';

/** Far more than it takes: a busy machine is no failure. */
const PLAYED_WITHIN_MS = 900_000;
const REACHABLE = 0o755;
const LAST_YEAR = 2025;

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) throw new Error('every naming is computed again by python3, which this machine has not');

const programmes = knownProgrammes().flatMap(({ read }) => (isPlayed(read) ? [read] : []));
const namings = programmes
  .filter(({ template }) => isNaming(template))
  .map((naming): Founded => {
    const founding = foundingOf(naming, programmes);
    if (founding === undefined) throw new Error(`no programme is of the series of ${naming.compiled.id}`);
    return { naming, founding };
  });

describe.each(namings.map((founded) => ({ name: founded.naming.compiled.id, founded })))(
  '$name, played over the editions of its series through the public API',
  ({ founded }) => {
    let folder = '';
    let platform: ChildPlatform | undefined;
    let ended: PlayedSeries;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'jiangong-naming-'));
      await chmod(folder, REACHABLE);
      const from = firstDayOf(firstYearOf(founded, LAST_YEAR));
      platform = await ChildPlatform.start({ dataDirectory: folder, now: morningOf(from) });
      const asked = { lastYear: LAST_YEAR, seed: '9', out: join(folder, 'out') };
      ended = await playNaming(platform, founded, asked, new Progress(() => undefined));
    }, PLAYED_WITHIN_MS);
    afterAll(async () => {
      await platform?.stop();
      await rm(folder, { recursive: true, force: true });
    }, PLAYED_WITHIN_MS);

    it('ends as it should, and python3 computes the same lists from the log', () => expect(ended.faults).toEqual([]));

    it('lists whoever declared in each year and won once, and says of everybody else what he lacks', () => {
      const { subjects, computed, years } = ended.naming;
      expect(computed.length).toBeGreaterThan(1);
      for (const { organizationId, yearsDeclared, yearsFirstPrize, readings } of subjects) {
        const qualifies = yearsDeclared.length === years.length && yearsFirstPrize.length > 0;
        expect(computed.includes(organizationId)).toBe(qualifies);
        const reasons = readings.find(({ reading }) => reading === 'first-prize-once')?.reasons ?? [];
        expect(reasons.length > 0).toBe(!qualifies);
      }
      // Three units stayed away, each in a year of its own.
      const away = subjects
        .flatMap(({ readings }) => readings[0]?.reasons ?? [])
        .filter(({ reason }) => reason === 'not-declared');
      expect(away.flatMap((one) => one.years).toSorted((one, other) => one - other)).toEqual(years.slice(1, 4));
    });

    it('is put right by two persons, decided by the body, which leaves one out, and made known', () => {
      const { computed, listed, named, leftOut, subjects } = ended.naming;
      const changed = (change: string) =>
        subjects.filter(({ putRight }) => putRight === change).map(({ organizationId }) => organizationId);
      expect([changed('put-on').length, changed('take-off')]).toEqual([1, [computed[0]]]);
      expect(listed.toSorted()).toEqual([...computed.slice(1), ...changed('put-on')].toSorted());
      expect(named.toSorted()).toEqual(listed.filter((id) => id !== leftOut).toSorted());
      expect(leftOut).not.toBe('');
    });

    it('is found out where a list, what was put right of it or what was decided over it is another one', async () => {
      const lines = (await readFile(ended.events, 'utf8')).trim().split('\n');
      const broken = async (type: string, break_: (data: Record<string, unknown>) => void): Promise<number> => {
        const at = lines.findLastIndex(
          (line) => line.includes(`"type":"${type}"`) && line.includes('evaluation.naming-'),
        );
        const event = JSON.parse(lines[at] as string) as { data: Record<string, unknown> };
        break_(event.data);
        const file = join(folder, 'broken.jsonl');
        await writeFile(file, lines.with(at, JSON.stringify(event)).join('\n'));
        return namingFaults(file).length;
      };
      expect(
        await broken('SubjectsLookedAt.v1', (data) =>
          (data['subjects'] as { declared: number[] }[])[0]?.declared.pop(),
        ),
      ).toBe(1);
      expect(
        await broken('NamingCorrected.v1', (data) => Object.assign(data, { change: 'put-on', organizationId: 'x' })),
      ).toBe(1);
      expect(await broken('DecisionTaken.v1', (data) => (data['awards'] as unknown[]).pop())).toBe(1);
      expect(await broken('CircularIssued.v1', (data) => (data['honours'] as unknown[]).pop())).toBe(1);
    });
  },
);
