import { describe, jest } from '@jest/globals';
import { CheckedCampaign } from '../checked-campaign.ts';
import { AppealedCampaign } from '../appealed-campaign.ts';
import { ClaimedCampaign } from '../claimed-campaign.ts';
import { ContestCampaign } from '../contest-campaign.ts';
import { DealtCampaign } from '../dealt-campaign.ts';
import { MeasuredCampaign } from '../measured-campaign.ts';
import { PaperCampaign } from '../paper-campaign.ts';
import { VotedCampaign } from '../voted-campaign.ts';
import { checkedGround, contestGround, type Ground, type Place, votedGround } from './grounds.ts';
import { inBrowser, onGround, STEP_MS } from './looks.ts';

jest.setTimeout(STEP_MS);

/** Each source of scores on an edition of its own that is under way. */
const SOURCES: readonly Readonly<{ what: string; place: Place; start: () => Promise<Ground> }>[] = [
  { what: 'a check-list', place: 'checked', start: async () => checkedGround(await CheckedCampaign.start()) },
  { what: 'appeals', place: 'appealed', start: async () => checkedGround(await AppealedCampaign.start()) },
  { what: 'bonuses', place: 'claimed', start: async () => checkedGround(await ClaimedCampaign.start()) },
  { what: 'measures', place: 'measured', start: async () => checkedGround(await MeasuredCampaign.start()) },
  { what: 'a paper box', place: 'papered', start: async () => checkedGround(await PaperCampaign.start()) },
  { what: 'a secret ballot', place: 'voted', start: async () => votedGround(await VotedCampaign.start()) },
  { what: 'a live final', place: 'contest', start: async () => contestGround(await ContestCampaign.underWay()) },
  { what: 'entries dealt out', place: 'dealt', start: async () => contestGround(await DealtCampaign.underWay()) },
];

inBrowser('of a source', (browser) => {
  for (const { what, place, start } of SOURCES)
    describe(`in an edition with ${what}`, () => {
      onGround(browser, place, start);
    });
});
