import { type EditionStory, isScored, type ProjectStory } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';

const publish = async (play: Play, project: ProjectStory): Promise<void> => {
  await play.as('officer-2').order({
    path: `/v1/projects/${play.project(project.code).projectId}/publish`,
    key: play.key(`publish ${project.code}`),
  });
};

/** A citizen objects under a real name, which stays protected. */
const object = async (play: Play, project: ProjectStory): Promise<{ project: ProjectStory; objectionId: string }> => {
  const { objectionId } = await play.public.order<{ objectionId: string }>({
    path: `/v1/public/projects/${play.project(project.code).projectId}/objections`,
    key: play.key(`objection ${project.code}`),
    body: {
      objectorName: '钱知远（虚构）',
      objectorContact: '000-00000000',
      statement: '申报材料中的受益人数与实际情况不符，请予核实。',
      evidence: [],
    },
  });
  return { project, objectionId };
};

const settle = async (
  play: Play,
  { project, objectionId }: { project: ProjectStory; objectionId: string },
): Promise<void> => {
  const upheld = project.fate === 'objection-upheld';
  await play.as(FIRST_OFFICER).order({
    path: `/v1/objections/${objectionId}/settle`,
    key: play.key(`settle ${project.code}`),
    body: upheld
      ? { outcome: 'upheld-remove', answer: '经核查情况属实，取消该项目参评资格。' }
      : { outcome: 'rejected', answer: '经核查，申报数据有原始台账佐证，异议不成立。' },
  });
};

/** Public notice for the edition's working days; three objections are received, investigated and answered. */
export const giveNotice = async (play: Play, { year, projects }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-11-20`));
  const cleared = projects.filter((project) => isScored(project) || project.fate === 'objection-upheld');
  await inParallel(cleared, (project) => publish(play, project));
  await play.platform.moveClock(morningOf(`${year}-11-24`));
  const objected = cleared.filter(({ fate }) => fate.startsWith('objection-'));
  const objections = await inParallel(objected, (project) => object(play, project));
  await play.platform.moveClock(morningOf(`${year}-11-25`));
  await inParallel(objections, (objection) => settle(play, objection));
  play.progress.tell(`${year}: ${cleared.length} projects published, ${objections.length} objections settled`);
};
