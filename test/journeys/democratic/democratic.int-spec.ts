import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { AUDITOR, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import {
  ALL,
  massesOf,
  membersOf,
  PlayedAppraisal,
  type Token,
  type Unit,
  votersOf,
  votingWorld,
} from './played-democratic.ts';
import { writtenAhead } from '../../postgres/written-ahead.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 240_000;
const STEP_MS = 120_000;
const RECOMPUTE = join(import.meta.dirname, '../recompute');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const mustRun = process.env['CI'] === 'true';

if (!hasPython && !mustRun)
  console.warn('NOT RECOMPUTED: test/journeys/democratic needs python3 for it, which this machine has not');

type Turnout = Readonly<{
  stage: string;
  voters: number;
  boxes: readonly Readonly<{
    entryId: string;
    issued: number;
    cast: number;
    standing: string;
    groups: readonly Readonly<{ electorate: string }>[];
  }>[];
}>;

let campaign: Campaign;
let played: PlayedAppraisal;
/** In the voters' browsers. */
const tokens = new Map<string, Token>();

beforeAll(async () => {
  campaign = await Campaign.start(votingWorld());
  played = new PlayedAppraisal(campaign);
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

const tokenOf = (by: string): Token => {
  const token = tokens.get(by);
  if (token === undefined) throw new Error(`${by} has no token`);
  return token;
};

const turnout = async (): Promise<Readonly<Record<string, string>>> => {
  const { items } = await campaign.get<{ items: readonly Turnout[] }>(OFFICER, `/v1/rounds/${played.roundId}/ballots`);
  return Object.fromEntries(
    (items[0]?.boxes ?? []).map(({ entryId, issued, cast, standing, groups }) => [
      `${ALL.find((unit) => played.entry(unit) === entryId)} ${groups.map(({ electorate }) => electorate).join('+')}`,
      `${cast}/${issued} ${standing}`,
    ]),
  );
};

/** Of unit a all but the one who lost his token; of unit b less than the floor; of unit d, in one box, all but one. */
const LOST = membersOf('a')[11] ?? '';
const VOTERS: Readonly<Record<Unit, readonly string[]>> = {
  a: [...membersOf('a').slice(0, 11), ...massesOf('a')],
  b: membersOf('b').slice(0, 5),
  c: [],
  d: votersOf('d').slice(0, 8),
};
const LEVELS = ['good', 'good', 'fairly', 'fair'] as const;
const levelAt = (at: number): string => LEVELS[at % LEVELS.length] ?? '';

describe('the democratic appraisal, shipped, played through the public API', () => {
  step('September: the edition is opened, and every unit puts its Party committee forward', async () => {
    await campaign.day(`${YEAR}-09-02`);
    await played.open();
    await campaign.day(`${YEAR}-09-06`);
    for (const unit of ALL) await played.nominate(unit);
  });

  step('October: cleared, and the vote is the window of the round', async () => {
    await campaign.day(`${YEAR}-09-28`);
    for (const unit of ALL) await played.clear(unit);
    await campaign.settled();
    await campaign.day(`${YEAR}-10-17`);
    await campaign.settled();
    const ballot = await played.mine(membersOf('a')[0] ?? '');
    expect(ballot).toMatchObject({ stage: 'collecting', collected: false });
    expect(ballot.boxes.map(({ entryId }) => entryId)).toEqual([played.entry('a')]);
  });

  step('who is counted with whom is told before anybody has a token: few masses with the members', async () => {
    const groupsOf = async (by = ''): Promise<readonly string[]> =>
      (await played.mine(by)).boxes.map(({ groups }) => groups.map(({ nameZh }) => nameZh).join('+'));
    expect(await groupsOf(membersOf('a')[0])).toEqual(['党员']);
    expect(await groupsOf(massesOf('a')[0])).toEqual(['群众']);
    expect(await groupsOf(membersOf('b')[0])).toEqual(['党员+群众']);
    expect(await groupsOf(massesOf('b')[0])).toEqual(['党员+群众']);
  });

  step('everybody collects his token, signed in, once', async () => {
    for (const by of ALL.flatMap(votersOf)) tokens.set(by, await played.collect(by, await played.blinded(by)));
    const [first = ''] = membersOf('a');
    // What was asked before is answered again: a lost answer is no lost vote.
    expect((await played.collect(first, [tokenOf(first)])).signature).toBe(tokenOf(first).signature);
    const another = played.bodyOf(await played.blinded(first));
    expect(await campaign.reason(first, played.tokensPath, another)).toBe('TOKENS_ISSUED_ALREADY');
    expect(await campaign.reason(OFFICER, played.tokensPath, another)).toBe('NOT_A_VOTER');
    expect(await played.refusedVote(tokenOf(first), 'good')).toBe('BOX_NOT_OPEN');
    expect((await played.mine(first)).collected).toBe(true);
  });

  step('one browser loses its token: he is told plainly, and gets no second vote', async () => {
    tokens.delete(LOST);
    expect(await campaign.reason(LOST, played.tokensPath, played.bodyOf(await played.blinded(LOST)))).toBe(
      'TOKENS_ISSUED_ALREADY',
    );
  });

  step('the box opens when issuing is over, and ballots come from nobody', async () => {
    await campaign.day(`${YEAR}-10-28`);
    await campaign.settled();
    expect((await played.mine(membersOf('a')[0] ?? '')).stage).toBe('voting');
    expect(await campaign.reason(LOST, played.tokensPath, played.bodyOf(await played.blinded(LOST)))).toBe(
      'ISSUING_OVER',
    );
    for (const unit of ALL)
      for (const [at, by] of [...VOTERS[unit].entries()].reverse()) await played.vote(tokenOf(by), levelAt(at));
    const [first = '', second = ''] = membersOf('a');
    await played.vote(tokenOf(first), 'good');
    expect(await played.refusedVote(tokenOf(first), 'poor')).toBe('TOKEN_USED_ALREADY');
    const forged = { ...tokenOf(first), signature: tokenOf(second).signature };
    expect(await played.refusedVote(forged, 'good')).toBe('TOKEN_INVALID');
    expect(await played.refusedVote(tokenOf(first), 'splendid')).toBe('LEVEL_UNKNOWN');
    expect(await played.refusedVote(tokenOf(membersOf('c')[0] ?? ''), 'good')).toBe('GROUP_TOO_SMALL');
    expect(await turnout()).toEqual({
      'a members': '10/12 waiting',
      'a masses': '5/6 waiting',
      'b members+masses': '5/12 waiting',
      'c members+masses': '0/4 VOTERS_BELOW_MINIMUM',
      'd members+masses': '5/9 waiting',
    });
    expect(await campaign.reason(OFFICER, `/v1/rounds/${played.roundId}/tally`)).toBe('ROUND_NOT_CLOSED');
  });

  step(
    'no file that the platform keeps has a token while it waits: no log, no trace, no table, no write-ahead log',
    async () => {
      const names = await readdir(campaign.directory, { recursive: true, withFileTypes: true });
      const files = names.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
      const secrets = [...tokens.values()].flatMap(({ token, signature, blinded, inverse }) =>
        [token, signature, blinded, inverse].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'base64url')]),
      );
      const { ballotId } = tokenOf(membersOf('a')[0] ?? '');
      const found: string[] = [];
      let [wal, logs, known] = [0, 0, 0];
      for (const file of files) {
        // What ended meanwhile, a lock or a temporary file, keeps nothing.
        const kept = await readFile(file).catch(() => Buffer.alloc(0));
        const isAhead = file.includes('pg_wal');
        const bytes = isAhead ? writtenAhead(kept) : kept;
        if (isAhead) wal += bytes.length;
        if (file.endsWith('.log')) logs += bytes.length;
        if (bytes.includes(ballotId)) known += 1;
        if (secrets.some((secret) => bytes.includes(secret))) found.push(file);
      }
      expect(found).toEqual([]);
      // The same search finds what is there, and looked where it says.
      expect(Math.min(wal, logs, known)).toBeGreaterThan(0);
    },
  );

  step('at the closing it is counted, and what may not be counted says why', async () => {
    await campaign.day(`${YEAR}-11-06`);
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await turnout()).toEqual({
      'a members': '11/12 counted',
      'a masses': '6/6 counted',
      'b members+masses': '5/12 TURNOUT_BELOW_FLOOR',
      'c members+masses': '0/4 VOTERS_BELOW_MINIMUM',
      'd members+masses': '8/9 counted',
    });
    const { ranking, absent } = await campaign.get<{
      ranking: readonly Readonly<{ entryId: string; rank: number; score: number }>[];
      absent: readonly Readonly<{ entryId: string; reason: string }>[];
    }>(OFFICER, `/v1/rounds/${played.roundId}/result`);
    // Members: six good, three fairly good, two fair. Masses, who begin where these end: three good, one fairly good, two fair.
    const [members, masses] = [960 / 11, (300 + 80 + 120) / 6];
    const score = Math.round((0.6 * members + 0.4 * masses) * 100);
    expect(ranking).toEqual([
      expect.objectContaining({ entryId: played.entry('a'), rank: 1, score }),
      // Twice two good, one fairly good, one fair: what all of them said stands for both groups.
      expect.objectContaining({ entryId: played.entry('d'), rank: 2, score: 8_500 }),
    ]);
    expect(absent.map(({ reason }) => reason).toSorted()).toEqual(['TURNOUT_BELOW_FLOOR', 'VOTERS_BELOW_MINIMUM']);
  });

  step('a stranger computes the result again, and verifies every token, with nothing but Python', async () => {
    const path = `/v1/rounds/${played.roundId}`;
    const { result } = await campaign.get<{ result: unknown }>(AUDITOR, `${path}/result`);
    const { inputs, tables } = await campaign.get<{ inputs: unknown; tables: unknown }>(
      AUDITOR,
      `${path}/score-sheets`,
    );
    const { ballotId } = tokenOf(membersOf('a')[0] ?? '');
    const { items } = await campaign.get<{ items: readonly Readonly<{ type: string; data: unknown }>[] }>(
      AUDITOR,
      `/v1/audit/streams/evaluation.ballot-${ballotId}?pageSize=200`,
    );
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-democratic-'));
    try {
      const files = { 'scheme.json': tables, 'score-sheets.json': inputs, 'result.json': result, 'ballot.json': items };
      for (const [name, value] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(value));
      if (!hasPython && !mustRun) return;
      for (const script of ['recompute.py', 'ballots.py']) {
        const { status, stderr } = spawnSync('python3', [join(RECOMPUTE, script), folder], { encoding: 'utf8' });
        expect({ script, status, stderr }).toEqual({ script, status: 0, stderr: '' });
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('every answer was as the served document says', () => expect(campaign.judge.faults).toEqual([]));
});
