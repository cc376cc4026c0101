import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeRound } from '../src/application/change-round.ts';
import { collectTokens } from '../src/application/collect-tokens.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { newDrawSecret } from '../src/application/draw-secret.ts';
import { sentBy } from '../src/application/evaluation.ts';
import { handInBallot } from '../src/application/hand-in-ballot.ts';
import { myBallotsIn } from '../src/application/show-ballots.ts';
import { readBallots } from '../src/application/read-ballots.ts';
import { ballotIdOf, ballotStream, roundIdOf } from '../src/application/streams.ts';
import type { BallotFact } from '../src/domain/ballot/facts.ts';
import { isClosed, latestResult } from '../src/domain/round/state.ts';
import {
  type BallotStage,
  CLOSES,
  EDITION,
  ENTRY_A,
  furtherEntry,
  ISSUED,
  openBallots,
  ROUND,
  VOTERS,
} from './ballot-stage.ts';
import { bySecondPerson } from './evaluation-steps.ts';
import { accepted } from './evaluation-world.ts';
import { blindToken, unblind } from './voter.ts';

const BALLOT = ballotIdOf(ROUND, 'poll');
const RECOMPUTE = join(import.meta.dirname, '../../../test/journeys/recompute/ballots.py');
const FURTHER = 60;
const serial = (at: number): string => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(at + 1);
  return bytes.toString('base64url');
};

describe('a ballot about more entries than have a box each, over PostgreSQL', () => {
  let stage: BallotStage;
  const facts = async (): Promise<readonly BallotFact[]> =>
    (await stage.store.readStream(ballotStream(BALLOT))).map(({ type, data }) => ({ type, data }) as BallotFact);

  beforeAll(async () => {
    stage = await openBallots(FURTHER);
  }, 120_000);
  afterAll(async () => stage.close());

  it('has one paper for each home, and each voter one token', async () => {
    const [set] = await facts();
    expect(set).toMatchObject({ type: 'BallotSet.v1', data: { boxes: [{}, {}] } });
    const [mine] = await myBallotsIn(stage.ballots)(ROUND, stage.call(VOTERS[0] ?? '', 'member'));
    expect(mine?.boxes).toMatchObject([{ entryId: ENTRY_A, title: expect.stringContaining('（61）') }]);
    expect(mine?.boxes[0]?.entries).toHaveLength(FURTHER + 1);
  });

  it('is voted, opened and counted entry by entry', async () => {
    const votes = [];
    for (const personId of VOTERS) {
      const call = stage.call(personId, 'member');
      const [box] = (await myBallotsIn(stage.ballots)(ROUND, call))[0]?.boxes ?? [];
      if (box === undefined) throw new Error('no paper is shown');
      const asked = await blindToken(box);
      const requests = [{ boxId: box.boxId, blinded: asked.blinded }];
      const collected = await collectTokens(stage.ballots)({ roundId: ROUND, sourceId: 'poll', requests }, call);
      const signature = await unblind(asked, collected.signatures[0]?.blindSignature ?? '');
      votes.push({ ballotId: BALLOT, boxId: box.boxId, token: asked.token, signature, entries: box.entries });
    }
    stage.moveTo(ISSUED);
    await stage.openBoxes();
    for (const [voter, { entries, ...vote }] of votes.entries()) {
      const marks = entries.map(({ entryId }, at) => ({
        ...{ entryId, question: '', serial: serial(voter * 100 + at) },
        level: entryId === furtherEntry(0) && voter < 3 ? 'poor' : 'good',
      }));
      expect(await handInBallot(stage.ballots)({ ...vote, level: '', marks })).toEqual({ kind: 'taken' });
    }
    stage.moveTo(CLOSES);
    await stage.closeStage();
    const closed = (await facts()).find(({ type }) => type === 'BallotClosed.v1');
    const counted = closed?.type === 'BallotClosed.v1' ? closed.data.boxes : [];
    expect(counted).toHaveLength(FURTHER + 2);
    expect(counted.find(({ entryId }) => entryId === furtherEntry(0))?.counts).toEqual([9, 0, 0, 3]);
    expect(counted.find(({ entryId }) => entryId === ENTRY_A)?.counts).toEqual([12, 0, 0, 0]);
    accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
    const { round } = await stage.evaluation.readRound(ROUND);
    expect(isClosed(round) ? latestResult(round)?.ranking : undefined).toHaveLength(FURTHER + 1);
  });

  it('is verified by whoever has its facts: every token good and used once, every answer counted', async () => {
    const { round } = await stage.evaluation.readRound(ROUND);
    if (!isClosed(round)) throw new Error('the round is not closed');
    const directory = await mkdtemp(join(tmpdir(), 'ballot-pages-'));
    const given = { ballots: await readBallots(stage.evaluation, round) };
    await writeFile(join(directory, 'ballot.json'), JSON.stringify(await facts()));
    await writeFile(join(directory, 'score-sheets.json'), JSON.stringify(given));
    const verified = spawnSync('python3', [RECOMPUTE, directory], { encoding: 'utf8' });
    await rm(directory, { recursive: true });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toMatch(/^12 voters/u);
  });
});

describe('a roll that no ballot can hold, over PostgreSQL', () => {
  let stage: BallotStage;
  beforeAll(async () => {
    stage = await openBallots(800);
  }, 240_000);
  afterAll(async () => stage.close());

  const NEXT = roundIdOf(EDITION, 'main', 2);
  const open = (roundId = ROUND) => changeRound(stage.evaluation).open({ roundId }, stage.call());
  const tooMany = {
    kind: 'refused',
    refusal: { reason: 'TOO_MANY_BOXES', field: 'roundId', details: { answersMax: 800 } },
  };

  it('waits before its round is opened, with a reason of its own', async () => {
    expect((await stage.evaluation.readRound(ROUND)).round.kind).toBe('prepared');
    expect(await open()).toMatchObject(tooMany);
    expect((await stage.evaluation.readRound(ROUND)).round.kind).toBe('prepared');
  });

  it('is told apart from one that is opened in a moment, where its round was opened all the same', async () => {
    const now = stage.ground.clock.now();
    const draw = newDrawSecret(stage.evaluation);
    await stage.evaluation.sendRound(
      ROUND,
      { type: 'OpenRound', now, draw, order: newDrawSecret(stage.evaluation) },
      sentBy(stage.call(), 'OpenRound', { roundId: ROUND }),
    );
    await stage.caughtUp();
    await stage.closeStage();
    expect(await computeTally(stage.evaluation)(ROUND, stage.call())).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'BALLOT_NOT_HELD', field: 'roundId' },
    });
  });

  it('has a way on: the round is annulled, entries are taken off, and the next one is held', async () => {
    await bySecondPerson(stage, ROUND, { act: 'AnnulRound', reason: 'irregularity' });
    await stage.caughtUp();
    expect(await open(NEXT)).toMatchObject(tooMany);
    for (const entryId of [furtherEntry(0), furtherEntry(1)])
      await stage.tellFact(`merit-projects.entry-${entryId}`, 'EntryWithdrawn.v1', { editionId: EDITION, entryId });
    await stage.caughtUp();
    accepted(await open(NEXT));
    await stage.caughtUp();
    const [set] = await stage.store.readStream(ballotStream(ballotIdOf(NEXT, 'poll')));
    expect(set?.type).toBe('BallotSet.v1');
  });
});
