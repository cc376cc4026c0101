import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerJudge } from '../../safety/document/answer-judge.ts';
import { judgedClient } from '../../safety/document/judged-client.ts';
import { cookiesFor } from '../demo/http/browser.ts';
import type { HttpClient } from '../demo/http/http-client.ts';
import { signIn } from '../demo/http/sign-in.ts';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import { Progress } from '../demo/report/progress.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { openEdition } from '../programme/acts/opening.ts';
import { castOf, type Needs } from '../programme/cast.ts';
import { PlayedEdition } from '../programme/edition.ts';
import { isPlayed, readProgramme } from '../programme/read-programme.ts';

export const YEAR = 2024;
const REACHABLE = 0o755;
const CONNECTIONS_MAX = 4;

export type Opened = Readonly<{
  directory: string;
  platform: ChildPlatform;
  client: HttpClient;
  judge: AnswerJudge;
  edition: PlayedEdition;
  cookies: ReadonlyMap<string, string | undefined>;
}>;

/** Opens one edition of a template on a platform of its own, with everybody signed in. */
export const opened = async (name: string, template: string, needs: Needs): Promise<Opened> => {
  const directory = await mkdtemp(join(tmpdir(), `jiangong-${name}-`));
  await chmod(directory, REACHABLE);
  const file = join(directory, `${name}.yaml`);
  await writeFile(file, template);
  const programme = readProgramme(file);
  if (!isPlayed(programme)) throw new Error(JSON.stringify(programme.problems));
  const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(`${YEAR}-01-02`) });
  const { client, judge } = await judgedClient(platform.origin, CONNECTIONS_MAX);
  const world = castOf(name, needs, true);
  const play = new Play({ world, platform, client, progress: new Progress(() => undefined) });
  await setUp(play);
  const cookies = new Map<string, string | undefined>();
  for (const { code, login } of world.people)
    cookies.set(code, cookiesFor(await signIn(client, login, play.password(code)), `${client.origin}/v1/me`));
  const edition = new PlayedEdition(play, programme, YEAR);
  await openEdition(edition);
  return { directory, platform, client, judge, edition, cookies };
};

/** What every edition has that bad requests are sent to. */
export class OpenedEdition {
  readonly client: HttpClient;
  /** Has seen every answer. */
  readonly judge: AnswerJudge;
  readonly edition: PlayedEdition;
  readonly directory: string;
  protected readonly platform: ChildPlatform;
  readonly #cookies: ReadonlyMap<string, string | undefined>;

  protected constructor({ directory, platform, client, judge, edition, cookies }: Opened) {
    this.directory = directory;
    this.platform = platform;
    this.client = client;
    this.judge = judge;
    this.edition = edition;
    this.#cookies = cookies;
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.platform.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Everybody who signs in here. */
  get people(): readonly string[] {
    return [...this.#cookies.keys()];
  }

  cookieOf(who: string): string | undefined {
    return this.#cookies.get(who);
  }
}
