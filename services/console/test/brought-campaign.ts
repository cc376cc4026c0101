import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER } from '../../../test/journeys/played-nominated.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An appraisal of the branches of four units: all stand on the roll, and each brings its own report. */
class PlayedDebrief extends PlayedOnRoll {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'branch-debrief',
      titleZh: `${YEAR} 年度党支部述职评议（虚构）`,
      titleEn: 'Branches report and are appraised (invented)',
      summary: '',
      windows: {},
    });
  }
}

/** On the second day of declaring: nobody has brought anything yet. */
export class BroughtCampaign extends NominatedCampaign<PlayedDebrief> {
  static async start(): Promise<BroughtCampaign> {
    const day = `${AFTER}-01-06`;
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedDebrief(campaign),
      async (edition) => {
        await edition.open();
        await edition.campaign.day(day);
        await edition.campaign.settled();
        await edition.findBranches();
      },
    );
    return new BroughtCampaign(played, day);
  }

  /** The same campaign on a later day. */
  async on(day: string): Promise<BroughtCampaign> {
    await this.played.campaign.day(day);
    await this.played.campaign.settled();
    return new BroughtCampaign(this.played, day);
  }
}
