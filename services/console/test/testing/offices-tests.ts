import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { objectTo } from '../../../../test/journeys/demo/http/object-to.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { answeredLast, seen, seriousFindings } from '../chromium.ts';
import { NOTICE_DAY } from '../review-campaign.ts';
import { enterOfInputMethod, nextAfter, orders, type ReviewGround, titleOf } from './review-ground.ts';

/** What follows the review: clearance, notice and objections, by the two offices. */
export const officesTests = ({ campaign, open, moveTo, at }: ReviewGround): void => {
  it('clearance is asked for in a batch, which is tried out first', async () => {
    const watched = await open(FIRST_OFFICER);
    const { page } = watched;
    await page.goto(at('review?standing=reviewed'));
    await page.getByText(/选择已显示的 33 项/u).click();
    await page.getByRole('button', { name: /批量送纪检审核/u }).click();
    await seen(page, '可办理 33 项');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '确认办理 33 项' }).click();
    await seen(page, '已办理 33 项。');
    expect(orders(watched).map((call) => call.split('/').at(-1))).toEqual(['clearance-requests', 'clearance-requests']);
  });

  it('an opinion is given with three clicks and its number; the next one comes, and Enter of an input method gives none', async () => {
    const watched = await open('inspector-1');
    const { page, calls } = watched;
    await page
      .getByRole('row', { name: /出具纪检意见/u })
      .getByRole('link')
      .click();
    await seen(page, '已出具 0/33');
    const title = await titleOf(page);
    await page.getByRole('button', { name: '全部无异议' }).click();
    const number = page.getByLabel('意见文号');
    await number.focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'shijishen', selectionStart: 9, selectionEnd: 9 });
    await enterOfInputMethod(input);
    expect(await page.locator('dialog').count()).toBe(0);
    await input.send('Input.insertText', { text: '示纪审〔2024〕1号' });
    await page.getByRole('button', { name: '核对并出具' }).click();
    await page.getByRole('heading', { name: '请核对后出具' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '出具意见' }).click();
    await seen(page, '已出具 1/33');
    await nextAfter(page, title);
    // Nothing that is read on record was read.
    expect(calls.filter((call) => /^GET .*\/clearance$/u.test(call))).toEqual([]);
    expect(orders(watched)).toHaveLength(1);
  });

  it('a block has its reason, which is read on record, and is lifted by another inspector', async () => {
    const { page, calls } = await open('inspector-1');
    await page.goto(at('clearances?state=requested'));
    const title = await titleOf(page);
    await page.getByRole('group', { name: '项目' }).getByText('建议暂缓').click();
    for (const scope of ['责任人', '单位']) await page.getByRole('group', { name: scope }).getByText('无异议').click();
    await page.getByLabel('意见文号').fill('示纪审〔2024〕2号');
    await page.getByRole('button', { name: '核对并出具' }).click();
    await seen(page, '请填写暂缓的原因');
    await page.getByLabel('暂缓的原因').fill('正在核实问题线索（虚构）');
    await page.getByRole('button', { name: '核对并出具' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '出具意见' }).click();
    await seen(page, '已出具 2/33');
    await page.goto(at('clearances?state=blocked'));
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    calls.length = 0;
    await page.getByRole('button', { name: /查阅意见内容/u }).click();
    await seen(page, '正在核实问题线索（虚构）');
    expect(calls.filter((call) => /^GET .*\/clearance$/u.test(call))).toHaveLength(1);
    await page.getByRole('button', { name: '解除暂缓' }).click();
    const dialog = page.getByRole('dialog');
    const lift = async (): Promise<void> => {
      await dialog.getByLabel('意见文号').fill('示纪审〔2024〕3号');
      await dialog.getByLabel('解除的原因').fill('经核实不属实（虚构）');
      await dialog.getByRole('button', { name: '解除暂缓' }).click();
    };
    await lift();
    await dialog.getByRole('alert').waitFor();
    const other = await open('inspector-2');
    await other.page.goto(at('clearances?state=blocked'));
    await other.page.getByRole('button', { name: '解除暂缓' }).click();
    const otherDialog = other.page.getByRole('dialog');
    await otherDialog.getByLabel('意见文号').fill('示纪审〔2024〕3号');
    await otherDialog.getByLabel('解除的原因').fill('经核实不属实（虚构）');
    await otherDialog.getByRole('button', { name: '解除暂缓' }).click();
    await seen(other.page, `“${title}”的暂缓已解除。`);
  });

  it('what an inspector keeps beside his opinion is found by another, downloaded, and taken back with a reason', async () => {
    const { page } = await open('inspector-1');
    await page.goto(at('clearances?state=cleared'));
    const title = await titleOf(page);
    await page.getByRole('button', { name: /查阅意见内容/u }).click();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({ name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') });
    await page.getByRole('alert').first().waitFor();
    await page.locator('.new-file').getByRole('button', { name: '移除' }).click();
    await choose.setInputFiles({ name: '核查.txt', mimeType: 'text/plain', buffer: Buffer.from('核查记录（虚构）\n') });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '添加', exact: true }).click();
    await seen(dialog, '请填写');
    await dialog.getByLabel('说明').fill('核查记录（虚构）');
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: '添加', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });

    const other = await open('inspector-2');
    await other.page.goto(at('clearances?state=cleared'));
    await other.page.getByRole('heading', { name: title, exact: true }).waitFor();
    await other.page.getByRole('button', { name: /查阅意见内容/u }).click();
    const files = other.page.getByRole('list', { name: '纪检材料' });
    const [download] = await Promise.all([
      other.page.waitForEvent('download'),
      files.getByRole('link', { name: '核查记录（虚构）' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toBe('核查记录（虚构）\n');
    await files.getByRole('button', { name: '移除 核查记录（虚构）' }).click();
    await other.page.getByRole('dialog').getByLabel('理由').fill('与本项目无关');
    await other.page.getByRole('dialog').getByRole('button', { name: '移除' }).click();
    await files.waitFor({ state: 'detached' });
  });

  it('notices begin in a batch that tells when they end; their paper is made, downloaded and withdrawn', async () => {
    await moveTo(NOTICE_DAY);
    const { page, calls } = await open(FIRST_OFFICER);
    calls.length = 0;
    await page.goto(at('notices'));
    await page.getByRole('button', { name: /公示这 \d+ 项/u }).click();
    await seen(page, '公示至 2024年11月27日 24:00');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /确认办理/u }).click();
    const row = page.getByRole('table', { name: '公示情况' }).getByRole('row').nth(1);
    await seen(row, '2024年11月27日');
    await page.getByRole('button', { name: '生成文书' }).click();
    await seen(page, '公示文书已生成');
    const papers = page.getByRole('table', { name: '公示文书' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      papers.getByRole('link', { name: '下载' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/u);
    await papers.getByRole('button', { name: '作废' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('名单有误');
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
    await seen(papers, '已作废');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('an objection opens no identity until somebody says so, and is answered after a last look', async () => {
    const { items } = await campaign().get<{ items: readonly { entryId: string }[] }>(
      FIRST_OFFICER,
      `/v1/public/notices?editionId=${campaign().editionId}`,
    );
    await objectTo(campaign().play.public, items[0]?.entryId ?? '', {
      key: campaign().play.key('objection'),
      objection: {
        objectorName: '钱多多（虚构）',
        objectorContact: '13900000000',
        statement: '<b>数据</b>与事实不符。',
      },
    });
    await campaign().untilQuiet();
    const watched = await open(FIRST_OFFICER);
    const { page, calls } = watched;
    await page
      .getByRole('row', { name: /答复异议/u })
      .getByRole('link')
      .click();
    await seen(page, '已办结 0/1');
    await page.getByRole('heading', { name: '异议人和内容' }).waitFor();
    expect(calls).not.toContain('GET /v1/objections');
    expect(await page.getByText('钱多多').count()).toBe(0);
    await page.getByRole('button', { name: /打开异议人和内容/u }).click();
    await seen(page, '<b>数据</b>与事实不符。');
    await seen(page, '本次查阅已记录。');
    await page.getByRole('button', { name: '核对并答复' }).click();
    await seen(page, '请选择结论。');
    await page.getByText('不成立').click();
    await page.getByLabel('答复内容').fill('经核查，数据属实。');
    await seen(page, '草稿已保存');
    // Who types before his draft is there has two texts, and loses neither.
    await answeredLast(page, '**/v1/drafts/**');
    await page.reload();
    await page.getByLabel('答复内容').fill('另一稿。');
    await page.getByRole('button', { name: '改用已保存的内容' }).click();
    await expect(page.getByLabel('答复内容').inputValue()).resolves.toBe('经核查，数据属实。');
    // After a reload it is closed again.
    expect(await page.getByText('钱多多').count()).toBe(0);
    await page.getByRole('button', { name: '核对并答复' }).click();
    await page.getByRole('heading', { name: '请核对后答复' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '确认答复' }).click();
    await seen(page, '异议已答复。');
    await page.goto(at('objections?status=settled'));
    await seen(page, '已办结 1/1');
    await page.getByRole('button', { name: '提议重新办理' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('答复引用的数据有误');
    await page.getByRole('dialog').getByRole('button', { name: '提交提议' }).click();
    await seen(page, '已提议，等待另一部门的人员办理。');

    const other = await open('inspector-1');
    await other.page.goto(at('objections?status=settled'));
    await other.page.getByRole('button', { name: /查看提议/u }).click();
    await seen(other.page, '答复引用的数据有误');
    await other.page.getByRole('button', { name: '办理', exact: true }).click();
    await other.page.getByRole('dialog').getByLabel('理由').fill('同意重新办理');
    await other.page.getByRole('dialog').getByRole('button', { name: '办理' }).click();
    await seen(other.page, '提议已办理。');
    await other.page.goto(at('objections?status=open'));
    await seen(other.page, '已办结 0/1');
  });
};
