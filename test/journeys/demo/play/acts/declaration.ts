import { type EditionStory, isDeclared, type ProjectStory, QUOTA } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { expectRefusal } from '../expect-refusal.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

/** The unit's committee nominates; `version` counts the declarations of the project. */
export const declare = async (play: Play, project: ProjectStory, version = 1): Promise<void> => {
  await play.as(`${project.unit}-officer`).order({
    path: `/v1/projects/${play.project(project.code).projectId}/declare`,
    key: play.key(`declare ${version} ${project.code}`),
    body: {
      summary: `${project.title}：完成全部节点任务，成效明显，群众满意。${version > 1 ? '已按要求补充材料。' : ''}`,
      evidence: [],
    },
  });
};

/** A unit that has used its places can not declare another project. */
const tryOverQuota = async (play: Play, { year, projects }: EditionStory): Promise<void> => {
  const places = new Map<string, number>();
  for (const { unit, fate } of projects)
    if (fate !== 'kept' && fate !== 'late') places.set(unit, (places.get(unit) ?? 0) + 1);
  const project = projects.find(({ unit, fate }) => fate === 'kept' && places.get(unit) === QUOTA);
  if (!project) return;
  await expectRefusal(play.as(`${project.unit}-officer`), 'QUOTA_EXCEEDED', {
    method: 'POST',
    path: `/v1/projects/${play.project(project.code).projectId}/declare`,
    key: play.key(`over quota ${year}`),
    body: { summary: '超出名额的申报。', evidence: [] },
  });
};

/** November: each unit nominates its best projects within the quota; one thinks better of it. */
export const declareProjects = async (play: Play, edition: EditionStory): Promise<void> => {
  const { year, projects } = edition;
  await play.platform.moveClock(morningOf(`${year}-11-03`));
  const inTime = projects.filter((project) => isDeclared(project) && project.fate !== 'late');
  await inParallel(inTime, (project) => declare(play, project));
  await tryOverQuota(play, edition);
  for (const project of projects.filter(({ fate }) => fate === 'withdrawn'))
    await play.as(`${project.unit}-officer`).order({
      path: `/v1/projects/${play.project(project.code).projectId}/withdraw`,
      key: play.key(`withdraw ${project.code}`),
      body: { why: '单位研究后决定明年再报。' },
    });
  play.progress.tell(`${year}: ${inTime.length} projects declared in time`);
};
