import { describe, expect, it } from '@jest/globals';
import { OFFICER } from '../../../../test/journeys/all-goes-wrong/cast.ts';
import type { Suite } from '../browser-suite.ts';
import type { CheckedCampaign } from '../checked-campaign.ts';
import { seen, seriousFindings } from '../chromium.ts';

const PHONE = 390;

/** Of an edition whose roll is ahead: one unit is taken off it, one was and is on it again. */
export const rollTests = ({ ground, open }: Suite<CheckedCampaign>): void =>
  describe('the roll of an edition', () => {
    it('is a way from its edition: who stands on it, who does not and why; a unit is taken off with a reason and put on again', async () => {
      const { page } = await open({ width: PHONE });
      await ground().enter(page.context(), OFFICER);
      await page.goto(`/editions/${ground().rolled}`);
      await page.getByRole('link', { name: '名册' }).click();
      await seen(page, '名册尚未列出');
      await seen(page, '单位：在册 3 个');
      await seen(page, '将并入其他单位，不参加互评（虚构）。');
      await page.getByRole('button', { name: '剔除' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '剔除' }).click();
      await seen(dialog, '请填写');
      await dialog.getByLabel('理由').fill('不参加互评（虚构）。');
      expect(await seriousFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: '剔除' }).click();
      await dialog.waitFor({ state: 'detached' });
      await seen(page, '单位：在册 2 个');
      await seen(page, '不参加互评（虚构）。');
      await page.getByRole('button', { name: '补入' }).first().click();
      await dialog.getByLabel('理由').fill('更正（虚构）。');
      await dialog.getByRole('button', { name: '补入' }).click();
      await dialog.waitFor({ state: 'detached' });
      await seen(page, '单位：在册 3 个');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    });
  });
