import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { FilledSheet } from '../../../../test/journeys/demo/play/acts/scoring.ts';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { CRITERIA } from '../../../../test/journeys/demo/world/scoring-scheme.ts';
import { en } from '../../src/words/en.ts';
import { zh } from '../../src/words/zh.ts';
import { seriousFindings, seen } from '../chromium.ts';
import { points, sumOfSteps } from '../round-acts.ts';
import { editor, paste } from '../sheet-room.ts';
import { type EditionRoom, type Look, PUBLIC } from './edition-room.ts';
import { MILESTONES } from './plan-acts.ts';
import { linesAsShown } from './score-acts.ts';
import { YEAR } from './small-story.ts';

const wordsOf = ({ language }: Look): typeof en | typeof zh => (language === 'en' ? en : zh);

/** A text of the pages with its slots filled. */
const say = (text: string, slots: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/gu, (_slot, name: string) => String(slots[name] ?? ''));

/** Narrow enough, open to everybody, in the language that was asked for, and nothing refused. */
const isWell = async (page: Page, { width, language }: Look): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language === 'en' ? 'en' : 'zh-CN');
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.locator('.problem').allTextContents()).toEqual([]);
};

export const planLooking = async (room: EditionRoom, entry: EntryStory, look: Look): Promise<void> => {
  const { projects, project, planning, acts } = wordsOf(look);
  const plan = async (page: Page): Promise<void> => {
    await page.getByLabel(projects.name).fill(entry.title);
    const branches = page.getByLabel(projects.branch);
    if (await branches.isVisible()) await branches.selectOption(room.play.organization(entry.branch));
    await page.getByLabel(projects.task).fill(entry.keyTask);
    await page.getByLabel(project.measures).fill('建立工作台账，按月调度。');
    await page.getByLabel(projects.due, { exact: true }).fill(`${YEAR}-10-20`);
    await page.getByLabel(planning.leader, { exact: true }).selectOption({ label: room.nameOf(entry.leader) });
    for (const [at, { title, dueOn }] of MILESTONES.entries()) {
      await page.getByRole('button', { name: planning.addMilestone }).click();
      await page.getByLabel(say(planning.milestone, { count: at + 1 }), { exact: true }).fill(title);
      await page.getByLabel(planning.milestoneDue, { exact: true }).nth(at).fill(dueOn);
    }
    await isWell(page, look);
    await page.getByRole('button', { name: acts.toCheck }).click();
    await page.getByRole('heading', { name: acts.check }).waitFor();
    await isWell(page, look);
    await page.getByRole('button', { name: planning.send, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: entry.title }).waitFor();
    await isWell(page, look);
    await room.planned(entry, new URL(page.url()).pathname.split('/').at(-1) ?? '');
  };
  await room.as(entry.leader, `${room.editionPath}/plans`, plan, look);
};

/** From the officer's today, which says how far the review is, to one that has passed. */
export const reviewLooking = async (
  room: EditionRoom,
  { entry, done, total }: Readonly<{ entry: EntryStory; done: number; total: number }>,
  look: Look,
): Promise<void> => {
  const { work, review } = wordsOf(look);
  const pass = async (page: Page): Promise<void> => {
    const row = page.getByRole('row', { name: work.kind['review-entries'] });
    await seen(row, `${done}/${total}`);
    await isWell(page, look);
    await row.getByRole('link').click();
    await page.getByRole('link', { name: entry.title }).click();
    await page.locator('#desk-title', { hasText: entry.title }).waitFor();
    await isWell(page, look);
    await page.getByRole('button', { name: say(review.passAll, { count: 1 }) }).click();
    await seen(page, say(review.passed, { title: entry.title }));
  };
  await room.as(FIRST_OFFICER, '/', pass, look);
};

export const objectLooking = async (room: EditionRoom, entry: EntryStory, look: Look): Promise<void> => {
  const { notices } = wordsOf(look);
  const object = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: entry.title }).click();
    await page.getByLabel(notices.name).fill('钱知远（虚构）');
    await page.getByLabel(notices.contact).fill('000-00000000');
    await page.getByLabel(notices.statement).fill('申报材料中的受益人数与实际情况不符，请予核实。');
    await isWell(page, look);
    await page.getByRole('button', { name: notices.check }).click();
    await page.getByRole('heading', { name: notices.confirmTitle }).waitFor();
    await page.getByRole('button', { name: notices.confirm, exact: true }).click();
    await page.getByRole('heading', { name: notices.done }).waitFor();
    await isWell(page, look);
  };
  await room.as(PUBLIC, '/public/notices?state=running', object, look);
};

const HUNDREDTHS = 100;

/** One project a card. */
const fillCards = async (page: Page, room: EditionRoom, { lines }: FilledSheet, look: Look): Promise<void> => {
  for (const [at] of lines.entries()) {
    const title = await page.locator('.sheet-card h2').textContent();
    const line = lines.find(({ entry }) => room.edition.entries.find(({ code }) => code === entry)?.title === title);
    if (line === undefined) throw new Error(`the story has no marks for ${title ?? ''}`);
    for (const [column, { nameZh, nameEn }] of CRITERIA.entries())
      await page
        .getByLabel(look.language === 'en' ? nameEn : nameZh)
        .fill(String((line.points[column] ?? 0) / HUNDREDTHS));
    // A field is taken when it is left.
    await page.keyboard.press('Tab');
    if (at < lines.length - 1) await page.getByRole('button', { name: wordsOf(look).beside.next, exact: true }).click();
  }
};

const PHONE_MAX = 700;

export const scoreLooking = async (room: EditionRoom, sheet: FilledSheet, look: Look): Promise<void> => {
  const { work, sheet: words, sealing, sealed } = wordsOf(look);
  const cells = sheet.lines.length * CRITERIA.length;
  const score = async (page: Page): Promise<void> => {
    await page.getByRole('row', { name: work.kind['fill-sheet'] }).getByRole('link').click();
    await page.locator('.sheet-tools').waitFor();
    await isWell(page, look);
    if (look.width < PHONE_MAX) await fillCards(page, room, sheet, look);
    else {
      await editor(page).click();
      const shown = await linesAsShown(page, room, sheet);
      await paste(page, shown.map((line) => line.join('\t')).join('\r\n'));
    }
    await page.locator('.sheet-tools', { hasText: say(words.progress, { scored: cells, wanted: cells }) }).waitFor();
    await page.getByRole('button', { name: sealing.open }).click();
    await seen(page, say(sealing.given, { given: cells, missing: 0 }));
    await page.locator('.saver', { hasText: words.state.saved }).waitFor();
    await isWell(page, look);
    await page.getByRole('button', { name: sealing.confirm }).click();
    await page.getByRole('heading', { name: sealed.title }).waitFor();
    await isWell(page, look);
  };
  await room.as(sheet.evaluator.person, '/', score, look);
};

/** The steps behind a rank add up to what the ranking says. */
export const whyLooking = async (room: EditionRoom, rank: number, look: Look): Promise<void> => {
  const { rounds } = wordsOf(look);
  const name = say(rounds.result.why, { rank });
  const ask = async (page: Page): Promise<void> => {
    const link = page.getByRole('link', { name, exact: true });
    const row = page.getByRole('row').filter({ has: link });
    const told = await points(row.locator(`td[data-title="${rounds.result.score}"]`));
    await isWell(page, look);
    await link.click();
    await seen(page, rounds.why.addsUp);
    expect(await sumOfSteps(page)).toBeCloseTo(told, 2);
    await isWell(page, look);
  };
  await room.as('leader-1', `${room.roundPath}/result`, ask, look);
};
