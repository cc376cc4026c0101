import { expect, it, jest } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { campaignTests } from './campaign-tests.ts';
import { sampleSuite } from './browser-suite.ts';
import { seen, seriousFindings } from './chromium.ts';
import { countClicks } from './clicks.ts';
import { picture } from './picture.ts';

jest.setTimeout(300_000);

const CALLS_MAX = 8;
const PHONE = 390;
const NARROW = 320;
const SECRETARY = '党支部书记';
const OFFICER = '单位联络员';
const COMMITTEE = '机关党委工作人员';
const INSPECTOR = '纪检人员';
const TITLE = '<b>智慧机关</b>建设试点（虚构）';

const wide = async (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

/** An order that another page would give: for what is not tried here. */
const order = async (page: Page, path: string, body: object): Promise<number> =>
  page.evaluate(
    async ([to, said]) =>
      (
        await fetch(to, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: said,
        })
      ).status,
    [path, JSON.stringify(body)] as const,
  );

/** A day of this year that lies ahead of every stage's end: the platform's own. */
const yearOf = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

sampleSuite('a project from its plan to its declaration, and the edition it is in', ({ enter }) => {
  let entryPath = '';

  it('a secretary plans one in at most five clicks; what is typed survives a reload, and is looked at before it is sent', async () => {
    const { page, calls } = await enter(SECRETARY);
    const clicks = await countClicks(page);
    await page.getByRole('link', { name: '提报项目计划' }).click();
    await page.getByLabel('提报支部').selectOption({ index: 1 });
    await page.getByLabel('项目名称').fill(TITLE);
    await page.getByLabel('对应重点工作').fill('数字政府建设');
    await page.getByLabel('主要措施').fill('建立台账，按月调度。');
    await page.getByLabel('完成期限').fill(`${yearOf()}-12-20`);
    await page.getByLabel('责任人', { exact: true }).selectOption({ index: 1 });
    await page.getByRole('button', { name: '添加阶段任务' }).click();
    await page.getByLabel('第 1 项任务', { exact: true }).fill('完成方案');
    await page.getByLabel('完成日期').fill(`${yearOf()}-12-25`);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    // Told before anything is sent, where it is wrong.
    await seen(page, '不能晚于项目完成期限');
    const used = await clicks();
    await page.getByLabel('完成日期').fill(`${yearOf()}-12-10`);
    await seen(page, '草稿已保存');
    expect(await seriousFindings(page)).toEqual([]);
    calls.length = 0;
    await page.reload();
    await page.getByLabel('第 1 项任务', { exact: true }).waitFor();
    expect(await page.getByLabel('项目名称').inputValue()).toBe(TITLE);
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    const clicksAfter = await countClicks(page);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    // Shown as it was written.
    await seen(page.getByRole('definition'), TITLE);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '提报计划' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    // The wrong date's click is no part of the way.
    expect(used - 1 + (await clicksAfter())).toBeLessThanOrEqual(5);
    entryPath = new URL(page.url()).pathname;
  });

  it('delight 8, of two editors the second sees who, when and which fields; both texts are kept, and another project is no conflict', async () => {
    const { page } = await enter(SECRETARY);
    await page.goto(entryPath);
    await page.getByRole('link', { name: '修改计划' }).click();
    await page.getByLabel('主要措施').fill('建立台账，按月调度，年底总结成效。');
    await page.getByLabel('理由').fill('补充成效。');
    const other = await enter(OFFICER);
    // Something happens to another project of the same unit: nothing of it is told here.
    await other.page.goto('/');
    await other.page.getByRole('link', { name: '申报项目' }).click();
    await other.page.getByRole('heading', { level: 1, name: '建功项目' }).waitFor();
    const away = (await other.page.locator('tbody th a').first().getAttribute('href')) ?? '';
    const entryId = away.split('/').at(-1) ?? '';
    expect(
      await order(other.page, `/v1/entries/${entryId}/progress`, { report: '与此无关的进展。', evidence: [] }),
    ).toBe(200);
    await other.page.goto(`${entryPath}/plan`);
    await other.page.getByLabel('主要措施').fill('建立台账，按周调度，邀请专家评估。');
    await other.page.getByLabel('对应重点工作').fill('优化营商环境');
    await other.page.getByLabel('理由').fill('更贴近重点任务。');
    await other.page.getByRole('button', { name: '下一步：核对' }).click();
    expect(await page.getByRole('heading', { name: '这份计划已有人修改' }).count()).toBe(0);
    await other.page.getByRole('button', { name: '提交修改' }).click();
    await other.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    // Told as soon as it is known, not only when it is sent.
    const clash = page.getByRole('alert');
    await seen(clash, /单位联络员.*\d{4}年\d+月\d+日 \d\d:\d\d/u);
    await seen(clash, '您未改动的内容已按对方的修改更新：对应重点工作');
    await seen(clash, '“主要措施”双方都改了');
    expect(await clash.locator('.sides section').allTextContents()).toEqual([
      expect.stringContaining('按周调度，邀请专家评估'),
      expect.stringContaining('按月调度，年底总结成效'),
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('用我的').check();
    await page.getByRole('button', { name: '按所选继续' }).click();
    expect(await page.getByLabel('主要措施').inputValue()).toBe('建立台账，按月调度，年底总结成效。');
    expect(await page.getByLabel('对应重点工作').inputValue()).toBe('优化营商环境');
    expect(await page.getByLabel('理由').inputValue()).toBe('补充成效。');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '提交修改' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await seen(page, '年底总结成效');
  });

  it('a change that nobody heard of is met when it is sent (412), and nothing is lost', async () => {
    const { page } = await enter(SECRETARY);
    await page.goto(`${entryPath}/plan`);
    await page.getByLabel('主要措施').fill('第二稿。');
    await page.getByLabel('理由').fill('再作调整。');
    await page.getByRole('button', { name: '下一步：核对' }).click();
    const send = page.getByRole('button', { name: '提交修改' });
    await send.waitFor();
    // The other one is there first: told by the answer, should the stream be slower.
    const stale = async (route: Route): Promise<void> =>
      route.continue({ headers: { ...route.request().headers(), 'if-match': '"1"' } });
    await page.route('**/revise', stale, { times: 1 });
    await send.click();
    await seen(page, '项目刚有其他变化');
    await seen(page, '第二稿。');
    expect(await page.locator('.problem').count()).toBe(0);
    await send.click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await seen(page, '第二稿。');
  });

  it('an officer confirms several plans at once, having seen which', async () => {
    const { page } = await enter(OFFICER);
    await page.getByRole('link', { name: '确认项目计划' }).click();
    await page.getByLabel(/选择本页全部/u).check();
    await page.getByRole('button', { name: '确认所选 1 个计划' }).click();
    const dialog = page.getByRole('dialog');
    await seen(dialog, TITLE);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认计划' }).click();
    await seen(page, '已确认 1 个计划');
  });

  it('progress with pictures is reported from a phone in at most four clicks, also over a network that goes away', async () => {
    const { page } = await enter(SECRETARY, { width: PHONE });
    const clicks = await countClicks(page);
    await page.getByText(TITLE).locator('..').getByRole('link', { name: '完成阶段任务' }).click();
    await page.getByRole('link', { name: '报送进展' }).click();
    await page.getByLabel('进展情况').fill('已完成方案，开展培训。');
    await page.context().setOffline(true);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择照片或文件' }).click(),
    ]);
    await chooser.setFiles([
      { name: '现场.png', mimeType: 'image/png', buffer: picture(64, 48) },
      { name: '假照片.png', mimeType: 'image/png', buffer: Buffer.from('<script>alert(1)</script>'.repeat(9)) },
    ]);
    await seen(page, '网络中断，恢复后自动续传');
    await page.context().setOffline(false);
    await seen(page, '已上传', { exact: false });
    // Judged by the platform by what is in it, whatever it is called.
    const refused = page.locator('.new-file', { hasText: '假照片.png' });
    await refused.getByRole('alert').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const used = await clicks();
    await refused.getByRole('button', { name: '移除' }).click();
    await page.getByLabel('说明').fill('培训现场');
    expect(await wide(page)).toBe(PHONE);
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(used + 1).toBeLessThanOrEqual(4);
    await seen(page, '已完成方案，开展培训。');
    await page.getByRole('link', { name: '培训现场' }).waitFor();
    await page.setViewportSize({ width: NARROW, height: 800 });
    expect(await wide(page)).toBe(NARROW);
  });

  it('a milestone is completed and opened again, with a reason', async () => {
    const { page } = await enter(SECRETARY);
    await page.goto(entryPath);
    await page.getByRole('button', { name: '登记完成：完成方案' }).click();
    await page.getByRole('dialog').getByLabel('培训现场').check();
    await page.getByRole('dialog').getByRole('button', { name: '登记完成' }).click();
    await page.getByRole('button', { name: '重新打开：完成方案' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click();
    await seen(page.getByRole('dialog'), '请填写');
    await page.getByRole('dialog').getByLabel('理由').fill('登记有误。');
    await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click();
    await page.getByRole('button', { name: '登记完成：完成方案' }).waitFor();
  });

  it('an officer declares it with what was reported, and answers its return in three clicks, both versions beside each other', async () => {
    const { page } = await enter(OFFICER);
    await page.goto(`${entryPath}/declare`);
    await page.getByLabel('主要做法和成效').fill('目标明确，措施到位，成效明显。');
    await page.getByLabel('培训现场').check();
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '申报占用本单位一个名额', { exact: false });
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('heading', { level: 3, name: /第 1 次申报/u }).waitFor();
    const committee = await enter(COMMITTEE);
    const entryId = entryPath.split('/').at(-1) ?? '';
    const by = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const returned = { reasons: ['成效没有数据支撑。'], redeclareBy: by };
    expect(await order(committee.page, `/v1/entries/${entryId}/return`, returned)).toBe(200);
    await page.goto('/');
    await page.getByRole('link', { name: '修改退回的申报' }).waitFor();
    const clicks = await countClicks(page);
    await page.getByRole('link', { name: '修改退回的申报' }).click();
    await page.getByRole('link', { name: `答复退回：${TITLE}` }).click();
    await seen(page, '成效没有数据支撑。');
    await page.getByLabel('主要做法和成效').fill('目标明确，措施到位，办理时限缩短三成。');
    await page.locator('.sides ins').first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '重新申报' }).click();
    await page.getByRole('heading', { level: 3, name: /第 2 次申报/u }).waitFor();
    expect(await clicks()).toBeLessThanOrEqual(3);
    await page.getByText('与第 1 次申报对照').click();
    await page.locator('.sides del').first().waitFor();
  });

  it('a project is withdrawn, and that is undone by a proposal and another office', async () => {
    const officer = await enter(OFFICER);
    await officer.page.goto(entryPath);
    await officer.page.getByText('其他办理').click();
    await officer.page.getByRole('button', { name: '撤回项目' }).click();
    await officer.page.getByRole('dialog').getByLabel('理由').fill('点错了。');
    await officer.page.getByRole('dialog').getByRole('button', { name: '撤回项目' }).click();
    await seen(officer.page, '已撤回');
    const committee = await enter(COMMITTEE);
    await committee.page.goto(entryPath);
    await committee.page.getByText('其他办理').click();
    await committee.page.getByRole('button', { name: '提议撤销上一步' }).click();
    await committee.page.getByRole('dialog').getByLabel('理由').fill('单位误撤回。');
    await committee.page.getByRole('button', { name: '提交提议' }).click();
    await seen(committee.page, '提议已提交', { exact: false });
    const inspector = await enter(INSPECTOR);
    await inspector.page.getByRole('link', { name: '办理项目事项提议' }).click();
    await seen(inspector.page, '单位误撤回。');
    expect(await seriousFindings(inspector.page)).toEqual([]);
    await inspector.page.getByRole('button', { name: '办理', exact: true }).click();
    await inspector.page.getByRole('dialog').getByLabel('理由').fill('属实。');
    await inspector.page.getByRole('dialog').getByRole('button', { name: '办理' }).click();
    await inspector.page.getByRole('heading', { name: '没有待办理的提议' }).waitFor();
    await inspector.page.goto(entryPath);
    await seen(inspector.page.locator('.facts'), '已申报');
  });

  campaignTests(enter);
});
