import { expect, it } from '@jest/globals';
import { goByMenu, seriousFindings, seen, speak } from '../chromium.ts';
import { countClicks } from '../clicks.ts';
import { CALLS_MAX, keptIn, LEADER, OFFICER, type Open, PHONE, widthOf } from './people-ground.ts';

const rolesTests = (open: Open): void => {
  it('who holds which role is seen in few calls, narrowed in the address, and no name stands in an address or a store', async () => {
    const { page, calls } = await open(OFFICER);
    calls.length = 0;
    await goByMenu(page, '组织与党员', '人员与角色');
    const rows = page.locator('table.list tbody tr');
    await rows.first().waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('角色', { exact: true }).selectOption('expert');
    await page.waitForURL(/role=expert/u);
    await seen(page, /已显示 \d+ 条，共 \d+ 条/u);
    await expectAll(async () => rows.allTextContents(), '评审专家');
    const name = (await rows.first().locator('th').textContent()) ?? '';
    await page.reload();
    await rows.first().waitFor();
    expect(await page.getByLabel('角色', { exact: true }).inputValue()).toBe('expert');
    await page.getByLabel('按姓名查找').fill(name.replace('（虚构）', ''));
    await page.locator('table[aria-label="找到的人员"] th a', { hasText: name }).first().waitFor();
    expect(await keptIn(page)).not.toContain(name);
    calls.length = 0;
    await page.locator('table[aria-label="找到的人员"] th a', { hasText: name }).first().click();
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.getByRole('heading', { level: 2, name: '历年变动' }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await keptIn(page)).not.toContain(name.replace('（虚构）', ''));
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 2, name: 'Over the years' }).waitFor();
    expect(await widthOf(page)).toBe(PHONE);
  });

  it('somebody is registered, given a role in three clicks at most, and loses it with a reason', async () => {
    const { page } = await open(OFFICER);
    await page.goto('/people');
    await page.getByRole('button', { name: '登记人员' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('覃思远（虚构）');
    await dialog.getByLabel('党籍').selectOption('full');
    await dialog.getByLabel('自何日起').fill('2020-07-01');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '覃思远（虚构）' }).waitFor();
    await seen(page, '正式党员');

    await page.goto('/people');
    const clicks = await countClicks(page);
    await page.getByRole('button', { name: '授予角色' }).click();
    await dialog.getByLabel('查找：人员').pressSequentially('qinsiyuan');
    // The only one found is chosen.
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#personId')?.value !== '');
    await dialog.getByLabel('角色', { exact: true }).selectOption('expert');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '授予角色' }).click();
    await seen(page, '角色已授予');
    expect(await clicks()).toBeLessThanOrEqual(3);

    await page.getByLabel('按姓名查找').fill('覃思远');
    await page.getByRole('link', { name: '覃思远（虚构）' }).click();
    const grant = page.getByRole('row', { name: /评审专家/u });
    await seen(grant, '有效');
    await grant.getByRole('button', { name: '收回' }).click();
    await dialog.getByLabel('收回原因').selectOption('mistake');
    await dialog.getByLabel('说明（可不填）').fill('授错了人。');
    await dialog.getByRole('button', { name: '收回角色' }).click();
    await seen(page, '角色已收回');
    await seen(grant, '已结束');
    await seen(grant, '误授');
    await seen(page, /收回角色/u);
  });
};

const signInTests = (open: Open): void => {
  it('a link for a forgotten password is made by one and its code told by another, each shown once', async () => {
    const { page } = await open(OFFICER);
    await page.goto('/people?role=branch-secretary');
    await page.locator('table.list tbody th a').first().click();
    await page.getByRole('button', { name: '发放密码重置链接' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('本人当面说忘记了密码。');
    await dialog.getByRole('button', { name: '发放密码重置链接' }).click();
    await seen(dialog, '链接只在这里显示一次', { exact: false });
    const link = (await dialog.locator('.one-time').textContent()) ?? '';
    expect(link).toMatch(/^http.*\/sign-in\/|^http.*\//u);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '关闭' }).click();
    expect(await page.locator('body').textContent()).not.toContain(link);
    // Who made the link gets no code.
    await page.getByRole('button', { name: '告知验证码' }).click();
    await dialog.getByRole('button', { name: '告知验证码' }).click();
    await dialog.getByRole('alert').waitFor();

    const second = await open(LEADER);
    await second.page.goto(page.url());
    await second.page.getByRole('button', { name: '告知验证码' }).click();
    const other = second.page.getByRole('dialog');
    await other.getByRole('button', { name: '告知验证码' }).click();
    await seen(other, '验证码只显示一次', { exact: false });
    expect((await other.locator('.one-time.large').textContent())?.length).toBeGreaterThan(5);
    expect(await seriousFindings(second.page)).toEqual([]);
  });

  it('a leader finds whom to name an inspector, and everybody finds the own record with one click on the name', async () => {
    const { page } = await open(LEADER);
    await page.goto('/people');
    await page.getByRole('button', { name: '授予角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('查找：人员').pressSequentially('qinsiyuan');
    await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('#personId')?.value !== '');
    await dialog.getByLabel('角色', { exact: true }).selectOption('auditor');
    await dialog.getByRole('button', { name: '授予角色' }).click();
    await seen(page, '角色已授予');
    const expert = await open('评审专家');
    await expert.page.locator('.account summary').click();
    await expert.page.getByRole('link', { name: '我的档案' }).click();
    await expert.page.getByRole('heading', { level: 1, name: '我的档案' }).waitFor();
    await expert.page
      .getByRole('row', { name: /评审专家/u })
      .first()
      .waitFor();
    expect(await expert.page.locator('.problem').count()).toBe(0);
    expect(await expert.page.getByRole('button', { name: '授予角色' }).count()).toBe(0);
    expect(await seriousFindings(expert.page)).toEqual([]);
  });
};

/** Every text holds the word, once the list has settled. */
const expectAll = async (read: () => Promise<readonly string[]>, word: string): Promise<void> => {
  for (let tries = 0; tries < 50; tries += 1) {
    const texts = await read();
    if (texts.length > 0 && texts.every((text) => text.includes(word))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect((await read()).filter((text) => !text.includes(word))).toEqual([]);
};

export const peopleTests = (open: Open): void => {
  rolesTests(open);
  signInTests(open);
};
