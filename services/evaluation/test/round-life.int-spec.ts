import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sealed } from '@jiangong/privacy';
import {
  computePhase,
  type PhaseInputs,
  phaseInputsHash,
  type PhaseResult,
  phaseResultHash,
  type PhaseTables,
} from '@jiangong/scoring';
import { groundOf } from '@jiangong/service-host/nest';
import { assignSeats } from '../src/application/assign-seats.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { evaluationOf } from '../src/application/evaluation.ts';
import { readOwnSheet } from '../src/application/own-sheet.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundStream, sheetIdOf, sheetStream } from '../src/application/streams.ts';
import { assignAll, handIn, roundOf, score, tallyRound } from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { accepted, entries, EXPERTS, id, OFFICERS, refusalOf, UNIT_A, UNIT_B, UNIT_C } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const ENTRIES = entries(2021);

describe('one edition’s scoring, over PostgreSQL', () => {
  let stage: EvaluationStage;
  const sheets = () => scoreSheets(stage.evaluation);
  const asked = (personId: string) => stage.call(personId, 'expert');
  const round = async () => (await stage.evaluation.readRound(ROUND)).round;

  beforeAll(async () => {
    stage = await openEvaluation();
  }, 60_000);
  afterAll(async () => stage.close());

  it('is prepared by its edition: tables, parameters, window, and nobody asked', async () => {
    await stage.openEdition(2021);
    expect(await round()).toMatchObject({
      kind: 'prepared',
      phase: 'main',
      ordinal: 1,
      parameters: { unitsLeast: '1', noticeDays: '5' },
      window: { entered: null },
    });
    await assignAll(stage, 2021);
    const { seats } = (await round()) as { seats?: readonly { personId: string; seatId: string; homeId: string }[] };
    expect(seats?.find(({ personId }) => personId === OFFICERS.a)).toMatchObject({ seatId: UNIT_A, homeId: UNIT_A });
    expect(seats?.find(({ personId }) => personId === EXPERTS[0])).toMatchObject({ seatId: EXPERTS[0], homeId: null });
  });

  it('gives no seat to a stranger, or to somebody who may not score', async () => {
    const assign = (personId: string, sourceId: string) =>
      assignSeats(stage.evaluation)({ roundId: ROUND, seats: [{ personId, sourceId }] }, stage.call());
    expect(refusalOf(await assign(id('nobody'), 'units'))).toBe('PERSON_UNKNOWN seats[0].personId');
    expect(refusalOf(await assign(OFFICERS.b, 'experts'))).toBe('SEAT_IN_ANOTHER_SOURCE seats[0].sourceId');
    expect(refusalOf(await assign(id('inspector'), 'experts'))).toBe('NOT_IN_PARTY seats[0].personId');
  });

  it('opens when scoring begins and exactly what was let in has come', async () => {
    await stage.closeIntake(2021, UNIT_A);
    await stage.closeIntake(2021, UNIT_B);
    await stage.scoringOpens(2021);
    expect((await round()).kind).toBe('prepared');
    expect(refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 50)] }, asked(OFFICERS.a)))).toBe(
      'ROUND_NOT_OPEN roundId',
    );
    await stage.closeIntake(2021, UNIT_C);
    expect(await round()).toMatchObject({ kind: 'open', closing: 1 });
  });

  it('keeps a draft for its owner alone, sealed in the log', async () => {
    const call = asked(OFFICERS.a);
    const first = accepted(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 95)] }, call));
    expect(accepted(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 95)] }, call))).toMatchObject({
      repeated: true,
      receipts: first.receipts,
    });
    expect(await readOwnSheet(stage.evaluation, ROUND, call)).toMatchObject({
      sheet: { kind: 'draft', scores: { [ENTRIES.b1]: { guidance: 1_900, effect: 3_800 } } },
      wanted: 12,
      revision: 0,
    });
    expect(await readOwnSheet(stage.evaluation, ROUND, asked(OFFICERS.b))).toMatchObject({
      sheet: { kind: 'blank' },
      revision: -1,
    });
    expect(await readOwnSheet(stage.evaluation, ROUND, asked(id('stranger')))).toBeUndefined();
    expect(refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.a1, 50)] }, call))).toBe(
      'REQUEST_ID_REUSED Idempotency-Key',
    );
    expect(refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.a1, 50)] }, asked(OFFICERS.a)))).toBe(
      'OWN_UNIT scores[0].entryId',
    );
    expect(refusalOf(await sheets().submit(ROUND, asked(OFFICERS.a)))).toBe('SHEET_INCOMPLETE scores');
  });

  it('answers nothing about marks before the closing', async () => {
    await handIn(stage, 2021);
    expect(await readOwnSheet(stage.evaluation, ROUND, asked(OFFICERS.a))).toMatchObject({
      sheet: { kind: 'submitted', submission: { markCount: 12, closing: 1 } },
    });
    for (const question of ['getResult', 'getScoreSheets'] as const)
      await expect(stage.results[question]({ roundId: ROUND })).rejects.toThrow('ROUND_NOT_CLOSED');
    expect(refusalOf(await computeTally(stage.evaluation)(ROUND, stage.call()))).toBe('ROUND_NOT_CLOSED roundId');
    expect(refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 0)] }, asked(OFFICERS.a)))).toBe(
      'SHEET_SUBMITTED_ALREADY roundId',
    );
  });

  it('holds no mark in the clear: neither in the log nor in a read model', async () => {
    await stage.caughtUp();
    const { events } = await stage.store.readLog({ after: 0, limitMax: 5_000 });
    const ofSheets = events.filter(({ stream }) => stream.startsWith('evaluation.sheet-'));
    expect(ofSheets.filter(({ type }) => type === 'SheetSubmitted.v1')).toHaveLength(6);
    for (const { data } of ofSheets) {
      const { scores } = data as Record<string, unknown>;
      expect(Object.keys(scores as object).sort()).toEqual(['ciphertext', 'keyId', 'nonce']);
    }
    const everything = ofSheets
      .map(({ dataBytes, entryBytes }) => `${dataBytes.toString('utf8')}${entryBytes.toString('utf8')}`)
      .join('\n');
    for (const number of ['1900', '3800']) expect(everything).not.toMatch(new RegExp(`[:\\[,]${number}[,\\]}]`));
    for (const table of ['round', 'round_entry', 'round_seat', 'round_sheet']) {
      const rows = JSON.stringify(await stage.ground.rows.query(`select * from ${table}`));
      expect(rows).not.toMatch(/[^0-9a-f](1900|3800)[^0-9a-f]/);
    }
  });

  it('keeps the secret of its draws sealed until the sheets are opened', async () => {
    const events = await stage.store.readStream(roundStream(ROUND));
    const frozen = events.find(({ type }) => type === 'RulesFrozen.v1');
    if (frozen === undefined) throw new Error('no rules were frozen');
    expect(Object.keys((frozen.data as { drawSecret: Sealed }).drawSecret).sort()).toEqual([
      'ciphertext',
      'keyId',
      'nonce',
    ]);
  });

  it('answers a save that a submission overtook as late, not as an accident', async () => {
    const { evaluation, ground } = stage;
    const owner = EXPERTS[2];
    const race = sheetIdOf(ROUND, owner);
    // As it looks between the submission's append and the reading of a save that began before: the key is gone already.
    const before = await ground.store.readStream(sheetStream(race));
    let readings = 0;
    const stale: typeof ground.store = Object.create(ground.store, {
      readStream: {
        value: (...args: Parameters<typeof ground.store.readStream>) =>
          args[0] === sheetStream(race) && readings++ === 0 ? before.slice(0, 1) : ground.store.readStream(...args),
      },
    });
    const racing = groundOf({ ...ground, store: stale });
    const overtaken = scoreSheets(evaluationOf(racing, evaluation.knowledge, evaluation.random));
    expect(refusalOf(await overtaken.save({ roundId: ROUND, scores: [score(ENTRIES.b1, 50)] }, asked(owner)))).toBe(
      'SHEET_SUBMITTED_ALREADY roundId',
    );
  });

  it('has destroyed the drafts at submission', async () => {
    const [saved] = await stage.store.readStream(sheetStream(sheetIdOf(ROUND, UNIT_A)));
    if (saved === undefined) throw new Error('nothing was saved');
    const { scores: sealed } = saved.data as { scores: Sealed };
    expect(await stage.ground.privacy.open(sealed, 'whatever')).toBe('ERASED');
  });

  it('closes with the stage, opens the sheets on record, and ranks', async () => {
    await stage.scoringCloses(2021);
    await tallyRound(stage, ROUND);
    const types = (await stage.store.readStream(roundStream(ROUND))).map(({ type }) => type);
    expect(types.slice(types.indexOf('RoundClosed.v1'))).toEqual([
      'RoundClosed.v1',
      'SheetsOpened.v1',
      'ResultComputed.v1',
    ]);
    const { tally: shown } = await stage.results.getResult({ roundId: ROUND });
    expect(shown?.ranking.map(({ entryId, rank, score: points }) => [entryId, rank, points])).toEqual([
      [ENTRIES.b1, 1, 9_500],
      [ENTRIES.a1, 2, 8_000],
      [ENTRIES.c1, 3, 6_000],
      [ENTRIES.b2, 4, 3_000],
    ]);
  });

  it('where nothing moved opens nothing again', async () => {
    const before = await stage.store.readStream(roundStream(ROUND));
    await tallyRound(stage, ROUND);
    expect(await stage.store.readStream(roundStream(ROUND))).toHaveLength(before.length);
  });

  it('exports what a stranger needs to recompute the result', async () => {
    const { inputsGzip, tablesJson, phase, tally: bound } = await stage.results.getScoreSheets({ roundId: ROUND });
    const { resultGzip } = await stage.results.getResult({ roundId: ROUND });
    const inputs = JSON.parse(gunzipSync(inputsGzip).toString('utf8')) as PhaseInputs;
    const result = JSON.parse(gunzipSync(resultGzip).toString('utf8')) as PhaseResult;
    expect(computePhase(JSON.parse(tablesJson) as PhaseTables, phase, inputs)).toEqual({ kind: 'computed', result });
    expect([phaseInputsHash(inputs), phaseResultHash(result)]).toEqual([bound?.inputsHash, bound?.resultHash]);
  });

  it('tells other contexts what happened, without a mark', async () => {
    await stage.caughtUp();
    const facts = await stage.ground.rows.query<{ type: string }>(
      `select type, data from messaging.public_fact where context = 'evaluation' order by position, ordinal`,
    );
    const types = new Set(facts.map(({ type }) => type.replace(/^evaluation\.(.*)\.v1$/u, '$1')));
    for (const type of ['RoundPrepared', 'SeatAssigned', 'RoundOpened', 'SheetSubmitted', 'RoundClosed'])
      expect(types).toContain(type);
    expect(types).toContain('ResultComputed');
    expect(JSON.stringify(facts)).not.toMatch(/"score"|"scores"|"ranking"|"mark"|"drawSecret"/);
  });

  it('has read models that are the same when rebuilt from zero', async () => {
    for (const name of ['rounds', 'editions', 'organization-names', 'translator'])
      expect(await stage.readers.rebuildAndCompare(name)).toMatchObject({ reader: name, equal: true });
  }, 60_000);
});
