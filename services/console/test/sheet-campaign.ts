import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { HttpClient } from '../../../test/journeys/demo/http/http-client.ts';
import { ChildPlatform } from '../../../test/journeys/demo/platform/child-platform.ts';
import { inParallel } from '../../../test/journeys/demo/play/in-parallel.ts';
import { openEdition, planEntry } from '../../../test/journeys/demo/play/acts/planning.ts';
import { Play } from '../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../test/journeys/demo/report/progress.ts';
import type { EntryStory } from '../../../test/journeys/demo/world/campaign-year.ts';
import { morningOf, PARAMETERS, stageWindows } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { inventWorld, type World } from '../../../test/journeys/demo/world/invented-world.ts';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { uploadReport } from '../../../test/journeys/demo/play/acts/upload-report.ts';

const YEAR = 2024;
/** Seven units with two projects each: 56 cells for an expert. */
const UNITS = ['u-001', 'u-002', 'u-003', 'u-004', 'u-005', 'u-006', 'u-007'];
const PROJECTS = 2;
const EXPERTS = ['expert-6', 'expert-7', 'expert-8', 'expert-9'];
const STAFF = [FIRST_OFFICER, 'leader-1', 'inspector-1', 'auditor-1', ...EXPERTS];

const world = (): World => {
  const invented = inventWorld('score sheets', [YEAR]);
  const units = invented.units.filter(({ code }) => UNITS.includes(code));
  const people = invented.people.filter(
    ({ code, home }) => STAFF.includes(code) || (home !== '' && UNITS.includes(code.slice(0, 5))),
  );
  return { ...invented, units, people, evaluators: [], editions: [] };
};

const storyOf = ({ units }: World, unit: string, number: number): EntryStory => ({
  code: `${unit}-${YEAR}-${number}`,
  unit,
  branch: units.find(({ code }) => code === unit)?.branches[0]?.code ?? '',
  leader: `${unit}-secretary`,
  title: `${unit.slice(-1)}号单位第${number}号建功项目（虚构）`,
  keyTask: '优化营商环境',
  fate: 'declared',
  quality: 50,
  reports: 1,
  withEvidence: false,
  featured: false,
});

/** A campaign that has come to its scoring: nobody has written anything yet. */
export class SheetCampaign {
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

  static async start(): Promise<SheetCampaign> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-sheets-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(`${YEAR}-01-02`) });
    const client = new HttpClient(platform.origin, 4);
    const play = new Play({ world: world(), platform, client, progress: new Progress(() => undefined) });
    const campaign = new SheetCampaign(play, platform, client, directory);
    await setUp(play);
    await campaign.#declare();
    await campaign.#publish();
    await campaign.#seat();
    return campaign;
  }

  get origin(): string {
    return this.#platform.origin;
  }

  get roundId(): string {
    return this.play.round(YEAR);
  }

  async stop(): Promise<void> {
    this.#client.close();
    await this.#platform.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  /** The stage of scoring is over, and the round with it. */
  async closeScoring(): Promise<void> {
    await this.#platform.moveClock(morningOf(`${YEAR}-12-11`));
    await this.#platform.untilQuiet();
  }

  /** Signs in as a person does, and comes to a page. */
  async enter(page: Page, persona: string, path: string): Promise<void> {
    const person = this.play.world.people.find(({ code }) => code === persona);
    await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
    await page.locator('input[name="login"]').fill(person?.login ?? '');
    await page.locator('input[name="password"]').fill(this.play.password(persona));
    await page.locator('input[name="password"]').press('Enter');
    await page.waitForURL(`**${path}`);
  }

  async #order(by: string, path: string, body: unknown = {}): Promise<void> {
    await this.play.as(by).order({ path, body, method: 'POST', key: this.play.key(`${by} ${path}`) });
  }

  get #stories(): readonly EntryStory[] {
    return UNITS.flatMap((unit) => Array.from({ length: PROJECTS }, (_, at) => storyOf(this.play.world, unit, at + 1)));
  }

  async #declare(): Promise<void> {
    const parameters = { ...PARAMETERS, unitsLeast: '1', expertsLeast: '3' };
    await openEdition(this.play, YEAR, stageWindows(YEAR, 2021), parameters);
    await this.#platform.moveClock(morningOf(`${YEAR}-01-08`));
    await inParallel(this.#stories, async (story) => planEntry(this.play, YEAR, story));
    await this.#platform.moveClock(morningOf(`${YEAR}-11-04`));
    await inParallel(this.#stories, async ({ code, unit }) =>
      this.#order(`${unit}-officer`, `/v1/entries/${this.play.entry(code).entryId}/declare`, {
        summary: `围绕优化营商环境，${code} 按期完成全部任务，成效明显，群众评价好。`,
        ...(await uploadReport(this.play.as(`${unit}-officer`))),
      }),
    );
  }

  async #publish(): Promise<void> {
    await this.#platform.moveClock(morningOf(`${YEAR}-11-12`));
    const all = this.#stories.map(({ code }) => this.play.entry(code).entryId);
    await inParallel(all, async (entryId) => {
      await this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/review`, { outcome: 'passed', answers: [] });
      await this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/clearance-request`, { scopes: ['entry'] });
      await this.#order('inspector-1', `/v1/entries/${entryId}/clearance`, {
        opinions: [{ scope: 'entry', outcome: 'cleared' }],
        opinionNumber: '示纪审1号',
        why: '',
      });
    });
    await this.#platform.moveClock(morningOf(`${YEAR}-11-20`));
    await inParallel(all, async (entryId) => this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/publish`));
  }

  async #seat(): Promise<void> {
    const officer = this.play.as(FIRST_OFFICER);
    const { items } = await officer.get<{ items: readonly { roundId: string }[] }>(
      `/v1/rounds?editionId=${this.play.edition(YEAR)}`,
    );
    this.play.rounds.set(YEAR, items[0]?.roundId ?? '');
    await this.#order(FIRST_OFFICER, `/v1/rounds/${this.roundId}/seats`, {
      seats: [
        ...UNITS.map((unit) => ({ personId: this.play.person(`${unit}-officer`), sourceId: 'units' })),
        ...EXPERTS.map((expert) => ({ personId: this.play.person(expert), sourceId: 'experts' })),
      ],
    });
    await this.#platform.moveClock(morningOf(`${YEAR}-12-02`));
    await this.#platform.untilQuiet();
  }
}
