import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICER, wrongWorld } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { secretaryOf, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/promises.yaml');
const FOUNDED_ON = '2001-07-01';
const FULL_SINCE = `${AFTER - 12}-07-01`;
const OPENED_AT = `${AFTER}-01-02`;
const PROMISED_AT = `${AFTER}-01-10`;
/** Promises are made by then, and what was done is reported. */
export const FULFILLED_AT = `${AFTER}-03-10`;
/** Until when each means to have done what it promises. */
export const DUE_ON = `${AFTER}-10-31`;

/** A full member of a branch who holds no role, and the secretary of that branch. */
export const MEMBER = `${UNITS.a}-member`;
export const SECRETARY = secretaryOf('a');

const worldOfMembers = (): World => {
  const world = wrongWorld();
  const home = world.units.find(({ code }) => code === UNITS.a)?.branches[0]?.code ?? UNITS.a;
  const member = { code: MEMBER, name: '陈一心（虚构）', login: MEMBER, home, grants: [], fullSince: FULL_SINCE };
  return { ...world, people: [...world.people, member] };
};

/** Branches and members who say what they mean to do, while they may still say it. */
export class PromisedCampaign extends NominatedCampaign<PlayedCivilized> {
  static async start(): Promise<PromisedCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedCivilized(campaign),
      async ({ campaign }) => {
        await campaign.day(OPENED_AT);
        const committeeId = campaign.play.organization(COMMITTEE);
        const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
          ...{ committeeId, template: await readFile(TEMPLATE, 'utf8') },
        });
        await campaign.order(OFFICER, '/v1/editions', {
          ...{ committeeId, seriesId: campaign.play.key('promises'), year: AFTER, templateHash, stages: [] },
          ...{ titleZh: '五好党支部（虚构）', titleEn: 'Five-good branches (invented)', parameters: {} },
        });
        await campaign.day(PROMISED_AT);
        await campaign.settled();
      },
      FOUNDED_ON,
      worldOfMembers(),
    );
    return new PromisedCampaign(played, PROMISED_AT);
  }
}
