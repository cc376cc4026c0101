import { createHash } from 'node:crypto';
import { morningOf } from '../demo/world/edition-calendar.ts';
import { FIRST_LEADER, FIRST_OFFICER } from '../demo/world/people.ts';
import { declare } from '../programme/acts/intake.ts';
import { findRound } from '../programme/acts/scoring.ts';
import { opened, OpenedEdition, YEAR } from './opened-edition.ts';

/** What the lot decides, and what whoever is judged appeals against. */
const TEMPLATE = `
schema: 2
id: dealt
name: [抽签分评, Dealt out and appealed]
source: "Of this test."
period: {length: once}
subjects: [{id: project, name: [项目, Project], kind: project, answerable: leader}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 2}}
parties:
  nominator: {role: unit-officer, scope: own}
  experts: {role: expert, scope: edition}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: score, act: score, by: experts, phase: main, opens: 03-11, closes: 03-20}
  - {id: decide, act: decide, by: body, opens: 03-21, closes: 04-30}
  - {id: appeal, act: appeal, by: body, opens: 03-25, closes: 04-10, with: decide}
sources:
  experts: {kind: panel, by: experts, assign: {each: 2, former: 3}, total: 100, criteria: [{id: worth, points: 100, step: 1}]}
result:
  - phase: main
    steps: [{id: mean, take: experts, reduce: mean, least: 2, missing: leave-out}]
    score: mean
    decimals: 2
    rank: {on: exact, then: shared}
outcome: [{id: first, name: [一等奖, First], code: dealt.first, gives: honour, to: entry, first: 1, edge: in, decide: party}]
notices: []
documents: []
`;

/** Five units of two entries each, four experts, of whom one comes from a unit. */
const NEEDS = { units: 5, experts: 3, body: 3, voters: [] };
export const PANEL = ['expert-1', 'expert-6', 'expert-7', 'expert-8'] as const;
export const [UNIT_A, UNIT_B, UNIT_C] = ['u-001', 'u-002', 'u-003'] as const;
/** Words like no others on the platform. */
export const WORDS = {
  filed: '申诉词甲：评分有明显遗漏（虚构）',
  taken: '申诉词乙：已经说明（虚构）',
  answered: '申诉词丙：经复核无误（虚构）',
  reopened: '申诉词丁：另有材料待核（虚构）',
} as const;
const DOCUMENT = Buffer.from('申诉证明材料（虚构）\n', 'utf8');

/** How far an edition is whose entries are dealt out by lot and whose results are appealed, in order. */
export const STAGES = ['seated', 'dealt', 'closed', 'waiting', 'appealing', 'late'] as const;
export type Stage = (typeof STAGES)[number];

export class JudgedEdition extends OpenedEdition {
  seats: readonly string[] = [];
  /** Ids by a name of the story. */
  readonly #ids = new Map<string, string>();
  #reopenings = 0;

  static async start(): Promise<JudgedEdition> {
    const one = await opened('dealt', TEMPLATE, NEEDS);
    await one.platform.moveClock(morningOf(`${YEAR}-03-02`));
    await declare(one.edition);
    return new JudgedEdition(one);
  }

  person(code: string): string {
    return this.edition.play.person(code);
  }

  get round(): string {
    return `/v1/rounds/${this.edition.round('main')}`;
  }

  /** The entry of a unit by its number. */
  entry(unit: string, number = 1): string {
    const found = this.edition.entries.filter((one) => one.unit === unit)[number - 1];
    if (found === undefined) throw new Error(`${unit} has no entry ${number}`);
    return found.entryId;
  }

  id(name: string): string {
    const found = this.#ids.get(name);
    if (found === undefined) throw new Error(`nothing is called ${name}`);
    return found;
  }

  appeals(unit: string, rest = ''): string {
    return `${this.round}/entries/${this.entry(unit)}/appeals${rest}`;
  }

  settled(): Promise<void> {
    return this.platform.untilQuiet();
  }

  /** The log's last position, once nobody has anything left to append. */
  async head(): Promise<number> {
    await this.settled();
    const { statuses } = (await this.platform.ask({ kind: 'quiet?' })) as {
      statuses?: Record<string, { head: number | null }>;
    };
    const heads = Object.values(statuses ?? {}).flatMap(({ head }) => (head === null ? [] : [head]));
    if (heads.length === 0) throw new Error('no service tells the end of the log');
    return Math.max(...heads);
  }

