import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerJudge } from '../../safety/document/answer-judge.ts';
import { judgedClient } from '../../safety/document/judged-client.ts';
import type { HttpClient } from '../demo/http/http-client.ts';
import type { Problem } from '../demo/http/persona-api.ts';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import { Progress } from '../demo/report/progress.ts';
import type { World } from '../demo/world/invented-world.ts';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { startFounded } from '../kept/founded-world.ts';
import { codeOf, type Entry, OFFICER, wrongWorld, YEAR } from './cast.ts';

export type Round = Readonly<{
  roundId: string;
  status: string;
  closing: number;
  outdated: boolean;
  unsealed: boolean;
  documentNumber: string;
}>;

type Shown = Readonly<{ standing: string; homeId: string; nominatorId: string }>;

/** A small campaign over a running platform: who orders what through REST, and what the answer is. */
export class Campaign {
  readonly play: Play;
  /** Has seen every answer. */
  readonly judge: AnswerJudge;
  readonly #platform: ChildPlatform;
  readonly #client: HttpClient;
  /** Where the platform keeps its data and its log files. */
  readonly directory: string;
  #orders = 0;

  private constructor(parts: {
    play: Play;
    platform: ChildPlatform;
    client: HttpClient;
    judge: AnswerJudge;
    directory: string;
  }) {
    this.judge = parts.judge;
    this.play = parts.play;
    this.#platform = parts.platform;
    this.#client = parts.client;
    this.directory = parts.directory;
  }

  /** `foundedOn`: when every organization was founded; absent: on the day on which the story begins. */
  static async start(world: World = wrongWorld(), foundedOn?: string): Promise<Campaign> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-all-goes-wrong-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const now = morningOf(`${YEAR}-01-02`);
    const { platform, comeAgain } =
      foundedOn === undefined
        ? await startFounded({ world, now }, { dataDirectory: directory })
        : { platform: await ChildPlatform.start({ dataDirectory: directory, now }), comeAgain: setUp };
    const { client, judge } = await judgedClient(platform.origin, 8);
    const play = new Play({
      ...{ world, platform, client, progress: new Progress(() => undefined) },
      ...(foundedOn === undefined ? {} : { foundedOn }),
    });
    await comeAgain(play);
    return new Campaign({ play, platform, client, judge, directory });
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#platform.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Time passes, until the morning of this day; everything that follows from it has happened. */
  day(date: string): Promise<void> {
    return this.#platform.moveClock(morningOf(date));
  }

  /** Everything acknowledged has reached every reader. */
  settled(): Promise<void> {
    return this.#platform.untilQuiet();
  }

  #key(): string {
    this.#orders += 1;
    return this.play.key(`order ${this.#orders}`);
  }

  get<T>(by: string, path: string): Promise<T> {
    return this.play.as(by).get<T>(path);
  }

  order<T = unknown>(by: string, path: string, body: unknown = {}): Promise<T> {
    return this.play.as(by).order<T>({ path, body, key: this.#key() });
  }

  /** The order is refused; why. */
  refused(by: string, path: string, body: unknown = {}): Promise<Problem> {
    return this.play.as(by).refused({ method: 'POST', path, body, key: this.#key() });
  }

  async reason(by: string, path: string, body: unknown = {}): Promise<string | undefined> {
    return (await this.refused(by, path, body)).reason;
  }

  /** Written over what was seen. */
  async write(by: string, path: string, body: unknown): Promise<void> {
    const { revision } = await this.get<{ revision: number }>(by, path);
    await this.play.as(by).order({ path, body, method: 'PUT', key: this.#key(), expectedRevision: revision });
  }

  async writingReason(by: string, path: string, body: unknown): Promise<string | undefined> {
    const { revision } = await this.get<{ revision: number }>(by, path);
    const question = { method: 'PUT', path, body, key: this.#key(), expectedRevision: revision };
    return (await this.play.as(by).refused(question)).reason;
  }

  id(entry: Entry): string {
    return this.play.entry(codeOf(entry)).entryId;
  }

  entryPath(entry: Entry): string {
    return `/v1/entries/${this.id(entry)}`;
  }

  get editionPath(): string {
    return `/v1/editions/${this.play.edition(YEAR)}`;
  }

  get roundPath(): string {
    return `/v1/rounds/${this.play.round(YEAR)}`;
  }

  round(): Promise<Round> {
    return this.get<Round>(OFFICER, this.roundPath);
  }

  /** An entry as the committee's office sees it. */
  async entry(entry: Entry): Promise<Shown> {
    await this.settled();
    return (await this.get<{ entry: Shown }>(OFFICER, this.entryPath(entry))).entry;
  }

  async standing(entry: Entry): Promise<string> {
    return (await this.entry(entry)).standing;
  }
}
