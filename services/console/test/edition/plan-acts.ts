import type { Page } from 'playwright-core';
import type { EntryStory } from '../../../../test/journeys/demo/world/campaign-year.ts';
import { type EditionRoom } from './edition-room.ts';
import { YEAR } from './small-story.ts';
import { seen } from '../chromium.ts';

export const MILESTONES = [
  { title: '制定实施方案并启动', dueOn: `${YEAR}-05-31` },
  { title: '完成主要任务', dueOn: `${YEAR}-09-30` },
] as const;

const fillIn = async (page: Page, room: EditionRoom, entry: EntryStory): Promise<void> => {
  await page.getByLabel('项目名称').waitFor();
  const branches = page.getByLabel('提报支部');
  // Whoever has one branch is not asked which.
  if (await branches.isVisible()) await branches.selectOption(room.play.organization(entry.branch));
  await page.getByLabel('项目名称').fill(entry.title);
  await page.getByLabel('对应重点工作').fill(entry.keyTask);
  await page.getByLabel('主要措施').fill('建立工作台账，明确责任人和完成时限，按月调度，年底检查成效。');
  await page.getByLabel('完成期限').fill(`${YEAR}-10-20`);
  await page.getByLabel('责任人', { exact: true }).selectOption({ label: room.nameOf(entry.leader) });
  for (const [at, { title, dueOn }] of MILESTONES.entries()) {
    await page.getByRole('button', { name: '添加阶段任务' }).click();
    await page.getByLabel(`第 ${at + 1} 项任务`, { exact: true }).fill(title);
    await page.getByLabel('完成日期').nth(at).fill(dueOn);
  }
};

/** Whoever will answer for it plans it, looks at it once more, and sends it. */
export const planEntry = async (room: EditionRoom, entry: EntryStory): Promise<void> =>
  room.as(entry.leader, `${room.editionPath}/plans`, async (page) => {
    await fillIn(page, room, entry);
    await page.getByRole('button', { name: '下一步：核对' }).click();
    await page.getByRole('heading', { name: '请核对' }).waitFor();
    await page.getByRole('button', { name: '提报计划' }).click();
    await page.getByRole('heading', { level: 1, name: entry.title }).waitFor();
    await room.planned(entry, new URL(page.url()).pathname.split('/').at(-1) ?? '');
  });

/** The officer of a unit confirms all of its plans at once. */
export const confirmPlans = async (room: EditionRoom, unit: string): Promise<void> =>
  room.as(`${unit}-officer`, '/', async (page) => {
    await page.getByRole('link', { name: '确认项目计划' }).click();
    await page.getByLabel(/选择本页全部/u).check();
    await page.getByRole('button', { name: /确认所选/u }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认计划' }).click();
    await seen(page, /已确认 \d+ 个计划/u);
  });
