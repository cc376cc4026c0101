import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stageWindows } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import type { EditionRoom } from './edition-room.ts';
import { FIRST_YEAR, SMALL_PARAMETERS, YEAR } from './small-story.ts';
import { seen } from '../chromium.ts';

const TEMPLATE = join(import.meta.dirname, '../../../../libs/programmes/templates/jiangong-edition.yaml');

const PARAMETER_NAMES: Readonly<Record<string, string>> = {
  quota: '每单位申报名额',
  noticeDays: '公示工作日',
  unitsLeast: '单位互评最少份数',
  expertsLeast: '专家评分最少份数',
  firstCount: '一等奖数量',
  secondCount: '二等奖数量',
  thirdCount: '三等奖数量',
  organizerPlaces: '优秀组织奖名次数',
};

const STAGE_NAMES: Readonly<Record<string, string>> = {
  plan: '提报计划',
  deliver: '推进',
  declare: '申报',
  review: '初审',
  clear: '纪检审核',
  notice: '公示',
  score: '评分',
  decide: '研究确定',
  'second-notice': '公示（第 2 次）',
  commend: '表彰',
};

const fillIn = async (page: Page): Promise<void> => {
  await page.getByLabel('中文名称').fill(`示范省直机关建功“十四五”主题实践活动（${YEAR}年度，虚构）`);
  await page.getByLabel('英文名称').fill(`Merit campaign of the provincial organs, ${YEAR} (invented)`);
  for (const [parameter, value] of Object.entries(SMALL_PARAMETERS))
    await page.getByLabel(PARAMETER_NAMES[parameter] ?? parameter).fill(value);
  for (const { stageId, opensOn, closesOn } of stageWindows(YEAR, FIRST_YEAR)) {
    const stage = page.getByRole('group', { name: STAGE_NAMES[stageId] ?? stageId, exact: true });
    await stage.getByLabel('开始日期').fill(opensOn);
    await stage.getByLabel('截止日期').fill(closesOn);
  }
};

/** The programme is taken into use from its file, and its first edition opened, after it was tried out and looked at once more. */
export const openFirstEdition = async (room: EditionRoom): Promise<void> =>
  room.as(FIRST_OFFICER, '/editions', async (page) => {
    await page.getByRole('link', { name: '开设新的活动' }).first().click();
    await page.getByLabel('评选方案文件').setInputFiles(TEMPLATE);
    await seen(page, '可以开设');
    await fillIn(page);
    await seen(page, '可以开设');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    await page.getByRole('button', { name: '开设活动' }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(`${YEAR}年度`, 'u') }).waitFor();
    room.play.editions.set(YEAR, new URL(page.url()).pathname.split('/').at(-1) ?? '');
  });
