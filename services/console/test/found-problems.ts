import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { INSPECTOR, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { UNITS } from '../../../test/journeys/played-nominated.ts';

/** Problems of an edition: one nobody has to solve yet, two that unit b has to solve, the serious one within days. Answers the serious one. */
export const findProblems = async (campaign: Campaign, editionId: string, today: string): Promise<string> => {
  const find = async (by: string, problem: object): Promise<string> => {
    const { problemId } = await campaign.order<{ problemId: string }>(by, `/v1/editions/${editionId}/problems`, {
      ...{ organizationId: campaign.play.organization(UNITS.b), foundOn: today, severity: 'ordinary', ...problem },
    });
    return problemId;
  };
  const assign = (problemId: string, dueOn: string): Promise<unknown> =>
    campaign.order(OFFICER, `/v1/problems/${problemId}/assign`, {
      ...{ ownerId: campaign.play.organization(UNITS.b), ownerRole: 'unit-officer', dueOn },
    });
  await find(INSPECTOR, {
    ...{ source: 'complaint', kind: 'style', title: '窗口服务态度生硬' },
    description: '群众来电反映，经核属实（虚构）。',
  });
  const ordinary = await find(OFFICER, {
    ...{ source: 'appraisal', kind: 'education', title: '理论学习中心组学习计划未上墙' },
    description: '现场检查时未见学习计划（虚构）。',
  });
  const serious = await find(OFFICER, {
    ...{ source: 'inspection', kind: 'organization', title: '第三季度党员大会记录缺失', severity: 'serious' },
    description: '查阅会议记录本，第三季度没有党员大会记录，请补齐会议程序并完善制度（虚构）。',
  });
  await campaign.settled();
  await assign(ordinary, `${today.slice(0, 4)}-04-30`);
  await assign(serious, `${today.slice(0, 7)}-21`);
  return serious;
};
