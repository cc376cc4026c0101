import type { BrowserContext } from 'playwright-core';
import { EXPERTS, LEADER, OFFICER, YEAR } from '../../../../test/journeys/all-goes-wrong/cast.ts';
import { morningOf } from '../../../../test/journeys/demo/world/edition-calendar.ts';
import { nominatorOf, secretaryOf } from '../../../../test/journeys/played-nominated.ts';
import type { AppealedCampaign } from '../appealed-campaign.ts';
import type { CheckedCampaign } from '../checked-campaign.ts';
import type { ClaimedCampaign } from '../claimed-campaign.ts';
import type { ContestCampaign } from '../contest-campaign.ts';
import type { DealtCampaign } from '../dealt-campaign.ts';
import type { LectureCampaign } from '../lecture-campaign.ts';
import type { ListedCampaign } from '../listed-campaign.ts';
import type { MeasuredCampaign } from '../measured-campaign.ts';
import type { PaperCampaign } from '../paper-campaign.ts';
import type { StarCampaign } from '../star-campaign.ts';
import type { UpwardCampaign } from '../upward-campaign.ts';
import type { VotedCampaign } from '../voted-campaign.ts';
import type { Ground } from './grounds.ts';

/** A day on which a poll's boxes are open. */
const VOTING = `${YEAR}-10-28`;

/** Of an edition of whoever was put forward: the office enters and decides, the secretary of a unit reads what is about it. */
export const checkedGround = (
  checked:
    | CheckedCampaign
    | ClaimedCampaign
    | AppealedCampaign
    | MeasuredCampaign
    | PaperCampaign
    | LectureCampaign
    | UpwardCampaign
    | StarCampaign,
): Ground => ({
  origin: checked.origin,
  enter: async (context, reader) => {
    if (reader === 'officer') return checked.enter(context, OFFICER);
    if (reader === 'leader') return checked.enter(context, LEADER);
    if (reader === 'secretary') return checked.enter(context, secretaryOf('b'));
    if (reader === 'unit officer') return checked.enter(context, nominatorOf('b'));
    throw new Error(`no page of these is read here by ${reader}`);
  },
  stop: async () => checked.stop(),
  ids: async () => ({
    ...{ edition: checked.played.editionId, entry: checked.played.entry('b'), round: checked.played.roundId },
    rolled: 'rolled' in checked ? checked.rolled : '',
    problem: 'problem' in checked ? checked.problem : '',
    ...('ownNotice' in checked ? { ownNoticed: checked.ownNoticed, ownNotice: checked.ownNotice } : {}),
    ...('divided' in checked
      ? { divided: checked.divided.roundId, part: await checked.divided.partOf('b', nominatorOf('b')) }
      : {}),
    ...{ stream: '', trace: '', honour: '', series: '', certificate: '', organization: '', person: '', webhook: '' },
  }),
});

/** Of a list of people that was computed: the office puts it right. */
export const listedGround = (listed: ListedCampaign): Ground => ({
  origin: listed.origin,
  enter: async (context, reader) => {
    if (reader !== 'officer') throw new Error(`no page of a list is read here by ${reader}`);
    return listed.enter(context, OFFICER);
  },
  stop: async () => listed.stop(),
  ids: async () => ({
    ...{ edition: listed.editionId, rolled: listed.editionId, entry: '', round: '', problem: '' },
    ...{ stream: '', trace: '', honour: '', series: '', certificate: '', organization: '', person: '', webhook: '' },
  }),
});

/** Of a live final under way or of entries dealt out: the office runs it, an expert of the jury marks. */
export const contestGround = (contest: ContestCampaign | DealtCampaign): Ground => ({
  origin: contest.origin,
  enter: async (context, reader) => {
    if (reader === 'officer') return contest.enter(context, OFFICER);
    if (reader === 'expert') return contest.enter(context, EXPERTS[0]);
    throw new Error(`no page of a panel is read here by ${reader}`);
  },
  stop: async () => contest.stop(),
  ids: async () => ({
    ...{ edition: contest.played.editionId, entry: '', round: contest.played.roundId, rolled: '', problem: '' },
    ...{ stream: '', trace: '', honour: '', series: '', certificate: '', organization: '', person: '', webhook: '' },
  }),
});

/** A member has collected his token in the browser that he looks with, and the boxes are open. */
const collected = async (voted: VotedCampaign, context: BrowserContext): Promise<void> => {
  const { campaign } = voted.played;
  const page = await context.newPage();
  await page.goto(`${voted.origin}/my-ballots`);
  await page.getByRole('button', { name: '领取凭证' }).click();
  await page.getByRole('button', { name: '保存凭证备份' }).waitFor();
  await page.close();
  await campaign.day(VOTING);
  await campaign.settled();
  await context.clock.setFixedTime(morningOf(VOTING));
};

/** Of an edition with a secret ballot: a member votes, the office reads the turnout. */
export const votedGround = (voted: VotedCampaign, at: 'issuing' | 'voting' = 'issuing'): Ground => ({
  origin: voted.origin,
  enter: async (context, reader) => {
    if (reader === 'officer') return voted.enter(context, OFFICER);
    if (reader === 'member') {
      await voted.enter(context, voted.voter);
      return at === 'voting' ? collected(voted, context) : undefined;
    }
    throw new Error(`no page of ballots is read here by ${reader}`);
  },
  stop: async () => voted.stop(),
  ids: async () => ({
    ...{ edition: voted.played.editionId, entry: voted.played.entry('a'), round: voted.played.roundId },
    rolled: '',
    problem: '',
    ...{ stream: '', trace: '', honour: '', series: '', certificate: '', organization: '', person: '', webhook: '' },
  }),
});
