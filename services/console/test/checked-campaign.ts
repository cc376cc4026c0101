import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { UNITS } from '../../../test/journeys/played-nominated.ts';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, ALL, PlayedCivilized } from '../../../test/journeys/civilized/played-civilized.ts';
import { findProblems } from './found-problems.ts';
import { openOwnNoticed } from './own-noticed-campaign.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/templates/peer-abcd.yaml');

/** Beside it an edition whose roll is ahead: two units taken off, one of them put on again. */
const openRolled = async (campaign: Campaign): Promise<string> => {
  const committeeId = campaign.play.organization(COMMITTEE);
  // Who is on it a year, and is not listed as weak, rates the others: the latter the platform does not know.
  const template = (await readFile(TEMPLATE, 'utf8')).replace(
    /(- \{id: unit, .*kind: organization,)/u,
    '$1 needs: [{fact: org.age-months, atLeast: 12}, {fact: org.weak, is: false}],',
  );
  const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
    ...{ committeeId, template },
  });
  const { editionId } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
    ...{ committeeId, seriesId: campaign.play.key('peer-abcd'), year: AFTER, templateHash, stages: [] },
    ...{ titleZh: '单位互评（虚构）', titleEn: 'Units rate each other (invented)', parameters: {} },
  });
  const put = (how: string, unit: string, why: string): Promise<unknown> =>
    campaign.order(OFFICER, `/v1/editions/${editionId}/roll/${how}`, {
      ...{ track: 'unit', subjectId: campaign.play.organization(unit), why },
    });
  await put('excluded', UNITS.c, '将并入其他单位，不参加互评（虚构）。');
  await put('excluded', UNITS.d, '误选（虚构）。');
  await put('included', UNITS.d, '更正误选（虚构）。');
  return editionId;
};

/** An edition of civilized units, played by the API up to its check: findings and marks are there, and some are lacking. */
export class CheckedCampaign extends NominatedCampaign<PlayedCivilized> {
  /** An edition with a roll. */
  rolled = '';
  /** A problem that unit b has to solve within days. */
  problem = '';
  /** An edition in which units make known first what they declare, and what unit b made known. */
  ownNoticed = '';
  ownNotice = '';

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
    const checked = new CheckedCampaign(played, `${AFTER}-02-18`);
    checked.problem = await findProblems(played.campaign, played.editionId, `${AFTER}-02-18`);
    checked.rolled = await openRolled(played.campaign);
    Object.assign(checked, await openOwnNoticed(played.campaign, `${AFTER}-02-18`));
    await played.campaign.settled();
    return checked;
  }
}
