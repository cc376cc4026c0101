import type { EditionStory, ProjectStory } from '../../world/campaign-year.ts';
import { isDeclared } from '../../world/campaign-year.ts';
import { morningOf } from '../../world/edition-calendar.ts';
import { FIRST_OFFICER } from '../../world/people.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';
import { declare } from './declaration.ts';

const SCOPES = ['project', 'leader', 'unit'] as const;

type Act = Readonly<{ by: string; what: string; body: unknown }>;

const act = (play: Play, project: ProjectStory, { by, what, body }: Act): Promise<unknown> =>
  play.as(by).order({
    path: `/v1/projects/${play.project(project.code).projectId}/${what}`,
    key: play.key(`${what} ${project.code}`),
    body,
  });

const screenAndClear = async (play: Play, year: number, project: ProjectStory, index: number): Promise<void> => {
  const officer = index % 2 === 0 ? FIRST_OFFICER : 'officer-2';
  if (project.fate === 'screened-out') {
    const failures = [{ criterion: '材料完整性', explanation: '缺少成效佐证材料，与立项计划不一致。' }];
    await act(play, project, { by: officer, what: 'screen', body: { outcome: 'failed', failures } });
    return;
  }
  await act(play, project, { by: officer, what: 'screen', body: { outcome: 'passed', failures: [] } });
  await act(play, project, { by: officer, what: 'clearance-request', body: { scopes: SCOPES } });
  const blocked = project.fate === 'blocked';
  const opinion = {
    opinions: SCOPES.map((scope) => ({ scope, outcome: blocked && scope === 'project' ? 'blocked' : 'cleared' })),
    opinionNumber: `示纪审〔${year}〕${index + 1}号`,
    why: blocked ? '该项目涉及正在核实的问题线索，暂不宜参评（虚构）。' : '',
  };
  await act(play, project, { by: index % 2 === 0 ? 'inspector-1' : 'inspector-2', what: 'clearance', body: opinion });
};

/** An officer lets one unit declare after the deadline, and says why. */
const allowLateEntry = async (play: Play, year: number, project: ProjectStory): Promise<void> => {
  await play.as(FIRST_OFFICER).order({
    path: `/v1/editions/${play.edition(year)}/late-entries`,
    key: play.key(`late entry ${project.code}`),
    body: {
      unitId: play.organization(project.unit),
      stage: 'declaration',
      until: `${year}-11-13`,
      why: '该单位承担抢险任务，未能按时申报。',
    },
  });
  await declare(play, project);
};

/** First review and clearance: some declarations come back, one fails on each count, one is blocked. */
export const review = async (play: Play, { year, projects }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-11-12`));
  for (const project of projects.filter(({ fate }) => fate === 'late')) await allowLateEntry(play, year, project);
  const standing = projects.filter((project) => isDeclared(project) && project.fate !== 'withdrawn');
  await inParallel(standing, async (project, index) => {
    if (project.fate !== 'returned') return screenAndClear(play, year, project, index);
    await act(play, project, {
      by: FIRST_OFFICER,
      what: 'return',
      body: { reasons: ['请补充量化成效数据。'], redeclareBy: `${year}-11-17` },
    });
  });
  await play.platform.moveClock(morningOf(`${year}-11-16`));
  await inParallel(
    standing.map((project, index) => ({ project, index })).filter(({ project }) => project.fate === 'returned'),
    async ({ project, index }) => {
      await declare(play, project, 2);
      await screenAndClear(play, year, project, index);
    },
  );
  play.progress.tell(`${year}: ${standing.length} declarations reviewed and cleared, or not`);
};
