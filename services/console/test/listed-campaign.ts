import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/fifty-years.yaml');
const LOOKED_AT = `${AFTER}-04-12`;

/** A member of unit a, and since when; of the last one nobody had entered that he is one. */
const MEMBERS = [
  ['陈久安（虚构）', `${AFTER - 52}-03-15`],
  ['林长青（虚构）', `${AFTER - 50}-07-01`],
  ['周晚成（虚构）', `${AFTER - 49}-07-01`],
  ['吴遗珠（虚构）', ''],
] as const;
export const [LONG, JUST, YOUNG, MISSED] = MEMBERS.map(([name]) => name) as [string, string, string, string];

const openList = async (campaign: Campaign): Promise<string> => {
  for (const [name, stageSince] of MEMBERS)
    await campaign.order(OFFICER, '/v1/people', {
      ...{ organizationId: campaign.play.organization(UNITS.a), name },
      ...(stageSince === '' ? {} : { stage: 'full', stageSince }),
    });
  const committeeId = campaign.play.organization(COMMITTEE);
  const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
    ...{ committeeId, template: await readFile(TEMPLATE, 'utf8') },
  });
  const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
    ...{ committeeId, seriesId: campaign.play.key('fifty-years'), year: AFTER, templateHash, stages: [] },
    ...{ titleZh: '光荣在党50年（虚构）', titleEn: 'Fifty years in the Party (invented)', parameters: {} },
  });
  return editionId;
};

/** A list of members of fifty years, as it is while units look at it. */
export class ListedCampaign extends NominatedCampaign<PlayedCivilized> {
  editionId = '';

  static async start(): Promise<ListedCampaign> {
    let editionId = '';
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async ({ campaign }) => {
        await campaign.day(`${AFTER}-03-20`);
        editionId = await openList(campaign);
        await campaign.day(LOOKED_AT);
      },
    );
    const listed = new ListedCampaign(played, LOOKED_AT);
    listed.editionId = editionId;
    return listed;
  }
}
