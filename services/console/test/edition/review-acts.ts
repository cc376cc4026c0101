import type { Page } from 'playwright-core';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { type EditionRoom, PUBLIC } from './edition-room.ts';
import { YEAR } from './small-story.ts';
import { seen } from '../chromium.ts';

const unitName = (room: EditionRoom, { unit }: EntryStory): string => {
  const name = room.play.world.units.find(({ code }) => code === unit)?.nameZh;
  if (name === undefined) throw new Error(`the story knows no unit ${unit}`);
  return name;
};

/** An officer lets one unit declare after the deadline, and says why. */
export const allowLate = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(FIRST_OFFICER, `${room.editionPath}/late-entries`, async (page) => {
    const name = unitName(room, entry);
    await page.getByLabel('搜索').fill(name);
    await page.getByLabel('申报单位').selectOption({ label: name });
    await page.getByLabel('阶段', { exact: true }).selectOption({ label: '申报' });
    await page.getByLabel('补报截止').fill(`${YEAR}-11-13`);
    await page.getByLabel('理由').fill('该单位承担抢险任务，未能按时申报。');
    await page.getByRole('button', { name: '准许补报', exact: true }).click();
    await seen(page.getByRole('row', { name }), '可补报');
  });

const deskOf = async (page: Page, { title }: EntryStory): Promise<void> =>
  page.locator('#desk-title', { hasText: title }).waitFor();

/** By keys, as whoever reviews forty does: passed, failed with its reason, or returned with what to mend. */
export const reviewEntry = async (room: EditionRoom, entry: EntryStory): Promise<void> => {
  const { entryId } = room.play.entry(entry.code);
  await room.as(FIRST_OFFICER, `${room.editionPath}/review?entry=${entryId}`, async (page) => {
    await deskOf(page, entry);
    await seen(page, '未看');
    const isAgain = (await page.getByText('第 2 次申报').count()) > 0;
    if (entry.fate === 'returned' && !isAgain) {
      await page.keyboard.press('r');
      await page.getByLabel(/退回原因/u).fill('请补充量化成效数据。');
      await page.getByLabel('重新申报截止日期').fill(`${YEAR}-11-17`);
      await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click();
      await seen(page, `“${entry.title}”已退回修改。`);
    } else if (entry.fate === 'screened-out') {
      await page.keyboard.press('1');
      await page.keyboard.press('1');
      await page.getByLabel('不符合的情况').fill('缺少成效佐证材料，与立项计划不一致。');
      await page.getByRole('button', { name: /^不通过/u }).click();
      await page.getByRole('button', { name: '确认不通过' }).click();
      await seen(page, `“${entry.title}”初审未通过。`);
    } else {
      await page.keyboard.press('1');
      await page.keyboard.press('p');
      await seen(page, `“${entry.title}”已通过初审。`);
    }
  });
};

/** Everything that passed goes to discipline inspection in one batch. */
export const requestClearances = async (room: EditionRoom, count: number): Promise<void> =>
  room.as(FIRST_OFFICER, `${room.editionPath}/review?standing=reviewed`, async (page) => {
    await page.getByText(`选择已显示的 ${count} 项`).click();
    await page.getByRole('button', { name: /批量送纪检审核/u }).click();
    await page.getByRole('button', { name: `确认办理 ${count} 项` }).click();
    await seen(page, `已办理 ${count} 项。`);
  });

/** An inspector's opinion on project, leader and unit; one of them is blocked, with a reason that only inspectors read. */
export const giveOpinion = async (room: EditionRoom, entry: EntryStory, number: number): Promise<void> => {
  const { entryId } = room.play.entry(entry.code);
  const inspector = number % 2 === 0 ? 'inspector-1' : 'inspector-2';
  await room.as(inspector, `${room.editionPath}/clearances?entry=${entryId}`, async (page) => {
    await page.getByRole('heading', { name: entry.title, exact: true }).waitFor();
    await page.getByRole('button', { name: '全部无异议' }).click();
    if (entry.fate === 'blocked') {
      await page.getByRole('group', { name: '项目' }).getByText('建议暂缓').click();
      await page.getByLabel('暂缓的原因').fill('该项目涉及正在核实的问题线索，暂不宜参评（虚构）。');
    }
    await page.getByLabel('意见文号').fill(`示纪审〔${YEAR}〕${number}号`);
    await page.getByRole('button', { name: '核对并出具' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '出具意见' }).click();
    await seen(page, `已出具“${entry.title}”的意见。`);
  });
};

/** All notices begin at once; when they end is told before. */
export const publishAll = async (room: EditionRoom, count: number): Promise<void> =>
  room.as('officer-2', `${room.editionPath}/notices`, async (page) => {
    await page.getByRole('button', { name: `公示这 ${count} 项` }).click();
    await seen(page, `公示至 ${YEAR}年11月27日 24:00`);
    await page.getByRole('button', { name: `确认办理 ${count} 项` }).click();
    await seen(page.getByRole('table', { name: '公示情况' }), '还剩');
  });

/** A citizen finds the notice, objects under a real name, and is given a receipt's code. */
export const objectTo = async (room: EditionRoom, entry: EntryStory): Promise<string> =>
  room.as(PUBLIC, '/public/notices?state=running', async (page) => {
    await page.getByRole('link', { name: entry.title }).click();
    await page.getByLabel('姓名').fill('钱知远（虚构）');
    await page.getByLabel('联系方式').fill('000-00000000');
    await page.getByLabel('异议内容').fill('申报材料中的受益人数与实际情况不符，请予核实。');
    await page.getByRole('button', { name: '核对并提交' }).click();
    await page.getByRole('button', { name: '确认提交' }).click();
    await page.getByRole('heading', { name: '异议已提交' }).waitFor();
    return (await page.locator('.receipt code').textContent()) ?? '';
  });

export const settleObjection = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(FIRST_OFFICER, `${room.editionPath}/objections`, async (page) => {
    await page.getByRole('list').getByRole('link', { name: entry.title }).click();
    await page.getByRole('button', { name: /打开异议人和内容/u }).click();
    await seen(page, '申报材料中的受益人数与实际情况不符，请予核实。');
    const upheld = entry.fate === 'objection-upheld';
    await page.getByRole('radio', { name: upheld ? /成立，移出活动/u : /^不成立/u }).check();
    await page
      .getByLabel('答复内容')
      .fill(upheld ? '经核查情况属实，取消该项目参评资格。' : '经核查，申报数据有原始台账佐证，异议不成立。');
    await page.getByRole('button', { name: '核对并答复' }).click();
    await page.getByRole('button', { name: '确认答复' }).click();
    await seen(page, '异议已答复。');
  });

/** How an objection stands, by its code. */
export const askHowItStands = async (room: EditionRoom, code: string): Promise<string> =>
  room.as(PUBLIC, '/public/objections', async (page) => {
    await page.getByLabel('回执码').fill(code);
    await page.getByRole('button', { name: '查询' }).click();
    await seen(page, '办结日期');
    return page.locator('main').innerText();
  });
