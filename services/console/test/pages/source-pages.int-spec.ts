import { describe, jest } from '@jest/globals';
import { PaperCampaign } from '../paper-campaign.ts';
import { StarCampaign } from '../star-campaign.ts';
import { UpwardCampaign } from '../upward-campaign.ts';
import type { Ground, Place } from './grounds.ts';
import { checkedGround } from './source-grounds.ts';
import { inBrowser, onGround, STEP_MS } from './looks.ts';

jest.setTimeout(STEP_MS);

/** A paper box, recommendations and stars, each on an edition of its own that no other suite plays so far; other sources are looked at where they are tested. */
const SOURCES: readonly Readonly<{ what: string; place: Place; start: () => Promise<Ground> }>[] = [
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
