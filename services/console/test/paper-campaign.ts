import { createHash } from 'node:crypto';
import type { Campaign } from '../../../test/journeys/all-goes-wrong/campaign.ts';
import { INSPECTOR, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { AFTER, ALL } from '../../../test/journeys/played-nominated.ts';
import { PlayedOnRoll } from '../../../test/journeys/played-on-roll.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

const SHEET = createHash('sha256').update('计票单（虚构）', 'utf8').digest('hex');

/** A meeting votes on paper about the branches of four units. */
export class PlayedMeeting extends PlayedOnRoll {
  constructor(campaign: Campaign, changed?: (template: string) => string) {
    super(campaign, {
      template: 'paper-debrief',
      titleZh: `${YEAR} 年度党支部述职现场测评（虚构）`,
      titleEn: 'Branches appraised by paper ballot (invented)',
      summary: '',
      windows: {},
      ...(changed === undefined ? {} : { changed }),
    });
  }

  /** Whoever brought nothing passes, too: that his report is overdue is told beside it. */
  async pass(): Promise<void> {
    const answers = [{ item: '材料完整性', met: true }];
    for (const unit of ALL)
      await this.campaign.order(OFFICER, `/v1/entries/${this.entry(unit)}/review`, { outcome: 'passed', answers });
  }

  async count(by: string, unit: 'a' | 'b', marks: readonly number[]): Promise<string> {
    const found = marks.slice(0, 4).reduce((sum, one) => sum + one, 0) + 1;
    const { countId } = await this.campaign.order<{ countId: string }>(
      by,
      `/v1/rounds/${this.roundId}/paper-boxes/poll/counts`,
      {
        entries: [{ entryId: this.entry(unit), handedOut: found + 1, found, invalid: 1, marks }],
        evidence: [SHEET],
      },
    );
    return countId;
  }
}

/** The same meeting, whose papers pick one branch at most. */
const picking = (template: string): string =>
  template
    .replace(/ {4}levels:[\s\S]*?(?= {4}electorates:)/u, '    pick: {atMost: 1}\n')
    .replace(/ {4}own: split-by-home\n/u, '')
    .replace(/ {6}- \{id: led[\s\S]*?(?= {4}score:)/u, '      - {id: polled, take: poll}\n')
    .replace('ties: [led], ', '');

export const HALL_DAY = `${AFTER}-01-27`;

/** Played up to the morning in the hall. */
export const upToTheHall = async (edition: PlayedMeeting): Promise<void> => {
  const { campaign } = edition;
  await edition.open();
  await campaign.day(`${AFTER}-01-06`);
  await campaign.settled();
  await edition.findBranches();
  await campaign.day(`${AFTER}-01-22`);
  await campaign.settled();
  await edition.pass();
  await campaign.day(HALL_DAY);
  await campaign.settled();
  await edition.findRound();
};

/** In the hall, before anybody has counted papers that pick names. */
export class PickedOnPaper extends NominatedCampaign<PlayedMeeting> {
  static async start(): Promise<PickedOnPaper> {
    return new PickedOnPaper(
      await NominatedCampaign.played((campaign) => new PlayedMeeting(campaign, picking), upToTheHall),
      HALL_DAY,
    );
  }
}

/** The same meeting, which has to be put on record: no paper is counted before. */
const onRecord = (template: string): string =>
  template.replace(
    /( {2}- \{id: )meeting(, act: vote, by: meeting, phase: main, opens: \+1y 01-26, closes: \+1y 01-31)\}/u,
    '  - {id: hall, act: meet, by: body, opens: +1y 01-26, closes: +1y 01-31}\n$1meeting$2, with: hall}',
  );

/** In the hall, before the office has written down that the meeting was held. */
export class MeetingOnRecord extends NominatedCampaign<PlayedMeeting> {
  static async start(): Promise<MeetingOnRecord> {
    return new MeetingOnRecord(
      await NominatedCampaign.played((campaign) => new PlayedMeeting(campaign, onRecord), upToTheHall),
      HALL_DAY,
    );
  }
}

/** In the hall: of one branch two persons have counted, of another one waits for the second, of the others nobody has. */
export class PaperCampaign extends NominatedCampaign<PlayedMeeting> {
  static async start(): Promise<PaperCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedMeeting(campaign),
      async (edition) => {
        await upToTheHall(edition);
        const counted = await edition.count(OFFICER, 'a', [20, 9, 3, 1, 18, 11, 4, 0]);
        await edition.campaign.order(
          INSPECTOR,
          `/v1/rounds/${edition.roundId}/paper-boxes/poll/counts/${counted}/confirmation`,
          {},
        );
        await edition.count(INSPECTOR, 'b', [12, 14, 6, 0, 10, 15, 6, 1]);
      },
    );
    return new PaperCampaign(played, HALL_DAY);
  }
}
