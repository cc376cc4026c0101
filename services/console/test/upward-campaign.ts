import { createHash } from 'node:crypto';
import { LEADERS, OFFICER, YEAR } from '../../../test/journeys/all-goes-wrong/cast.ts';
import { PlayedUpward } from '../../../test/journeys/upward/played-upward.ts';
import { NominatedCampaign } from './nominated-campaign.ts';

/** The body chooses two of four by minutes that enough leaders attest. */
const choose = async (played: PlayedUpward): Promise<void> => {
  const { campaign, roundId } = played;
  const path = `/v1/rounds/${roundId}`;
  const { resultHash } = await campaign.get<{ resultHash: string }>(OFFICER, `${path}/result`);
  type WhatIf = Readonly<{ entries: readonly Readonly<{ openBefore: readonly string[] }>[] }>;
  const { entries } = await campaign.get<WhatIf>(OFFICER, `${path}/what-if`);
  const { decisionId } = await campaign.order<{ decisionId: string }>(OFFICER, `${path}/minutes`, {
    ...{ resultHash, minutesNumber: '示直工委纪要〔2024〕3号（虚构）', meetingOn: `${YEAR}-03-19`, departures: [] },
    choices: [
      {
        rule: entries[0]?.openBefore[0],
        entryIds: [played.entry('a'), played.entry('b')],
        reason: '事迹突出（虚构）。',
      },
    ],
    present: LEADERS.map((leader) => campaign.play.person(leader)),
    file: createHash('sha256').update('upward').digest('hex'),
  });
  for (const leader of LEADERS) {
    const attestations = `${path}/decisions/${decisionId}/attestations`;
    if ((await campaign.order<{ inForce: boolean }>(leader, attestations)).inForce) return;
  }
};

/** A recommendation on the morning of the meeting: four collectives stand on the list, two at most are put forward. */
export class UpwardCampaign extends NominatedCampaign<PlayedUpward> {
  static async start(): Promise<UpwardCampaign> {
    const played = await NominatedCampaign.played(
      (campaign) => new PlayedUpward(campaign),
      (upward) => upward.begin(),
    );
    return new UpwardCampaign(played, `${YEAR}-03-19`);
  }

  /** The same once two were chosen and shown: they are to be put forward. */
  static async chosen(): Promise<UpwardCampaign> {
    const { played } = await UpwardCampaign.start();
    const { campaign } = played;
    try {
      await choose(played);
      await campaign.day(`${YEAR}-03-23`);
      await campaign.settled();
      await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/proposal-notice`);
      await campaign.day(`${YEAR}-04-02`);
      await campaign.settled();
    } catch (error) {
      await campaign.stop();
      throw error;
    }
    return new UpwardCampaign(played, `${YEAR}-04-02`);
  }
}
