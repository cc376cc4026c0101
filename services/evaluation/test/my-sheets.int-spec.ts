import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeRound } from '../src/application/change-round.ts';
import { keepNotes } from '../src/application/keep-notes.ts';
import { receiptOfMine } from '../src/application/my-sheets.ts';
import { readOwnSheet } from '../src/application/own-sheet.ts';
import { scoringProgress } from '../src/application/scoring-progress.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { notesIdOf, notesStream, sheetIdOf, sheetStream } from '../src/application/streams.ts';
import { roundsOfEvaluator } from '../src/adapters/postgres/evaluation-questions.ts';
import { distributionMessage, sheetMessage } from '../src/adapters/grpc/sheet-messages.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import { assignAll, roundOf, score, sheetFor } from './evaluation-steps.ts';
import { accepted, entries, EXPERTS, id, OFFICERS } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const ENTRIES = entries(2021);
const NOTE = '亮点突出，佐证偏少，会上再问。';

describe('what is an evaluator’s own', () => {
  let stage: EvaluationStage;
  beforeAll(async () => {
    stage = await openEvaluation();
    await stage.runCampaign(2021);
    await assignAll(stage, 2021);
    await stage.scoringOpens(2021);
  }, 120_000);
  afterAll(async () => stage.close());

  const as = (personId: string) => stage.call(personId, 'expert');
  const save = (personId: string, scores: Parameters<ReturnType<typeof scoreSheets>['save']>[0]['scores']) =>
    scoreSheets(stage.evaluation).save({ roundId: ROUND, scores }, as(personId));
  const mine = async (personId: string) => {
    const found = await readOwnSheet(stage.evaluation, ROUND, as(personId));
    if (found === undefined) throw new Error('not an evaluator');
    return found;
  };

  it('a mark is taken back, and the sheet tells how far each entry is', async () => {
    accepted(await save(OFFICERS.a, [score(ENTRIES.b1, 95), score(ENTRIES.c1, 100)]));
    accepted(await save(OFFICERS.a, [{ entryId: ENTRIES.b1, marks: [{ criterionId: 'effect', mark: null }] }]));
    const shown = sheetMessage(await mine(OFFICERS.a));
    expect(shown).toMatchObject({ status: 'draft', scored: 7, wanted: 12 });
    const rows = new Map(shown.entries.map(({ entryId, ...row }) => [entryId, row]));
    expect(rows.get(ENTRIES.b1)).toEqual({ scored: 3, wanted: 4, recused: '' });
    expect(rows.get(ENTRIES.a1)).toEqual({ scored: 0, wanted: 0, recused: 'own-unit' });
    expect(
      shown.scores.find(({ entryId }) => entryId === ENTRIES.b1)?.marks.map(({ criterionId }) => criterionId),
    ).toEqual(['guidance', 'innovation', 'spread']);
  });

  it('the distribution is of his own marks alone', async () => {
    accepted(await save(EXPERTS[0], [score(ENTRIES.b1, 10), score(ENTRIES.a1, 10)]));
    const spread = distributionMessage(await mine(OFFICERS.a));
    expect(spread).toMatchObject({ status: 'draft', given: 7, missing: 5, full: 4 });
    expect(spread.criteria.every(({ lowest }) => (lowest ?? 0) > 1_000)).toBe(true);
    expect(spread.missingCells).toContainEqual({ entryId: ENTRIES.b1, criterionId: 'effect' });
  });

  it('the office is told counts, and nothing that depends on a mark', async () => {
    const read = async (progress = scoringProgress(stage.evaluation)) => {
      const { round } = await stage.evaluation.readRound(ROUND);
      if (round.kind !== 'open') throw new Error('the round is not open');
      return progress(round, stage.ground.clock.now());
    };
    const known = scoringProgress(stage.evaluation);
    const before = await read(known);
    const row = (at: typeof before, personId: string) => at.seats.find((seat) => seat.personId === personId);
    expect(row(before, OFFICERS.a)).toMatchObject({
      ...{ entriesWanted: 3, entriesScored: 1, marksWanted: 12, marksGiven: 7, recused: 1, submitted: false },
    });
    expect(before.entries.find(({ entryId }) => entryId === ENTRIES.b1)).toEqual({
      ...{ entryId: ENTRIES.b1, marksWanted: 20, marksGiven: 7, recused: 1 },
    });
    // Other marks in the same cells: the same answer, to the last byte.
    accepted(await save(EXPERTS[0], [score(ENTRIES.b1, 90), score(ENTRIES.a1, 20)]));
    expect(await read(known)).toEqual(before);
    expect(await read()).toEqual(before);
    accepted(await save(EXPERTS[0], [{ entryId: ENTRIES.a1, marks: [{ criterionId: 'effect', mark: null }] }]));
    expect(row(await read(known), EXPERTS[0])).toMatchObject({ entriesScored: 1, marksGiven: 7 });
  });

  it('notes are sealed, read by their author alone, and no part of the sheet', async () => {
    const notes = keepNotes(stage.evaluation);
    const revision = (await mine(OFFICERS.a)).revision;
    accepted(await notes.keep({ roundId: ROUND, entryId: ENTRIES.b1, note: '先记一笔' }, as(OFFICERS.a)));
    accepted(await notes.keep({ roundId: ROUND, entryId: ENTRIES.b1, note: NOTE }, as(OFFICERS.a)));
    accepted(await notes.keep({ roundId: ROUND, entryId: ENTRIES.c1, note: '不用了' }, as(OFFICERS.a)));
    accepted(await notes.keep({ roundId: ROUND, entryId: ENTRIES.c1, note: '' }, as(OFFICERS.a)));
    expect(await notes.read(ROUND, as(OFFICERS.a))).toEqual([
      { entryId: ENTRIES.b1, note: NOTE, keptAt: stage.ground.clock.now() },
    ]);
    for (const other of [OFFICERS.b, EXPERTS[0], id('stranger')])
      expect(await notes.read(ROUND, as(other))).toEqual([]);
    expect((await mine(OFFICERS.a)).revision).toBe(revision);
    const log = JSON.stringify(await stage.store.readStream(notesStream(notesIdOf(ROUND, OFFICERS.a))));
    expect(log).not.toMatch(/先记一笔|亮点|不用了/u);
    expect(await notes.keep({ roundId: ROUND, entryId: ENTRIES.a1, note: '本单位' }, as(OFFICERS.a))).toMatchObject({
      refusal: { reason: 'OWN_UNIT' },
    });
    expect(await notes.keep({ roundId: ROUND, entryId: ENTRIES.a1, note: '路过' }, as(id('stranger')))).toMatchObject({
      refusal: { reason: 'NOT_AN_EVALUATOR' },
    });
  });

  it('a repeated note gets its first answer', async () => {
    const call = { ...as(OFFICERS.a), requestId: randomUUID() };
    const request = { roundId: ROUND, entryId: ENTRIES.b2, note: '一次' };
    const first = accepted(await keepNotes(stage.evaluation).keep(request, call));
    expect(accepted(await keepNotes(stage.evaluation).keep(request, call))).toMatchObject({
      repeated: true,
      receipts: first.receipts,
    });
  });

  it('the receipt is the same at any time, binds what was sealed, and is nobody else’s', async () => {
    expect(await receiptOfMine(stage.evaluation)(ROUND, as(OFFICERS.a))).toBeUndefined();
    accepted(await save(OFFICERS.a, sheetFor(2021, OFFICERS.a)));
    accepted(await scoreSheets(stage.evaluation).submit(ROUND, as(OFFICERS.a)));
    await stage.caughtUp();
    const receipt = await receiptOfMine(stage.evaluation)(ROUND, as(OFFICERS.a));
    const stored = (await stage.store.readStream(sheetStream(sheetIdOf(ROUND, receipt?.submission.seatId ?? '')))).at(
      -1,
    );
    expect(receipt).toMatchObject({
      late: false,
      submission: { markCount: 12, closing: 1, submittedAt: stage.ground.clock.now(), personId: OFFICERS.a },
      event: { eventId: stored?.eventId, hash: stored?.hash, position: stored?.position },
    });
    const { round } = await stage.evaluation.readRound(ROUND);
    if (round.kind !== 'open') throw new Error('the round is not open');
    const { seats } = await scoringProgress(stage.evaluation)(round, stage.ground.clock.now());
    expect(seats.find(({ personId }) => personId === OFFICERS.a)).toMatchObject({
      ...{ submitted: true, entriesScored: 3, marksGiven: 12 },
    });
    expect(JSON.stringify(receipt?.submission)).not.toMatch(/"marks"/u);
    stage.moveTo('2021-12-03T02:00:00.000Z');
    expect(await receiptOfMine(stage.evaluation)(ROUND, as(OFFICERS.a))).toEqual(receipt);
    expect(await receiptOfMine(stage.evaluation)(ROUND, as(EXPERTS[1]))).toBeUndefined();
  });

  it('once it is submitted no mark of it is shown, in no distribution either', async () => {
    const found = await mine(OFFICERS.a);
    expect(sheetMessage(found)).toMatchObject({ status: 'submitted', scores: [], scored: 12 });
    expect(sheetMessage(found).entries.every(({ scored }) => scored === 0)).toBe(true);
    expect(distributionMessage(found)).toEqual({
      ...{ status: 'submitted', given: 0, missing: 0, full: 0 },
      ...{ criteria: [], missingCells: [], controls: [] },
    });
  });

  it('all sheets are listed, also of a seat that was left; and nobody else’s', async () => {
    const { rows } = stage.ground;
    expect(await roundsOfEvaluator(rows, OFFICERS.a)).toEqual([ROUND]);
    expect(await roundsOfEvaluator(rows, id('stranger'))).toEqual([]);
    const left = { roundId: ROUND, personId: OFFICERS.a, reason: 'unavailable' };
    accepted(await changeRound(stage.evaluation).vacate(left, stage.call()));
    await stage.caughtUp();
    expect(await roundsOfEvaluator(rows, OFFICERS.a)).toEqual([ROUND]);
    expect(await receiptOfMine(stage.evaluation)(ROUND, as(OFFICERS.a))).toMatchObject({
      submission: { markCount: 12 },
    });
  });

  it('notes are gone when the person is erased, and when the round is over', async () => {
    const notes = keepNotes(stage.evaluation);
    accepted(await notes.keep({ roundId: ROUND, entryId: ENTRIES.b1, note: NOTE }, as(EXPERTS[0])));
    await stage.tellFact(`membership.person-${OFFICERS.a}`, 'PersonErased.v1', { personId: OFFICERS.a });
    await stage.caughtUp();
    expect(await notes.read(ROUND, as(OFFICERS.a))).toEqual([]);
    expect(await notes.read(ROUND, as(EXPERTS[0]))).toHaveLength(1);
    await stage.tellFact(`merit-projects.edition-${id('edition-2021')}`, 'EditionAbandoned.v1', {
      editionId: id('edition-2021'),
    });
    await stage.caughtUp();
    expect(await notes.read(ROUND, as(EXPERTS[0]))).toEqual([]);
    expect(await stage.readers.rebuildAndCompare('rounds')).toMatchObject({ equal: true });
  });
});
