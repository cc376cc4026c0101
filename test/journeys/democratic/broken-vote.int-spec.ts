import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { AUDITOR, YEAR } from '../all-goes-wrong/cast.ts';
import { membersOf, PlayedAppraisal, type Token, votingWorld } from './played-democratic.ts';

const START_MS = 300_000;
const STEP_MS = 240_000;
/** Between two kills of one process: in it some ballots come through and some do not. */
const CALM_MS = 150;
const KILLS = 3;
const LOOK_EVERY_MS = 20;
const LEVELS = ['good', 'fairly', 'fair', 'poor'] as const;

type Fact = Readonly<{ type: string; data: Readonly<Record<string, unknown>> }>;
type Opened = Readonly<{ boxId: string; token: string; level: string | null }>;
type Closed = Readonly<{
  boxes: readonly Readonly<{ entryId: string; cast: number; counts: readonly number[] | null }>[];
}>;

let campaign: Campaign;
let played: PlayedAppraisal;
/** What each voter chose; all of units a and b vote. */
const votes: Readonly<{ token: Token; level: string }>[] = [];

beforeAll(async () => {
  campaign = await Campaign.start(votingWorld());
  played = new PlayedAppraisal(campaign);
  await played.toItsVote();
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

/** The process of a service as the supervisor has written it down; undefined while it is written anew. */
const pidOf = async (service: string): Promise<number | undefined> => {
  const text = await readFile(join(campaign.directory, 'children.json'), 'utf8');
  return text === '' ? undefined : (JSON.parse(text) as Record<string, { pid: number }>)[service]?.pid;
};

/** `kill -9`, so often, each time soon after it runs again. Answers how often it struck. */
const killed = async (service: string, times: number): Promise<number> => {
  let last: number | undefined;
  for (let strikes = 0; strikes < times; strikes += 1) {
    let pid = await pidOf(service);
    for (; pid === undefined || pid === last; pid = await pidOf(service)) await wait(LOOK_EVERY_MS);
    process.kill(pid, 'SIGKILL');
    last = pid;
    await wait(CALM_MS);
  }
  return times;
};

const factsOf = async (ballotId: string): Promise<readonly Fact[]> => {
  const path = `/v1/audit/streams/evaluation.ballot-${ballotId}?pageSize=200`;
  return (await campaign.get<{ items: readonly Fact[] }>(AUDITOR, path)).items;
};

describe('a secret ballot while the service that takes it is killed again and again', () => {
  it(
    'each voter gets his token, whatever is asked twice',
    async () => {
      const strikes = killed('evaluation', KILLS);
      const voters = (['a', 'b'] as const).flatMap(membersOf);
      for (const [at, by] of voters.entries()) {
        const token = await played.collect(by, await played.blinded(by));
        votes.push({ token, level: LEVELS[at % LEVELS.length] ?? '' });
      }
      expect(await strikes).toBe(KILLS);
      await campaign.settled();
    },
    STEP_MS,
  );

  it(
    'every ballot that was acknowledged is counted, once, as it was cast',
    async () => {
      await campaign.day(`${YEAR}-10-28`);
      const strikes = killed('evaluation', KILLS);
      // Each casts his ballot twice: he does not know whether the first came.
      await Promise.all(
        votes.map(async ({ token, level }) => {
          await played.vote(token, level);
          await played.vote(token, level);
        }),
      );
      expect(await strikes).toBe(KILLS);
      await campaign.settled();

      const ends = campaign.day(`${YEAR}-11-06`);
      const later = killed('evaluation', KILLS);
      await Promise.all([ends, later]);
      await campaign.settled();
      const facts = await factsOf(votes[0]?.token.ballotId ?? '');
      const opened = facts
        .filter(({ type }) => type === 'BallotsOpened.v1')
        .flatMap(({ data }) => data['ballots'] as readonly Opened[]);
      const chosen = (all: readonly Readonly<{ boxId: string; token: string; level: string | null }>[]) =>
        all.map(({ boxId, token, level }) => `${boxId} ${token} ${level}`).toSorted();
      expect(chosen(opened)).toEqual(
        chosen(votes.map(({ token: { boxId, token }, level }) => ({ boxId, token, level }))),
      );
      const closed = facts.filter(({ type }) => type === 'BallotClosed.v1');
      expect(closed).toHaveLength(1);
      const counted = closed.flatMap(({ data }) => (data as Closed).boxes);
      expect(counted.map(({ entryId, cast, counts }) => ({ entryId, cast, counts }))).toEqual(
        expect.arrayContaining([
          { entryId: played.entry('a'), cast: 12, counts: [3, 3, 3, 3] },
          { entryId: played.entry('b'), cast: 10, counts: [3, 3, 2, 2] },
        ]),
      );
      // Whoever asked again was issued nothing twice.
      expect(facts.filter(({ type }) => type === 'TokensIssued.v1')).toHaveLength(votes.length);
    },
    STEP_MS,
  );
});
