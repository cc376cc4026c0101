import { expect, it } from '@jest/globals';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { seriousFindings, seen } from '../chromium.ts';
import { DECLARED, DONE, REVIEW_LIST } from '../review-campaign.ts';
import { enterOfInputMethod, nextAfter, orders, type ReviewGround, titleOf } from './review-ground.ts';
import { uploadReport } from '../../../../test/journeys/demo/play/acts/upload-report.ts';

const CALLS_MAX = 8;
const KEYS_MAX = 60;
/** Another officer of the same committee. */
const COLLEAGUE = 'officer-2';
const REVIEWED_BY_KEYS = 20;
const PASS = new RegExp(`${REVIEW_LIST.length} 项均符合，通过`, 'u');

/** First review: delights 1 to 3, and the rest of a reviewer's work. */
export const reviewTests = ({ campaign, open, at }: ReviewGround): void => {
  it('delight 1, today: 12 of 45 are done, and the next one is passed with the second click', async () => {
    const watched = await open(FIRST_OFFICER);
    const { page, calls } = watched;
    const work = page.getByRole('row', { name: /初审/u });
    await seen(work, `${DONE}/${DECLARED}`);
    calls.length = 0;
    await work.getByRole('link').click();
    await seen(page, `已审 ${DONE}/${DECLARED}`);
    const title = await titleOf(page);
    await page.getByRole('heading', { name: '材料与照片' }).waitFor();
    expect(calls.length).toBeLessThanOrEqual(CALLS_MAX);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: PASS }).click();
    await seen(page, `已审 ${DONE + 1}/${DECLARED}`);
    // The next one has come by itself.
    await nextAfter(page, title);
    expect(orders(watched)).toHaveLength(1);
  });

  it('delight 2, 20 are reviewed in 60 keys without a mouse; filter, place and selection survive a reload', async () => {
    const { page } = await open(FIRST_OFFICER);
    await page.goto(at('review?standing=declared&sort=title'));
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    for (let number = 1; number <= REVIEWED_BY_KEYS; number += 1) {
      const title = await titleOf(page);
      // Some item by item, the others in one go, which asks for the key twice.
      if (number % 10 === 0) for (const digit of ['1', '2', '3', '4']) await press(digit);
      else await press('p');
      await press('p');
      await nextAfter(page, title);
    }
    expect(keys).toBeLessThanOrEqual(KEYS_MAX);
    await seen(page, `已审 ${DONE + 1 + REVIEWED_BY_KEYS}/${DECLARED}`);

    await page.keyboard.press('j');
    await seen(page, '第 2 项');
    await page.keyboard.press('x');
    await seen(page, '已选 1 项');
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: '键盘快捷键' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const before = await titleOf(page);
    await page.reload();
    await page.getByRole('heading', { name: before, exact: true }).waitFor();
    expect(await page.getByLabel('排序').inputValue()).toBe('title');
    await seen(page, '已选 1 项');
    await page.keyboard.press('k');
    await nextAfter(page, before);
  });

  it('delight 3, what is not met is explained and kept, and the return that it begins sends nothing while an input method composes', async () => {
    const watched = await open(FIRST_OFFICER);
    const { page } = watched;
    await page.goto(at('review?standing=declared&sort=title'));
    const title = await titleOf(page);
    await seen(page, '未看');
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.getByLabel('不符合的情况').fill('缺少三季度台账');
    await seen(page, '草稿已保存');
    await page.reload();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await page.getByLabel('不符合的情况').inputValue()).toBe('缺少三季度台账');
    // It can not pass so.
    await page.locator('body').press('p');
    await seen(page, /有 1 项不符合，不能通过/u);

    await page.keyboard.press('r');
    const reasons = page.getByLabel(/退回原因/u);
    await expect(reasons.inputValue()).resolves.toBe(`${REVIEW_LIST[0]}：缺少三季度台账`);
    expect(await reasons.evaluate((field) => field === document.activeElement)).toBe(true);
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'qingbu', selectionStart: 6, selectionEnd: 6 });
    await enterOfInputMethod(input);
    await page.keyboard.down('Control');
    await enterOfInputMethod(input);
    await page.keyboard.up('Control');
    expect(orders(watched)).toEqual([]);
    await input.send('Input.insertText', { text: '，请补充。' });
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await seen(page, `“${title}”已退回修改。`);
    await nextAfter(page, title);
    expect(orders(watched)).toHaveLength(1);
  });

  it('a failure is looked at once more: first what is not met, and why', async () => {
    const watched = await open(FIRST_OFFICER);
    const { page } = watched;
    await page.goto(at('review?standing=declared&sort=title'));
    const title = await titleOf(page);
    await seen(page, '未看');
    await page.keyboard.press('f');
    await seen(page, '请先把不符合的内容标出');
    await page.keyboard.press('4');
    await page.keyboard.press('4');
    await page.keyboard.press('f');
    await page.keyboard.type('与上年度项目重复');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByRole('heading', { name: '确认初审不通过' }).waitFor();
    expect(orders(watched)).toEqual([]);
    await page.getByRole('button', { name: '确认不通过' }).click();
    await seen(page, `“${title}”初审未通过。`);
  });

  it('what is declared anew shows why it was returned and what differs', async () => {
    const { items } = await campaign().get<{ items: readonly { entryId: string; nominatorId: string }[] }>(
      FIRST_OFFICER,
      `/v1/entries?organizationId=${campaign().play.organization('committee')}&editionId=${campaign().editionId}&standing=returned`,
    );
    const [returned] = items;
    if (returned === undefined) throw new Error('nothing was returned');
    const unit = [...campaign().play.organizations].find(([, id]) => id === returned.nominatorId)?.[0] ?? '';
    await campaign().order(
      `${unit}-officer`,
      `/v1/entries/${returned.entryId}/declare`,
      {
        summary: '压缩办理时限六成，全年服务企业一千二百家，已补充三季度台账。',
        ...(await uploadReport(campaign().play.as(`${unit}-officer`))),
      },
      2,
    );
    const { page } = await open(FIRST_OFFICER);
    await page.goto(at(`review?entry=${returned.entryId}`));
    await seen(page, '与第 1 次申报相比');
    await seen(page, /缺少三季度台账，请补充。/u);
    expect(await page.locator('.comparison ins').allTextContents()).not.toEqual([]);
    expect(await page.locator('.comparison del').allTextContents()).not.toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('a colleague’s claim is seen without a reload, and so is that it was let go', async () => {
    const [mine, other] = [await open(FIRST_OFFICER), await open(COLLEAGUE)];
    await mine.page.goto(at('review?standing=declared&sort=title'));
    await other.page.goto(at('review?standing=declared&sort=title'));
    const row = mine.page.locator('.queue-row').first();
    const title = (await row.locator('.queue-title').textContent()) ?? '';
    const theirs = other.page.locator('.queue-row', { hasText: title });
    // A page that was loaded anew would have lost this.
    await mine.page.evaluate(() => document.body.setAttribute('data-stayed', ''));
    await theirs.locator('input[type="checkbox"]').check();
    await other.page.getByRole('button', { name: '认领所选 1 件' }).click();
    await seen(theirs, /我已认领/u);
    await seen(row, /认领，至/u);
    await other.page.getByRole('button', { name: '放下所选 1 件' }).click();
    await row
      .getByText(/认领，至/u)
      .first()
      .waitFor({ state: 'detached' });
    expect(await mine.page.locator('body[data-stayed]').count()).toBe(1);
  });
};
