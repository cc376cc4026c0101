import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CookieJar } from 'tough-cookie';
import { cookiesFor } from '../demo/http/browser.ts';
import type { AnswerJudge } from '../../safety/document/answer-judge.ts';
import { judgedClient } from '../../safety/document/judged-client.ts';
import type { HttpClient } from '../demo/http/http-client.ts';
import { signIn } from '../demo/http/sign-in.ts';
import { ChildPlatform } from '../demo/platform/child-platform.ts';
import { uploadReport } from '../demo/play/acts/upload-report.ts';
import { openEdition, planEntry } from '../demo/play/acts/planning.ts';
import { Play } from '../demo/play/play.ts';
import { setUp } from '../demo/play/set-up.ts';
import { Progress } from '../demo/report/progress.ts';
import type { EntryStory } from '../demo/world/campaign-year.ts';
import { morningOf, PARAMETERS, stageWindows } from '../demo/world/edition-calendar.ts';
import { inventWorld, type World } from '../demo/world/invented-world.ts';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { CRITERIA } from '../demo/world/scoring-scheme.ts';

export const YEAR = 2024;
export const UNIT_A = 'u-001';
export const UNIT_B = 'u-002';

/** The last one never submits. */
const EXPERTS = ['expert-6', 'expert-7', 'expert-8', 'expert-9'];
const STAFF = [FIRST_OFFICER, 'leader-1', 'leader-2', 'leader-3', 'inspector-1', 'auditor-1', 'operator-1', ...EXPERTS];

/** Two units and the committee's own people: as little as a whole edition needs. */
export const smallWorld = (): World => {
  const world = inventWorld('bad input', [YEAR]);
  const units = world.units.filter(({ code }) => code === UNIT_A || code === UNIT_B);
  const people = world.people.filter(
    ({ code, home }) => STAFF.includes(code) || (units.some((unit) => unit.code === code.slice(0, 5)) && home !== ''),
  );
  return {
    ...world,
    units,
    people,
    evaluators: world.evaluators.filter(({ person }) => people.some(({ code }) => code === person)),
    editions: [],
  };
};

export const entryOf = (world: World, unit: string, number: number): EntryStory => {
  const branch = world.units.find(({ code }) => code === unit)?.branches[0];
  if (!branch) throw new Error(`${unit} has no branch`);
  return {
    code: `${unit}-${YEAR}-${number}`,
    unit,
    branch: branch.code,
    leader: `${unit}-secretary`,
    title: `第${number}号建功项目（虚构）`,
    keyTask: '优化营商环境',
    fate: 'declared',
    quality: 50,
    reports: 1,
    withEvidence: false,
    featured: false,
  };
};

/** The moments of the edition at which bad input is tried, in their order. */
export const MOMENTS = ['planned', 'declared', 'reviewed', 'scoring', 'closed', 'tallied'] as const;

export type Moment = (typeof MOMENTS)[number];

/** A small edition, played up to each moment in turn. */
export class SmallCampaign {
  readonly play: Play;
  readonly client: HttpClient;
  /** Has seen every answer. */
  readonly judge: AnswerJudge;
  readonly #platform: ChildPlatform;
  /** Where the platform keeps its data and its log files, until the end. */
  readonly directory: string;
  readonly #jars = new Map<string, CookieJar>();
  resultHash = '';
  /** Cookies that look like a session's: one altered, one signed out. */
  forgedCookie = '';
  endedCookie = '';

  private constructor(
    parts: Readonly<{ play: Play; platform: ChildPlatform; client: HttpClient; judge: AnswerJudge; directory: string }>,
  ) {
    this.play = parts.play;
    this.#platform = parts.platform;
    this.client = parts.client;
    this.judge = parts.judge;
    this.directory = parts.directory;
  }

