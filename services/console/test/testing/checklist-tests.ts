import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Locator, Page } from 'playwright-core';
import { OFFICER } from '../../../../test/journeys/all-goes-wrong/cast.ts';
import { secretaryOf, type Unit } from '../../../../test/journeys/civilized/played-civilized.ts';
import type { Suite } from '../browser-suite.ts';
import type { CheckedCampaign } from '../checked-campaign.ts';
import { seen, seriousFindings, type Watched, speak } from '../chromium.ts';

const CALLS_MAX = 8;
const PHONE = 390;

export const checklistTests = ({ ground, open }: Suite<CheckedCampaign>): void =>
  describe('check-lists', () => {
    const enter = async (person: string, address: string, width?: number): Promise<Watched> => {
      const watched = await open(width === undefined ? {} : { width });
      await ground().enter(watched.page.context(), person);
      await watched.page.goto(address);
      return watched;
    };
    const listOf = (unit: Unit): string =>
      `/rounds/${ground().played.roundId}/checklists/${ground().played.entry(unit)}`;
    /** The dialog stands within its item, with all that was typed, until the platform has answered. */
    const done = async (dialog: Locator): Promise<void> => dialog.waitFor({ state: 'detached' });
    const item = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
    const findings = async (unit: Unit) =>
      (
        await ground().played.campaign.get<{
          findings: readonly {
            itemId: string;
            count: number;
            withdrawnFor: string | null;
            answers: readonly unknown[];
          }[];
        }>(OFFICER, ground().played.about(unit, 'checklist'))
      ).findings;

    it('are entered on a phone: the day, how often, what was found; what is lacking is said', async () => {
      const { page, calls } = await enter(OFFICER, listOf('a'), PHONE);
      const complaints = item(page, '群众投诉查实');
      await complaints.getByRole('button', { name: '登记' }).click();
      expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '登记' }).click();
      await seen(dialog, '请填写');
      await dialog.getByLabel('发生日期').fill('2023-05-10');
      await dialog.getByLabel('次数').fill('2');
      await dialog.getByLabel('具体情况').fill('窗口服务态度问题，经核实成立（虚构）。');
      await dialog
        .locator('input[capture]')
        .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
      await dialog.locator('.file-name', { hasText: '已上传' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: '登记' }).click();
      await done(dialog);
      await seen(complaints, '窗口服务态度问题');
      for (const width of [PHONE, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      expect(await findings('a')).toEqual([expect.objectContaining({ itemId: 'complaints', count: 2 })]);
    });

    it('a review marks an item within its points', async () => {
      const { page } = await enter(OFFICER, listOf('c'), PHONE);
      const study = item(page, '理论学习');
      await study.getByRole('button', { name: '打分' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('分值').fill('25');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.locator('.ant-form-item-explain-error', { hasText: '满分 20 分' }).waitFor();
      await dialog.getByLabel('分值').fill('18.5');
      await dialog.getByRole('button', { name: '保存' }).click();
      await done(dialog);
      await seen(study, '18.5');
    });

    it('are corrected with a reason, which stays beside what was withdrawn', async () => {
      const { page } = await enter(OFFICER, listOf('b'));
      const volunteering = item(page, '志愿服务活动');
      await volunteering.getByRole('button', { name: '撤销' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('事由').selectOption('recorded-twice');
      await dialog.getByLabel('理由').fill('与三月的登记重复（虚构）。');
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: '撤销' }).click();
      await done(dialog);
      await seen(volunteering, '与三月的登记重复（虚构）。');
      expect(await findings('b')).toContainEqual(
        expect.objectContaining({ itemId: 'volunteering', withdrawnFor: 'recorded-twice' }),
      );
    });

    it('whoever is judged is told that something was found, is led to his list, reads it and answers it', async () => {
      const { page, calls } = await enter(secretaryOf('a'), '/inbox', PHONE);
      const message = page.getByRole('listitem').filter({ hasText: '检查清单登记了新情况' });
      await message.getByRole('link', { name: '查看检查清单' }).first().waitFor();
      expect(await message.first().textContent()).not.toContain('窗口服务');
      expect(await seriousFindings(page)).toEqual([]);
      calls.length = 0;
      await message.getByRole('link', { name: '查看检查清单' }).first().click();
      const row = page.getByRole('row', { name: /被检查/u });
      await row.waitFor();
      expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
      expect(await seriousFindings(page)).toEqual([]);
      await row.getByRole('link').click();
      const complaints = item(page, '群众投诉查实');
      await seen(complaints, '窗口服务态度问题');
      expect(await complaints.getByRole('button', { name: '登记' }).count()).toBe(0);
      const opening = page.waitForEvent('download');
      await complaints.getByRole('button', { name: '材料 1' }).click();
      expect(await readFile(await (await opening).path())).toEqual(sampleFiles['image/jpeg']);
      await complaints.getByRole('button', { name: '说明情况' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('说明').fill('已向当事人致歉并完成整改（虚构）。');
      await dialog.getByRole('button', { name: '提交说明' }).click();
      await done(dialog);
      await seen(complaints, '已向当事人致歉并完成整改（虚构）。');
      expect(await seriousFindings(page)).toEqual([]);
      expect((await findings('a')).map(({ answers }) => answers.length)).toEqual([1]);
    });

    it('the office sees who has been entered and what is behind, in both languages', async () => {
      const { page, calls } = await enter(OFFICER, `/rounds/${ground().played.roundId}/checklists`);
      await seen(page.getByRole('row', { name: /D厅/u }), '未登记');
      await seen(page.getByRole('row', { name: /C厅/u }), '打分未齐');
      expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
      expect(await seriousFindings(page)).toEqual([]);
      await page.getByLabel('状态').selectOption('behind');
      await seen(page, '共 1 条');
      expect(new URL(page.url()).searchParams.get('progress')).toBe('behind');
      await speak(page, 'en');
      await seen(page.getByRole('row', { name: /C厅/u }), 'Marks missing');
      await page.goto('/inbox');
      await seen(page, 'Checking is open');
    });
  });
