import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, ALL, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An edition of civilized units, played by the API up to its check: findings and marks are there, and some are lacking. */
export class CheckedCampaign extends NominatedCampaign<PlayedCivilized> {
  static async start(): Promise<CheckedCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async (edition) => {
        const { campaign } = edition;
        await campaign.day(`${AFTER}-01-02`);
        await edition.open();
        await campaign.day(`${AFTER}-01-06`);
        for (const unit of ALL) await edition.nominate(unit);
        await campaign.day(`${AFTER}-02-03`);
        for (const unit of ALL) await edition.clear(unit);
        await campaign.settled();
        await campaign.day(`${AFTER}-02-18`);
        await campaign.settled();
        await edition.findRound();
        for (const unit of ['a', 'b'] as const) await edition.review(unit);
        await edition.find(OFFICER, 'b', edition.finding('volunteering', '2024-03-05', 5));
        await edition.find(INSPECTOR, 'b', edition.finding('law', '2022-08-01'));
      },
    );
    return new CheckedCampaign(played, `${AFTER}-02-18`);
  }
}
