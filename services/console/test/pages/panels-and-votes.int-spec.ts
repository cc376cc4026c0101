import { describe, jest } from '@jest/globals';
import { ContestCampaign } from '../contest-campaign.ts';
import { DealtCampaign } from '../dealt-campaign.ts';
import { VotedCampaign } from '../voted-campaign.ts';
import { APPROVAL } from '../../../../test/journeys/democratic/played-democratic.ts';
import type { Ground, Place } from './grounds.ts';
import { contestGround, votedGround } from './source-grounds.ts';
import { inBrowser, onGround, STEP_MS } from './looks.ts';

jest.setTimeout(STEP_MS);

/** Papers and panels, each on an edition of its own that no other suite plays so far; ballots and lists are looked at where they are tested. */
const SOURCES: readonly Readonly<{ what: string; place: Place; start: () => Promise<Ground> }>[] = [
  {
    ...{ what: 'papers of several answers', place: 'filled' },
    start: async () => votedGround(await VotedCampaign.start(APPROVAL), 'voting'),
  },
  { what: 'a live final', place: 'contest', start: async () => contestGround(await ContestCampaign.underWay()) },
  { what: 'entries dealt out', place: 'dealt', start: async () => contestGround(await DealtCampaign.underWay()) },
];

inBrowser('of a vote, a list or a panel', (browser) => {
  for (const { what, place, start } of SOURCES)
    describe(`in an edition with ${what}`, () => {
      onGround(browser, place, start);
    });
});
