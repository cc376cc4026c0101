import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { ALPHA, BETA, EXPERTS, HEIR, MERGED, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { COMMITTEE } from '../demo/world/people.ts';

/** The live final of a contest of lectures, by itself. */
const TEMPLATE = `
schema: 2
id: live-contest
name: [党课现场决赛, Live final of lectures]
source: "The final of lecture-contest, by itself."
period: {length: once}
subjects: [{id: lecture, name: [党课, Lecture], kind: work, answerable: author}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 1}}
parties:
  nominator: {role: unit-officer, scope: own}
  jury: {role: expert, scope: edition}
  body: {role: committee-leader, scope: edition, least: 2}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 03-01, closes: 03-10}
  - {id: final, act: score, by: jury, phase: final, opens: 03-15, closes: 03-16}
  - {id: decide, act: decide, by: body, opens: 03-18, closes: 03-31}
sources:
  live:
    kind: panel
    by: jury
    vote: person
    own: skip
    total: 100
    part: one
    order: drawn
    shown: at-once
    criteria:
      - {id: content, name: [内容, Content], points: 60, step: 0.5}
      - {id: delivery, name: [讲授, Delivery], points: 40, step: 0.5}
result:
  - phase: final
    steps: [{id: mean, take: live, reduce: mean, least: 2, missing: leave-out, absent: refuse, wayOn: reopen}]
    score: mean
    decimals: 2
    rank: {on: exact, ties: [{mark: content}], then: draw}
outcome: [{id: first, name: [一等奖, First], code: live.first, gives: honour, to: entry, first: 1, edge: in, decide: party}]
notices: []
documents: []
`;

const [ONE, OTHER, THIRD] = EXPERTS;
/** Ten times the points, in the finest steps: no other number on the platform is like a mark of it. */
export const FINE_TEMPLATE = TEMPLATE.replace('total: 100', () => 'total: 1000')
  .replace('points: 60, step: 0.5', () => 'points: 600, step: 0.01')
  .replace('points: 40, step: 0.5', () => 'points: 400, step: 0.01');

export const JURY = [ONE, OTHER, THIRD] as const;
const UNITS = { 甲: ALPHA, 乙: BETA, 丙: MERGED, 丁: HEIR } as const;

export type ShownContest = Readonly<{
  commitment: string | null;
  draws: readonly Readonly<{ commitment: string; secret: string; lot: string; seed: string }>[];
  onStage: string | null;
  next: string | null;
  lastShown: string | null;
  entries: readonly Readonly<{
    entryId: string;
    place: number;
    standing: string;
    marksIn: number;
    marksWanted: number;
    score: number | null;
    rank: number;
  }>[];
}>;

/** A live final of four lectures and three evaluators, through the public API alone. */
export class PlayedContest {
  readonly campaign: Campaign;
  editionId = '';
  roundId = '';
  /** Titles, by entry. */
  readonly titles = new Map<string, string>();

  readonly #template: string;

  constructor(campaign: Campaign, template = TEMPLATE) {
    this.campaign = campaign;
    this.#template = template;
  }

  get path(): string {
    return `/v1/rounds/${this.roundId}/contest`;
  }

  of(entryId: string): string {
    return `${this.path}/entries/${entryId}`;
  }

  person(code: string): string {
    return this.campaign.play.person(code);
  }

  /** Until the morning of the final, with the jury in its seats. */
  async begin(): Promise<void> {
    const { campaign } = this;
    const committeeId = campaign.play.organization(COMMITTEE);
    const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
      ...{ committeeId, template: this.#template },
    });
    const stages = [
      ['declare', '03-01', '03-10'],
      ['final', '03-15', '03-16'],
      ['decide', '03-18', '03-31'],
    ].map(([stageId, opens, closes]) => ({ stageId, opensOn: `${YEAR}-${opens}`, closesOn: `${YEAR}-${closes}` }));
    const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: campaign.play.key('live contest'), year: YEAR, templateHash },
      ...{ titleZh: '示范党课现场决赛（虚构）', titleEn: 'Live final (invented)', parameters: {}, stages },
    });
    this.editionId = editionId;
    await campaign.day(`${YEAR}-03-02`);
    for (const [name, unit] of Object.entries(UNITS)) await this.#nominate(name, unit);
    await campaign.day(`${YEAR}-03-15`);
    await campaign.settled();
    await this.#seat();
  }

  async #nominate(name: string, unit: string): Promise<void> {
    const { campaign, editionId } = this;
    const title = `《${name}地的担当》（虚构）`;
    const { entryId } = await campaign.order<{ entryId: string }>(`${unit}-officer`, '/v1/nominations', {
      ...{ editionId, nominatorId: campaign.play.organization(unit), track: 'lecture', title },
      ...{ answerable: [this.person(`${unit}-secretary`)], summary: '一堂党课（虚构）。', evidence: [], documents: [] },
    });
    this.titles.set(entryId, title);
  }

  async #seat(): Promise<void> {
    const { campaign, editionId } = this;
    type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string; status: string }>[] }>;
    const { items } = await campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${editionId}`);
    const [round] = items;
    if (round?.status !== 'open') throw new Error(`the final has no open round: ${round?.status ?? 'none'}`);
    this.roundId = round.roundId;
    await campaign.order(OFFICER, `/v1/rounds/${this.roundId}/seats`, {
      seats: JURY.map((by) => ({ personId: this.person(by), sourceId: 'live' })),
    });
    await campaign.settled();
  }

  look(by = OFFICER): Promise<ShownContest> {
    return this.campaign.get<ShownContest>(by, this.path);
  }

  order(entryId: string, what: string, body: object = {}): Promise<unknown> {
    return this.campaign.order(OFFICER, `${this.of(entryId)}/${what}`, body);
  }

  /** Content and delivery, in hundredths. */
  marks(content: number, delivery: number) {
    return {
      marks: [
        { criterionId: 'content', mark: content },
        { criterionId: 'delivery', mark: delivery },
      ],
    };
  }

  mark(by: string, entryId: string, content: number, delivery: number): Promise<unknown> {
    return this.campaign.order(by, `${this.of(entryId)}/marks`, this.marks(content, delivery));
  }

  /** Called, marked by all, closed; not shown yet. */
  async hear(entryId: string, content: number, delivery: number): Promise<void> {
    await this.order(entryId, 'call');
    for (const by of JURY) await this.mark(by, entryId, content, delivery);
    await this.order(entryId, 'close');
  }
}
