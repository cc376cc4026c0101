import { type EditionStory, isDeclared, type EntryStory } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

/** A short text file as evidence; the platform names it by its content. */
const uploadEvidence = async (play: Play, entry: EntryStory): Promise<readonly string[]> => {
  if (!entry.withEvidence) return [];
  const file = Buffer.from(`${entry.title}\n现场记录（虚构）\n项目编号：${entry.code}\n`, 'utf8');
  const { sha256 } = await play
    .as(`${entry.unit}-secretary`)
    .upload<{ sha256: string }>('/v1/evidence', file, { 'content-type': 'text/plain' });
  return [sha256];
};

export const report = async (play: Play, entry: EntryStory, number: number): Promise<void> => {
  await play.as(`${entry.unit}-secretary`).order({
    path: `/v1/entries/${play.entry(entry.code).entryId}/progress`,
    key: play.key(`report ${number} ${entry.code}`),
    body: {
      report: `第${number}次进展：按计划推进，已取得阶段性成效。`,
      evidence: number === 1 ? await uploadEvidence(play, entry) : [],
    },
  });
};

export const completeMilestone = async (
  play: Play,
  entry: EntryStory,
  milestone: number,
  completedOn: string,
): Promise<void> => {
  const { entryId, milestoneIds } = play.entry(entry.code);
  await play.as(`${entry.unit}-secretary`).order({
    path: `/v1/entries/${entryId}/milestones/${milestoneIds[milestone]}/complete`,
    key: play.key(`milestone ${milestone} ${entry.code}`),
    body: { completedOn, evidence: [] },
  });
};

const feature = async (play: Play, entry: EntryStory): Promise<void> => {
  await play.as('officer-2').order({
    path: `/v1/entries/${play.entry(entry.code).entryId}/feature`,
    key: play.key(`feature ${entry.code}`),
    body: { note: '进展扎实，在门户网站刊发。', link: 'https://example.org/feature' },
  });
};

/** March to October: reports with evidence, milestones, publicity. */
export const deliver = async (play: Play, { year, entries }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-06-15`));
  await inParallel(entries, async (entry) => {
    await report(play, entry, 1);
    await completeMilestone(play, entry, 0, `${year}-05-30`);
    if (entry.featured) await feature(play, entry);
  });
  await play.platform.moveClock(morningOf(`${year}-09-16`));
  await inParallel(entries, async (entry) => {
    if (entry.reports === 2) await report(play, entry, 2);
    if (isDeclared(entry)) await completeMilestone(play, entry, 1, `${year}-09-15`);
  });
  play.progress.tell(`${year}: progress reported, milestones completed`);
};
