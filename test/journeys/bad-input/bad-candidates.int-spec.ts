import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectRefused, sendRow } from './bad-row.ts';
import { CandidatesEdition, STAGES } from './candidates-edition.ts';
import { standingCandidates } from './standing-candidates.ts';

const START_MS = 180_000;
const STAGE_MS = 120_000;

let played: CandidatesEdition;

beforeAll(async () => {
  played = await CandidatesEdition.start();
}, START_MS);
afterAll(() => played?.stop(), STAGE_MS);

describe.each(STAGES.map((stage) => ({ stage })))('bad input about candidates: $stage', ({ stage }) => {
  let headBefore = 0;

  beforeAll(async () => {
    await played.reach(stage);
    headBefore = await played.head();
  }, STAGE_MS);

  it.each(standingCandidates.filter(({ at }) => at === stage))('$name: $status $reason', async (row) => {
    expectRefused(await sendRow(played, row), row);
  });

  it('stored nothing', async () => {
    expect(await played.head()).toBe(headBefore);
  });
});

describe('the answers about candidates', () => {
  it('are as the served document says', () => {
    expect(played.judge.faults).toEqual([]);
    expect(played.judge.judged).toBeGreaterThan(standingCandidates.length);
  });
});
