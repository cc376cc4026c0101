import { createHash } from 'node:crypto';
import { LEADERS, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { ALL, nominatorOf, type Unit } from '../../../test/journeys/played-nominated.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { DividedEdition, worldOfBodies } from './divided-edition.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const MARKED = ['admission', 'education', 'tasks', 'service'] as const;
/** What each branch earns of every hundred points, as the committee sees it: that of c too little for any star. */
const SHARES: Readonly<Record<Unit, number>> = { a: 96, b: 84, c: 20, d: 95 };
const POINTS: Readonly<Record<(typeof MARKED)[number], number>> = {
  admission: 1_500,
  education: 1_500,
  tasks: 2_000,
  service: 2_000,
};
const STEP = 50;
/** Before the day of the roll by more than the year that a branch must have existed. */
const FOUNDED_ON = '2001-07-01';

/** A star rating of the branches of four units. */
class PlayedStars extends PlayedOnRoll {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'star-branches',
      titleZh: '示范省直机关星级达标创建（虚构）',
      titleEn: 'Star rating of branches (invented)',
      summary: '',
      windows: {},
    });
  }

  /** Everything that is marked, by whoever reviews now. */
  async mark(unit: Unit, by: string, items: readonly (typeof MARKED)[number][] = MARKED): Promise<void> {
    for (const itemId of items) {
      const points = Math.floor((POINTS[itemId] * SHARES[unit]) / 100 / STEP) * STEP;
      const body = { sourceId: 'standard', itemId, period: 1, points: [points], remark: '现场核查（虚构）。' };
      await this.campaign.order(by, this.about(unit, 'item-reviews'), body);
    }
  }

  async accept(): Promise<void> {
    for (const unit of ALL) await this.mark(unit, nominatorOf(unit));
  }

  async confirm(): Promise<void> {
    for (const unit of ALL) await this.mark(unit, OFFICER);
  }

  async tally(): Promise<void> {
    await this.campaign.order(OFFICER, `/v1/rounds/${this.roundId}/tally`, {});
  }

  /** Of everybody who could have five stars: no term is overdue. */
  async lookUp(): Promise<void> {
    const { campaign, roundId } = this;
    type Asked = Readonly<{ entryId: string; questionId: string; standing: string }>;
    const { answers } = await campaign.get<{ answers: readonly Asked[] }>(OFFICER, `/v1/rounds/${roundId}/facts`);
    for (const { entryId, questionId, standing } of answers)
      if (standing === 'awaited')
        await campaign.order(OFFICER, `/v1/rounds/${roundId}/entries/${entryId}/facts/${questionId}`, {
          ...{ value: 'false', why: '查阅换届档案（虚构）。' },
        });
  }

  async decide(): Promise<void> {
    const { campaign, roundId } = this;
    const path = `/v1/rounds/${roundId}`;
    const { resultHash } = await campaign.get<{ resultHash: string }>(OFFICER, `${path}/result`);
    const { decisionId } = await campaign.order<{ decisionId: string }>(OFFICER, `${path}/minutes`, {
      ...{
        resultHash,
        minutesNumber: '示直工委纪要〔2024〕1号',
        meetingOn: `${YEAR}-12-22`,
        departures: [],
        choices: [],
      },
      present: LEADERS.map((leader) => campaign.play.person(leader)),
      file: createHash('sha256').update('stars').digest('hex'),
    });
    for (const leader of LEADERS) {
      const attested = await campaign.order<{ inForce: boolean }>(
        leader,
        `${path}/decisions/${decisionId}/attestations`,
        {},
      );
      if (attested.inForce) return;
    }
  }
}

/**
 * A star rating, played by the API up to its self-rating; the days after it pass while its pages are looked at. Beside it runs a check over which each
 * unit's committee decides for its own.
 */
export class StarCampaign extends NominatedCampaign<PlayedStars> {
  readonly divided: DividedEdition;

  private constructor(played: PlayedStars, divided: DividedEdition, day: string) {
    super(played, day);
    this.divided = divided;
  }

  static async start(): Promise<StarCampaign> {
    let divided: DividedEdition | undefined;
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedStars(campaign),
      async (edition) => {
        const { campaign } = edition;
        divided = new DividedEdition(campaign);
        await divided.open();
        await edition.open();
        await campaign.day(`${YEAR}-11-03`);
        await campaign.settled();
        await edition.findRound();
        await edition.findBranches();
      },
      FOUNDED_ON,
      worldOfBodies(),
    );
    if (divided === undefined) throw new Error('no check was opened');
    return new StarCampaign(played, divided, `${YEAR}-11-03`);
  }

  /** The same once stars were given. */
  static async rated(): Promise<StarCampaign> {
    const stars = await StarCampaign.start();
    const { played } = stars;
    try {
      await stars.on(`${YEAR}-11-18`);
      await played.accept();
      await stars.on(`${YEAR}-12-03`);
      await played.confirm();
      const rated = await stars.on(`${YEAR}-12-22`);
      await played.tally();
      await played.lookUp();
      await played.decide();
      await rated.divided.tally();
      return rated;
    } catch (error) {
      await stars.stop();
      throw error;
    }
  }

  /** The same campaign on a later day. */
  async on(day: string): Promise<StarCampaign> {
    await this.played.campaign.day(day);
    await this.played.campaign.settled();
    return new StarCampaign(this.played, this.divided, day);
  }
}
