import type { Page } from 'playwright-core';
import type { FilledSheet } from '../../../../test/journeys/demo/play/acts/scoring.ts';
import { isScored } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { sheetOf } from '../../../../test/journeys/demo/world/evaluators.ts';
import { FIRST_OFFICER } from '../../../../test/journeys/demo/world/people.ts';
import { editor, paste, state } from '../sheet-room.ts';
import { type EditionRoom } from './edition-room.ts';
import { YEAR } from './small-story.ts';
import { seen } from '../chromium.ts';

const HUNDREDTHS = 100;
const written = (mark: number): string => String(mark / HUNDREDTHS);

/** What every evaluator of the story thinks of every entry that he scores. */
export const sheetsOf = ({ play, edition }: EditionRoom): readonly FilledSheet[] => {
  const scored = edition.entries.filter(isScored);
  return play.world.evaluators.map((evaluator) => ({
    evaluator,
    lines: sheetOf(play.world.seed, evaluator, YEAR, scored),
  }));
};

/** From what waits for the officer to a panel that is convened. */
export const convene = async (room: EditionRoom): Promise<void> => {
  const count = room.play.world.evaluators.length;
  await room.as(FIRST_OFFICER, '/', async (page) => {
    await page.getByRole('row', { name: '组织评审' }).getByRole('link').click();
    await page.getByRole('navigation', { name: '本轮各页' }).waitFor();
    const roundId = new URL(page.url()).pathname.split('/')[2] ?? '';
    room.play.rounds.set(YEAR, roundId);
    for (const { person } of room.play.world.evaluators)
      await page
        .getByRole('row', { name: room.nameOf(person) })
        .getByRole('checkbox')
        .check();
    await page.getByRole('button', { name: `核对所选 ${count} 人` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `聘请 ${count} 人` })
      .click();
    await seen(page.locator('.told'), `已聘请 ${count} 名评委`);
  });
};

/** The marks in the order in which the sheet lists its projects. */
export const linesAsShown = async (
  page: Page,
  room: EditionRoom,
  { lines }: FilledSheet,
): Promise<readonly string[][]> => {
  const titles = await page.locator('.sheet-grid .sheet-title').allTextContents();
  return titles.map((title) => {
    const story = room.edition.entries.find((entry) => entry.title === title);
    const line = lines.find(({ entry }) => entry === story?.code);
    if (line === undefined) throw new Error(`the story has no marks for ${title}`);
    return line.points.map(written);
  });
};

const typeAll = async (page: Page, shown: readonly string[][]): Promise<void> => {
  for (const [column] of (shown[0] ?? []).entries()) {
    await page.locator(`tr[data-row="0"] td[data-column="${column}"]`).click();
    for (const line of shown) {
      await page.keyboard.type(line[column] ?? '');
      await page.keyboard.press('Enter');
    }
  }
};

/** From what waits for the evaluator to his receipt: typed key by key, or pasted from a spreadsheet; looked at once more and sealed. */
export const fillSheet = async (room: EditionRoom, sheet: FilledSheet, by: 'keys' | 'paste'): Promise<void> =>
  room.as(sheet.evaluator.person, '/', async (page) => {
    await page.getByRole('row', { name: '填写评分表' }).getByRole('link').click();
    await editor(page).waitFor();
    const shown = await linesAsShown(page, room, sheet);
    if (shown.length !== sheet.lines.length)
      throw new Error(`${sheet.evaluator.person} is shown ${shown.length} lines`);
    const cells = shown.flat().length;
    if (by === 'keys') await typeAll(page, shown);
    else {
      await editor(page).click();
      await paste(page, shown.map((line) => line.join('\t')).join('\r\n'));
    }
    await page.locator('.sheet-tools', { hasText: `已评 ${cells}/${cells} 格` }).waitFor();
    await page.getByRole('button', { name: '核对并提交' }).click();
    await seen(page, `已评 ${cells} 格，缺 0 格`);
    await state(page, '已上传');
    await page.getByRole('button', { name: '确认提交，密封评分表' }).click();
    await page.getByRole('heading', { name: '评分表已提交' }).waitFor();
  });
