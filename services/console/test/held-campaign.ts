import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, secretaryOf, nominatorOf, type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** An appraisal of secretaries: all in office on the day stand on the roll, and each brings his own report. */
class PlayedSecretaries extends PlayedOnRoll {
  constructor(campaign: Campaign) {
    super(campaign, {
      template: 'secretary-debrief',
      titleZh: `${YEAR} 年度党组织书记述职评议考核（虚构）`,
      titleEn: 'Secretaries report and are appraised (invented)',
      summary: '',
      windows: {},
    });
  }
}

const branchOf = ({ play }: Campaign, unit: Unit): string => {
  const [branch] = play.world.units.find(({ code }) => code === UNITS[unit])?.branches ?? [];
  if (branch === undefined) throw new Error(`${unit} has no branch`);
  return play.organization(branch.code);
};

const appoint = async (campaign: Campaign, organizationId: string, person: string): Promise<string> => {
  const { appointmentId } = await campaign.order<{ appointmentId: string }>(
    OFFICER,
    `/v1/organizations/${organizationId}/officers`,
    { personId: campaign.play.person(person), office: 'secretary' },
  );
  return `/v1/organizations/${organizationId}/officers/${appointmentId}`;
};

/** On the second day of reporting: of two units a secretary stands on the roll, another left his office, and another has it since November. */
export class HeldCampaign extends NominatedCampaign<PlayedSecretaries> {
  static async start(): Promise<HeldCampaign> {
    const day = `${AFTER}-01-06`;
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedSecretaries(campaign),
      async (edition) => {
        const { campaign } = edition;
        await appoint(campaign, branchOf(campaign, 'a'), secretaryOf('a'));
        await appoint(campaign, branchOf(campaign, 'b'), secretaryOf('b'));
        const left = await appoint(campaign, campaign.play.organization(`${UNITS.a}-pc`), nominatorOf('a'));
        await edition.open();
        await campaign.day(`${YEAR}-11-20`);
        await campaign.order(OFFICER, `${left}/relieve`, { reason: 'transfer' });
        await appoint(campaign, campaign.play.organization(`${UNITS.b}-pc`), nominatorOf('b'));
        await campaign.day(day);
        await campaign.settled();
      },
    );
    return new HeldCampaign(played, day);
  }

  nameOf(person: string): string {
    return this.played.campaign.play.world.people.find(({ code }) => code === person)?.name ?? person;
  }
}
