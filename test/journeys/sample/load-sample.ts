import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { HttpClient } from '../demo/http/http-client.ts';
import type { Platform, SetUpLink } from '../demo/platform/platform.ts';
import { openEdition, planEntry } from '../demo/play/acts/planning.ts';
import { IN_FLIGHT_MAX, inParallel } from '../demo/play/in-parallel.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import { Progress } from '../demo/report/progress.ts';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { inventWorld } from '../demo/world/invented-world.ts';
import { inventedHolidays } from './invented-holidays.ts';
import { dueWithin, windowsFrom } from './windows-from.ts';

const PRIVATE = 0o600;
/** The same province at every load, one whose first units have several branches: whoever looks at it twice finds what he saw. */
const SEED = 'sample-2';
const FULL_SINCE = '2016-07-01';

/** The platform as it runs: its clock is the real one, and nobody moves it. */
const realPlatform = (origin: string, setUpLink: SetUpLink): Platform => ({
  origin,
  setUpLink,
  moveClock: () => Promise.reject(new Error('a real clock is not moved')),
  untilQuiet: () => Promise.resolve(),
  stop: () => Promise.resolve(),
});

/** A year whose working days the platform does not know is entered before anything is counted in it. */
const enterHolidays = async (play: Play, year: number): Promise<void> => {
  const officer = play.as(FIRST_OFFICER);
  const { items } = await officer.get<{ items: readonly Readonly<{ year: number }>[] }>('/v1/holidays');
  if (items.some((known) => known.year === year)) return;
  const { source: noticeNumber, daysOff, makeUpDays } = inventedHolidays(year);
  await officer.order({
    path: '/v1/holidays',
    key: play.key(`holidays ${year}`),
    body: { year, noticeNumber, daysOff: daysOff.map(([from, to]) => ({ from, to })), makeUpDays },
  });
};

/** Sets an empty platform up with the sample and opens one edition in it, through the public API only. */
const loadSample = async (at: string, setUpLink: SetUpLink, signIns: string): Promise<void> => {
  const progress = new Progress((line) => process.stdout.write(`sample: ${line}\n`));
  const now = new Date();
  const { year, stages } = windowsFrom(now);
  const invented = inventWorld(SEED, [year]);
  // Whoever leads a branch, or speaks for a unit's committee, is a member.
  const world = {
    ...invented,
    people: invented.people.map((one) => ({ ...one, fullSince: one.fullSince ?? FULL_SINCE })),
  };
  // No password of the sample is known beforehand.
  const passwordSeed = randomUUID();
  // The link stands under the name that people will use, which may lead to a door that is not built yet.
  const { origin } = new URL(setUpLink.url);
  const client = new HttpClient(origin, IN_FLIGHT_MAX, undefined, at);
  try {
    const play = new Play({ world, platform: realPlatform(origin, setUpLink), client, progress, passwordSeed });
    await setUp(play);
    await enterHolidays(play, year);
    await openEdition(play, year, stages);
    // One of the next year is planned from its first day on.
    const isOpen = stages.some(
      ({ stageId, opensOn }) => stageId === 'plan' && new Date(`${opensOn}T00:00+08:00`) <= now,
    );
    const entries = isOpen ? (world.editions[0]?.entries ?? []) : [];
    const due = dueWithin(stages, now);
    await inParallel(entries, (entry) => planEntry(play, year, entry, due));
    const lines = world.people.map(
      ({ code, login, name, grants }) => `${login}\t${play.password(code)}\t${grants[0]?.role ?? ''}\t${name}`,
    );
    await writeFile(signIns, `${lines.join('\n')}\n`, { mode: PRIVATE });
    progress.tell(`the edition of ${year} is open with ${entries.length} entries; sign-ins are in ${signIns}`);
  } finally {
    client.close();
  }
};

const { values } = parseArgs({ strict: true, options: { url: { type: 'string' }, 'sign-ins': { type: 'string' } } });
const { url, 'sign-ins': signIns } = values;
// The one-time link and its code are secrets: arguments are seen by everybody on the machine, standard input is not.
const [link = '', code = ''] = (await text(process.stdin)).trim().split('\n');
if (url === undefined || signIns === undefined || link === '' || code === '')
  throw new Error('load-sample needs --url, --sign-ins, and the set-up link with its code on its standard input');
await loadSample(url, { url: link, code }, signIns);
