import { expect, it } from '@jest/globals';
import { seriousFindings, seen, speak } from '../chromium.ts';
import { CALLS_MAX, LEADER, OFFICER, type Open, PHONE, widthOf } from './people-ground.ts';

export const organizationTests = (open: Open): void => {
  it('the tree leads to an organization with its place, those below it, its officers and its history, in few calls', async () => {
    const { page, calls } = await open(OFFICER);
    await page.goto('/organizations');
    calls.length = 0;
    await page.getByRole('link', { name: '示范省财政厅', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '示范省财政厅' }).waitFor();
    await seen(page, /^成立“示范省财政厅”/u);
    await page.getByRole('link', { name: '示范省财政厅机关党委' }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await page.getByRole('navigation', { name: '所在位置' }).textContent()).toContain('工作委员会');
    expect(await page.locator('.problem').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 2, name: 'In office' }).waitFor();
    expect(await widthOf(page)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('one is founded, renamed, given an officer and looked back at; its end is looked at once more and undone by two', async () => {
    const { page } = await open(OFFICER);
    await page.goto('/organizations?q=sfsczt');
    await page.getByRole('link', { name: '示范省财政厅', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '成立下级组织' }).click();
    await dialog.getByLabel('名称', { exact: true }).fill('临时攻坚党支部（虚构）');
    await dialog.getByLabel('类别').selectOption('temporary-branch');
    await dialog.getByRole('button', { name: '成立', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '临时攻坚党支部（虚构）' }).waitFor();

    await page.getByRole('button', { name: '更名…' }).click();
    await dialog.getByLabel('名称', { exact: true }).fill('攻坚先锋党支部（虚构）');
    await dialog.getByRole('button', { name: '更名', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '攻坚先锋党支部（虚构）' }).waitFor();
    await page.locator('.changes del', { hasText: '临时攻坚党支部（虚构）' }).waitFor();

    await page.getByRole('button', { name: '任职…' }).click();
    await dialog.getByLabel('查找：人员').fill('陈栋峰');
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#personId')?.options.length !== 1);
    await dialog.getByLabel('人员', { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel('职务').selectOption('secretary');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '任职…' }).click();
    await page.getByRole('row', { name: /陈栋峰.*书记/u }).waitFor();

    // As of a day: the day stands in the address.
    const day = await page.evaluate(() =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date()),
    );
    await page.getByLabel('日期', { exact: true }).fill(day);
    await page.waitForURL(/on=\d{4}-\d\d-\d\d/u);
    await seen(page, '陈栋峰（虚构）（书记）');

    await page.getByRole('button', { name: '撤销组织…' }).click();
    await dialog.getByLabel('方式').selectOption('dissolved');
    await dialog.getByLabel('理由').fill('任务完成。');
    await dialog.getByRole('button', { name: '下一步：核对' }).click();
    await dialog.getByRole('heading', { name: '请核对' }).waitFor();
    await seen(dialog, '一个人不能撤回', { exact: false });
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '撤销组织' }).click();
    await page.locator('.mark', { hasText: '已撤销' }).waitFor();
    await page.getByRole('button', { name: '提议恢复' }).click();
    await dialog.getByLabel('理由').fill('撤销有误。');
    await dialog.getByRole('button', { name: '提议恢复' }).click();
    await seen(page, /提议恢复，/u);

    const second = await open(LEADER);
    await second.page.goto(new URL(page.url()).pathname);
    await seen(second.page, '理由：撤销有误。');
    await second.page.getByRole('button', { name: '恢复', exact: true }).click();
    await second.page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await second.page.locator('.mark', { hasText: '在册' }).waitFor();
    expect(await seriousFindings(second.page)).toEqual([]);
  });
};
