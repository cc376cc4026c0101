import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpClient } from '../../../../test/journeys/demo/http/http-client.ts';
import { ChildPlatform } from '../../../../test/journeys/demo/platform/child-platform.ts';
import { planEntry } from '../../../../test/journeys/demo/play/acts/planning.ts';
import { uploadReport } from '../../../../test/journeys/demo/play/acts/upload-report.ts';
import { inParallel } from '../../../../test/journeys/demo/play/in-parallel.ts';
import { Play } from '../../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../../test/journeys/demo/report/progress.ts';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { morningOf, PARAMETERS, stageWindows } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import { inventWorld, type World } from '../../../../test/journeys/demo/world/invented-world.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';

const YEAR = 2024;
const UNITS = 4;
export const PROJECTS = 200;
export const CRITERIA = 10;
const EACH = PROJECTS / UNITS;
/** As many as a batch takes. */
const BATCH_MAX = 100;
export const EXPERTS = ['expert-6', 'expert-7', 'expert-8'];
const STAFF = [FIRST_OFFICER, 'leader-1', 'inspector-1', ...EXPERTS];
const TEMPLATE = join(import.meta.dirname, '../../../../libs/programmes/templates/jiangong-edition.yaml');

/** The shipped programme with ten criteria of ten points, and as many places a unit as are needed here. */
const wideTemplate = async (): Promise<string> => {
  const text = await readFile(TEMPLATE, 'utf8');
  const criteria = Array.from({ length: CRITERIA }, (_, at) => {
    const id = at === 1 ? 'effect' : `c${at + 1}`;
    return `      - {id: ${id}, name: [第${at + 1}项, Criterion ${at + 1}], points: 10, step: 0.5}\n`;
  });
  const wide = text
    .replace(/(?<=criteria: &sheet\n)(?: {6}- .*\n)+/u, criteria.join(''))
    .replace('quota: {value: 3, from: 1, to: 10,', `quota: {value: 3, from: 1, to: ${EACH},`);
  if (wide === text) throw new Error('the shipped template has another form');
  return wide;
};

const smallWorld = (): World => {
  const world = inventWorld('a wide sheet', [YEAR]);
  const units = world.units.slice(0, UNITS);
  const ofUnits = units.flatMap(({ code }) => [`${code}-officer`, `${code}-secretary`]);
  const people = world.people.filter(({ code }) => STAFF.includes(code) || ofUnits.includes(code));
  return { ...world, units, people, evaluators: [], editions: [] };
};

const storiesOf = ({ units }: World): readonly EntryStory[] =>
  units.flatMap(({ code, branches }) =>
    Array.from({ length: EACH }, (_, at) => ({
      ...{ code: `${code}-${YEAR}-${at + 1}`, unit: code, branch: branches[0]?.code ?? '' },
      ...{ leader: `${code}-secretary`, title: `${code}第${at + 1}号项目（虚构）`, keyTask: '优化营商环境' },
      ...{ fate: 'declared' as const, quality: 50, reports: 0, withEvidence: false, featured: false },
    })),
  );

/** A round in which 200 projects are scored by ten criteria: nothing of it is made up on the way to the page. */
export class WideRound {
  readonly play: Play;
  readonly #directory: string;

  private constructor(play: Play, directory: string) {
    this.play = play;
    this.#directory = directory;
  }

  static async start(): Promise<WideRound> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-wide-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(`${YEAR}-01-05`) });
    const play = new Play({
      world: smallWorld(),
      platform,
      client: new HttpClient(platform.origin, 8),
      progress: new Progress(() => undefined),
    });
    await setUp(play);
    const round = new WideRound(play, directory);
    await round.#open();
    await round.#declareAll();
    await round.#publishAll();
    await round.#seat();
    return round;
  }

  async stop(): Promise<void> {
    this.play.client.close();
    await this.play.platform.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #on(day: string): Promise<void> {
    await this.play.platform.moveClock(morningOf(`${YEAR}-${day}`));
  }

  async #order<T>(by: string, path: string, body: unknown = {}): Promise<T> {
    const key = this.play.key(`${by} ${path} ${JSON.stringify(body).slice(0, 200)}`);
    return this.play.as(by).order<T>({ path, body, key });
  }

  async #open(): Promise<void> {
    const { play } = this;
    const committeeId = play.organization(COMMITTEE);
    const { templateHash } = await this.#order<{ templateHash: string }>(FIRST_OFFICER, '/v1/templates', {
      committeeId,
      template: await wideTemplate(),
    });
    const { editionId } = await this.#order<{ editionId: string }>(FIRST_OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: play.key('series'), year: YEAR, templateHash, stages: stageWindows(YEAR, 2021) },
      ...{ titleZh: `宽表评选（${YEAR}年度，虚构）`, titleEn: `A wide sheet, ${YEAR} (invented)` },
      parameters: { ...PARAMETERS, quota: String(EACH), unitsLeast: '1', expertsLeast: '3' },
    });
    play.editions.set(YEAR, editionId);
  }

  async #declareAll(): Promise<void> {
    const { play } = this;
    const stories = storiesOf(play.world);
    await this.#on('01-08');
    await inParallel(stories, async (story) => planEntry(play, YEAR, story));
    await this.#on('11-04');
    for (const { code } of play.world.units) await uploadReport(play.as(`${code}-officer`));
    const report = await uploadReport(play.as(`${play.world.units[0]?.code ?? ''}-officer`));
    await inParallel(stories, async ({ code, unit, title }) =>
      this.#order(`${unit}-officer`, `/v1/entries/${play.entry(code).entryId}/declare`, {
        summary: `${title}：按期完成全部任务，成效明显。`,
        ...report,
      }),
    );
  }

  /** One after the other: a batch knows the whole edition. */
  async #batch(what: string, more: object): Promise<void> {
    const ids = storiesOf(this.play.world).map(({ code }) => this.play.entry(code).entryId);
    for (let at = 0; at < ids.length; at += BATCH_MAX)
      await this.#order(FIRST_OFFICER, `/v1/editions/${this.play.edition(YEAR)}/${what}`, {
        entryIds: ids.slice(at, at + BATCH_MAX),
        ...more,
      });
  }

  async #publishAll(): Promise<void> {
    await this.#on('11-12');
    await this.#batch('passed-reviews', { items: ['申报材料'] });
    await this.#batch('clearance-requests', { scopes: ['entry'] });
    await inParallel(storiesOf(this.play.world), async ({ code }) =>
      this.#order('inspector-1', `/v1/entries/${this.play.entry(code).entryId}/clearance`, {
        opinions: [{ scope: 'entry', outcome: 'cleared' }],
        opinionNumber: '示纪审1号',
        why: '',
      }),
    );
    await this.#on('11-20');
    await this.#batch('publications', {});
  }

  async #seat(): Promise<void> {
    const { play } = this;
    const { items } = await play
      .as(FIRST_OFFICER)
      .get<{ items: readonly { roundId: string }[] }>(`/v1/rounds?editionId=${play.edition(YEAR)}`);
    play.rounds.set(YEAR, items[0]?.roundId ?? '');
    await this.#order(FIRST_OFFICER, `/v1/rounds/${play.round(YEAR)}/seats`, {
      seats: [
        ...play.world.units.map(({ code }) => ({ personId: play.person(`${code}-officer`), sourceId: 'units' })),
        ...EXPERTS.map((expert) => ({ personId: play.person(expert), sourceId: 'experts' })),
      ],
    });
    await this.#on('12-02');
  }

  get sheetPath(): string {
    return `/rounds/${this.play.round(YEAR)}/sheet`;
  }
}
