import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedSkills } from '../../../test/journeys/skills/played-skills.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** A skills contest, played by the API into its heats: some times are recorded, one was changed, and some are lacking. */
export class MeasuredCampaign extends NominatedCampaign<PlayedSkills> {
  static async start(): Promise<MeasuredCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedSkills(campaign),
      async (contest) => {
        await contest.begin();
        await contest.record(contest.time('b', '395.6'), contest.time('b', '352.48', 2), contest.time('d', '512'));
        await contest.campaign.order(OFFICER, contest.ofEntry('b', 'change'), {
          change: contest.changed('359.6'),
          why: '两位数字颠倒，已核对成绩册（虚构）。',
        });
      },
    );
    return new MeasuredCampaign(played, `${YEAR}-06-02`);
  }
}
