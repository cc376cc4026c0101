import { YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedLectures } from '../../../test/journeys/lectures/played-lectures.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** A contest after its first round: four lectures rank alike, for three places of the final. */
export class LectureCampaign extends NominatedCampaign<PlayedLectures> {
  static async start(): Promise<LectureCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedLectures(campaign),
      (lectures) => lectures.begin(),
    );
    return new LectureCampaign(played, `${YEAR}-08-06`);
  }
}
