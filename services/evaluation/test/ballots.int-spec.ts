import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ballotTurnouts, myBallotsIn } from '../src/application/show-ballots.ts';
import { collectTokens } from '../src/application/collect-tokens.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { handInBallot, type HandInRequest } from '../src/application/hand-in-ballot.ts';
import { recomputeResult } from '../src/application/recompute-result.ts';
import { ballotIdOf, ballotStream, boxIdOf } from '../src/application/streams.ts';
import { preparedRound } from '../src/adapters/grpc/round-messages.ts';
import type { BallotFact, BallotsOpened } from '../src/domain/ballot/facts.ts';
import { ballotWork } from '../src/application/work/ballot-work.ts';
import { isClosed, latestResult } from '../src/domain/round/state.ts';
import { type BallotStage, CLOSES, ENTRY_A, ENTRY_B, FEW, ISSUED, openBallots, ROUND, VOTERS } from './ballot-stage.ts';
import { accepted } from './evaluation-world.ts';
import { blindToken, bytesOf, type Kept, unblind } from './voter.ts';
import { writtenAhead } from '../../../test/postgres/written-ahead.ts';

const BALLOT = ballotIdOf(ROUND, 'poll');
/** There are no masses: they are joined with the members. */
const GROUPS = ['members', 'masses'];
const [BOX_A, BOX_B] = [boxIdOf(BALLOT, ENTRY_A, GROUPS), boxIdOf(BALLOT, ENTRY_B, GROUPS)];

let stage: BallotStage;
/** What each voter of unit a has kept to himself, and made of it. */
const kept = new Map<string, Readonly<{ asked: Kept; blind: string; signature: string }>>();

const facts = async (): Promise<readonly BallotFact[]> =>
  (await stage.store.readStream(ballotStream(BALLOT))).map(({ type, data }) => ({ type, data }) as BallotFact);

const ask = async (personId: string, asked: Kept) => {
  const request = { roundId: ROUND, sourceId: 'poll', requests: [{ boxId: asked.boxId, blinded: asked.blinded }] };
  return collectTokens(stage.ballots)(request, stage.call(personId, 'member'));
};
const mine = async (personId: string) => {
  const [found] = await myBallotsIn(stage.ballots)(ROUND, stage.call(personId, 'member'));
  if (found === undefined) throw new Error('no ballot is shown');
  return found;
};
const collect = async (personId: string): Promise<void> => {
  const [box] = (await mine(personId)).boxes;
  if (box === undefined) throw new Error('no box is shown');
  const asked = await blindToken(box);
  const blind = (await ask(personId, asked)).signatures[0]?.blindSignature ?? '';
  kept.set(personId, { asked, blind, signature: await unblind(asked, blind) });
};
const ballotOf = (personId: string, level: string): HandInRequest => {
  const one = kept.get(personId);
  if (one === undefined) throw new Error(`${personId} has no token`);
  return {
    ballotId: BALLOT,
    boxId: one.asked.boxId,
    token: one.asked.token,
    signature: one.signature,
    level,
    marks: [],
  };
};
const vote = (request: HandInRequest) => handInBallot(stage.ballots)(request);
const reasonOf = async (request: HandInRequest): Promise<string> => {
  const answer = await vote(request);
  return answer.kind === 'taken' ? 'taken' : answer.refusal.reason;
};
/** What waits for a voter. */
const waits = async (personId: string): Promise<readonly string[]> =>
  ballotWork(await myBallotsIn(stage.ballots)(ROUND, stage.call(personId, 'member')), new Map()).map(
    ({ kind, dueAt }) => `${kind} ${dueAt}`,
  );
const turnouts = async () =>
  ballotTurnouts(stage.ballots)(preparedRound((await stage.evaluation.readRound(ROUND)).round));

/** All that the database keeps as files or rows, as an operator reads it. */
const wal = async (): Promise<Buffer> => {
  // What was committed without waiting for the disk lies in memory still: with the end of a segment it is written.
  await stage.admin.query('select pg_switch_wal()');
  const { rows } = await stage.admin.query<{ bytes: Buffer }>(
    `select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir() order by name`,
  );
  return Buffer.concat(rows.map(({ bytes }) => writtenAhead(bytes)));
};
const allRows = async (): Promise<string> => {
  const { rows: tables } = await stage.admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables)
    texts.push(JSON.stringify((await stage.admin.query<object>(`select t::text from ${name} t`)).rows));
  return texts.join('\n');
};

beforeAll(async () => {
  stage = await openBallots();
}, 120_000);
afterAll(async () => stage.close());

