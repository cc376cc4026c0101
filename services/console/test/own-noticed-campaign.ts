import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import { AFTER, nominatorOf, UNITS } from '../../../test/journeys/played-nominated.ts';

const TEMPLATE = join(import.meta.dirname, '../../../libs/programmes/test/examples/s7-hebei-notices.yaml');

/** An edition in which units make known first what they mean to declare: unit b has, and somebody objected to it. */
export const openOwnNoticed = async (
  campaign: Campaign,
  today: string,
): Promise<Readonly<{ ownNoticed: string; ownNotice: string }>> => {
  const committeeId = campaign.play.organization(COMMITTEE);
  const template = await readFile(TEMPLATE, 'utf8');
  const { templateHash } = await campaign.order<{ templateHash: string }>(OFFICER, '/v1/templates', {
    ...{ committeeId, template },
  });
  const days = { opensOn: `${AFTER}-02-10`, closesOn: `${AFTER}-03-31` };
  const { editionId: ownNoticed } = await campaign.order<{ editionId: string }>(OFFICER, '/v1/editions', {
    ...{ committeeId, seriesId: campaign.play.key('own-noticed'), year: AFTER, templateHash, parameters: {} },
    ...{ titleZh: '科技奖励推荐（虚构）', titleEn: 'Science awards (invented)' },
    stages: ['declare', 'own-notice'].map((stageId) => ({ stageId, ...days })),
  });
  const by = nominatorOf('b');
  const { ownNoticeId: ownNotice } = await campaign.order<{ ownNoticeId: string }>(by, '/v1/own-notices', {
    ...{ editionId: ownNoticed, nominatorId: campaign.play.organization(UNITS.b), track: 'project' },
    title: '智慧政务平台（虚构）',
  });
  await campaign.order(by, `/v1/own-notices/${ownNotice}/objections`, {
    ...{ madeOn: today, objectorName: '赵某（虚构）', statement: '所列用户数与台账不一致（虚构）。' },
  });
  return { ownNoticed, ownNotice };
};
