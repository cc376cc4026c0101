import { COMMITTEE, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import { registerVeterans } from './listing.ts';

type Scheduled = Readonly<{ stages: readonly Readonly<{ stageId: string; opensOn: string; closesOn: string }>[] }>;

/** The committee adopts the template and opens its edition, on the template's own days. */
export const openEdition = async (edition: PlayedEdition): Promise<void> => {
  await registerVeterans(edition);
  const { play, programme, compiled, year } = edition;
  const committeeId = play.organization(COMMITTEE);
  const { templateHash } = await edition.order<{ templateHash: string }>(FIRST_OFFICER, '/v1/templates', {
    ...{ committeeId, template: programme.text },
  });
  const [zh, en] = compiled.name;
  const { editionId } = await edition.order<{ editionId: string }>(FIRST_OFFICER, '/v1/editions', {
    ...{ committeeId, seriesId: edition.key('series'), year, templateHash, parameters: programme.parameters },
    ...{ titleZh: `${zh}（${year}，虚构）`, titleEn: `${en}, ${year} (invented)`, stages: [] },
  });
  edition.editionId = editionId;
  const { stages } = await edition.get<Scheduled>(FIRST_OFFICER, `/v1/editions/${editionId}`);
  edition.stages = compiled.calendar.map((stage, place) => {
    const days = stages.find(({ stageId }) => stageId === stage.id);
    if (days === undefined) throw new Error(`the edition of ${edition.name} has no days for ${stage.id}`);
    return { ...stage, place, opensOn: days.opensOn, closesOn: days.closesOn };
  });
};
