import { expect, it } from '@jest/globals';
import { seriousFindings, seen, speak } from '../chromium.ts';
import { CALLS_MAX, type Open, PHONE, widthOf } from './people-ground.ts';

export const webhookTests = (open: Open): void => {
  it('an operator registers another system, is shown its secret once, tries it, and is told why nothing arrived', async () => {
    const { page, calls } = await open('运维人员');
    await page.goto('/operations');
    await page.getByRole('link', { name: '对外推送' }).click();
    await page.getByRole('heading', { name: '还没有登记推送' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '登记推送' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('办公系统');
    await dialog.getByLabel('接收地址').fill('http://oa.invalid/jiangong');
    await dialog.getByLabel('项目：全部').check();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    // Refused with what is wrong, and everything typed kept.
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByLabel('名称').inputValue()).toBe('办公系统');
    await dialog.getByLabel('接收地址').fill('https://oa.invalid/jiangong');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    const secret = (await dialog.locator('.one-time').textContent()) ?? '';
    expect(secret.length).toBeGreaterThan(20);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '我已保存' }).click();
    calls.length = 0;
    await page.getByRole('link', { name: '办公系统' }).click();
    await page.getByRole('heading', { level: 1, name: '办公系统' }).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(secret);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);

    await page.getByRole('button', { name: '试推送…' }).click();
    await dialog.getByRole('button', { name: '试推送' }).click();
    const tried = page.getByRole('row', { name: /试推送/u });
    await tried.waitFor();
    await seen(tried, '连不上对方服务器', { exact: false, timeout: 60_000 });
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 2, name: 'Deliveries' }).waitFor();
    expect(await widthOf(page)).toBe(PHONE);
  });

  it('it is paused, resumed, renamed, given another secret and removed', async () => {
    const { page } = await open('运维人员');
    await page.goto('/operations/webhooks');
    await page.getByRole('link', { name: '办公系统' }).click();
    const dialog = page.getByRole('dialog');
    const why = async (act: string): Promise<void> => {
      await page.getByRole('button', { name: `${act}…` }).click();
      await dialog.getByLabel('理由').fill('对方系统升级。');
      await dialog.getByRole('button', { name: act }).click();
    };
    await why('暂停');
    await page.locator('.mark', { hasText: '已暂停' }).waitFor();
    await why('恢复');
    await page.locator('.mark', { hasText: '推送中' }).waitFor();
    await page.getByRole('button', { name: '更名…' }).click();
    await dialog.getByLabel('名称').fill('协同办公系统');
    await dialog.getByRole('button', { name: '更名' }).click();
    await page.getByRole('heading', { level: 1, name: '协同办公系统' }).waitFor();
    await why('更换密钥');
    await seen(dialog, '密钥只在这里显示一次', { exact: false });
    await seen(dialog, '旧密钥同时有效至', { exact: false });
    await dialog.getByRole('button', { name: '我已保存' }).click();
    await why('删除推送');
    await page.getByRole('heading', { name: '还没有登记推送' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
};
