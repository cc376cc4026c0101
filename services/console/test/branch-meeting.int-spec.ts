import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { ELSEWHERE, MEMBERS, MetCampaign, SECRETARY } from './met-campaign.ts';

const PHONE = 390;
const MINUTES = '第一党支部大会纪要〔2025〕1号（虚构）';
jest.setTimeout(300_000);

const met = { start: async () => MetCampaign.start(), origin: ({ origin }: MetCampaign) => origin };

browserSuite('the meeting of a branch', met, ({ ground, open }) => {
  const enter = async (person: string, address: string, width = PHONE): Promise<Page> => {
    const { page } = await open({ width });
    await ground().enter(page.context(), person);
    await page.goto(address);
    return page;
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };
  const decision = (): string => `/rounds/${ground().part}/decision`;
  const paper = (name: string) => ({
    ...{ name, mimeType: 'application/pdf' },
    buffer: Buffer.from(`${name}（虚构）`, 'utf8'),
  });

  it('is written down by its secretary, on a phone, from what waits for him', async () => {
    const page = await enter(SECRETARY, '/');
    await page.getByRole('link', { name: '记录会议决定' }).click();
    await page.waitForURL(`**${decision()}`);
    await page.getByLabel('纪要编号').fill(MINUTES);
    await page.getByLabel(/选择文件/u).setInputFiles(paper('会议纪要.pdf'));
    await page.getByRole('button', { name: '全部到会' }).click();
    await seen(page.getByRole('group', { name: /到会/u }), '陈一心');
    await fits(page);
    await page.getByRole('button', { name: '核对纪要' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, MINUTES);
    await dialog.getByRole('button', { name: '登记纪要' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '本人确认' }).click();
    await page.getByRole('button', { name: '本人确认' }).waitFor({ state: 'detached' });
  });

  it('is attested on a phone by a member who was there, who is shown nothing to decide', async () => {
    const page = await enter(MEMBERS[0], '/');
    await page.getByRole('link', { name: '确认会议纪要' }).click();
    await page.waitForURL(`**${decision()}`);
    await page.getByRole('button', { name: '本人确认' }).waitFor();
    expect(await page.getByRole('button', { name: '核对纪要' }).count()).toBe(0);
    await fits(page);
    await page.getByRole('button', { name: '本人确认' }).click();
    await seen(page, '已确认，决定生效');
    await fits(page);
  });

  it('is read by nobody of another branch', async () => {
    const page = await enter(ELSEWHERE, decision());
    await seen(page, '反映问题时请提供编号');
    expect(await page.getByText(MINUTES).count()).toBe(0);
  });

  it('recommends the branch, which its secretary puts forward; the office reads that it went', async () => {
    const page = await enter(SECRETARY, decision());
    const upward = page.getByRole('region', { name: '向上级推荐' });
    await upward.getByRole('button', { name: '上报', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('上报文号').fill('一支部〔2025〕1号（虚构）');
    await dialog.getByLabel(/文件/u).setInputFiles(paper('推荐表.pdf'));
    await dialog.getByLabel('上报之日').fill(ground().now.slice(0, 10));
    await fits(page);
    await dialog.getByRole('button', { name: '上报', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(upward, '一支部〔2025〕1号');
    expect(await upward.getByRole('button', { name: '登记上级决定' }).count()).toBe(0);
    await fits(page);
    const office = await enter(OFFICER, decision(), 1_280);
    await seen(office.getByRole('region', { name: '向上级推荐' }), '一支部〔2025〕1号');
    expect(await seriousFindings(office)).toEqual([]);
  });
});
