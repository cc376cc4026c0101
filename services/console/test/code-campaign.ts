import { AFTER } from '../../../test/journeys/played-nominated.ts';
import { morningOf } from '../../../test/journeys/demo/world/edition-calendar.ts';
import { NominatedCampaign } from './nominated-campaign.ts';
import { HALL_DAY, PlayedMeeting, upToTheHall } from './paper-campaign.ts';

/** From here on codes may vote. */
const VOTING = `${AFTER}-01-30`;

/** The same branches, about whom whoever they serve votes by codes. */
const byCodes = (template: string): string =>
  template
    .replace('meeting: {role: member, scope: round}', 'meeting: {role: public, scope: code}')
    .replace('    box: true\n', '')
    .replace(/ {4}questions: .*\n/u, '')
    .replace(/ {6}party-building: .*\n/u, '')
    .replace(/ {6}style: .*\n/u, '')
    .replace('scope: round, name: [与会党员, Those present]', 'scope: entry, name: [服务对象, Those served]')
    .replace(/ {4}own: split-by-home\n/u, '')
    .replace('    turnout: $turnout\n', '    turnout: 0%\n')
    .replace(/ {2}turnout: \{value: 80%.*\n/u, '')
    .replace(/ {6}- \{id: led[\s\S]*?(?= {4}score:)/u, '      - {id: polled, take: poll}\n')
    .replace('ties: [led], ', '');

/** Before anybody has made codes. */
export class CodeCampaign extends NominatedCampaign<PlayedMeeting> {
  static async start(): Promise<CodeCampaign> {
    return new CodeCampaign(
      await NominatedCampaign.played((campaign) => new PlayedMeeting(campaign, byCodes), upToTheHall),
      HALL_DAY,
    );
  }

  /** The day on which codes vote; its morning. */
  async voting(): Promise<string> {
    await this.played.campaign.day(VOTING);
    await this.played.campaign.settled();
    return morningOf(VOTING);
  }
}
