import { describe, expect, it } from '@jest/globals';
import { INSPECTOR, OFFICER } from '../../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf } from '../../../../test/journeys/played-nominated.ts';
import type { Suite } from '../browser-suite.ts';
import type { CheckedCampaign } from '../checked-campaign.ts';
import { seen, seriousFindings } from '../chromium.ts';

const PHONE = 390;

/** One pixel. */
const PHOTOGRAPH = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const TITLE = '组织生活会整改台账不全';

export const problemTests = ({ ground, open }: Suite<CheckedCampaign>): void =>
  describe('a problem from the list of its office to its owner and back', () => {
    let address = '';
    const visit = async (person: string, width?: number) => {
      const { page } = await open(width === undefined ? {} : { width });
      await ground().enter(page.context(), person);
      await page.goto(address === '' ? '/problems' : address);
      return page;
    };
    const act = async (
      page: Awaited<ReturnType<typeof visit>>,
      name: string,
      fields: Readonly<Record<string, string>>,
    ) => {
      await page.getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog');
      for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    const tell = async (what: string) => {
      const page = await visit(nominatorOf('b'), PHONE);
      await page.getByLabel('做了什么').fill(what);
      await page
        .locator('input[capture]')
        .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: PHOTOGRAPH });
      await seen(page, '已上传');
      await page.getByRole('button', { name: '保存措施' }).click();
      await seen(page, '措施已保存');
      await seen(page, what);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
      await act(page, '提交整改结果', { 整改结果: '已经整改，请核查（虚构）。' });
      await seen(page, '待核查');
    };

    it('is put on the list by the office, and assigned with a last day', async () => {
      const page = await visit(OFFICER);
      await seen(page, '第三季度党员大会记录缺失');
      await seen(page.getByRole('table'), '七天内到期');
      await page.getByRole('button', { name: '登记发现的问题' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('活动').selectOption({ index: 1 });
      await dialog.getByLabel('查找：问题所在组织').fill('人大机关');
      await dialog.getByLabel('问题所在组织', { exact: true }).selectOption({ index: 1 });
      await dialog.getByLabel('来源').selectOption('inspection');
      await dialog.getByLabel('类别').selectOption('style');
      await dialog.getByLabel('严重程度').selectOption('serious');
      await dialog.getByLabel('问题', { exact: true }).fill(TITLE);
      await dialog.getByLabel('问题情况').fill('抽查台账，三项整改没有记录（虚构）。');
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: '列入清单' }).click();
      await dialog.waitFor({ state: 'detached' });
      await seen(page, TITLE);
      address = `/problems/${ground().problem}`;
      await page.goto(address);
      await seen(page, '整改中');
      await act(page, '延期', { 整改期限: `${ground().now.slice(0, 4)}-03-20`, 理由: '会议改期（虚构）。' });
      await seen(page, '会议改期（虚构）。');
    });

    it('is solved on a phone with a photograph, sent back, solved anew, closed by a second person, and reopened', async () => {
      await tell('已补开会议并补齐记录（虚构）。');
      const officer = await visit(OFFICER);
      await seen(officer, '您发现、整改或提交过该问题');
      expect(await officer.getByRole('button', { name: '销号' }).count()).toBe(0);
      await act(officer, '退回整改', { 理由: '照片看不清，请重拍（虚构）。' });
      await seen(officer, '照片看不清，请重拍（虚构）。');
      await tell('已重拍照片（虚构）。');
      const inspector = await visit(INSPECTOR);
      await act(inspector, '销号', { 核查情况: '已到现场核查（虚构）。' });
      await seen(inspector, '已销号');
      const again = await visit(OFFICER);
      await act(again, '重新打开', { 理由: '复查时问题重现（虚构）。' });
      await seen(again, '整改中');
      await seen(again, '复查时问题重现（虚构）。');
    });
  });
