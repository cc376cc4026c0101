import { addCalendarDays, localDateOf, shippedHolidays } from '@jiangong/calendar';
import { stageWindows } from '@jiangong/programmes';
import { UnexpectedAnswer } from '../../demo/http/persona-api.ts';
import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import { appointSecretaries } from './appointing.ts';
import { registerStrangers } from './enrolling.ts';
import { registerVeterans } from './listing.ts';

type Scheduled = Readonly<{ stages: readonly Readonly<{ stageId: string; opensOn: string; closesOn: string }>[] }>;

type Days = Readonly<{ stageId: string; opensOn: string; closesOn: string }>;

/** In a year whose working days leave too few for the notice, what follows it opens as soon as objections can be answered. */
const afterNotice = ({ compiled, year, name }: PlayedEdition, error: unknown): readonly Days[] => {
  if (!(error instanceof UnexpectedAnswer) || error.problem.reason !== 'NOTICE_CANNOT_END_IN_TIME') throw error;
  const following = compiled.calendar[compiled.calendar.findIndex(({ act }) => act === 'notice') + 1];
  const windows = stageWindows(
    compiled.calendar.map(({ id, opens, closes }) => ({ id, opens, closes })),
    { year, holidays: shippedHolidays },
  );
  const days = Array.isArray(windows)
    ? (windows as readonly Days[]).find(({ stageId }) => stageId === following?.id)
    : undefined;
  if (days === undefined) throw new Error(`${name}: nothing follows its notice`);
  const answeredOn = localDateOf(String(error.problem.details?.['answeredAt']));
  const { stageId, closesOn } = days;
  return [{ stageId, opensOn: addCalendarDays(answeredOn, 1), closesOn }];
};

/** The committee adopts the template and opens its edition, on the template's own days. */
export const openEdition = async (edition: PlayedEdition): Promise<void> => {
  await registerVeterans(edition);
  await registerStrangers(edition);
  await appointSecretaries(edition);
  const { play, programme, compiled, year } = edition;
  const committeeId = play.organization(COMMITTEE);
  const { templateHash } = await edition.order<{ templateHash: string }>(FIRST_OFFICER, '/v1/templates', {
    ...{ committeeId, template: programme.text },
  });
  const [zh, en] = compiled.name;
  const open = (stages: readonly Days[]): Promise<Readonly<{ editionId: string }>> =>
    edition.order(FIRST_OFFICER, '/v1/editions', {
      ...{ committeeId, seriesId: edition.seriesId, year, templateHash, parameters: programme.parameters },
      ...{ titleZh: `${zh}（${year}，虚构）`, titleEn: `${en}, ${year} (invented)`, stages },
    });
  const { editionId } = await open([]).catch(async (error: unknown) => open(afterNotice(edition, error)));
  edition.editionId = editionId;
  const { stages } = await edition.get<Scheduled>(FIRST_OFFICER, `/v1/editions/${editionId}`);
  edition.stages = compiled.calendar.map((stage, place) => {
    const days = stages.find(({ stageId }) => stageId === stage.id);
    if (days === undefined) throw new Error(`the edition of ${edition.name} has no days for ${stage.id}`);
    return { ...stage, place, opensOn: days.opensOn, closesOn: days.closesOn };
  });
};
