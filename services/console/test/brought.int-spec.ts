import { expect, it, jest } from '@jest/globals';
import { sampleFiles } from '@jiangong/evidence/testing';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, nominatorOf } from '../../../test/journeys/played-nominated.ts';
import { BroughtCampaign } from './brought-campaign.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';

const PHONE = 390;
jest.setTimeout(300_000);

/** An appraisal whose branches all stand on the roll, in the days in which they declare. */
const declaring = { start: async () => BroughtCampaign.start(), origin: ({ origin }: BroughtCampaign) => origin };

/** A mark in the list, and not the filter's word. */
const marked = (page: Page, word: string): Promise<void> => page.locator('.mark', { hasText: word }).first().waitFor();

browserSuite('what whoever stands on a roll brings', declaring, ({ ground, open }) => {
  it('is declared on a phone, with the document that is asked for; brought, it can be brought anew', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), nominatorOf('a'));
    await page.goto(`/entries/${ground().played.entry('a')}`);
    await seen(page, '待自行申报');
    await seen(page, '没有申报材料。');
    await page.getByRole('link', { name: '申报', exact: true }).click();
    await page.getByLabel('主要做法和成效').fill('抓实组织生活，整改问题六项（虚构）。');
    await page
      .locator('input[capture]')
      .first()
      .setInputFiles({ name: '述职报告.jpg', mimeType: 'image/jpeg', buffer: sampleFiles['image/jpeg'] });
    await page.locator('.file-name', { hasText: '已上传' }).waitFor();
    await page.getByLabel('述职报告').selectOption({ index: 1 });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    await page.getByRole('button', { name: '下一步：核对' }).press('Enter');
    await seen(page, '本对象在名册上，必须参评。');
    await page.getByRole('button', { name: '提交申报' }).press('Enter');
    await seen(page, '已自行申报');
    await seen(page, '抓实组织生活，整改问题六项（虚构）。');
    await page.getByRole('link', { name: '申报', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0);
  });

  it('is told the office: who is awaited, and, once the stage is over, who is overdue and enters all the same', async () => {
    const { page } = await open({ width: PHONE });
    await ground().enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().played.editionId}/roll`);
    await seen(page, '逾期未申报的仍参评，并注明逾期。');
    await page.getByRole('link', { name: '查看谁已申报、谁逾期' }).click();
    await page.getByLabel('自行申报').selectOption('awaited');
    await marked(page, '待自行申报');
    const later = await ground().on(`${AFTER}-01-22`);
    await later.enter(page.context(), OFFICER);
    await page.goto(`/editions/${ground().played.editionId}/entries?brought=overdue`);
    await marked(page, '逾期未申报');
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  });
});
