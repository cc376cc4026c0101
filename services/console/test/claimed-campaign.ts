import { PlayedAppraisal } from '../../../test/journeys/appraisal/played-appraisal.ts';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An appraisal of units, played by the API up to its check: bonuses are claimed, some are decided, and some wait. */
export class ClaimedCampaign extends NominatedCampaign<PlayedAppraisal> {
  static async start(): Promise<ClaimedCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedAppraisal(campaign),
      async (edition) => {
        const { campaign } = edition;
        await edition.toItsWindow();
        const province = await edition.claims('b', edition.claim('commended', '青年文明号', { levelId: 'province' }));
        await edition.claims('b', edition.claim('commended', '青年文明号', { levelId: 'city' }));
        const brand = await edition.claims('b', edition.claim('brand', '红心窗口党建品牌', { points: 150 }));
        await edition.claims('d', edition.claim('method', '一线工作法', { points: 100 }));
        await edition.grant('b', province, { levelId: 'province' });
        await campaign.order(OFFICER, edition.about('b', `bonus-claims/${brand}/decide`), {
          verdict: { outcome: 'declined', reason: 'not-proved' },
          why: '未附品牌评定文件（虚构）。',
        });
      },
    );
    return new ClaimedCampaign(played, `${AFTER}-01-28`);
  }
}
