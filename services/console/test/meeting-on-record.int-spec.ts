import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LEADERS, OFFICER } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { pictured } from './looked-at.ts';
import { MeetingOnRecord } from './paper-campaign.ts';

const PHONE = 390;
const DESK = 1_280;
const [CHAIR, SECOND] = LEADERS;
jest.setTimeout(300_000);

const inTheHall = { start: async () => MeetingOnRecord.start(), origin: ({ origin }: MeetingOnRecord) => origin };

browserSuite('a meeting on record', inTheHall, ({ ground, open }) => {
  const round = async (person: string, width: number): Promise<Page> => {
    const { page } = await open({ width });
    await ground().enter(page.context(), person);
    await page.goto(`/rounds/${ground().played.roundId}`);
    await page.getByRole('region', { name: '会议记录' }).waitFor();
    return page;
  };
  const sound = async (page: Page, width: number): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  };
  const minutes = {
    name: '会议记录.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('会议记录（虚构）', 'utf8'),
  };
  const nameOf = (code: string): string =>
    ground().played.campaign.play.world.people.find((one) => one.code === code)?.name ?? '';

  it('is written down by the office on a phone: the day first, then who was there and who was in the chair', async () => {
    const page = await round(OFFICER, PHONE);
    await seen(page.getByRole('region', { name: '会议记录' }), '会议尚未记录在案');
    await pictured(page, 'meeting-none-phone');
    await page.getByRole('button', { name: '登记会议' }).click();
    const dialog = page.getByRole('dialog');
    await pictured(page, 'meeting-dialog-empty-phone');
    await dialog.getByRole('button', { name: '登记会议' }).click();
    await seen(dialog, '请填写');
    await pictured(page, 'meeting-dialog-lacking-phone');
    await dialog.getByLabel('开会日期', { exact: true }).fill(ground().now.slice(0, 10));
    for (const leader of LEADERS) await dialog.getByRole('checkbox', { name: nameOf(leader) }).check();
    await dialog.getByLabel('主持人').selectOption({ label: nameOf(CHAIR) });
    await dialog.getByLabel('参加测评的到会人数').fill('30');
    await dialog.getByLabel('地点').fill('机关大楼一楼会议室（虚构）');
    await dialog.getByLabel(/会议记录文件|选择文件/u).setInputFiles(minutes);
    await pictured(page, 'meeting-dialog-phone');
    await sound(page, PHONE);
    await dialog.getByRole('button', { name: '登记会议' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, '待到会领导确认');
    await pictured(page, 'meeting-waits-phone');
    // Whoever wrote it down does not attest it.
    expect(await page.getByRole('button', { name: '确认会议记录' }).count()).toBe(0);
    await sound(page, PHONE);
  });

  it('waits in the work of a leader who was there, who attests it after a look', async () => {
    const page = await round(CHAIR, DESK);
    await pictured(page, 'meeting-attest-desk');
    await page.getByRole('button', { name: '确认会议记录' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '确认您到会，且所记属实');
    await pictured(page, 'meeting-attest-dialog-desk');
    await sound(page, DESK);
    await dialog.getByRole('button', { name: '确认会议记录' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(page, `确认：${nameOf(CHAIR)}`);
    await sound(page, DESK);
  });

  it('is corrected with a reason: what stands is filled in, and another leader turns it down', async () => {
    const page = await round(OFFICER, DESK);
    await page.getByRole('button', { name: '更正会议记录' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, nameOf(SECOND));
    expect(await dialog.getByLabel('地点').inputValue()).toBe('机关大楼一楼会议室（虚构）');
    expect(await dialog.getByRole('checkbox', { name: nameOf(SECOND) }).isChecked()).toBe(true);
    await dialog.getByLabel('参加测评的到会人数').fill('31');
    await dialog.getByLabel('理由').fill('漏记一名与会党员（虚构）。');
    await pictured(page, 'meeting-correct-desk');
    await sound(page, DESK);
    await dialog.getByRole('button', { name: '更正会议记录' }).click();
    await dialog.waitFor({ state: 'detached' });

    const leader = await round(SECOND, PHONE);
    await seen(leader, '漏记一名与会党员（虚构）。');
    await pictured(leader, 'meeting-corrected-phone');
    await leader.getByRole('button', { name: '驳回或收回' }).click();
    await leader.getByRole('dialog').getByLabel('理由').fill('到会人数无误（虚构）。');
    await pictured(leader, 'meeting-refute-phone');
    await sound(leader, PHONE);
    await leader.getByRole('dialog').getByRole('button', { name: '驳回或收回' }).click();
    await seen(leader, '已驳回，此前的记录仍然有效。');
    await speak(leader, 'en');
    await pictured(leader, 'meeting-phone-en');
    await sound(leader, PHONE);
  });
});
