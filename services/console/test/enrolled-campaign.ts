import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/four-excellent.yaml');
const LOOKED_AT = `${AFTER}-04-12`;
/** Later than the template's own: the edition is opened in March. */
const CHECK = { stageId: 'check', opensOn: `${AFTER}-05-06`, closesOn: `${AFTER}-11-30` };

/** Of unit a: two full members, one who is none yet, one of whom nobody had entered that he is one. */
const MEMBERS = [
  ['陈一心（虚构）', { stage: 'full', stageSince: `${AFTER - 12}-07-01` }],
  ['林二为（虚构）', { stage: 'full', stageSince: `${AFTER - 3}-07-01` }],
  ['周三省（虚构）', { stage: 'probationary', stageSince: `${AFTER - 1}-09-01` }],
  ['吴遗珠（虚构）', {}],
] as const;
export const [FIRST, SECOND, PROBATIONARY, MISSED] = MEMBERS.map(([name]) => name) as [string, string, string, string];

/** A roll of members, listed and not entered yet. */
export class EnrolledCampaign extends NominatedCampaign<PlayedCivilized> {
  editionId = '';

  static async start(): Promise<EnrolledCampaign> {
    let opened = '';
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async ({ campaign }) => {
        await campaign.day(`${AFTER}-03-20`);
        for (const [name, standing] of MEMBERS)
          await campaign.order(OFFICER, '/v1/people', {
            ...{ organizationId: campaign.play.organization(UNITS.a), name, ...standing },
          });
        const committeeId = campaign.play.organization(COMMITTEE);
        const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
          ...{ committeeId, template: await readFile(TEMPLATE, 'utf8') },
        });
        const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
          ...{ committeeId, seriesId: campaign.play.key('four-excellent'), year: AFTER, templateHash, stages: [CHECK] },
          ...{ titleZh: '“四优”共产党员（虚构）', titleEn: 'Four-excellent members (invented)', parameters: {} },
        });
        opened = editionId;
        await campaign.day(LOOKED_AT);
      },
    );
    const enrolled = new EnrolledCampaign(played, LOOKED_AT);
    enrolled.editionId = opened;
    return enrolled;
  }
}
