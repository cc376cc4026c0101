import type { Page } from 'playwright-core';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { type EditionRoom } from './edition-room.ts';
import { seen } from '../chromium.ts';

const secretaryOf = ({ unit }: EntryStory): string => `${unit}-secretary`;
const officerOf = ({ unit }: EntryStory): string => `${unit}-officer`;
const DEEDS = Buffer.from('成效报告（虚构）\n按期完成，成效明显。\n', 'utf8');

const attach = async (page: Page, name: string, content: Buffer): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择照片或文件' }).click(),
  ]);
  await chooser.setFiles([{ name, mimeType: 'text/plain', buffer: content }]);
  await seen(page.locator('.new-file', { hasText: name }), '已上传');
};

export const reportProgress = async (room: EditionRoom, entry: EntryStory, number: number): Promise<void> =>
  room.as(secretaryOf(entry), `${room.entryPath(entry)}/report`, async (page) => {
    const report = `第${number}次进展：按计划推进，已取得阶段性成效。`;
    await page.getByLabel('进展情况').fill(report);
    if (entry.withEvidence && number === 1)
      await attach(page, '现场记录.txt', Buffer.from(`${entry.title}\n现场记录（虚构）\n项目编号：${entry.code}\n`));
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { level: 1, name: entry.title }).waitFor();
    await seen(page, report);
  });

export const completeFirst = async (room: EditionRoom, entry: EntryStory, completedOn: string): Promise<void> =>
  room.as(secretaryOf(entry), room.entryPath(entry), async (page) => {
    await page
      .getByRole('button', { name: /^登记完成：/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('完成日期').fill(completedOn);
    await dialog.getByRole('button', { name: '登记完成' }).click();
    await page.getByRole('button', { name: /^重新打开：/u }).waitFor();
  });

export const featureEntry = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as('officer-2', room.entryPath(entry), async (page) => {
    await page.getByRole('button', { name: '列为典型' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('推介说明').fill('进展扎实，在门户网站刊发。');
    await dialog.getByLabel('报道网址（可不填）').fill('https://example.org/feature');
    await dialog.getByRole('button', { name: '列为典型' }).click();
    await page.getByRole('button', { name: '不再列为典型' }).waitFor();
  });

/** With the report that the programme asks for. */
export const declareEntry = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(officerOf(entry), `${room.entryPath(entry)}/declare`, async (page) => {
    await page.getByLabel('主要做法和成效').fill(`${entry.title}：完成全部节点任务，成效明显，群众满意。`);
    await attach(page, '成效报告.txt', DEEDS);
    await page.getByLabel('项目总结报告', { exact: true }).selectOption({ label: '成效报告.txt' });
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('heading', { level: 3, name: /第 1 次申报/u }).waitFor();
  });

export const withdrawEntry = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(officerOf(entry), room.entryPath(entry), async (page) => {
    await page.getByText('其他办理').click();
    await page.getByRole('button', { name: '撤回项目' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('单位研究后决定明年再报。');
    await dialog.getByRole('button', { name: '撤回项目' }).click();
    await seen(page, '已撤回');
  });

/** A return is answered beside what it asks for; the report goes along once more. */
export const answerReturn = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(officerOf(entry), '/', async (page) => {
    await page.getByRole('link', { name: '修改退回的申报' }).click();
    await page.getByRole('link', { name: `答复退回：${entry.title}` }).click();
    await seen(page, '请补充量化成效数据。');
    await page
      .getByLabel('主要做法和成效')
      .fill(`${entry.title}：完成全部节点任务，办理时限缩短三成。已按要求补充材料。`);
    await page.getByRole('button', { name: '重新申报' }).click();
    await page.getByRole('heading', { level: 3, name: /第 2 次申报/u }).waitFor();
  });
