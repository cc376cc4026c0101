import { type EditionStory, isDeclared, type ProjectStory } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

/** A short text file as evidence; the platform names it by its content. */
const uploadEvidence = async (play: Play, project: ProjectStory): Promise<readonly string[]> => {
  if (!project.withEvidence) return [];
  const file = Buffer.from(`${project.title}\n现场记录（虚构）\n项目编号：${project.code}\n`, 'utf8');
  const { sha256 } = await play
    .as(`${project.unit}-secretary`)
    .upload<{ sha256: string }>('/v1/evidence', file, { 'content-type': 'text/plain' });
  return [sha256];
};

const report = async (play: Play, project: ProjectStory, number: number): Promise<void> => {
  await play.as(`${project.unit}-secretary`).order({
    path: `/v1/projects/${play.project(project.code).projectId}/progress`,
    key: play.key(`report ${number} ${project.code}`),
    body: {
      report: `第${number}次进展：按计划推进，已取得阶段性成效。`,
      evidence: number === 1 ? await uploadEvidence(play, project) : [],
    },
  });
};

const completeMilestone = async (
  play: Play,
  project: ProjectStory,
  milestone: number,
  completedOn: string,
): Promise<void> => {
  const { projectId, milestoneIds } = play.project(project.code);
  await play.as(`${project.unit}-secretary`).order({
    path: `/v1/projects/${projectId}/milestones/${milestoneIds[milestone]}/complete`,
    key: play.key(`milestone ${milestone} ${project.code}`),
    body: { completedOn, evidence: [] },
  });
};

const feature = async (play: Play, project: ProjectStory): Promise<void> => {
  await play.as('officer-2').order({
    path: `/v1/projects/${play.project(project.code).projectId}/feature`,
    key: play.key(`feature ${project.code}`),
    body: { note: '进展扎实，在门户网站刊发。', link: 'https://example.org/feature' },
  });
};

/** March to October: reports with evidence, milestones, publicity. */
export const deliver = async (play: Play, { year, projects }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-06-15`));
  await inParallel(projects, async (project) => {
    await report(play, project, 1);
    await completeMilestone(play, project, 0, `${year}-05-30`);
    if (project.featured) await feature(play, project);
  });
  await play.platform.moveClock(morningOf(`${year}-09-16`));
  await inParallel(projects, async (project) => {
    if (project.reports === 2) await report(play, project, 2);
    if (isDeclared(project)) await completeMilestone(play, project, 1, `${year}-09-15`);
  });
  play.progress.tell(`${year}: progress reported, milestones completed`);
};