  /**
   * @param environment what the platform is told beside this program's own.
   * @param supervisor the compiled supervisor of another checkout, where two are compared.
   */
  static async start(environment: Readonly<Record<string, string>> = {}, supervisor?: string): Promise<SmallCampaign> {
    const directory = await mkdtemp(join(tmpdir(), 'jiangong-bad-input-'));
    // The embedded database runs as a user of its own and must be able to reach its directory.
    await chmod(directory, 0o755);
    const platform = await ChildPlatform.start({
      dataDirectory: directory,
      now: morningOf(`${YEAR}-01-02`),
      environment,
      ...(supervisor === undefined ? {} : { supervisor }),
    });
    const { client, judge } = await judgedClient(platform.origin, 4);
    const play = new Play({ world: smallWorld(), platform, client, progress: new Progress(() => undefined) });
    await setUp(play);
    const campaign = new SmallCampaign({ play, platform, client, judge, directory });
    await campaign.#signEverybodyIn();
    return campaign;
  }

  /** Each persona gets a session of its own here, beside the one that plays the story. */
  async #signEverybodyIn(): Promise<void> {
    for (const { code, login } of this.play.world.people)
      this.#jars.set(code, await signIn(this.client, login, this.play.password(code)));
    const cookie = this.cookieOf('auditor-1', '/v1/me');
    this.forgedCookie = cookie.replaceAll(/(?<==.{8})./g, (one) => (one === 'A' ? 'B' : 'A'));
    const ended = await signIn(this.client, 'auditor-1', this.play.password('auditor-1'));
    this.endedCookie = cookiesFor(ended, `${this.client.origin}/v1/me`) ?? '';
    const answer = await this.client.send({
      method: 'POST',
      path: '/v1/sign-out',
      headers: { cookie: this.endedCookie, origin: this.client.origin },
    });
    if (answer.status >= 300) throw new Error(`signing out: ${answer.status}`);
  }

  /** The supervisor's process, above all others of the platform. */
  get pid(): number {
    if (this.#platform.pid === undefined) throw new Error('the platform has no process');
    return this.#platform.pid;
  }

  cookieOf(persona: string, path: string): string {
    const jar = this.#jars.get(persona);
    const cookie = jar && cookiesFor(jar, `${this.client.origin}${path}`);
    if (cookie === undefined) throw new Error(`${persona} has no session`);
    return cookie;
  }

  /** A request id that an accepted order has used. */
  get usedKey(): string {
    return this.play.key(`confirm ${UNIT_A}-${YEAR}-1`);
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.#platform.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** The log's last position, once nobody has anything left to append. */
  async head(): Promise<number> {
    await this.#platform.untilQuiet();
    const { statuses } = (await this.#platform.ask({ kind: 'quiet?' })) as {
      statuses?: Record<string, { head: number | null }>;
    };
    const heads = Object.values(statuses ?? {}).flatMap(({ head }) => (head === null ? [] : [head]));
    if (heads.length === 0) throw new Error('no service tells the end of the log');
    return Math.max(...heads);
  }

  entry(unit: string, number: number): string {
    return this.play.entry(`${unit}-${YEAR}-${number}`).entryId;
  }

  async reach(moment: Moment): Promise<void> {
    const acts: Record<Moment, () => Promise<void>> = {
      planned: () => this.#plan(),
      declared: () => this.#declare(),
      reviewed: () => this.#review(),
      scoring: () => this.#openScoring(),
      closed: () => this.#fillInAndClose(),
      tallied: () => this.#tally(),
    };
    await acts[moment]();
    await this.#platform.untilQuiet();
  }

  async #plan(): Promise<void> {
    await openEdition(this.play, YEAR, stageWindows(YEAR, 2021), { ...PARAMETERS, unitsLeast: '1', expertsLeast: '3' });
    await this.#platform.moveClock(morningOf(`${YEAR}-01-08`));
    for (const number of [1, 2, 3]) await planEntry(this.play, YEAR, entryOf(this.play.world, UNIT_A, number));
    for (const number of [1, 2]) await planEntry(this.play, YEAR, entryOf(this.play.world, UNIT_B, number));
  }

  async #order(by: string, path: string, body: unknown = {}, method: 'POST' | 'PUT' = 'POST'): Promise<unknown> {
    const seen = method === 'PUT' ? await this.play.as(by).get<{ revision: number }>(path) : undefined;
    const key = this.play.key(`${by} ${method} ${path}`);
    return this.play.as(by).order({ path, body, method, key, ...(seen && { expectedRevision: seen.revision }) });
  }

  async #declare(): Promise<void> {
    await this.#platform.moveClock(morningOf(`${YEAR}-11-04`));
    // Each adds the report himself: nobody names a file that another unit added.
    for (const [unit, numbers] of [
      [UNIT_A, [1, 2]],
      [UNIT_B, [1]],
    ] as const) {
      const body = { summary: '按期完成，成效明显。', ...(await uploadReport(this.play.as(`${unit}-officer`))) };
      for (const number of numbers)
        await this.#order(`${unit}-officer`, `/v1/entries/${this.entry(unit, number)}/declare`, body);
    }
  }

  async #review(): Promise<void> {
    await this.#platform.moveClock(morningOf(`${YEAR}-11-12`));
    for (const entryId of this.#entered()) {
      await this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/review`, { outcome: 'passed', answers: [] });
      await this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/clearance-request`, { scopes: ['entry'] });
      await this.#order('inspector-1', `/v1/entries/${entryId}/clearance`, {
        opinions: [{ scope: 'entry', outcome: 'cleared' }],
        opinionNumber: '示纪审1号',
        why: '',
      });
    }
  }

  #entered(): readonly string[] {
    return [this.entry(UNIT_A, 1), this.entry(UNIT_A, 2), this.entry(UNIT_B, 1)];
  }

  async #openScoring(): Promise<void> {
    await this.#platform.moveClock(morningOf(`${YEAR}-11-20`));
    for (const entryId of this.#entered()) await this.#order(FIRST_OFFICER, `/v1/entries/${entryId}/publish`);
    const { items } = await this.play
      .as(FIRST_OFFICER)
      .get<{ items: readonly { roundId: string }[] }>(`/v1/rounds?editionId=${this.play.edition(YEAR)}`);
    const [round] = items;
    if (round === undefined) throw new Error('the edition has no round');
    const { roundId } = round;
    this.play.rounds.set(YEAR, roundId);
    const seats = [
      ...[UNIT_A, UNIT_B].map((unit) => ({ personId: this.play.person(`${unit}-officer`), sourceId: 'units' })),
      ...EXPERTS.map((expert) => ({ personId: this.play.person(expert), sourceId: 'experts' })),
    ];
    await this.#order(FIRST_OFFICER, `/v1/rounds/${roundId}/seats`, { seats });
    await this.#platform.moveClock(morningOf(`${YEAR}-12-02`));
    await this.#fillIn('expert-6', this.#entered());
  }

  async #fillIn(by: string, entries: readonly string[]): Promise<void> {
    const path = `/v1/rounds/${this.play.round(YEAR)}/sheet`;
    await this.#order(by, path, { scores: entries.map((entryId) => ({ entryId, marks: marks(1_000) })) }, 'PUT');
    await this.#order(by, `${path}/submit`);
  }

  async #fillInAndClose(): Promise<void> {
    const ofA = [this.entry(UNIT_A, 1), this.entry(UNIT_A, 2)];
    await this.#fillIn('expert-7', this.#entered());
    await this.#fillIn('expert-8', this.#entered());
    await this.#fillIn(`${UNIT_A}-officer`, [this.entry(UNIT_B, 1)]);
    await this.#fillIn(`${UNIT_B}-officer`, ofA);
    await this.#platform.moveClock(morningOf(`${YEAR}-12-11`));
  }

  async #tally(): Promise<void> {
    const path = `/v1/rounds/${this.play.round(YEAR)}`;
    await this.#order(FIRST_OFFICER, `${path}/tally`);
    this.resultHash = (await this.play.as(FIRST_OFFICER).get<{ resultHash: string }>(`${path}/result`)).resultHash;
    await this.#platform.moveClock(morningOf(`${YEAR}-12-15`));
  }
}

/** A mark for every criterion of the shipped template. */
export const marks = (mark: number): readonly { criterionId: string; mark: number }[] =>
  CRITERIA.map(({ id }) => ({ criterionId: id, mark }));
