import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { HttpClient } from '../../../../test/journeys/demo/http/http-client.ts';
import { objectTo } from '../../../../test/journeys/demo/http/object-to.ts';
import { signIn } from '../../../../test/journeys/demo/http/sign-in.ts';
import { ChildPlatform } from '../../../../test/journeys/demo/platform/child-platform.ts';
import { declare } from '../../../../test/journeys/demo/play/acts/declaration.ts';
import { deliver } from '../../../../test/journeys/demo/play/acts/delivery.ts';
import { adoptTemplate } from '../../../../test/journeys/demo/play/acts/templates.ts';
import { meet } from '../../../../test/journeys/demo/play/acts/minutes.ts';
import { openEdition, planEntry } from '../../../../test/journeys/demo/play/acts/planning.ts';
import { assignSeats } from '../../../../test/journeys/demo/play/acts/scoring.ts';
import { inParallel } from '../../../../test/journeys/demo/play/in-parallel.ts';
import { Play } from '../../../../test/journeys/demo/play/play.ts';
import { setUp } from '../../../../test/journeys/demo/play/set-up.ts';
import { Progress } from '../../../../test/journeys/demo/report/progress.ts';
import { type EditionStory, type EntryStory, isDeclared } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { morningOf, PARAMETERS, stageWindows } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import { sheetOf } from '../../../../test/journeys/demo/world/evaluators.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { CRITERIA } from '../../../../test/journeys/demo/world/scoring-scheme.ts';
import { FIRST_YEAR, shownWorld, YEAR } from './shown-world.ts';

/** Where the edition is played up to, in the order of the year. */
export const MOMENTS = ['reviewed', 'noticed', 'scored', 'tallied', 'decided', 'commended'] as const;
export type Moment = (typeof MOMENTS)[number];

/** An expert who has written on a part of his sheet. */
export const HALF_WAY = 'expert-8';
const MARKED = 9;

const REVIEW_LIST = ['材料完整', '与立项计划一致', '成效有数据支撑', '无重复申报'] as const;
const SETTINGS = { unitsLeast: '8', expertsLeast: '5', firstCount: '4', secondCount: '6', thirdCount: '8' };

/** A small edition with full lists, played by the API alone from one moment that pages want to the next. */
export class ShownEdition {
  readonly play: Play;
  readonly edition: EditionStory;
  readonly #directory: string;
  #objectionId = '';
  #reached = 0;

  private constructor(play: Play, directory: string) {
    this.play = play;
    this.edition = play.world.editions[0] as EditionStory;
    this.#directory = directory;
  }

