import { randomUUID } from 'node:crypto';
import { expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { nominatorOf, PlayedNominated, secretaryOf, UNITS } from '../../../test/journeys/played-nominated.ts';
import { browserSuite } from './browser-suite.ts';
import { seen, seriousFindings, speak } from './chromium.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const PHONE = 390;
const DECLARING = `${YEAR}-06-03`;
const TITLE = '<i>身边的榜样</i>（虚构）';
jest.setTimeout(300_000);

/** Declaring is open in a contest that branches put forward for, and in a campaign of organizations that units do. */
class NominatingCampaign extends NominatedCampaign<PlayedNominated> {
  byUnits = '';

  static async start(): Promise<NominatingCampaign> {
    const summary = '讲述身边的故事。';
    const asked = { titleZh: '党课评选（虚构）', titleEn: 'Lectures (invented)', summary, held: YEAR };
    let byUnits = '';
    const played = await NominatedCampaign.played(
      (campaign) =>
        new PlayedNominated(campaign, { ...asked, template: '../test/examples/p12a-lecture-contest', windows: {} }),
      async (lectures) => {
        const { campaign } = lectures;
        const units = new PlayedNominated(campaign, {
          ...{ ...asked, titleZh: '示范点命名（虚构）', template: 'demonstration-points' },
          windows: { declare: ['06-01', '07-10'] },
        });
        await campaign.day(`${YEAR}-02-20`);
        await lectures.open();
        await units.open();
        byUnits = units.editionId;
        await campaign.day(DECLARING);
      },
    );
    const made = new NominatingCampaign(played, DECLARING);
    made.byUnits = byUnits;
    return made;
  }
}

const declaring = { start: async () => NominatingCampaign.start(), origin: ({ origin }: NominatingCampaign) => origin };

browserSuite('putting forward', declaring, ({ ground, open }) => {
  const enter = async (person: string, path: string, width?: number): Promise<Page> => {
    const watched = await open(width === undefined ? {} : { width });
    await ground().enter(watched.page.context(), person);
    await watched.page.context().clock.setFixedTime(morningOf(DECLARING));
    await watched.page.goto(path);
    return watched.page;
  };
  const path = (): string => `/editions/${ground().played.editionId}/nominate`;

  it('waits in the work of the secretary whose branch has put nothing forward, who does it from a phone', async () => {
    const page = await enter(secretaryOf('a'), '/', PHONE);
    await page.getByRole('link', { name: '推荐申报' }).click();
    await seen(page, '新的推荐');
    await page.getByLabel('名称', { exact: true }).fill(TITLE);
    await page.getByLabel('责任人', { exact: true }).selectOption({ index: 1 });
    await page.getByLabel('主要做法和成效').fill('讲述身边的故事，群众喜闻乐见。');
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        ...{ name: '党课.txt', mimeType: 'text/plain' },
        buffer: Buffer.from(`invented lecture ${randomUUID()}`),
      });
    await seen(page, '已上传');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await seen(page, '请核对');
    await seen(page, TITLE);
    await page.getByRole('button', { name: '提交推荐' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    // What is rare stands behind a word.
    await page.getByText('其他办理').click();
    await seen(page, '撤回申报');
  });

  it('is over with the work, and shown to whoever comes again', async () => {
    const page = await enter(secretaryOf('a'), path());
    await seen(page, '已推荐的对象');
    await page.getByRole('link', { name: TITLE }).waitFor();
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: '推荐申报' }).count()).toBe(0);
  });

  it('is not for the unit’s office where branches do it, nor for the committee', async () => {
    for (const person of [nominatorOf('a'), OFFICER]) {
      const page = await enter(person, path());
      await seen(page, '没有可推荐的单位或支部');
      expect(await seriousFindings(page)).toEqual([]);
    }
  });

  it('says in English what it says in Chinese', async () => {
    const page = await enter(secretaryOf('b'), path());
    await speak(page, 'en');
    await seen(page, 'A new nomination');
    expect(await page.getByText('推荐', { exact: false }).count()).toBe(0);
  });

  it('a unit’s officer chooses among his organizations, by keys alone', async () => {
    const page = await enter(nominatorOf('b'), `/editions/${ground().byUnits}/nominate`);
    await seen(page, '新的推荐');
    const subject = page.getByLabel('推荐的组织');
    await subject.focus();
    const branch = ground().played.campaign.play.organization(`${UNITS.b}-b1`);
    await subject.selectOption(branch);
    await page.getByRole('button', { name: '下一步：核对' }).focus();
    await page.keyboard.press('Enter');
    await seen(page, '请填写');
    expect(await seriousFindings(page)).toEqual([]);
  });
});
