import { wrongWorld, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { COMMITTEE } from '../../../test/journeys/demo/world/people.ts';
import type { World } from '../../../test/journeys/demo/world/invented-world.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { type Unit, UNITS } from '../../../test/journeys/played-nominated.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const OPENED_ON = `${YEAR}-03-01`;
const LOOKED_AT = `${YEAR}-03-04`;
const FOUNDED_ON = '2001-07-01';

/** Who of a unit checks for the office that it is. */
export const checkerOf = (unit: Unit): string => `${UNITS[unit]}-checker`;

const worldOfOffices = (): World => {
  const world = wrongWorld();
  const checkers = (['a', 'b'] as const).map((unit) => ({
    ...{ code: checkerOf(unit), name: '成员单位考评员（虚构）', login: checkerOf(unit), home: UNITS[unit] },
    grants: [{ role: 'appraisal-office', organization: COMMITTEE }] as const,
  }));
  return { ...world, people: [...world.people, ...checkers] };
};

/** Four exams, played up to the days on which member offices check; no unit is an office yet. */
export class ExamsCampaign extends NominatedCampaign<PlayedOnRoll> {
  static async start(): Promise<ExamsCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) =>
        new PlayedOnRoll(campaign, {
          ...{ template: 'four-exams', titleZh: '先进党支部“四考两评”（虚构）', titleEn: 'Four exams (invented)' },
          ...{ summary: '', held: YEAR, windows: { 'check-1': ['03-01', '06-30'] } },
        }),
      async (edition) => {
        const { campaign } = edition;
        await edition.open();
        await campaign.day(OPENED_ON);
        await campaign.settled();
        await campaign.day(LOOKED_AT);
        await campaign.settled();
        await edition.findRound();
        await edition.findBranches();
      },
      FOUNDED_ON,
      worldOfOffices(),
    );
    return new ExamsCampaign(played, LOOKED_AT);
  }
}
