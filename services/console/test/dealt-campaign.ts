import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { FORMER, PANEL, PlayedWorks } from '../../../test/journeys/works/played-works.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** A call for works on the first day of its judging: the panel sits, nothing is dealt out. */
export class DealtCampaign extends NominatedCampaign<PlayedWorks> {
  private static async until(play: (works: PlayedWorks) => Promise<void>): Promise<DealtCampaign> {
    const played = await NominatedCampaign.played((campaign) => new PlayedWorks(campaign), play);
    return new DealtCampaign(played, `${YEAR}-03-01`);
  }

  static async start(): Promise<DealtCampaign> {
    return DealtCampaign.until(async (works) => works.begin());
  }

  /** With a page that has something to show: dealt out twice, since somebody left; one sheet is handed in, one begun. */
  static async underWay(): Promise<DealtCampaign> {
    return DealtCampaign.until(async (works) => {
      await works.begin();
      await works.deal('20240301');
      // One of six has not the work that the seventh is kept from: when he leaves, whoever is left can still judge all of them.
      const among = PANEL.filter((by) => by !== FORMER);
      const shares = await Promise.all(among.map(async (by) => ({ by, ...(await works.shareOf(by)) })));
      const having = shares.filter(({ own }) => own.includes('a')).map(({ by }) => by);
      for (const [at, by] of having.slice(0, 2).entries()) await works.write(by, at === 0);
      for (const { by } of shares.filter(({ others }) => others.includes('a'))) await works.leave(by);
      await works.deal('301');
    });
  }
}
