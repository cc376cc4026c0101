import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Transformer } from '@napi-rs/image';
import type { Browser, BrowserContext } from 'playwright-core';
import { startChromium } from '../chromium.ts';
import { CheckedCampaign } from '../checked-campaign.ts';
import { ContestCampaign } from '../contest-campaign.ts';
import { DealtCampaign } from '../dealt-campaign.ts';
import { PaperCampaign } from '../paper-campaign.ts';
import { LectureCampaign } from '../lecture-campaign.ts';
import { ListedCampaign } from '../listed-campaign.ts';
import { StarCampaign } from '../star-campaign.ts';
import { UpwardCampaign } from '../upward-campaign.ts';
import { VotedCampaign } from '../voted-campaign.ts';
import { APPROVAL } from '../../../../test/journeys/democratic/played-democratic.ts';
import { type Ground, playedGround, type Reader, sampleGround } from './grounds.ts';
import { checkedGround, contestGround, listedGround, votedGround } from './source-grounds.ts';
import { AppealedCampaign } from '../appealed-campaign.ts';
import { ClaimedCampaign } from '../claimed-campaign.ts';
import { MeasuredCampaign } from '../measured-campaign.ts';
import { PAGES } from './page-table.ts';
import type { ShownPage } from './shown-page.ts';
import { settled } from './settled.ts';
import { MOMENTS, ShownEdition } from './shown-edition.ts';

/**
 * A picture of every page of the table: `npm run screenshots [-- --only NAME,NAME] [--png DIR]`. What is committed is WebP; `--png` puts
 * beside it what one looks at.
 */
const FOLDER = join(import.meta.dirname, '../../screenshots');
const DESKTOP = { width: 1_280, height: 860 };
const PHONE = { width: 390, height: 844 };
const SHARPNESS = 1.5;
const QUALITY = 78;

const { values } = parseArgs({
  strict: true,
  options: {
    only: { type: 'string' },
    png: { type: 'string' },
    english: { type: 'boolean' },
    large: { type: 'boolean' },
  },
});
const only = values.only?.split(',');
const wanted = PAGES.filter(({ name }) => only === undefined || only.includes(name));

const contextFor = async (browser: Browser, viewport = DESKTOP): Promise<BrowserContext> => {
  const context = await browser.newContext({
    ...{ viewport, deviceScaleFactor: SHARPNESS, timezoneId: 'Asia/Shanghai', locale: 'zh-CN' },
  });
  if (values.english) await context.addInitScript(() => localStorage.setItem('jiangong.language', 'en'));
  if (values.large) await context.addInitScript(() => localStorage.setItem('jiangong.large-type', 'yes'));
  return context;
};

const keep = async (name: string, png: Buffer): Promise<void> => {
  if (values.png !== undefined) await writeFile(join(values.png, `${name}.png`), png);
  if (values.english || values.large) return;
  await writeFile(join(FOLDER, `${name}.webp`), await new Transformer(png).webp(QUALITY));
};

const takeOf = async (browser: Browser, ground: Ground, pages: readonly ShownPage[]): Promise<void> => {
  if (pages.length === 0) return;
  const ids = await ground.ids();
  const readers = new Map<Reader, ShownPage[]>();
  for (const page of pages) readers.set(page.as, [...(readers.get(page.as) ?? []), page]);
  for (const [reader, ofReader] of readers) {
    const context = await contextFor(browser);
    await ground.enter(context, reader);
    const page = await context.newPage();
    for (const { name, at, onPhone, opens } of ofReader) {
      await page.setViewportSize(DESKTOP);
      await page.goto(`${ground.origin}${at(ids)}`);
      await settled(page);
      if (opens) {
        const button = opens[values.english ? 1 : 0];
        await page.getByRole('main').getByRole('button', { name: button }).first().click();
        await settled(page);
      }
      await keep(name, await page.screenshot({ animations: 'disabled' }));
      process.stdout.write(`${name} ${page.url().slice(ground.origin.length)}\n`);
      if (!onPhone) continue;
      await page.setViewportSize(PHONE);
      await settled(page);
      await keep(`${name}-phone`, await page.screenshot({ animations: 'disabled' }));
    }
    await context.close();
  }
};

const of = (place: ShownPage['place']): readonly ShownPage[] => wanted.filter((page) => page.place === place);

if (only === undefined && !values.english && !values.large) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
if (values.png !== undefined) await mkdir(values.png, { recursive: true });
const browser = await startChromium();
try {
  if (of('sample').length > 0) {
    const sample = await sampleGround(async () => contextFor(browser));
    try {
      await takeOf(browser, sample, of('sample'));
    } finally {
      await sample.stop();
    }
  }
  for (const [place, campaign] of [
    ['checked', CheckedCampaign],
    ['claimed', ClaimedCampaign],
    ['appealed', AppealedCampaign],
    ['measured', MeasuredCampaign],
    ['papered', PaperCampaign],
    ['equal', LectureCampaign],
  ] as const) {
    if (of(place).length === 0) continue;
    const checked = await campaign.start();
    try {
      await takeOf(browser, checkedGround(checked), of(place));
    } finally {
      await checked.stop();
    }
  }
  for (const [place, start] of [
    ['voted', async () => votedGround(await VotedCampaign.start())],
    ['filled', async () => votedGround(await VotedCampaign.start(APPROVAL), 'voting')],
    ['listed', async () => listedGround(await ListedCampaign.start())],
    ['upward', async () => checkedGround(await UpwardCampaign.chosen())],
    ['starred', async () => checkedGround(await StarCampaign.rated())],
  ] as const) {
    if (of(place).length === 0) continue;
    const ground = await start();
    try {
      await takeOf(browser, ground, of(place));
    } finally {
      await ground.stop();
    }
  }
  for (const [place, campaign] of [
    ['contest', ContestCampaign],
    ['dealt', DealtCampaign],
  ] as const) {
    if (of(place).length === 0) continue;
    const panel = await campaign.underWay();
    try {
      await takeOf(browser, contestGround(panel), of(place));
    } finally {
      await panel.stop();
    }
  }
  const last = MOMENTS.findLastIndex((moment) => of(moment).length > 0);
  if (last >= 0) {
    const shown = await ShownEdition.start();
    try {
      for (const moment of MOMENTS.slice(0, last + 1)) {
        await shown.reach(moment);
        await takeOf(browser, playedGround(shown), of(moment));
      }
    } finally {
      await shown.stop();
    }
  }
} finally {
  await browser.close();
}
