import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BadRequest } from './bad-request.ts';
import { expectRefused, sendRow } from './bad-row.ts';
import { badRequests } from './bad-requests.ts';
import { type Moment, MOMENTS, SmallCampaign } from './small-campaign.ts';

const START_MS = 180_000;
const STAGE_MS = 120_000;
/** Fewer were not the whole edition. */
const ANSWERS_LEAST = 100;

let campaign: SmallCampaign;

beforeAll(async () => {
  campaign = await SmallCampaign.start();
}, START_MS);

afterAll(() => campaign?.stop(), STAGE_MS);

const atMoment = (moment: Moment): readonly BadRequest[] => badRequests.filter(({ at }) => at === moment);

describe.each(MOMENTS.map((moment) => ({ moment })))('bad input, the edition being $moment', ({ moment }) => {
  let headBefore = 0;

  beforeAll(async () => {
    await campaign.reach(moment);
    headBefore = await campaign.head();
  }, STAGE_MS);

  const rows = atMoment(moment);
  if (rows.length > 0)
    it.each(rows)('$name: $status $reason', async (row) => {
      expectRefused(await sendRow(campaign, row), row);
    });

  it('stored nothing', async () => {
    expect(await campaign.head()).toBe(headBefore);
  });
});

describe('the answers of the whole edition, good and bad', () => {
  it('are as the served document says: status, content type, shape', () => {
    expect(campaign.judge.faults).toEqual([]);
    expect(campaign.judge.judged).toBeGreaterThan(ANSWERS_LEAST);
  });
});
