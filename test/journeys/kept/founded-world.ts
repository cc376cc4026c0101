import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CookieJar } from 'tough-cookie';
import { judgedClient } from '../../safety/document/judged-client.ts';
import { ChildPlatform, type ChildPlatformOptions } from '../demo/platform/child-platform.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import { Progress } from '../demo/report/progress.ts';
import type { World } from '../demo/world/invented-world.ts';
import { copyOf, keptData } from './kept-data.ts';

const CONNECTIONS_MAX = 8;
/** The embedded database runs as a user of its own and must be able to reach its directory. */
const REACHABLE = 0o755;
const DATA = 'data';
const IDS = 'ids.json';
/** Of the processes that ran there: a copy has others. */
const PORTS = 'ports.json';

/** A world, and the moment at which it is set up. */
export type Founding = Readonly<{ world: World; now: string }>;

/** What the platform called whom the story knows by code, and the mark by which it knows the browser again that each person signed in with. */
type Ids = Readonly<{
  organizations: readonly [string, string][];
  people: readonly [string, string][];
  devices: readonly [string, string][];
}>;

const DEVICE = 'jiangong-device';

const devicesOf = ({ jars, client }: Play): Ids['devices'] =>
  [...jars].map(([code, jar]) => {
    const mark = jar.getCookiesSync(client.origin).find(({ key }) => key === DEVICE);
    if (mark === undefined) throw new Error(`nothing marks the browser of ${code}`);
    return [code, mark.value];
  });

const browserOf = (mark: string, origin: string): CookieJar => {
  const jar = new CookieJar();
  jar.setCookieSync(`${DEVICE}=${mark}; Path=/; HttpOnly`, origin);
  return jar;
};

const told = new Progress(() => undefined);

/** Sets a platform up through its API, holds every answer against the served document, and stops it. */
const found = async ({ world, now }: Founding, kept: string): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), 'jiangong-founding-'));
  try {
    await chmod(directory, REACHABLE);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now });
    try {
      const { client, judge } = await judgedClient(platform.origin, CONNECTIONS_MAX);
      const play = new Play({ world, platform, client, progress: told });
      await setUp(play);
      await platform.untilQuiet();
      client.close();
      if (judge.faults.length > 0) throw new Error(`not as the document says: ${judge.faults.join('; ')}`);
      const ids: Ids = { organizations: [...play.organizations], people: [...play.people], devices: devicesOf(play) };
      await mkdir(kept, { mode: REACHABLE });
      await writeFile(join(kept, IDS), JSON.stringify(ids));
    } finally {
      await platform.stop();
    }
    await rm(join(directory, PORTS), { force: true });
    await mkdir(join(kept, DATA), { mode: REACHABLE });
    await copyOf(directory, join(kept, DATA));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/**
 * Starts a platform in `directory` on which a world has been set up: its committee, units, branches and people with their accounts. That is played once
 * for all suites that begin with the same world, and copied; whoever acts signs in when he first does. Making it takes a start of the platform more: it
 * is for worlds that more than two suites of a run begin with.
 */
export const startFounded = async (
  { world, now }: Founding,
  { dataDirectory, ...options }: Omit<ChildPlatformOptions, 'now'>,
): Promise<Readonly<{ platform: ChildPlatform; comeAgain: (play: Play) => Promise<void> }>> => {
  const kept = await keptData({ world, now }, async (made) => found({ world, now }, made));
  const ids = JSON.parse(await readFile(join(kept, IDS), 'utf8')) as Ids;
  await copyOf(join(kept, DATA), dataDirectory);
  const platform = await ChildPlatform.start({ dataDirectory, now, ...options });
  return {
    platform,
    comeAgain: async (play) => {
      for (const [code, id] of ids.organizations) play.organizations.set(code, id);
      for (const [code, id] of ids.people) play.people.set(code, id);
      const devices = new Map(ids.devices);
      for (const { code, login } of world.people)
        play.comesAgain(code, login, browserOf(devices.get(code) ?? '', play.client.origin));
    },
  };
};