  static async start({ isHostile = false }: Readonly<{ isHostile?: boolean }> = {}): Promise<ShownEdition> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-pages-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({ dataDirectory: directory, now: morningOf(`${YEAR}-01-02`) });
    const client = new HttpClient(platform.origin, 4);
    const play = new Play({ world: shownWorld(isHostile), platform, client, progress: new Progress(() => undefined) });
    const shown = new ShownEdition(play, directory);
    try {
      await setUp(play);
      await shown.#plan();
    } catch (error) {
      await shown.stop();
      throw error;
    }
    return shown;
  }

  async stop(): Promise<void> {
    this.play.client.close();
    await this.play.platform.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  get origin(): string {
    return this.play.platform.origin;
  }

  /** What the platform's clock says; a browser that reads its pages goes by it. */
  get declared(): readonly EntryStory[] {
    return this.edition.entries.filter(isDeclared);
  }

  entryId({ code }: EntryStory): string {
    return this.play.entry(code).entryId;
  }

  /** Plays on up to a moment, through those before it. */
  async reach(moment: Moment): Promise<void> {
    const acts: Readonly<Record<Moment, () => Promise<void>>> = {
      reviewed: async () => this.#review(),
      noticed: async () => this.#giveNotice(),
      scored: async () => this.#score(),
      tallied: async () => this.#tally(),
      decided: async () => this.#decide(),
      commended: async () => this.#commend(),
    };
    for (const next of MOMENTS.slice(this.#reached, MOMENTS.indexOf(moment) + 1)) await acts[next]();
    this.#reached = Math.max(this.#reached, MOMENTS.indexOf(moment) + 1);
    await this.play.platform.untilQuiet();
  }

  /** Signs a browser in as somebody of the story. */
  async enter(context: BrowserContext, person: string): Promise<void> {
    const { play } = this;
    const login = play.world.people.find(({ code }) => code === person)?.login ?? person;
    const jar = await signIn(play.client, login, play.password(person));
    const cookies = await jar.getCookies(play.platform.origin);
    await context.addCookies(cookies.map(({ key, value }) => ({ name: key, value, url: play.platform.origin })));
  }

  async #on(day: string): Promise<void> {
    await this.play.platform.moveClock(morningOf(`${YEAR}-${day}`));
  }

  async #order(by: string, path: string, body: unknown = {}): Promise<void> {
    await this.play.as(by).order({ path, body, key: this.play.key(`${by} ${path}`) });
  }

  async #plan(): Promise<void> {
    const { play, edition } = this;
    await this.#on('01-06');
    await openEdition(play, YEAR, stageWindows(YEAR, FIRST_YEAR), { ...PARAMETERS, ...SETTINGS });
    const path = `/v1/editions/${play.edition(YEAR)}`;
    // Its first stage opens by itself: the revision that is read must be the last one.
    await play.platform.untilQuiet();
    const { revision } = await play.as(FIRST_OFFICER).get<{ revision: number }>(path);
    await play.as(FIRST_OFFICER).order({
      ...{ path: `${path}/review-list`, body: { items: REVIEW_LIST }, method: 'PUT' },
      ...{ expectedRevision: revision, key: play.key('review list') },
    });
    await this.#on('01-08');
    await inParallel(edition.entries, async (entry) => planEntry(play, YEAR, entry));
    await deliver(play, edition);
    await this.#on('11-04');
    await inParallel(this.declared, async (entry) => declare(play, entry));
  }

  /** A third each: cleared, asked about, declared and waiting. One is returned. */
  async #review(): Promise<void> {
    await this.#on('11-12');
    const [returned, ...others] = this.declared;
    if (returned)
      await this.#order(FIRST_OFFICER, `/v1/entries/${this.entryId(returned)}/return`, {
        reasons: ['请补充量化成效数据。'],
        redeclareBy: `${YEAR}-11-17`,
      });
    const third = Math.ceil(others.length / 3);
    await this.#pass(others.slice(0, third * 2));
    await this.#clear(others.slice(0, third));
  }

  async #pass(entries: readonly EntryStory[]): Promise<void> {
    const answers = REVIEW_LIST.map((item) => ({ item, met: true }));
    await inParallel(entries, async (entry) => {
      const path = `/v1/entries/${this.entryId(entry)}`;
      await this.#order(FIRST_OFFICER, `${path}/review`, { outcome: 'passed', answers });
      await this.#order(FIRST_OFFICER, `${path}/clearance-request`, { scopes: ['entry', 'leader', 'unit'] });
    });
  }

  async #clear(entries: readonly EntryStory[]): Promise<void> {
    const opinions = ['entry', 'leader', 'unit'].map((scope) => ({ scope, outcome: 'cleared' }));
    await inParallel(entries, async (entry, index) =>
      this.#order('inspector-1', `/v1/entries/${this.entryId(entry)}/clearance`, {
        ...{ opinions, opinionNumber: `示纪审〔${YEAR}〕${index + 1}号`, why: '' },
      }),
    );
  }

  /** The others follow; all are published, and one citizen objects. */
  async #giveNotice(): Promise<void> {
    const { play } = this;
    await this.#on('11-16');
    const [returned, ...others] = this.declared;
    const third = Math.ceil(others.length / 3);
    if (returned) await declare(play, returned, 2);
    const late = [...others.slice(third * 2), ...(returned ? [returned] : [])];
    await this.#pass(late);
    await this.#clear([...others.slice(third, third * 2), ...late]);
    await this.#on('11-20');
    await inParallel(this.declared, async (entry) =>
      this.#order(FIRST_OFFICER, `/v1/entries/${this.entryId(entry)}/publish`),
    );
    const [objected] = others;
    if (!objected) throw new Error('the story declares nothing');
    this.#objectionId = await objectTo(play.public, this.entryId(objected), {
      key: play.key('objection'),
      objection: {
        ...{ objectorName: '钱知远（虚构）', objectorContact: '000-00000000' },
        statement: '申报材料中的受益人数与实际情况不符，请予核实。',
      },
    });
  }

  /** Everybody is seated; about half have sealed their sheets. */
  async #score(): Promise<void> {
    const { play } = this;
    await this.#order(FIRST_OFFICER, `/v1/objections/${this.#objectionId}/settle`, {
      ...{ outcome: 'rejected', answer: '经核查，申报数据有原始台账佐证，异议不成立。' },
    });
    await assignSeats(play, YEAR);
    await this.#on('12-02');
    await this.#seal(0);
    await this.#write(HALF_WAY, MARKED);
  }

  async #write(person: string, entriesMax = Number.POSITIVE_INFINITY): Promise<void> {
    const { play } = this;
    const evaluator = play.world.evaluators.find((one) => one.person === person);
    if (!evaluator) throw new Error(`${person} judges nothing`);
    const path = `/v1/rounds/${play.round(YEAR)}/sheet`;
    const { revision } = await play.as(person).get<{ revision: number }>(path);
    const scores = sheetOf(play.world.seed, evaluator, YEAR, this.declared)
      .slice(0, entriesMax)
      .map(({ entry, points }) => ({
        entryId: play.entry(entry).entryId,
        marks: points.map((mark, index) => ({ criterionId: CRITERIA[index]?.id ?? '', mark })),
      }));
    const key = play.key(`sheet ${person} ${revision}`);
    await play.as(person).order({ method: 'PUT', path, key, expectedRevision: revision, body: { scores } });
  }

  async #seal(rest: 0 | 1): Promise<void> {
    const { play } = this;
    const sealing = play.world.evaluators.filter((_, index) => index % 2 === rest);
    await inParallel(sealing, async ({ person }) => {
      await this.#write(person);
      await this.#order(person, `/v1/rounds/${play.round(YEAR)}/sheet/submit`);
    });
  }

  async #tally(): Promise<void> {
    const { play } = this;
    await this.#seal(1);
    await this.#on('12-12');
    await this.#order(FIRST_OFFICER, `/v1/rounds/${play.round(YEAR)}/tally`);
  }

  async #decide(): Promise<void> {
    const { play } = this;
    await this.#on('12-15');
    const path = `/v1/rounds/${play.round(YEAR)}`;
    const { resultHash } = await play.as(FIRST_OFFICER).get<{ resultHash: string }>(`${path}/result`);
    await meet(play, {
      ...{ roundId: play.round(YEAR), name: String(YEAR), resultHash, departures: [] },
      ...{ minutesNumber: `示直工委纪要〔${YEAR}〕12号（虚构）`, meetingOn: `${YEAR}-12-14` },
    });
  }

  async #commend(): Promise<void> {
    const path = `/v1/rounds/${this.play.round(YEAR)}`;
    await this.#order(FIRST_OFFICER, `${path}/proposal-notice`);
    await this.#on('12-26');
    await this.#order(FIRST_OFFICER, `${path}/circular`, { documentNumber: `示直党发〔${YEAR}〕25号（虚构）` });
    await this.#order(FIRST_OFFICER, `${path}/documents`, { kind: 'circular', format: 'pdf' });
    await this.#name();
  }

  /** Its year is not over yet: the list is computed as of no day. */
  #pacesetters(): Promise<string> {
    return adoptTemplate(this.play, 'pacesetters', { without: ', asOf: 01-01' });
  }

  /** The list of a naming over the one edition that is commended: its body has not met yet. */
  async #name(): Promise<void> {
    const { play } = this;
    await this.#order(FIRST_OFFICER, `/v1/series/${play.key('series')}/naming`, {
      ...{ firstYear: YEAR, lastYear: YEAR, templateHash: await this.#pacesetters() },
      parameters: { editions: '1', firstPrizes: '1' },
    });
    await play.platform.untilQuiet();
  }
}