  async #day(day: string): Promise<void> {
    await this.platform.moveClock(morningOf(`${YEAR}-${day}`));
    await this.settled();
  }

  async reach(stage: Stage): Promise<void> {
    const acts: Record<Stage, () => Promise<void>> = {
      seated: () => this.#seat(),
      dealt: () => this.#deal(),
      closed: () => this.#score(),
      waiting: () => this.#day('03-26'),
      appealing: () => this.#appeal(),
      late: () => this.#day('04-11'),
    };
    await acts[stage]();
    await this.settled();
  }

  async #seat(): Promise<void> {
    await this.#day('03-12');
    await findRound(this.edition, 'main');
    const seats = PANEL.map((expert) => ({ personId: this.person(expert), sourceId: 'experts' }));
    await this.edition.order(FIRST_OFFICER, `${this.round}/seats`, { seats });
    await this.settled();
    const dealing = await this.edition.get<{ seats: readonly { seatId: string }[] }>(
      FIRST_OFFICER,
      `${this.round}/dealing`,
    );
    this.seats = dealing.seats.map(({ seatId }) => seatId);
  }

  async #deal(): Promise<void> {
    await this.edition.order(FIRST_OFFICER, `${this.round}/dealing`, { lot: '20240312' });
    const { proposalId } = await this.edition.order<{ proposalId: string }>(FIRST_OFFICER, `${this.round}/proposals`, {
      ...{ terms: { act: 'RedealEntries', lot: '77', reason: 'not-public' }, why: '未当众抽签（虚构）。' },
    });
    this.#ids.set('redeal', proposalId);
  }

  async #score(): Promise<void> {
    const path = `${this.round}/sheet`;
    for (const [at, by] of PANEL.entries()) {
      const { revision, entries } = await this.edition.get<{
        revision: number;
        entries: readonly { entryId: string; recused: string | null }[];
      }>(by, path);
      const scores = entries
        .filter(({ recused }) => recused === null)
        .map(({ entryId }, place) => ({
          entryId,
          marks: [{ criterionId: 'worth', mark: 6_000 + 100 * (3 * at + place) }],
        }));
      const key = this.edition.key(`sheet ${by}`);
      await this.edition.play.as(by).order({ method: 'PUT', path, body: { scores }, key, expectedRevision: revision });
      await this.edition.order(by, `${path}/submit`);
    }
    await this.#day('03-21');
  }

  async #file(unit: string, name: string, body: object = {}): Promise<void> {
    const { appealId } = await this.edition.order<{ appealId: string }>(`${unit}-officer`, this.appeals(unit), {
      ...{ matter: 'rank', why: WORDS.filed, ...body },
    });
    this.#ids.set(name, appealId);
  }

  /** The first is open, with a document; the second was taken back; the third was answered as often as may be. */
  async #appeal(): Promise<void> {
    await this.edition.order(FIRST_OFFICER, `${this.round}/tally`);
    await this.settled();
    const by = `${UNIT_A}-officer`;
    const sha256 = createHash('sha256').update(DOCUMENT).digest('hex');
    await this.edition.play.as(by).upload('/v1/evidence', DOCUMENT, { 'content-type': 'text/plain' });
    this.#ids.set('document', sha256);
    await this.#file(UNIT_A, 'open', { evidence: [sha256] });
    await this.#file(UNIT_B, 'withdrawn');
    await this.#file(UNIT_C, 'rejected');
    await this.edition.order(`${UNIT_B}-officer`, this.appeals(UNIT_B, `/${this.id('withdrawn')}/withdraw`), {
      why: WORDS.taken,
    });
    const answered = this.appeals(UNIT_C, `/${this.id('rejected')}`);
    const verdict = { outcome: 'rejected' };
    await this.edition.order(FIRST_LEADER, `${answered}/decide`, { verdict, why: WORDS.answered });
    for (const by of ['leader-2', 'leader-3', 'leader-1', 'leader-2']) {
      await this.edition.play.as('inspector-1').order({
        ...{ path: `${answered}/reopen`, body: { why: WORDS.reopened } },
        key: this.edition.key(`reopen for ${by} ${(this.#reopenings += 1)}`),
      });
      await this.edition.play.as(by).order({
        ...{ path: `${answered}/decide`, body: { verdict, why: WORDS.answered } },
        key: this.edition.key(`decide ${by} ${this.#reopenings}`),
      });
    }
  }
}
