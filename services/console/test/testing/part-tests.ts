import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AUDITOR, OFFICER } from '../../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, secretaryOf } from '../../../../test/journeys/played-nominated.ts';
import { seen, seriousFindings, speak } from '../chromium.ts';
import { type DividedEdition, deputyOf } from '../divided-edition.ts';

const PHONE = 390;
const MINUTES = '示人大机关党委纪要〔2024〕1号（虚构）';

type Suite = Readonly<{
  divided: () => DividedEdition;
  enter: (person: string, address: string, width?: number) => Promise<Page>;
}>;

const fits = async (page: Page): Promise<void> => {
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
};

/** Each unit's committee decides over its own part of a result; the day is one of deciding. */
export const partTests = ({ divided, enter }: Suite): void => {
  it('what a unit decides leads its officer from his work and from the edition to its part alone, on a phone', async () => {
    await divided().tally();
    const edition = await enter(nominatorOf('b'), `/editions/${divided().editionId}`, PHONE);
    await edition
      .getByRole('region', { name: '本单位办理的事项' })
      .getByRole('link', { name: '由各单位研究确定' })
      .click();
    const parts = edition.getByRole('list', { name: '各单位研究确定情况' });
    await seen(parts, '待研究确定');
    expect(await parts.getByRole('listitem').count()).toBe(1);
    await fits(edition);
    const page = await enter(nominatorOf('b'), '/', PHONE);
    await page.getByRole('link', { name: '记录会议决定' }).click();
    await page.waitForURL(`**/rounds/${await divided().partOf('b', nominatorOf('b'))}/decision`);
    await page.getByRole('button', { name: '核对纪要' }).waitFor();
    await page.getByRole('navigation', { name: '本轮各页' }).getByRole('link', { name: '结果' }).click();
    // The page before has a table of one row as well.
    await page.waitForURL('**/result');
    await page.getByRole('heading', { name: '名次' }).waitFor();
    await page.getByRole('rowheader').first().waitFor();
    expect(await page.getByRole('rowheader').count()).toBe(1);
    await fits(page);
  });

  it('is written down by the officer, attested by another member, and told to the office as decided', async () => {
    const part = await divided().partOf('b', nominatorOf('b'));
    const page = await enter(nominatorOf('b'), `/rounds/${part}/decision`, PHONE);
    await page.getByLabel('纪要编号').fill(MINUTES);
    await page.getByLabel(/选择文件/u).setInputFiles({
      ...{ name: '会议纪要.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('会议纪要（虚构）', 'utf8'),
    });
    await page.getByRole('button', { name: '全部到会' }).click();
    await fits(page);
    await page.getByRole('button', { name: '核对纪要' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, '达标');
    await dialog.getByRole('button', { name: '登记纪要' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '本人确认' }).click();
    const member = await enter(deputyOf('b'), '/', PHONE);
    await member.getByRole('link', { name: '确认会议纪要' }).click();
    await member.getByRole('button', { name: '本人确认' }).click();
    await seen(member, '已确认，决定生效');
    await fits(member);
    const office = await enter(OFFICER, `/rounds/${divided().roundId}/decision`);
    await seen(office, '已研究确定 1 个单位，共 4 个');
    await seen(office.getByRole('list', { name: '各单位研究确定情况' }), MINUTES);
    expect(await seriousFindings(office)).toEqual([]);
    await speak(office, 'en');
    await seen(office, '1 of 4 units have decided');
  });

  it('another unit reads nothing of; the auditor finds it decided by the unit', async () => {
    const part = await divided().partOf('b', nominatorOf('b'));
    const other = await enter(nominatorOf('a'), `/rounds/${part}/decision`);
    await seen(other, '反映问题时请提供编号');
    expect(await other.getByText(MINUTES).count()).toBe(0);
    const branch = await enter(secretaryOf('b'), `/editions/${divided().editionId}`);
    await branch.getByRole('heading', { level: 1 }).waitFor();
    expect(await branch.getByRole('region', { name: '本单位办理的事项' }).count()).toBe(0);
    const auditor = await enter(AUDITOR, `/rounds/${part}/decision`);
    await seen(auditor, MINUTES);
  });
};
