import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ballotsOfHint } from '../src/adapters/postgres/vote-code-projection.ts';
import { handInBallot } from '../src/application/hand-in-ballot.ts';
import { ballotIdOf, ballotStream, boxIdOf } from '../src/application/streams.ts';
import { voteCodesOf, type VoteCodes } from '../src/application/vote-codes.ts';
import type { BallotFact, BallotsOpened } from '../src/domain/ballot/facts.ts';
import { writtenAhead } from '../../../test/postgres/written-ahead.ts';
import { type BallotStage, BY_CODE, CLOSES, ENTRY_A, ENTRY_B, ISSUED, openBallots, ROUND } from './ballot-stage.ts';
import { accepted } from './evaluation-world.ts';
import { blindToken, type Kept, unblind } from './voter.ts';

const BALLOT = ballotIdOf(ROUND, 'poll');
const OF = { roundId: ROUND, sourceId: 'poll' };
/** Slips of the first entry come in two batches, of which one is small; of the second fewer come back than are counted. */
const BATCHES = [
  { entryId: ENTRY_A, count: 4 },
  { entryId: ENTRY_A, count: 9 },
  { entryId: ENTRY_B, count: 3 },
] as const;
const LEVELS = ['good', 'fairly', 'fair', 'poor'];

/** What whoever holds a slip has, and makes of it. */
type Slip = Readonly<{ batchId: string; entryId: string; code: string }>;
type Voted = Slip & Readonly<{ kept: Kept; blind: string; signature: string; level: string }>;

let stage: BallotStage;
let codes: VoteCodes;
const slips: Slip[] = [];
const voted: Voted[] = [];
let waitingRows: readonly Readonly<{ spent: string; sealed: string }>[] = [];

const events = () => stage.store.readStream(ballotStream(BALLOT));
const factsOf = async <T extends BallotFact['type']>(type: T) =>
  (await events()).filter((event) => event.type === type) as unknown as readonly Extract<BallotFact, { type: T }>[];

/** As every holder does it: looks, asks, votes, at once. */
const vote = async (slip: Slip, at: number): Promise<void> => {
  const { box } = await codes.look(slip.code);
  const kept = await blindToken(box);
  const blind = await codes.use(slip.code, kept.blinded);
  const signature = await unblind(kept, blind);
  const level = LEVELS[at % LEVELS.length] ?? '';
  const ballot = { ballotId: BALLOT, boxId: kept.boxId, token: kept.token, signature, level, marks: [] };
  expect(await handInBallot(stage.ballots)(ballot)).toEqual({ kind: 'taken' });
  voted.push({ ...slip, kept, blind, signature, level });
};

/** All that the database keeps as files, as an operator reads it. */
const wal = async (): Promise<Buffer> => {
  await stage.admin.query('select pg_switch_wal()');
  const { rows } = await stage.admin.query<{ bytes: Buffer }>(
    `select pg_read_binary_file('pg_wal/' || name) as bytes from pg_ls_waldir() order by name`,
  );
  return Buffer.concat(rows.map(({ bytes }) => writtenAhead(bytes)));
};
/** Every row of every table, by its table. */
const allRows = async (): Promise<readonly string[]> => {
  const { rows: tables } = await stage.admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await stage.admin.query<{ t: string }>(`select t::text as t from ${name} t`);
    texts.push(...rows.map(({ t }) => t));
  }
  return texts;
};

