import { expect, it } from '@jest/globals';
import { goByMenu, seriousFindings, seen, speak } from '../chromium.ts';
import { CALLS_MAX, keptIn, LEADER, OFFICER, type Open, PHONE, SECRETARY, widthOf } from './people-ground.ts';

const NAME = '靳若溪（虚构）';

/** A leader reads no record: the stage that stands, what is proposed in its place, by whom and why. */
const carryOutAsLeader = async (open: Open): Promise<void> => {
  const { page, calls } = await open(LEADER);
  calls.length = 0;
  await page
    .getByRole('row', { name: /办理信息更正/u })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
  await seen(page.getByRole('definition'), '预备党员');
  await seen(page, '理由：会议没有通过。');
  expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
  expect(await page.locator('.problem').count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: PHONE, height: 800 });
  expect(await widthOf(page)).toBe(PHONE);
  await page.getByRole('button', { name: '办理更正' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '办理更正' }).click();
  await seen(page.getByRole('definition'), '入党积极分子');
};

export const memberTests = (open: Open): void => {
  it('a secretary sees the members of the branch by stage, admits one after a last look, and finds the work by itself', async () => {
    const { page, calls } = await open(SECRETARY);
    calls.length = 0;
    await goByMenu(page, '组织与党员', '党员');
    await page.getByRole('heading', { name: '这里还没有登记人员' }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await page.setViewportSize({ width: 1_366, height: 900 });

    await page.getByRole('button', { name: '登记人员' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(NAME);
    await dialog.getByLabel('所属组织', { exact: true }).selectOption({ index: 1 });
    await dialog.getByLabel('党籍').selectOption('candidate');
    await dialog.getByLabel('自何日起').fill('2025-01-10');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();

    await page.getByRole('button', { name: '接收为预备党员…' }).click();
    await dialog.getByLabel('支部大会日期').fill('2025-11-01');
    await dialog.getByLabel('上级党委审批日期').fill('2025-11-20');
    await dialog.getByRole('button', { name: '下一步：核对' }).click();
    await seen(dialog, '须由两人更正', { exact: false });
    expect(await seriousFindings(page)).toEqual([]);
    // Going back keeps what was typed.
    await dialog.getByRole('button', { name: '修改' }).click();
    expect(await dialog.getByLabel('支部大会日期').inputValue()).toBe('2025-11-01');
    await dialog.getByRole('button', { name: '下一步：核对' }).click();
    await dialog.getByRole('button', { name: '接收为预备党员' }).click();
    await seen(page, '2026年11月1日');
    expect(await keptIn(page)).not.toContain('靳若溪');

    // The probation is over: the work leads to the page where it is decided.
    await page.goto('/');
    await page.getByRole('link', { name: '讨论预备党员转正' }).first().click();
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();

    await page.goto('/members?stage=probationary');
    await page.getByRole('link', { name: NAME }).waitFor();
  });

  it('a stage recorded wrongly is put right by two; a death is looked at once more, and ends what counted', async () => {
    const secretary = await open(SECRETARY);
    await secretary.page.goto('/members?stage=probationary');
    await secretary.page.getByRole('link', { name: NAME }).click();
    await secretary.page.getByRole('button', { name: '更正党籍记录…' }).click();
    const form = secretary.page.getByRole('dialog');
    await form.getByLabel('正确的党籍').selectOption('activist');
    await form.getByLabel('自何日起').fill('2025-01-10');
    await form.getByRole('button', { name: '提议' }).click();
    await seen(form, '请填写');
    await form.getByLabel('理由').fill('会议没有通过。');
    await form.getByRole('button', { name: '提议' }).click();
    await seen(secretary.page, /提议：更正党籍阶段/u);

    await carryOutAsLeader(open);

    const { page } = await open(OFFICER);
    await page.goto(new URL(secretary.page.url()).pathname);
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    const dialog = page.getByRole('dialog');
    await seen(page.getByRole('definition'), '入党积极分子');

    await page.getByRole('button', { name: '登记退出或去世…' }).click();
    await dialog.getByLabel('情形').selectOption('deceased');
    await seen(dialog, '全部角色同时结束', { exact: false });
    await dialog.getByRole('button', { name: '下一步：核对' }).click();
    await seen(dialog, '一个人不能撤回', { exact: false });
    await dialog.getByRole('button', { name: '登记退出或去世' }).click();
    await seen(page.getByRole('definition'), '去世');
    await page.setViewportSize({ width: PHONE, height: 800 });
    expect(await widthOf(page)).toBe(PHONE);
    await speak(page, 'en');
    await page.getByRole('heading', { level: 2, name: 'Membership' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
};
