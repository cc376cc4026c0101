import { randomUUID } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { nominatorOf, secretaryOf } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { CandidatesCampaign, FAVOURITE, RUNNER_UP } from './candidates-campaign.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { pictured } from './looked-at.ts';

const PHONE = 390;
const DESK = 1_280;
const MISTAKE = '误报（虚构）';
const REASON = '得票最高者本人书面请辞，按次序递补（虚构）。';
jest.setTimeout(300_000);

const proposing = { start: async () => CandidatesCampaign.start(), origin: ({ origin }: CandidatesCampaign) => origin };

browserSuite('candidates of a branch', proposing, ({ ground, open }) => {
  const enter = async (person: string, path: string, width: number): Promise<Page> => {
    const { page } = await open({ width });
    await ground().enter(page.context(), person);
    await page.context().clock.setFixedTime(ground().morning);
    await page.goto(path);
    return page;
  };
  const path = (): string => `/editions/${ground().played.editionId}/nominate`;
  const sound = async (page: Page, width: number): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  };
  const fill = async (page: Page, name: string, title = name): Promise<void> => {
    await seen(page, '新的推荐');
    await page.getByLabel('推荐的个人').selectOption({ label: name });
    await page.getByLabel('名称', { exact: true }).fill(title);
    await page.getByLabel('责任人', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('推荐理由').fill('日常表现突出，群众认可（虚构）。');
  };
  /** Whoever is a person stands under his name, whatever the title. */
  const send = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '提交后即为本支部候选人');
    await page.getByRole('button', { name: '提交推荐' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

  it('are proposed by its secretary from a phone, without files, after a last look', async () => {
    const page = await enter(secretaryOf('a'), '/', PHONE);
    await pictured(page, 'candidate-work-phone');
    await page.getByRole('link', { name: '推荐申报' }).click();
    await fill(page, FAVOURITE);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await pictured(page, 'candidate-form-phone');
    await sound(page, PHONE);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '提交后即为本支部候选人');
    await pictured(page, 'candidate-check-phone');
    await page.getByRole('button', { name: '提交推荐' }).click();
    await page.getByRole('heading', { level: 1, name: FAVOURITE }).waitFor();
    await pictured(page, 'candidate-entry-phone');
    await sound(page, PHONE);
  });

  it('may be several; whoever stands in two categories is told so, and what was a mistake is taken back', async () => {
    const page = await enter(secretaryOf('a'), path(), DESK);
    await fill(page, RUNNER_UP);
    await pictured(page, 'candidate-form-desk');
    await sound(page, DESK);
    await send(page, RUNNER_UP);
    await page.goto(path());
    await page.getByLabel('类别').selectOption({ index: 1 });
    await fill(page, RUNNER_UP, MISTAKE);
    await seen(page, '该对象已在“优秀共产党员”类别中');
    await pictured(page, 'candidate-twice-desk');
    await send(page, RUNNER_UP);
    await page.getByText('其他办理').click();
    await page.getByRole('button', { name: '撤回申报' }).click();
    await pictured(page, 'candidate-withdraw-desk');
    await page
      .getByRole('dialog')
      .getByLabel(/理由|原因/u)
      .fill('误报（虚构）。');
    await page.getByRole('dialog').getByRole('button', { name: '撤回申报' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(path());
    await seen(page, '已推荐的对象');
    await pictured(page, 'candidate-list-desk');
    await sound(page, DESK);
  });

  it('are declared by the unit in the order of the vote, or with a reason for going before others', async () => {
    await ground().vote();
    const page = await enter(nominatorOf('a'), '/', DESK);
    await pictured(page, 'declare-work-desk');
    const items = await ground().entries();
    const second = items.find(({ title }) => title === RUNNER_UP)?.entryId ?? '';
    await page.goto(`/entries/${second}`);
    await page.getByRole('heading', { level: 1, name: RUNNER_UP }).waitFor();
    await seen(page, '第 2 名');
    await pictured(page, 'declare-entry-desk');
    await page.goto(`/entries/${second}/declare`);
    await seen(page, '支部投票第 2 名');
    await page.getByLabel('主要做法和成效').fill('日常表现突出，群众认可（虚构）。');
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '事迹.txt', mimeType: 'text/plain' },
        buffer: Buffer.from(`invented deeds ${randomUUID()}`),
      });
    await seen(page, '已上传');
    await pictured(page, 'declare-form-desk');
    await page.getByLabel('事迹材料').selectOption({ index: 1 });
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('alert').first().waitFor();
    await seen(page, '请返回修改，核对“不按名次申报的理由”');
    await pictured(page, 'declare-silent-desk');
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.getByLabel('不按名次申报的理由').fill(REASON);
    await pictured(page, 'declare-departure-desk');
    await sound(page, DESK);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, REASON);
    await pictured(page, 'declare-check-desk');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('heading', { level: 1, name: RUNNER_UP }).waitFor();
    await seen(page, '已申报');
    await pictured(page, 'declared-entry-desk');
    await sound(page, DESK);
  });

  it('say the same in English, on a phone', async () => {
    const first = (await ground().entries()).find(({ title }) => title === FAVOURITE)?.entryId ?? '';
    const page = await enter(nominatorOf('a'), `/entries/${first}`, PHONE);
    await page.getByRole('heading', { level: 1, name: FAVOURITE }).waitFor();
    await pictured(page, 'first-entry-phone');
    await page.goto(`${new URL(page.url()).pathname}/declare`);
    await seen(page, '支部投票第 1 名');
    await speak(page, 'en');
    await pictured(page, 'declare-form-phone-en');
    await sound(page, PHONE);
  });
});
