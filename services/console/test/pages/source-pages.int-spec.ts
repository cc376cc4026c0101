import { describe, jest } from '@jest/globals';
import { CheckedCampaign } from '../checked-campaign.ts';
import { AppealedCampaign } from '../appealed-campaign.ts';
import { ClaimedCampaign } from '../claimed-campaign.ts';
import { MeasuredCampaign } from '../measured-campaign.ts';
import { PaperCampaign } from '../paper-campaign.ts';
import { StarCampaign } from '../star-campaign.ts';
import { UpwardCampaign } from '../upward-campaign.ts';
import type { Ground, Place } from './grounds.ts';
import { checkedGround } from './source-grounds.ts';
import { inBrowser, onGround, STEP_MS } from './looks.ts';

jest.setTimeout(STEP_MS);

/** Points that an office gives, or a paper box, each on an edition of its own; and what is given of them. */
const SOURCES: readonly Readonly<{ what: string; place: Place; start: () => Promise<Ground> }>[] = [
  { what: 'a check-list', place: 'checked', start: async () => checkedGround(await CheckedCampaign.start()) },
  { what: 'appeals', place: 'appealed', start: async () => checkedGround(await AppealedCampaign.start()) },
  { what: 'bonuses', place: 'claimed', start: async () => checkedGround(await ClaimedCampaign.start()) },
  { what: 'measures', place: 'measured', start: async () => checkedGround(await MeasuredCampaign.start()) },
  { what: 'a paper box', place: 'papered', start: async () => checkedGround(await PaperCampaign.start()) },
  { what: 'recommendations', place: 'upward', start: async () => checkedGround(await UpwardCampaign.chosen()) },
  { what: 'stars', place: 'starred', start: async () => checkedGround(await StarCampaign.rated()) },
];

inBrowser('of a source', (browser) => {
  for (const { what, place, start } of SOURCES)
    describe(`in an edition with ${what}`, () => {
      onGround(browser, place, start);
    });
});
