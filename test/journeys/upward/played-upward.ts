import type { Campaign } from '../all-goes-wrong/campaign.ts';
import { OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { ALL, type Nominee, PlayedNominated, type Unit } from '../played-nominated.ts';

type Rounds = Readonly<{ items: readonly Readonly<{ roundId: string }>[] }>;

/** The shipped recommendation of mass bodies, at most two collectives of four, up to the morning on which the body meets. */
export class PlayedUpward extends PlayedNominated {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'mass-recommendation',
      titleZh: '示范省直“工人先锋号”推荐（虚构）',
      titleEn: 'Recommendation of collectives (invented)',
      summary: '事迹突出。',
      held: YEAR,
      parameters: { collectives: '2' },
      windows: {
        declare: ['03-01', '03-10'],
        clear: ['03-11', '03-18'],
        decide: ['03-19', '03-22'],
        notice: ['03-23', '03-31'],
        'put-forward': ['04-01', '04-10'],
        outside: ['04-11', '06-30'],
      },
    });
  }

  protected override nominee(unit: Unit): Nominee {
    const title = `${unit.toUpperCase()}班组（虚构）`;
    return { track: 'collective', title, documents: ['deeds', 'opinion-of-masses'] };
  }

  /** Put forward and cleared; nothing is scored, and the list of whoever was let in stands by itself. */
  async begin(): Promise<void> {
    const { campaign } = this;
    await campaign.day(`${YEAR}-02-20`);
    await this.open();
    await campaign.day(`${YEAR}-03-02`);
    for (const unit of ALL) await this.nominate(unit);
    await campaign.day(`${YEAR}-03-12`);
    await campaign.settled();
    for (const unit of ALL) await this.clear(unit);
    await campaign.day(`${YEAR}-03-19`);
    await campaign.settled();
    const { items } = await campaign.get<Rounds>(OFFICER, `/v1/rounds?editionId=${this.editionId}`);
    this.roundId = items[0]?.roundId ?? '';
  }
}