/** Every text of a stored value that is long enough to name something. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.length >= 8 ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

beforeAll(async () => {
  stage = await openBallots(0, BY_CODE);
  codes = voteCodesOf(stage.ballots, ballotsOfHint(stage.ground.rows));
}, 120_000);
afterAll(async () => stage.close());

describe('votes by codes over PostgreSQL', () => {
  it('are printed by the office, batch by batch, and used in whatever order their holders come', async () => {
    for (const { entryId, count } of BATCHES) {
      const made = await codes.make({ ...OF, entryId, count }, stage.call());
      accepted(made.handled);
      slips.push(...made.codes.map((code) => ({ batchId: made.batchId, entryId, code })));
    }
    stage.moveTo(ISSUED);
    await stage.openBoxes();
    // Neither batch comes whole, nor in the order of its slips.
    for (const [at, place] of [12, 0, 7, 15, 3, 9, 1, 5, 14, 11, 8, 2].entries()) {
      const slip = slips[place];
      if (slip !== undefined) await vote(slip, at);
    }
    await stage.caughtUp();
    waitingRows = (
      await stage.admin.query<{ spent: string; sealed: string }>('select spent, sealed from evaluation.waiting_ballot')
    ).rows;
    expect([slips.length, voted.length, waitingRows.length]).toEqual([16, 12, 12]);
  }, 60_000);

  it('leave no code, request or token in any row, nor in any file of the database', async () => {
    const [rows, bytes] = [(await allRows()).join('\n'), await wal()];
    const typed = slips.flatMap(({ code }) => [code, code.replaceAll('-', ''), code.replaceAll('-', '').toLowerCase()]);
    const secrets = voted.flatMap(({ kept, blind, signature }) => [
      kept.token,
      kept.inverse,
      kept.blinded,
      blind,
      signature,
    ]);
    for (const secret of [...typed, ...secrets]) {
      expect(rows.includes(secret)).toBe(false);
      expect(bytes.includes(secret)).toBe(false);
    }
    for (const secret of secrets) expect(bytes.includes(Buffer.from(secret, 'base64url'))).toBe(false);
    // The same search finds what is there.
    const used = await factsOf('VoteCodeUsed.v1');
    expect(used.map(({ data }) => [rows, bytes].map((all) => all.includes(data.code)))).toEqual(
      voted.map(() => [true, true]),
    );
    expect(waitingRows.map(({ spent }) => bytes.includes(spent))).toEqual(waitingRows.map(() => true));
  }, 60_000);

  it('have no row in which anything of a code or its batch stands beside anything of a ballot', async () => {
    const used = await factsOf('VoteCodeUsed.v1');
    const made = await factsOf('VoteCodesMade.v1');
    const ofCodes = [...used.flatMap(({ data }) => [data.code, data.asked]), ...made.map(({ data }) => data.batchId)];
    const rows = await allRows();
    const beside = rows.filter(
      (row) => ofCodes.some((one) => row.includes(one)) && waitingRows.some(({ spent }) => row.includes(spent)),
    );
    expect(beside).toEqual([]);
    expect(rows.filter((row) => waitingRows.some(({ spent }) => row.includes(spent)))).toHaveLength(voted.length);
    // A use names its box and no batch.
    expect(used.filter(({ data }) => made.some((one) => JSON.stringify(data).includes(one.data.batchId)))).toEqual([]);
  });

  it('enter the log sorted, counted by entry and never by batch; of too few no choice is opened', async () => {
    stage.moveTo(CLOSES);
    await stage.closeStage();
    const opened = (await factsOf('BallotsOpened.v1')).flatMap((fact: BallotsOpened) => fact.data.ballots);
    const [boxA, boxB] = [ENTRY_A, ENTRY_B].map((entry) => voted.find(({ entryId }) => entryId === entry)?.kept.boxId);
    for (const box of [boxA, boxB]) {
      const tokens = opened.filter(({ boxId }) => boxId === box).map(({ token }) => token);
      expect(tokens).toEqual([...tokens].sort());
      expect(new Set(tokens)).toEqual(
        new Set(voted.filter(({ kept }) => kept.boxId === box).map(({ kept }) => kept.token)),
      );
    }
    expect(opened.filter(({ boxId }) => boxId === boxB).map(({ level }) => level)).toEqual([null, null]);
    const [closed] = await factsOf('BallotClosed.v1');
    expect(closed?.data.boxes.map(({ boxId, issued, cast, why }) => ({ boxId, issued, cast, why }))).toEqual(
      expect.arrayContaining([
        { boxId: boxA, issued: 10, cast: 10, why: null },
        { boxId: boxB, issued: 2, cast: 2, why: 'VOTERS_BELOW_MINIMUM' },
      ]),
    );
    const batches = new Set(slips.map(({ batchId }) => batchId));
    expect([...batches].filter((batchId) => JSON.stringify([opened, closed]).includes(batchId))).toEqual([]);
  });

  it('have no id, hash, time or correlation that stands both with a code and with a ballot', async () => {
    const all = await events();
    const boxIds = [ENTRY_A, ENTRY_B].map((entryId) => boxIdOf(BALLOT, entryId, ['users']));
    // The log chains the opening, which holds all ballots, to the fact before it: the last use, whosever that was.
    const chained = all[all.findIndex(({ type }) => type === 'BallotsOpened.v1') - 1]?.hash;
    const open = all.filter(({ type }) => type === 'BoxesOpened.v1');
    const common = new Set([
      ...textsIn([{ BALLOT, ROUND, boxIds }, all[0]?.data, all[0]?.stream, chained]),
      ...open.flatMap(({ data, entry, hash }) => textsIn([data, entry, hash])),
    ]);
    const side = (types: readonly string[]): readonly string[] =>
      all
        .filter(({ type }) => types.includes(type))
        .flatMap(({ data, entry, hash }) => textsIn([data, entry, hash]))
        .filter((text) => !common.has(text));
    const ofCodes = new Set(side(['VoteCodesMade.v1', 'VoteCodeUsed.v1']));
    const ofBallots = new Set([...side(['BallotsOpened.v1', 'BallotClosed.v1']), ...textsIn(waitingRows)]);
    expect(ofCodes.size).toBeGreaterThan(voted.length * 3);
    expect(ofBallots.size).toBeGreaterThan(voted.length * 3);
    expect([...ofCodes].filter((one) => ofBallots.has(one))).toEqual([]);
    const known = voted.flatMap(({ code }) => [code, code.replaceAll('-', '')]);
    for (const text of ofBallots) expect(known.some((one) => text.includes(one))).toBe(false);
  });
});
