import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedNominated, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const DAY = `${YEAR}-02-20`;
const CODES = 4;

/** A call for works from the public, in the days in which they are entered: one unit has codes, and nobody used any. */
export class CalledCampaign extends NominatedCampaign<PlayedNominated> {
  codes: readonly string[] = [];

  static async start(): Promise<CalledCampaign> {
    let codes: readonly string[] = [];
    const played = await NominatedCampaign.played(
      (campaign) =>
        new PlayedNominated(campaign, {
          ...{ template: 'works-call-public', titleZh: '网络作品征集（虚构）', titleEn: 'Call for works (invented)' },
          ...{ summary: '', held: YEAR, windows: {} },
        }),
      async (edition) => {
        const { campaign } = edition;
        await campaign.day(`${YEAR}-01-20`);
        await edition.open();
        await campaign.day(DAY);
        const path = `/v1/editions/${edition.editionId}/codes`;
        const body = { organizationId: campaign.play.organization(UNITS.a), count: CODES };
        ({ codes } = await campaign.order<{ codes: readonly string[] }>(OFFICER, path, body));
      },
    );
    const made = new CalledCampaign(played, DAY);
    made.codes = codes;
    return made;
  }

  /** The unit that has codes. */
  get unit(): Readonly<{ id: string; name: string }> {
    const { play } = this.played.campaign;
    const name = play.world.units.find(({ code }) => code === UNITS.a)?.nameZh ?? '';
    return { id: play.organization(UNITS.a), name };
  }
}
