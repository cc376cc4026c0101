import type { Page } from 'playwright-core';
import { PRESENT } from '../../../../test/journeys/demo/play/acts/minutes.ts';
import { adoptTemplate } from '../../../../test/journeys/demo/play/acts/templates.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { seen, seriousFindings } from '../chromium.ts';
import type { EditionRoom } from './edition-room.ts';
import { YEAR } from './small-story.ts';

const told = async (page: Page, text: string): Promise<void> => seen(page.locator('.told'), text);

const accessible = async (page: Page): Promise<void> => {
  const found = await seriousFindings(page);
  if (found.length > 0) throw new Error(found.join('\n'));
};

/** His work, and the one click to where it is done: a naming has pages of its own. */
const begin = async (page: Page, work: string): Promise<void> => {
  await page.getByRole('row', { name: work }).getByRole('link').click();
  await page.getByRole('navigation', { name: '命名的页面' }).waitFor();
};

/** The list over the one edition of the series; answers whom it puts forward. */
export const computeList = async (room: EditionRoom): Promise<readonly string[]> => {
  await adoptTemplate(room.play, 'pacesetters');
  await room.untilQuiet();
  const { seriesId } = await room.play.as(FIRST_OFFICER).get<{ seriesId: string }>(`/v1${room.editionPath}`);
  const path = `/honours/naming/${seriesId}`;
  await room.as(FIRST_OFFICER, path, async (page) => {
    await page.getByRole('button', { name: '测算名单' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('命名办法（模板）').selectOption({ label: '建功“十四五”标兵单位' });
    await dialog.getByLabel('届数', { exact: true }).fill('1');
    await accessible(page);
    await dialog.getByRole('button', { name: '测算名单' }).click();
    await told(page, '名单已测算');
  });
  return room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '记录会议决定');
    const units = page.getByRole('table', { name: '研究确定的奖项' }).getByRole('rowheader');
    await units.first().waitFor();
    await accessible(page);
    return units.allTextContents();
  });
};

export const recordMinutes = async (room: EditionRoom, leftOut: string): Promise<void> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '记录会议决定');
    await page.getByLabel('纪要编号').fill(`示直工委纪要〔${YEAR + 1}〕2号`);
    await page.getByLabel('会议日期').fill(`${YEAR + 1}-02-10`);
    await page.getByLabel('纪要文件').setInputFiles({
      ...{ name: '会议纪要.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('invented minutes of a naming'),
    });
    for (let leader = 1; leader <= PRESENT; leader += 1) await page.getByLabel(room.nameOf(`leader-${leader}`)).check();
    const row = page.getByRole('row', { name: leftOut });
    await row.getByRole('combobox').selectOption({ label: '不予命名' });
    await row.getByLabel('不予命名的理由（必填）').fill('年度考核未达要求。');
    await page.getByRole('button', { name: '核对纪要' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '年度考核未达要求。');
    await accessible(page);
    await dialog.getByRole('button', { name: '登记纪要' }).click();
    await told(page, '纪要已登记');
    await seen(page, '待确认', { exact: true });
    await seen(page, leftOut);
  });

export const attest = async (room: EditionRoom, leader: string, after: string): Promise<void> =>
  room.as(leader, '/', async (page) => {
    await begin(page, '确认会议纪要');
    await page.getByRole('button', { name: '本人确认' }).click();
    await told(page, after);
  });

/** The circular of the naming; answers whom it names. */
export const issueCircular = async (room: EditionRoom): Promise<readonly string[]> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '印发表彰决定');
    await page.getByLabel('文号').fill(`示直党发〔${YEAR + 1}〕2号（虚构）`);
    await page.getByRole('button', { name: '核对并印发' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '印发通报' }).click();
    await told(page, '已印发');
    // Before it was issued the same page lists whom it names, too.
    await page.getByRole('link', { name: '查看荣誉' }).waitFor();
    const units = page.locator('section[aria-labelledby="awards"] li');
    await units.first().waitFor();
    await accessible(page);
    return (await units.allTextContents()).map((name) => name.trim());
  });
