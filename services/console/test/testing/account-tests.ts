import { expect, it } from '@jest/globals';
import { seriousFindings, seen, speak } from '../chromium.ts';
import { CALLS_MAX, keptIn, OFFICER, type Open, PHONE, SECRETARY, widthOf } from './people-ground.ts';

const LOOK_MS = 500;
/** Far more than it takes: a busy machine is no failure. */
const PATIENCE_MS = 120_000;

export const accountTests = (open: Open): void => {
  it('everybody finds what happened to the account, the pages of the way in and the mail, in two clicks', async () => {
    const { page, calls } = await open(OFFICER);
    const name = (await page.locator('.account summary').textContent()) ?? '';
    await page.locator('.account summary').click();
    const menu = page.locator('.account-menu');
    await menu.getByRole('link', { name: '两步验证' }).waitFor();
    expect(await menu.getByRole('link').allTextContents()).toEqual([
      '我的档案',
      '账号与通知',
      '登录会话',
      '修改密码',
      '两步验证',
    ]);
    calls.length = 0;
    await menu.getByRole('link', { name: '账号与通知' }).click();
    await page.getByRole('heading', { level: 1, name: '账号与通知' }).waitFor();
    await page.getByRole('link', { name: '登录会话和登录记录' }).waitFor();
    await page.getByRole('heading', { level: 2, name: '近期发给我的邮件' }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await keptIn(page)).not.toContain(name);
    for (const part of ['修改密码', '两步验证', '登录会话和登录记录']) {
      const href = await page.locator('.part').getByRole('link', { name: part }).getAttribute('href');
      expect((await page.request.get(href ?? '')).status()).toBe(200);
    }
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
  });

  it('a new browser is told of until it was seen; an address waits for its code; quiet hours are kept', async () => {
    const { page } = await open(OFFICER);
    await page.goto('/my-account');
    await seen(page, '有人用一台新设备登录了您的账号。');
    await page.getByRole('button', { name: '我已知悉' }).click();
    await seen(page, '没有未读提示。');

    await page.getByRole('button', { name: '登记邮箱' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('通知邮箱').fill('officer@example.invalid');
    await dialog.getByRole('button', { name: '登记邮箱' }).click();
    await seen(page, 'officer@example.invalid');
    await page.getByRole('button', { name: '输入验证码' }).click();
    await dialog.getByLabel('邮件中的 8 位验证码').fill('00000000');
    await dialog.getByRole('button', { name: '输入验证码' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();

    await page.getByLabel('一般消息').uncheck();
    await page.getByLabel('免打扰从').fill('22:00');
    await page.getByLabel('免打扰到').fill('07:00');
    await page.getByRole('button', { name: '保存' }).click();
    await seen(page, '已保存');
    await page.reload();
    await page.getByLabel('免打扰从').waitFor();
    expect(await page.getByLabel('免打扰从').inputValue()).toBe('22:00');
    expect(await page.getByLabel('一般消息').isChecked()).toBe(false);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 2, name: 'Signing in' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a new browser is written about in the inbox, too', async () => {
    const { page } = await open(SECRETARY);
    await page.waitForFunction(
      async () => {
        const { items } = (await (await fetch('/v1/inbox?pageSize=50')).json()) as { items: { template: string }[] };
        return items.some(({ template }) => template === 'new-device-seen');
      },
      undefined,
      { polling: LOOK_MS, timeout: PATIENCE_MS },
    );
  });
};
