import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { entryOf, YEAR } from '../../../test/journeys/bad-input/small-campaign.ts';
import { HttpClient } from '../../../test/journeys/demo/http/http-client.ts';
import { ChildPlatform } from '../../../test/journeys/demo/platform/child-platform.ts';
import { openEdition, planEntry } from '../../../test/journeys/demo/play/acts/planning.ts';
import { inParallel } from '../../../test/journeys/demo/play/in-parallel.ts';
import { Play } from '../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../test/journeys/demo/report/progress.ts';
import { morningOf, PARAMETERS, stageWindows } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { inventWorld } from '../../../test/journeys/demo/world/invented-world.ts';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { uploadReport } from '../../../test/journeys/demo/play/acts/upload-report.ts';

/** What the review of this edition looks at. */
export const REVIEW_LIST = ['材料完整', '与立项计划一致', '成效有数据支撑', '无重复申报'] as const;

const TITLES = [
  '优化营商环境一件事一次办',
  '老旧小区改造攻坚',
  '乡村振兴驻村帮扶',
  '数据跑路群众不跑腿',
  '重点项目审批提速',
  '高标准农田建设',
  '医保结算一窗通办',
  '生态修复示范工程',
  '青年理论学习提升工程',
] as const;
const UNITS = ['u-001', 'u-002', 'u-003', 'u-004', 'u-005'] as const;
const EACH = 9;
export const DECLARED = UNITS.length * EACH;
export const DONE = 12;
const FIRST_YEAR_OF_SERIES = 2021;
const STAFF: readonly string[] = [FIRST_OFFICER, 'officer-2', 'leader-1', 'inspector-1', 'inspector-2'];
export const REVIEW_DAY = `${YEAR}-11-12`;
export const NOTICE_DAY = `${YEAR}-11-20`;

type Told = Readonly<{ revision: number }>;

/** An edition whose review is under way: 45 entries of two units declared, of which 12 have passed. */
export class ReviewCampaign {
  readonly play: Play;
  readonly #platform: ChildPlatform;
  readonly #client: HttpClient;
  readonly #directory: string;

  private constructor(play: Play, platform: ChildPlatform, client: HttpClient, directory: string) {
    this.play = play;
    this.#platform = platform;
    this.#client = client;
    this.#directory = directory;
  }

  static async start(port?: number): Promise<ReviewCampaign> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-review-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({
      dataDirectory: directory,
      now: morningOf(`${YEAR}-01-02`),
      ...(port === undefined ? {} : { port }),
    });
    const client = new HttpClient(platform.origin, 4);
    const world = inventWorld('first review', [YEAR]);
    const units = world.units.filter(({ code }) => UNITS.some((unit) => unit === code));
    const people = world.people.filter(
      ({ code, home }) => STAFF.includes(code) || (units.some((unit) => unit.code === code.slice(0, 5)) && home !== ''),
    );
    const small = { ...world, units, people, evaluators: [], editions: [] };
    const play = new Play({ world: small, platform, client, progress: new Progress(() => undefined) });
    await setUp(play);
    const campaign = new ReviewCampaign(play, platform, client, directory);
    await campaign.#declareAll();
    await campaign.#passSome();
    return campaign;
  }

  get origin(): string {
    return this.#platform.origin;
  }

  get editionId(): string {
    return this.play.edition(YEAR);
  }

  async moveTo(day: string): Promise<void> {
    await this.#platform.moveClock(morningOf(day));
  }

  async untilQuiet(): Promise<void> {
    await this.#platform.untilQuiet();
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#platform.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** By the form of the sign-in page, as everybody does. */
  async signIn(page: Page, persona: string, next = '/'): Promise<void> {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.locator('input[name=login]').fill(persona);
    await page.locator('input[name=password]').fill(this.play.password(persona));
    await page.locator('input[name=password]').press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** What everybody may ask of the platform, as this person. */
  async get<T>(persona: string, path: string): Promise<T> {
    return this.play.as(persona).get<T>(path);
  }

  async order(persona: string, path: string, body: unknown, time = 1): Promise<void> {
    await this.play.as(persona).order({ path, body, key: this.play.key(`${persona} ${path} ${time}`) });
  }

  entryId(unit: string, number: number): string {
    return this.play.entry(`${unit}-${YEAR}-${number}`).entryId;
  }

  async #declareAll(): Promise<void> {
    const { play } = this;
    const parameters = { ...PARAMETERS, quota: '10', unitsLeast: '1', expertsLeast: '3' };
    await openEdition(play, YEAR, stageWindows(YEAR, FIRST_YEAR_OF_SERIES), parameters);
    await this.moveTo(`${YEAR}-01-08`);
    const stories = UNITS.flatMap((unit) =>
      Array.from({ length: EACH }, (_, index) => ({
        ...entryOf(play.world, unit, index + 1),
        title: `${TITLES[index] ?? ''}（${unit}，虚构）`,
      })),
    );
    await inParallel(stories, (story) => planEntry(play, YEAR, story));
    const { revision } = await this.get<Told>(FIRST_OFFICER, `/v1/editions/${this.editionId}`);
    await play.as(FIRST_OFFICER).order({
      path: `/v1/editions/${this.editionId}/review-list`,
      body: { items: REVIEW_LIST },
      method: 'PUT',
      expectedRevision: revision,
      key: play.key('review list'),
    });
    await this.moveTo(`${YEAR}-11-04`);
    await inParallel(stories, async ({ unit, code, title }) =>
      this.order(`${unit}-officer`, `/v1/entries/${play.entry(code).entryId}/declare`, {
        summary: `${title}：压缩办理时限四成，全年服务企业一千二百家，群众满意率百分之九十八。`,
        ...(await uploadReport(play.as(`${unit}-officer`))),
      }),
    );
    await this.moveTo(REVIEW_DAY);
  }

  async #passSome(): Promise<void> {
    const entryIds = UNITS.flatMap((unit) => [1, 2, 3].map((number) => this.entryId(unit, number))).slice(0, DONE);
    await this.order(FIRST_OFFICER, `/v1/editions/${this.editionId}/passed-reviews`, { entryIds, items: REVIEW_LIST });
    await this.untilQuiet();
  }
}