describe('a secret ballot over PostgreSQL', () => {
  // Some who ask early vote late: the order of the one is not the order of the other.
  const voting = [7, 2, 9, 0, 4, 8, 1, 6, 3, 5].map((at) => VOTERS[at] ?? '');
  const levelOf = (personId: string): string => (VOTERS.indexOf(personId) % 3 === 0 ? 'fair' : 'good');
  let waitingRows: readonly Readonly<{ spent: string; sealed: string }>[] = [];

  it('is set with its round: a key a box, the private halves sealed', async () => {
    const [set] = await facts();
    expect(set).toMatchObject({
      type: 'BallotSet.v1',
      data: { issueUntil: ISSUED, turnout: 6_000, least: 5, levels: ['good', 'fairly', 'fair', 'poor'] },
    });
    expect(JSON.stringify(set)).not.toMatch(/"[A-Za-z0-9_-]{1000,}".*PRIVATE/u);
    expect(set).toMatchObject({ data: { privateKeys: { keyId: `ballot/${BALLOT}` } } });
    expect((await mine(VOTERS[0] ?? '')).boxes.map(({ boxId }) => boxId)).toEqual([BOX_A]);
    expect((await mine(FEW[0] ?? '')).boxes.map(({ boxId }) => boxId)).toEqual([BOX_B]);
  });

  it('gives each voter his tokens once, and answers a lost answer again', async () => {
    const [first] = VOTERS;
    expect(await waits(first ?? '')).toEqual([`collect-voting-token ${ISSUED}`]);
    for (const personId of [...VOTERS, ...FEW]) await collect(personId);
    expect(await waits(first ?? '')).toEqual([]);
    const own = kept.get(first ?? '');
    if (first === undefined || own === undefined) throw new Error('nobody has a token');
    expect((await ask(first, own.asked)).signatures).toEqual([{ boxId: BOX_A, blindSignature: own.blind }]);
    await expect(ask(first, await blindToken(own.asked))).rejects.toMatchObject({
      refusal: { reason: 'TOKENS_ISSUED_ALREADY' },
    });
    const issued = (await facts()).filter(({ type }) => type === 'TokensIssued.v1');
    expect(issued).toHaveLength(VOTERS.length + FEW.length);
    await expect(ask(stage.call().actor.id ?? '', own.asked)).rejects.toMatchObject({
      refusal: { reason: 'NOT_A_VOTER' },
    });
  });

  it('takes nothing before issuing is over, and issues nothing afterwards', async () => {
    const [early = ''] = voting;
    expect(await reasonOf(ballotOf(early, 'good'))).toBe('BOX_NOT_OPEN');
    stage.moveTo(ISSUED);
    await stage.openBoxes();
    const own = kept.get(early);
    await expect(ask(early, own?.asked as Kept)).rejects.toMatchObject({ refusal: { reason: 'ISSUING_OVER' } });
  });

  it('takes each ballot once, by its token alone', async () => {
    for (const personId of voting) expect(await reasonOf(ballotOf(personId, levelOf(personId)))).toBe('taken');
    const [one = '', other = ''] = voting;
    expect(await reasonOf(ballotOf(one, levelOf(one)))).toBe('taken');
    expect(await reasonOf(ballotOf(one, 'poor'))).toBe('TOKEN_USED_ALREADY');
    const foreign = { ...ballotOf(one, 'good'), signature: ballotOf(other, 'good').signature };
    expect(await reasonOf(foreign)).toBe('TOKEN_INVALID');
    expect(await reasonOf({ ...ballotOf(FEW[0] ?? '', 'good') })).toBe('GROUP_TOO_SMALL');
    expect(await reasonOf({ ...ballotOf(FEW[0] ?? '', 'good'), boxId: BOX_A })).toBe('TOKEN_INVALID');
    waitingRows = (
      await stage.admin.query<{ spent: string; sealed: string }>('select spent, sealed from evaluation.waiting_ballot')
    ).rows;
    expect(waitingRows).toHaveLength(voting.length);
  });

  it('tells the office its turnout in steps, and no choice', async () => {
    const [poll] = await turnouts();
    expect(poll?.boxes.map(({ boxId, issued, cast, standing }) => ({ boxId, issued, cast, standing }))).toEqual(
      expect.arrayContaining([
        { boxId: BOX_A, issued: 12, cast: 10, standing: 'waiting' },
        { boxId: BOX_B, issued: 3, cast: 0, standing: 'VOTERS_BELOW_MINIMUM' },
      ]),
    );
    expect(JSON.stringify(poll?.boxes)).not.toMatch(/good|fair|poor/u);
  });

  it('waits for whoever has a token, whether he has voted or not: nobody knows', async () => {
    const [voted = '', abstains = ''] = [voting[0], VOTERS[11]];
    expect(await waits(voted)).toEqual([`cast-vote ${CLOSES}`]);
    expect(await waits(abstains)).toEqual([`cast-vote ${CLOSES}`]);
    // His box does not open.
    expect(await waits(FEW[0] ?? '')).toEqual([]);
  });

  it('keeps nothing of a token outside the log while it waits: no row and no file of the database has it', async () => {
    const [rows, bytes] = [await allRows(), await wal()];
    expect(kept.size).toBe(VOTERS.length + FEW.length);
    for (const { asked, blind, signature } of kept.values())
      for (const secret of [asked.token, asked.inverse, asked.blinded, blind, signature]) {
        expect(rows.includes(secret)).toBe(false);
        expect(bytes.includes(secret)).toBe(false);
        expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
      }
    // The same search finds what is there.
    expect(waitingRows.map(({ spent }) => bytes.includes(spent))).toEqual(waitingRows.map(() => true));
  }, 60_000);

  it('enters the log sorted at the closing, is counted, and its keys are gone', async () => {
    stage.moveTo(CLOSES);
    await stage.closeStage();
    const closed = await facts();
    const opened = closed.find((fact): fact is BallotsOpened => fact.type === 'BallotsOpened.v1');
    const tokens = opened?.data.ballots.map(({ token }) => token) ?? [];
    expect(tokens).toEqual([...tokens].sort());
    expect(new Set(tokens)).toEqual(new Set(voting.map((one) => ballotOf(one, '').token)));
    expect(closed.at(-1)).toMatchObject({
      type: 'BallotClosed.v1',
      data: {
        boxes: expect.arrayContaining([
          { boxId: BOX_A, entryId: ENTRY_A, issued: 12, cast: 10, counts: [6, 0, 4, 0], why: null },
          { boxId: BOX_B, entryId: ENTRY_B, issued: 3, cast: 0, counts: null, why: 'VOTERS_BELOW_MINIMUM' },
        ]),
      },
    });
    expect(await stage.ballots.privateKeys(BALLOT)).toEqual({});
    expect(await reasonOf(ballotOf(VOTERS[10] ?? '', 'good'))).toBe('BOX_CLOSED');
    expect((await stage.admin.query('select 1 from evaluation.waiting_ballot')).rows).toEqual([]);
  });

  it('gives the round its result, and it is computed again from facts', async () => {
    accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
    const { round } = await stage.evaluation.readRound(ROUND);
    const latest = isClosed(round) ? latestResult(round) : undefined;
    if (!isClosed(round) || latest === undefined) throw new Error('no result');
    expect(latest.ranking).toEqual([{ entryId: ENTRY_A, rank: 1, score: 8_400 }]);
    expect(latest.absent).toEqual([{ entryId: ENTRY_B, reason: 'VOTERS_BELOW_MINIMUM' }]);
    const { result } = await recomputeResult(stage.evaluation, round, latest);
    expect(result.entries[0]?.rows[0]?.ballot).toEqual({ issued: 12, cast: 10, counts: [6, 0, 4, 0] });
  });

  /** Every text of a stored value that is long enough to name something. */
  const textsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return value.length >= 8 ? [value] : [];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  };

  it('has no id, hash, time or correlation that stands both with a voter and with a vote', async () => {
    const events = await stage.store.readStream(ballotStream(BALLOT));
    const common = { ballotId: BALLOT, roundId: ROUND, boxIds: [BOX_A, BOX_B] };
    const open = new Set([...textsIn(common), ...textsIn(events[0]?.data), 'evaluation']);
    const side = (types: readonly string[]) =>
      events
        .filter(({ type }) => types.includes(type))
        .flatMap(({ data, entry, hash }) => textsIn([data, entry, hash]));
    // The chain of the log joins each fact to the one before it: what stands between the two is the opening of the boxes.
    const names = new Set([events[0]?.stream ?? '', ...side(['BoxesOpened.v1'])]);
    const voters = new Set(side(['TokensIssued.v1']).filter((one) => !open.has(one) && !names.has(one)));
    const votes = new Set(
      [...side(['BallotsOpened.v1', 'BallotClosed.v1']), ...textsIn(waitingRows)].filter(
        (one) => !open.has(one) && !names.has(one),
      ),
    );
    expect(voters.size).toBeGreaterThan(VOTERS.length * 4);
    expect(votes.size).toBeGreaterThan(voting.length * 3);
    expect([...voters].filter((one) => votes.has(one))).toEqual([]);
    // Nor does one hide in the other.
    for (const personId of VOTERS) expect([...votes].some((one) => one.includes(personId))).toBe(false);
  });

  it('fits every request to every token: whoever has all keys and all requests still learns nothing', () => {
    const [first] = kept.values();
    const { n = '' } = createPublicKey({
      ...{ key: Buffer.from(first?.asked.publicKey ?? '', 'base64url'), format: 'der', type: 'spki' },
    }).export({ format: 'jwk' });
    const modulus = bigOf(n);
    const voters = VOTERS.map((one) => kept.get(one)).filter((one) => one !== undefined);
    for (const asked of voters)
      for (const token of voters) {
        // The blinding that would make this token of this request: there always is one, and it is as likely as any other.
        const factor = (bigOf(asked.blind) * inverseOf(bigOf(token.signature), modulus)) % modulus;
        const encoded = power(bigOf(token.signature), 65_537n, modulus);
        expect((encoded * power(factor, 65_537n, modulus)) % modulus).toBe(bigOf(asked.asked.blinded));
      }
  });
});

const bigOf = (text: string): bigint => BigInt(`0x${Buffer.from(bytesOf(text)).toString('hex')}`);
const power = (base: bigint, exponent: bigint, modulus: bigint): bigint => {
  let [result, square, rest] = [1n, base % modulus, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
};
const inverseOf = (value: bigint, modulus: bigint): bigint => {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
};
