import type { EditionStory, EntryStory } from '../../world/campaign-year.ts';
import { morningOf, PARAMETERS, type StageWindow, stageWindows } from '../../world/edition-calendar.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../world/people.ts';
import { inParallel } from '../in-parallel.ts';
import type { Play } from '../play.ts';
import { adoptTemplate } from './templates.ts';

const FIRST_YEAR_OF_SERIES = 2021;

/** The committee opens the edition with its whole calendar. */
export const openEdition = async (
  play: Play,
  year: number,
  stages: readonly StageWindow[],
  parameters: Readonly<Record<string, string>> = PARAMETERS,
): Promise<void> => {
  const { editionId } = await play.as(FIRST_OFFICER).order<{ editionId: string }>({
    path: '/v1/editions',
    key: play.key(`open edition ${year}`),
    body: {
      committeeId: play.organization(COMMITTEE),
      seriesId: play.key('series'),
      year,
      titleZh: `示范省直机关建功“十四五”主题实践活动（${year}年度，虚构）`,
      titleEn: `Merit campaign of the provincial organs, ${year} (invented)`,
      templateHash: await adoptTemplate(play, 'jiangong-edition'),
      parameters,
      stages,
    },
  });
  play.editions.set(year, editionId);
};

/** When what is planned is begun, done, and over. */
export type DueDays = Readonly<{ begun: string; done: string; over: string }>;

const dueIn = (year: number): DueDays => ({ begun: `${year}-05-31`, done: `${year}-09-30`, over: `${year}-10-20` });

/** A branch proposes; the unit's committee confirms. */
export const planEntry = async (
  play: Play,
  year: number,
  entry: EntryStory,
  due: DueDays = dueIn(year),
): Promise<void> => {
  const { entryId } = await play.as(`${entry.unit}-secretary`).order<{ entryId: string }>({
    path: '/v1/entries',
    key: play.key(`plan ${entry.code}`),
    body: {
      editionId: play.edition(year),
      branchId: play.organization(entry.branch),
      answerable: [play.person(entry.leader)],
      title: entry.title,
      keyTask: entry.keyTask,
      measures: '建立工作台账，明确责任人和完成时限，按月调度，年底检查成效。',
      dueOn: due.over,
      milestones: [
        { title: '制定实施方案并启动', dueOn: due.begun },
        { title: '完成主要任务', dueOn: due.done },
      ],
    },
  });
  await play.as(`${entry.unit}-officer`).order({
    path: `/v1/entries/${entryId}/confirm`,
    key: play.key(`confirm ${entry.code}`),
    body: { opinion: '符合年度重点任务，同意立项。' },
  });
  const { milestones } = await play
    .as(`${entry.unit}-secretary`)
    .get<{ milestones: readonly { milestoneId: string }[] }>(`/v1/entries/${entryId}`);
  play.entries.set(entry.code, { entryId, milestoneIds: milestones.map(({ milestoneId }) => milestoneId) });
};

/** January and February: every unit's entries are planned and confirmed. */
export const plan = async (play: Play, { year, entries }: EditionStory): Promise<void> => {
  await play.platform.moveClock(morningOf(`${year}-01-05`));
  await openEdition(play, year, stageWindows(year, FIRST_YEAR_OF_SERIES));
  await play.platform.moveClock(morningOf(`${year}-01-07`));
  await inParallel(entries, (entry) => planEntry(play, year, entry));
  play.progress.tell(`${year}: ${entries.length} entries planned and confirmed`);
};
