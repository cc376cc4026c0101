import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { EXPERTS, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { ALL, type Nominee, PlayedNominated, type Unit } from '../played-nominated.ts';

const JURY = EXPERTS.slice(0, 3);
/** All lectures get the same marks: who of them goes on is left to the body. */
const EQUAL = [
  { criterionId: 'content', mark: 4_500 },
  { criterionId: 'delivery', mark: 2_500 },
  { criterionId: 'effect', mark: 1_500 },
];

type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string; phase: string }>[] }>;
export type Edges = readonly Readonly<{
  phase: string;
  places: number;
  entries: readonly Readonly<{ entryId: string; chosen: boolean }>[];
}>[];

/** The shipped contest of lectures up to its first result, in which four lectures rank alike for three places of the final. */
export class PlayedLectures extends PlayedNominated {
  finalId = '';

  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'lecture-contest',
      titleZh: '示范党课评选（虚构）',
      titleEn: 'Contest of Party lectures (invented)',
      summary: '一堂党课。',
      held: YEAR,
      parameters: { finalists: '3' },
      windows: {
        declare: ['06-01', '07-10'],
        'first-round': ['07-11', '08-05'],
        final: ['08-15', '08-15'],
        decide: ['08-16', '08-20'],
        commend: ['08-21', '08-31'],
      },
    });
  }

  protected override nominee(unit: Unit): Nominee {
    return { track: 'lecture', title: `《${unit.toUpperCase()}堂党课》（虚构）`, documents: ['video'] };
  }

  async #rounds(): Promise<void> {
    const { items } = await this.campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${this.editionId}`);
    const idOf = (phase: string): string => items.find((one) => one.phase === phase)?.roundId ?? '';
    this.roundId = idOf('recordings');
    this.finalId = idOf('final');
  }

  /** Until the first round is tallied. */
  async begin(): Promise<void> {
    const { campaign } = this;
    await campaign.day(`${YEAR}-05-20`);
    await this.open();
    await campaign.day(`${YEAR}-06-02`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${YEAR}-07-12`);
    await campaign.settled();
    await this.#rounds();
    const seats = JURY.map((by) => ({ personId: campaign.play.person(by), sourceId: 'recordings' }));
    await campaign.order(OFFICER, `/v1/rounds/${this.roundId}/seats`, { seats });
    await campaign.settled();
    const path = `/v1/rounds/${this.roundId}/sheet`;
    for (const by of JURY) {
      await campaign.write(by, path, { scores: ALL.map((unit) => ({ entryId: this.entry(unit), marks: EQUAL })) });
      await campaign.order(by, `${path}/submit`);
    }
    await campaign.day(`${YEAR}-08-06`);
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${this.roundId}/tally`);
    await campaign.settled();
  }

  async edges(): Promise<Edges> {
    const { edges } = await this.campaign.get<{ edges: Edges }>(OFFICER, `/v1/rounds/${this.roundId}/result`);
    return edges;
  }

  async finalists(): Promise<readonly string[]> {
    type Entries = Readonly<{ items: readonly Readonly<{ entryId: string }>[] }>;
    const { items } = await this.campaign.get<Entries>(OFFICER, `/v1/rounds/${this.finalId}/entries`);
    return items.map(({ entryId }) => entryId).toSorted();
  }
}
