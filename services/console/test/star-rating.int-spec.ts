import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { INSPECTOR, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { nominatorOf, secretaryOf, type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { quiet, seen, seriousFindings, speak } from './chromium.ts';
import { StarCampaign } from './star-campaign.ts';
import { partTests } from './testing/part-tests.ts';

const PHONE = 390;
type Said = Readonly<{ button: string; value: string; why: string }>;
type Given = Readonly<{ awards: Readonly<{ entries: readonly Readonly<{ grade: string }>[] }> }>;
/** Work that leads to what is looked up. */
const LOOKED_UP = /查实评选所问的情况/u;
jest.setTimeout(300_000);

const atSelfRating = { start: async () => StarCampaign.start(), origin: ({ origin }: StarCampaign) => origin };

browserSuite('a star rating', atSelfRating, ({ ground, open }) => {
  let today: StarCampaign | undefined;
  const enter = async (person: string, address: string, width?: number): Promise<Page> => {
    const { page } = await open(width === undefined ? {} : { width });
    await (today ?? ground()).enter(page.context(), person);
    await page.goto(address);
    return page;
  };
  const list = (): string => `/rounds/${ground().played.roundId}/checklists/${ground().played.entry('a')}`;
  const decision = (): string => `/rounds/${ground().played.roundId}/decision`;
  const stages = (page: Page) => page.getByRole('region', { name: '填报阶段' });
  const item = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const give = async (page: Page, button: string, points: string): Promise<void> => {
    await item(page, '发展党员').getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('分值').fill(points);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await seen(item(page, '发展党员'), points);
  };
  const fits = async (page: Page): Promise<void> => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
  };

  const starsOf = async (): Promise<Readonly<Record<string, number>>> => {
    const { awards } = await ground().played.campaign.get<Given>(
      OFFICER,
      `/v1/rounds/${ground().played.roundId}/decision`,
    );
    const held = (rule: string): number => awards.entries.filter(({ grade }) => grade === rule).length;
    return { five: held('five'), four: held('four'), three: held('three'), two: held('two') };
  };

  /** What waits for somebody about lists, as the first page says it. */
  const waiting = async (person: string, name = /检查清单自评|填写检查清单/u): Promise<readonly string[]> => {
    const page = await enter(person, '/', PHONE);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await quiet(page);
    return page.getByRole('link', { name }).allInnerTexts();
  };

  it('begins with the branch, which rates itself on a phone; others see that their stage is to come', async () => {
    expect([await waiting(secretaryOf('a')), await waiting(nominatorOf('a')), await waiting(OFFICER)]).toEqual([
      ['检查清单自评'],
      [],
      [],
    ]);
    const page = await enter(secretaryOf('a'), list(), PHONE);
    await seen(stages(page), '您现在可以填报');
    await give(page, '自评', '14.5');
    await fits(page);
    const unit = await enter(nominatorOf('a'), list());
    await seen(stages(unit), '此前只能查阅');
    expect(await unit.getByRole('button', { name: '打分' }).count()).toBe(0);
    expect(await unit.getByRole('button', { name: '登记' }).count()).toBe(0);
    const mine = await enter(nominatorOf('a'), '/my-checklists');
    await seen(mine.getByRole('table'), '未到您的阶段');
  });

  it('goes on with the acceptance group of the unit; the branch reads and marks no more', async () => {
    today = await ground().on(`${YEAR}-11-18`);
    const page = await enter(nominatorOf('a'), list(), PHONE);
    await seen(stages(page), '您现在可以填报');
    await give(page, '打分', '14');
    await fits(page);
    const branch = await enter(secretaryOf('a'), list(), PHONE);
    await seen(stages(branch), '您的填报阶段已经结束');
    expect(await branch.getByRole('button', { name: '自评' }).count()).toBe(0);
    expect([await waiting(nominatorOf('a')), await waiting(secretaryOf('a'))]).toEqual([['填写检查清单'], []]);
    await ground().played.accept();
    expect(await waiting(nominatorOf('a'))).toEqual([]);
  });

  it('is confirmed by the committee', async () => {
    today = await ground().on(`${YEAR}-12-03`);
    expect(await waiting(OFFICER)).toEqual(['填写检查清单']);
    const page = await enter(OFFICER, list());
    await seen(stages(page), '您现在可以填报');
    await give(page, '打分', '14');
    await ground().played.confirm();
    expect(await waiting(OFFICER)).toEqual([]);
  });

  const facts = (page: Page) => page.getByRole('region', { name: '须查实的情况' });
  const nameOf = (unit: Unit): string =>
    ground().played.campaign.play.world.units.find(({ code }) => code === UNITS[unit])?.nameZh ?? unit;
  /** By the keyboard alone. */
  const answerTo = async (page: Page, unit: Unit, { button, value, why }: Said): Promise<void> => {
    await facts(page)
      .getByRole('listitem')
      .filter({ hasText: nameOf(unit) })
      .getByRole('button', { name: button })
      .focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('查实结果').selectOption({ label: value });
    await dialog.getByLabel('依据', { exact: true }).fill(why);
    await dialog.getByLabel(/依据材料/u).setInputFiles({
      ...{ name: '换届档案.pdf', mimeType: 'application/pdf' },
      buffer: Buffer.from('换届档案（虚构）', 'utf8'),
    });
    await seen(dialog, '换届档案.pdf');
    await dialog.getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };

  it('asks the office, on a phone, what no list holds of those who could have five stars; without it nobody decides', async () => {
    today = await ground().on(`${YEAR}-12-22`);
    await ground().played.tally();
    const refused = await ground()
      .played.decide()
      .then(
        () => '',
        (error: unknown) => String(error),
      );
    expect(refused).toContain('FACT_NOT_ANSWERED');
    expect(await waiting(INSPECTOR, LOOKED_UP)).toHaveLength(1);
    const page = await enter(OFFICER, '/', PHONE);
    await page.getByRole('link', { name: LOOKED_UP }).click();
    await seen(facts(page), '还有 2 项待填报');
    expect(await page.getByRole('button', { name: '核对纪要' }).count()).toBe(0);
    expect(await facts(page).getByRole('listitem').count()).toBe(2);
    const [first] = await facts(page).getByRole('button', { name: '填报' }).all();
    await first?.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '填报' }).click();
    await seen(dialog, '请填写');
    await fits(page);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    await answerTo(page, 'a', { button: '填报', value: '否', why: '查阅换届档案（虚构）。' });
    await answerTo(page, 'd', { button: '填报', value: '否', why: '查阅换届档案（虚构）。' });
    await seen(facts(page), '已填报齐全');
    expect(await waiting(OFFICER, LOOKED_UP)).toEqual([]);
    await seen(facts(page), '本人填报，须由另一人更正');
    await page.getByRole('button', { name: '核对纪要' }).waitFor();
    await fits(page);
  });

  it('lets another person put right what was looked up, and shows it in both languages', async () => {
    const page = await enter(INSPECTOR, decision());
    await seen(facts(page), '查阅换届档案（虚构）。');
    await answerTo(page, 'd', { button: '更正', value: '是', why: '届满日期有误，应为逾期（虚构）。' });
    await seen(facts(page), '已更正 1 次');
    expect(await seriousFindings(page)).toEqual([]);
    await speak(page, 'en');
    await seen(page.getByRole('region', { name: 'What has to be looked up' }), 'its term is overdue: Yes');
  });

  it('ends with stars, altogether and by unit; whose term is overdue gets four', async () => {
    await ground().played.decide();
    const page = await enter(OFFICER, decision(), PHONE);
    const board = page.getByRole('region', { name: '星级情况' });
    await seen(board, '★★★★★');
    expect(await starsOf()).toEqual({ five: 1, four: 2, three: 0, two: 0 });
    const byUnit = board.getByRole('table', { name: '各单位星级党支部数' });
    expect(await byUnit.getByRole('row').count()).toBe(4);
    await fits(page);
  });

  it('lists every branch with its stars, those without any too, by a filter that stands in the address', async () => {
    const page = await enter(OFFICER, decision(), PHONE);
    const each = page.getByRole('table', { name: '各党支部星级' });
    await seen(each, '5星级');
    expect(await each.getByRole('row').count()).toBe(5);
    await page.getByRole('combobox', { name: '星级情况' }).selectOption({ label: '4星级 (2)' });
    await page.waitForURL(/stars=/u);
    expect(await each.getByRole('row').count()).toBe(3);
    await page.reload();
    await each.waitFor();
    expect(await each.getByRole('row').count()).toBe(3);
    await fits(page);
  });

  it('says of a branch without any star that it has none, among all and by itself, in both languages', async () => {
    const page = await enter(OFFICER, decision(), PHONE);
    const each = page.getByRole('table', { name: '各党支部星级' });
    const bare = each.getByRole('row').filter({ hasText: nameOf('c') });
    await seen(bare, '未评定星级');
    expect(await bare.getByText('★').count()).toBe(0);
    await page.getByRole('combobox', { name: '星级情况' }).selectOption({ label: '未评定星级 (1)' });
    await page.waitForURL(/stars=/u);
    expect(await each.getByRole('row').count()).toBe(2);
    await bare.waitFor();
    await fits(page);
    await speak(page, 'en');
    await page.getByRole('row').filter({ hasText: 'No stars' }).waitFor();
    await fits(page);
  });

  partTests({ divided: () => ground().divided, enter });
});
