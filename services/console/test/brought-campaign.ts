import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { AFTER, ALL, PlayedNominated, type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An appraisal of the branches of four units: all stand on the roll, and each brings its own report. */
class PlayedDebrief extends PlayedNominated {
  readonly #branches = new Map<Unit, string>();

  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'branch-debrief',
      titleZh: `${YEAR} 年度党支部述职评议（虚构）`,
      titleEn: 'Branches report and are appraised (invented)',
      summary: '',
      windows: {},
    });
  }

  override entry(unit: Unit): string {
    const found = this.#branches.get(unit);
    if (found === undefined) throw new Error(`the branch of ${unit} stands on no roll`);
    return found;
  }

  async findBranches(): Promise<void> {
    const { campaign, editionId } = this;
    const { items } = await campaign.get<{ items: readonly { entryId: string; homeId: string }[] }>(
      OFFICER,
      `/v1/entries?organizationId=${campaign.play.organization(COMMITTEE)}&editionId=${editionId}`,
    );
    for (const unit of ALL) {
      const found = items.find(({ homeId }) => homeId === campaign.play.organization(UNITS[unit]));
      if (found !== undefined) this.#branches.set(unit, found.entryId);
    }
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
