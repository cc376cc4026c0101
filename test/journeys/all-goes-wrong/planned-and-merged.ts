import { openEdition, planEntry } from '../demo/play/acts/planning.ts';
import type { Campaign } from './campaign.ts';
import { ALL, entryStory, HEIR, MERGED, OFFICER, YEAR } from './cast.ts';

/** Few entries, three prizes of them; a panel of experts that five sheets make whole. */
const PARAMETERS = {
  quota: '2',
  noticeDays: '3',
  unitsLeast: '2',
  expertsLeast: '5',
  firstCount: '1',
  secondCount: '1',
  thirdCount: '2',
};

/** January: the edition by the template's own calendar, and what the branches plan. */
export const plan = async (campaign: Campaign): Promise<void> => {
  await openEdition(campaign.play, YEAR, [], PARAMETERS);
  await campaign.day(`${YEAR}-01-08`);
  for (const entry of ALL) await planEntry(campaign.play, YEAR, entryStory(entry));
};

const why = '机构改革，两单位合并。';

/** The person follows to the new unit; which roles end with it is answered for each. */
const moveOfficer = async (campaign: Campaign): Promise<string | undefined> => {
  const path = `/v1/people/${campaign.play.person(`${MERGED}-officer`)}/move`;
  const body = { organizationId: campaign.play.organization(HEIR), reason: why };
  const asked = await campaign.refused(OFFICER, path, body);
  const ends = String(asked.details?.['grantIds']).split(', ');
  await campaign.order(OFFICER, path, { ...body, ends });
  return asked.reason;
};

/** June: a unit is merged into another, from its branch upwards. Answers what hindered it at first. */
export const mergeUnit = async (campaign: Campaign): Promise<readonly (string | undefined)[]> => {
  const place = (code: string): string => `/v1/organizations/${campaign.play.organization(code)}`;
  const into = (code: string) => ({ kind: 'merged', successorIds: [campaign.play.organization(code)], reason: why });
  const tooEarly = await campaign.reason(OFFICER, `${place(MERGED)}/dissolve`, into(HEIR));
  await campaign.order(OFFICER, `${place(`${MERGED}-b1`)}/move`, {
    parentId: campaign.play.organization(`${HEIR}-pc`),
    reason: why,
  });
  await campaign.order(OFFICER, `${place(`${MERGED}-pc`)}/dissolve`, into(`${HEIR}-pc`));
  const unanswered = await moveOfficer(campaign);
  await campaign.order(OFFICER, `${place(MERGED)}/dissolve`, into(HEIR));
  await campaign.settled();
  return [tooEarly, unanswered];
};

/** What the merged unit had under way goes to its heir, by a recorded choice. Not to a unit that is no more. */
export const handOver = async (campaign: Campaign): Promise<string | undefined> => {
  const path = `${campaign.entryPath('c1')}/hand-over`;
  const to = (unit: string) => ({
    homeId: campaign.play.organization(unit),
    answerable: [campaign.play.person(`${MERGED}-secretary`)],
    effectiveOn: `${YEAR}-06-12`,
    why,
  });
  const refused = await campaign.reason(OFFICER, path, to(MERGED));
  await campaign.order(OFFICER, path, to(HEIR));
  await campaign.settled();
  return refused;
};
