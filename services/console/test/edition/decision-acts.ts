import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { ExpectedEnd } from '../../../../test/journeys/demo/play/acts/decision.ts';
import { PRESENT } from '../../../../test/journeys/demo/play/acts/minutes.ts';
import { departuresOf } from '../../../../test/journeys/demo/world/expected-honours.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { type EditionRoom, PUBLIC } from './edition-room.ts';
import { gradeName, titleOf } from './ends.ts';
import { YEAR } from './small-story.ts';
import { seen } from '../chromium.ts';

const told = async (page: Page, text: string | RegExp): Promise<void> => seen(page.locator('.told'), text);

/** What stands in some columns of a table, row by row, without the signs of its marks. */
const columnsOf = async (table: Locator, titles: readonly string[]): Promise<readonly (readonly string[])[]> =>
  table.evaluate((shown, wanted) => {
    const heads = [...shown.querySelectorAll('thead th')].map((head) => head.textContent);
    return [...shown.querySelectorAll('tbody tr')].map((row) => {
      const cells = [...row.children].map((cell) => (cell.textContent ?? '').replace(/^[✓○…!]/u, '').trim());
      return wanted.map((title) => cells[heads.indexOf(title)] ?? '');
    });
  }, titles);

/** His work, and the one click to where it is done. */
const begin = async (page: Page, work: string): Promise<void> => {
  await page.getByRole('row', { name: work }).getByRole('link').click();
  await page.getByRole('navigation', { name: '本轮各页' }).waitFor();
};

/** The sheets are opened and tallied; answers the ranking as the page shows it, row by row. */
export const tallyRound = async (room: EditionRoom): Promise<readonly (readonly string[])[]> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '计分汇总');
    await page.getByRole('button', { name: '启封并汇总' }).click();
    await told(page, '已启封汇总');
    const ranking = page.getByRole('table', { name: '名次' });
    await seen(ranking, '一等奖');
    return columnsOf(ranking, ['名次', '项目名称', '得分', '按结果应得']);
  });

/** The leadership's meeting, written down with its departures and their reasons, and looked at once more. */
export const recordMinutes = async (room: EditionRoom, end: ExpectedEnd): Promise<void> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '记录会议决定');
    await page.getByLabel('纪要编号').fill(`示直工委纪要〔${YEAR}〕12号`);
    await page.getByLabel('会议日期').fill(`${YEAR}-12-14`);
    await page.getByLabel('纪要文件').setInputFiles({
      ...{ name: '会议纪要.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('invented minutes'),
    });
    for (let leader = 1; leader <= PRESENT; leader += 1) await page.getByLabel(room.nameOf(`leader-${leader}`)).check();
    const ranking = page.getByRole('table', { name: '研究确定的奖项' });
    for (const { entry, to, why } of departuresOf(end.ranking)) {
      const row = ranking.getByRole('row', { name: titleOf(room, entry) });
      await row.getByRole('combobox').selectOption({ label: gradeName(to) });
      await row.getByLabel(/与排序不一致的理由/u).fill(why);
    }
    await page.getByRole('button', { name: '核对纪要' }).click();
    const dialog = page.getByRole('dialog');
    for (const { why } of departuresOf(end.ranking)) await seen(dialog, why);
    await dialog.getByRole('button', { name: '登记纪要' }).click();
    await told(page, '纪要已登记');
  });

/** One who was there says that it was so. */
export const attest = async (room: EditionRoom, leader: string, after: string): Promise<void> =>
  room.as(leader, '/', async (page) => {
    await begin(page, '确认会议纪要');
    await page.getByRole('button', { name: '本人确认' }).click();
    await told(page, after);
  });

export const publishProposed = async (room: EditionRoom): Promise<void> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '公示拟表彰名单');
    await page.getByRole('button', { name: '公示拟表彰名单' }).click();
    await told(page, '已公示');
  });

/** The number, and all that is granted by it once more. */
const issue = async (page: Page, { documentNumber }: ExpectedEnd): Promise<void> => {
  await page.getByLabel('文号').fill(documentNumber);
  await page.getByRole('button', { name: '核对并印发' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '印发通报' }).click();
};

/** Before the notice has ended it is refused where one is, with all that was typed. */
export const issueTooEarly = async (room: EditionRoom, end: ExpectedEnd): Promise<void> =>
  room.as(FIRST_OFFICER, `${room.roundPath}/circular`, async (page) => {
    await issue(page, end);
    await seen(page.getByRole('dialog').getByRole('alert'), '公示尚未期满');
  });

export type Told = Readonly<Record<string, readonly string[]>>;

/** Everything that is awarded, by award, as a page tells it. */
const awardsTold = async (page: Page): Promise<Told> => {
  const awards = page.locator('section[aria-labelledby="awards"] > div:has(> h3)');
  // They are asked for by themselves, after what stands around them.
  await awards.first().waitFor();
  return Object.fromEntries(
    await awards.evaluateAll((parts) =>
      parts.map((part): [string, string[]] => [
        (part.querySelector('h3')?.textContent ?? '').replace(/ \(\d+\)$/u, ''),
        [...part.querySelectorAll('li')].map((line) => line.textContent ?? ''),
      ]),
    ),
  );
};

export const issueCircular = async (room: EditionRoom, end: ExpectedEnd): Promise<Told> =>
  room.as(FIRST_OFFICER, '/', async (page) => {
    await begin(page, '印发表彰决定');
    await issue(page, end);
    await told(page, '已印发');
    // Before it was issued the same page lists the awards, too.
    await page.getByRole('link', { name: '查看荣誉' }).waitFor();
    await seen(page.getByRole('region', { name: '表彰通报' }), end.documentNumber);
    return awardsTold(page);
  });

/** Certificates, circular and plaques on paper: made, and a file that is what it says. */
export const makePapers = async (room: EditionRoom): Promise<void> =>
  room.as(FIRST_OFFICER, `${room.roundPath}/circular`, async (page) => {
    for (const paper of ['表彰通报', '荣誉证书', '奖牌制作清单']) {
      const line = page.getByRole('region', { name: '文书' }).getByRole('listitem').filter({ hasText: paper });
      await line.getByRole('button', { name: '生成 PDF 文件' }).click();
      const row = page.getByRole('row', { name: `${paper}（PDF 文件，第 1 版）` });
      await seen(row, '现行');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        row.getByRole('link', { name: /^下载/u }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.pdf$/u);
    }
  });

/** Every honour that anybody finds, row by row: whose, which, of which unit, by which document. */
export const honoursInPublic = async (room: EditionRoom, count: number): Promise<readonly (readonly string[])[]> =>
  room.as(PUBLIC, '/public/honours', async (page) => {
    await seen(page, `已显示 ${count} 条，共 ${count} 条`);
    const columns = ['荣誉对象', '荣誉名称', '单位', '年度', '文号', '状态'];
    return columnsOf(page.getByRole('table', { name: '荣誉' }), columns);
  });
