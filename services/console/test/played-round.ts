import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { HttpClient } from '../../../test/journeys/demo/http/http-client.ts';
import { signIn } from '../../../test/journeys/demo/http/sign-in.ts';
import { ChildPlatform } from '../../../test/journeys/demo/platform/child-platform.ts';
import { declare } from '../../../test/journeys/demo/play/acts/declaration.ts';
import { openEdition, planEntry } from '../../../test/journeys/demo/play/acts/planning.ts';
import { inParallel } from '../../../test/journeys/demo/play/in-parallel.ts';
import { Play } from '../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../test/journeys/demo/report/progress.ts';
import type { EntryStory } from '../../../test/journeys/demo/world/campaign-year.ts';
import { morningOf, PARAMETERS, stageWindows } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { sheetOf } from '../../../test/journeys/demo/world/evaluators.ts';
import { inventWorld, type World } from '../../../test/journeys/demo/world/invented-world.ts';
import { FIRST_OFFICER } from '../../../test/journeys/demo/world/people.ts';
import { CRITERIA } from '../../../test/journeys/demo/world/scoring-scheme.ts';

export const YEAR = 2024;
const FIRST_YEAR = 2021;
const UNITS = 5;
const ENTRIES_PER_UNIT = 2;
/** Of the committee itself: they score everything. */
export const EXPERTS = ['expert-6', 'expert-7', 'expert-8', 'expert-9'];
const STAFF = ['officer-1', 'officer-2', 'leader-1', 'leader-2', 'leader-3', 'inspector-1', 'auditor-1', ...EXPERTS];
const TITLES = ['项目审批提速', '惠企政策直达', '老旧小区改造', '政务数据共享', '河湖长制落实', '就业服务进社区'];

const smallWorld = (): World => {
  const world = inventWorld('a round in pages', [YEAR]);
  const units = world.units.slice(0, UNITS);
  const ofUnits = units.flatMap(({ code }) => [`${code}-officer`, `${code}-secretary`]);
  const people = world.people.filter(({ code }) => STAFF.includes(code) || ofUnits.includes(code));
  const known = new Set(people.map(({ code }) => code));
  const evaluators = world.evaluators.filter(({ person }) => known.has(person));
  return { ...world, units, people, evaluators, editions: [] };
};

const entriesOf = ({ units }: World): readonly EntryStory[] =>
  units.flatMap((unit, at) =>
    Array.from({ length: ENTRIES_PER_UNIT }, (_, index) => ({
      code: `${unit.code}-${YEAR}-${index + 1}`,
      unit: unit.code,
      branch: unit.branches[0]?.code ?? '',
      leader: `${unit.code}-secretary`,
      title: `${TITLES[(at + index * 3) % TITLES.length] ?? ''}（${unit.code}，虚构）`,
      keyTask: '优化营商环境',
      fate: 'declared' as const,
      quality: 20 + ((at * 37 + index * 53) % 75),
      reports: 1,
      withEvidence: false,
      featured: false,
    })),
  );

/** A small edition, played by the API up to its round: what follows is done in pages. */
export class PlayedRound {
  readonly play: Play;
  readonly entries: readonly EntryStory[];
  readonly #directory: string;

  private constructor(play: Play, directory: string) {
    this.play = play;
    this.entries = entriesOf(play.world);
    this.#directory = directory;
  }

  static async start(): Promise<PlayedRound> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-rounds-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(`${YEAR}-01-02`) });
    const client = new HttpClient(platform.origin, 4);
    const play = new Play({ world: smallWorld(), platform, client, progress: new Progress(() => undefined) });
    await setUp(play);
    const round = new PlayedRound(play, directory);
    await round.#playToRound();
    return round;
  }

  async stop(): Promise<void> {
    this.play.client.close();
    await this.play.platform.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async on(day: string): Promise<void> {
    await this.play.platform.moveClock(morningOf(`${YEAR}-${day}`));
    await this.play.platform.untilQuiet();
  }

  async #order(by: string, path: string, body: unknown = {}): Promise<void> {
    await this.play.as(by).order({ path, body, method: 'POST', key: this.play.key(`${by} ${path}`) });
  }

  async #playToRound(): Promise<void> {
    const { play, entries } = this;
    await openEdition(play, YEAR, stageWindows(YEAR, FIRST_YEAR), {
      ...PARAMETERS,
      ...{ unitsLeast: '3', expertsLeast: '3', firstCount: '2', secondCount: '3', thirdCount: '3' },
    });
    await this.on('01-08');
    await inParallel(entries, async (entry) => planEntry(play, YEAR, entry));
    await this.on('11-04');
    await inParallel(entries, async (entry) => declare(play, entry));
    await this.on('11-12');
    await inParallel(entries, async (entry, index) => {
      const path = `/v1/entries/${play.entry(entry.code).entryId}`;
      await this.#order(FIRST_OFFICER, `${path}/review`, { outcome: 'passed', answers: [] });
      await this.#order(FIRST_OFFICER, `${path}/clearance-request`, { scopes: ['entry'] });
      await this.#order('inspector-1', `${path}/clearance`, {
        opinions: [{ scope: 'entry', outcome: 'cleared' }],
        opinionNumber: `示纪审${index + 1}号`,
        why: '',
      });
    });
    await this.on('11-20');
    await inParallel(entries, async (entry) =>
      this.#order(FIRST_OFFICER, `/v1/entries/${play.entry(entry.code).entryId}/publish`),
    );
    await play.platform.untilQuiet();
    const { items } = await play
      .as(FIRST_OFFICER)
      .get<{ items: readonly { roundId: string }[] }>(`/v1/rounds?editionId=${play.edition(YEAR)}`);
    play.rounds.set(YEAR, items[0]?.roundId ?? '');
  }

  get roundId(): string {
    return this.play.round(YEAR);
  }

  /** Somebody fills in his sheet as he sees the entries, and submits it. */
  async fillIn(person: string): Promise<void> {
    const { play } = this;
    const evaluator = play.world.evaluators.find((one) => one.person === person);
    if (evaluator === undefined) throw new Error(`${person} judges nothing`);
    const { items: mine } = await play
      .as(person)
      .get<{ items: readonly { entryId: string }[] }>(`/v1/rounds/${this.roundId}/my-entries?pageSize=200`);
    const scores = sheetOf(play.world.seed, evaluator, YEAR, this.entries)
      .map(({ entry, points }) => ({
        entryId: play.entry(entry).entryId,
        marks: points.map((mark, index) => ({ criterionId: CRITERIA[index]?.id ?? '', mark })),
      }))
      // Whoever has recused himself from an entry has none of it on his sheet.
      .filter(({ entryId }) => mine.some((one) => one.entryId === entryId));
    const path = `/v1/rounds/${this.roundId}/sheet`;
    await play.as(person).order({
      method: 'PUT',
      path,
      key: play.key(`sheet ${person}`),
      expectedRevision: -1,
      body: { scores },
    });
    await this.#order(person, `${path}/submit`);
  }

  /** Signs a browser in as somebody of the story. */
  async enter(context: BrowserContext, person: string): Promise<void> {
    const { play } = this;
    const login = play.world.people.find(({ code }) => code === person)?.login ?? person;
    const jar = await signIn(play.client, login, play.password(person));
    const cookies = await jar.getCookies(play.platform.origin);
    await context.clearCookies();
    await context.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: play.platform.origin })));
  }
}
