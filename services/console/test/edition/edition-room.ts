import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { judgedClient } from '../../../../test/safety/document/judged-client.ts';
import type { AnswerJudge } from '../../../../test/safety/document/answer-judge.ts';
import type { HttpClient } from '../../../../test/journeys/demo/http/http-client.ts';
import { ChildPlatform } from '../../../../test/journeys/demo/platform/child-platform.ts';
import { Play } from '../../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../../test/journeys/demo/report/progress.ts';
import type { EditionStory, EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { morningOf } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import { watchPage, type Watched } from '../chromium.ts';
import { smallStory, YEAR } from './small-story.ts';

const CONNECTIONS_MAX = 8;
/** Pages that are open at once: two cores, and the platform needs some of them. */
const AT_ONCE = 2;

/** Of nobody: whoever reads notices and objects. */
export const PUBLIC = 'the public';

/** How somebody looks at a page. */
export type Look = Readonly<{ language: 'zh' | 'en'; width: number }>;
const USUAL: Look = { language: 'zh', width: 1_366 };
const HEIGHT = 900;
/** A busy machine is no failure. */
const PATIENCE_MS = 90_000;

type Use<T> = (page: Page, watched: Watched) => Promise<T>;
type Parts = Readonly<{
  play: Play;
  edition: EditionStory;
  judge: AnswerJudge;
  platform: ChildPlatform;
  client: HttpClient;
  browser: Browser;
  directory: string;
}>;

/** A platform whose people are there and whose edition is not yet: everything further is done in their browsers. */
export class EditionRoom {
  readonly play: Play;
  readonly edition: EditionStory;
  /** Has seen every answer that was not asked for by a page. */
  readonly judge: AnswerJudge;
  /** What pages did that never should happen. */
  readonly trouble: string[] = [];
  readonly #parts: Parts;
  readonly #profiles = new Map<string, BrowserContext>();

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.play = parts.play;
    this.edition = parts.edition;
    this.judge = parts.judge;
  }

  static async start(now: string, browser: Browser): Promise<EditionRoom> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-edition-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(now) });
    const { client, judge } = await judgedClient(platform.origin, CONNECTIONS_MAX);
    const { world, edition } = smallStory();
    const play = new Play({ world, platform, client, progress: new Progress(() => undefined) });
    await setUp(play);
    return new EditionRoom({ play, edition, judge, platform, client, browser, directory });
  }

  async stop(): Promise<void> {
    this.#parts.client.close();
    await this.#parts.platform.stop();
    await rm(this.#parts.directory, { recursive: true, force: true });
  }

  get origin(): string {
    return this.#parts.platform.origin;
  }

  /** The platform's day. Browsers keep the machine's, which is years from it. */
  async on(day: string, year = YEAR): Promise<void> {
    await this.#parts.platform.moveClock(morningOf(`${year}-${day}`));
  }

  async untilQuiet(): Promise<void> {
    await this.#parts.platform.untilQuiet();
  }

  get editionPath(): string {
    return `/editions/${this.play.edition(YEAR)}`;
  }

  get roundPath(): string {
    return `/rounds/${this.play.round(YEAR)}`;
  }

  entryPath({ code }: EntryStory): string {
    return `/entries/${this.play.entry(code).entryId}`;
  }

  entriesOf(...fates: readonly EntryStory['fate'][]): readonly EntryStory[] {
    return this.edition.entries.filter(({ fate }) => fates.includes(fate));
  }

  /** The platform has given an entry of the story its id. */
  async planned({ code, leader }: EntryStory, entryId: string): Promise<void> {
    const { milestones } = await this.play
      .as(leader)
      .get<{ milestones: readonly { milestoneId: string }[] }>(`/v1/entries/${entryId}`);
    this.play.entries.set(code, { entryId, milestoneIds: milestones.map(({ milestoneId }) => milestoneId) });
  }

  nameOf(person: string): string {
    const name = this.play.world.people.find(({ code }) => code === person)?.name;
    if (name === undefined) throw new Error(`the story knows no ${person}`);
    return name;
  }

  /** In this person's own browser, from an address on; the page is closed again. */
  async as<T>(person: string, path: string, use: Use<T>, look: Look = USUAL): Promise<T> {
    const profile = this.#profiles.get(person) ?? (await this.#profileOf(person));
    const watched = await this.#openIn(profile, look);
    const { page, trouble } = watched;
    try {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return await use(page, watched);
    } catch (error) {
      throw new Error(`${person} at ${page.url()}: ${(await page.locator('body').innerText()).slice(0, 3_000)}`, {
        cause: error,
      });
    } finally {
      this.trouble.push(...trouble);
      await page.close();
    }
  }

  /** For each, two browsers at once. */
  async each<T>(items: readonly T[], use: (item: T) => Promise<void>): Promise<void> {
    const left = [...items];
    const worker = async (): Promise<void> => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await use(item);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #openIn(profile: BrowserContext, { language, width }: Look): Promise<Watched> {
    const page = await profile.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.setViewportSize({ width, height: HEIGHT });
    await page.addInitScript((chosen) => localStorage.setItem('jiangong.language', chosen), language);
    return watchPage(page, this.#parts.platform.origin);
  }

  /** Signs in by the form, as everybody does, once. */
  async #profileOf(person: string): Promise<BrowserContext> {
    const profile = await this.#parts.browser.newContext({
      baseURL: this.#parts.platform.origin,
      timezoneId: 'Asia/Shanghai',
      locale: 'zh-CN',
    });
    this.#profiles.set(person, profile);
    if (person === PUBLIC) return profile;
    const { page, trouble } = await this.#openIn(profile, USUAL);
    await page.goto('/sign-in?next=/');
    const login = this.play.world.people.find(({ code }) => code === person)?.login ?? person;
    await page.locator('input[name="login"]').fill(login);
    await page.locator('input[name="password"]').fill(this.play.password(person));
    await page.locator('input[name="password"]').press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor();
    this.trouble.push(...trouble);
    await page.close();
    return profile;
  }
}
