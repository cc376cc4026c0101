import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeRound } from '../src/application/change-round.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { proposeActs } from '../src/application/propose-acts.ts';
import { roundReader } from '../src/application/round-reader.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundStream, sheetIdOf, sheetStream } from '../src/application/streams.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import {
  assignAll,
  bySecondPerson,
  handIn,
  roundOf,
  runningRound,
  score,
  sheetFor,
  tallyRound,
} from './evaluation-steps.ts';
import { accepted, entries, EXPERTS, id, INSPECTOR, OFFICERS, refusalOf } from './evaluation-world.ts';

const CLOSES_AT = '2021-12-10T16:00:00.000Z';
const BEFORE = '2021-12-10T15:59:59.999Z';
/** The clock goes on from test to test: later editions end later. */
const CLOSES_LATER = '2021-12-12T16:00:00.000Z';
const AFTER = '2021-12-13T02:00:00.000Z';
const UNTIL = '2021-12-15T16:00:00.000Z';
const LATER = '2021-12-16T02:00:00.000Z';
const CLOSES_LAST = '2021-12-20T16:00:00.000Z';

describe('what goes wrong in a round and is put right, over PostgreSQL', () => {
  let stage: EvaluationStage;
  const asked = (personId: string) => stage.call(personId, 'expert');
  const sheets = () => scoreSheets(stage.evaluation);
  const standing = async (roundId: string) => (await stage.evaluation.readRound(roundId)).round;

  beforeAll(async () => {
    stage = await openEvaluation();
  }, 60_000);
  afterAll(async () => stage.close());

  it('the deadline holds although nobody has told evaluation yet that scoring is closed', async () => {
    await stage.runCampaign(2021, CLOSES_AT);
    const roundId = await assignAll(stage, 2021);
    await stage.scoringOpens(2021);
    const save = () => sheets().save({ roundId, scores: [score(entries(2021).b1, 50)] }, asked(EXPERTS[0]));
    stage.moveTo(BEFORE);
    accepted(await save());
    stage.moveTo(CLOSES_AT);
    expect((await standing(roundId)).kind).toBe('open');
    expect(refusalOf(await save())).toBe('ROUND_CLOSED roundId');
    expect(refusalOf(await sheets().submit(roundId, asked(EXPERTS[0])))).toBe('ROUND_CLOSED roundId');
  });

  it('a sheet that the closing overtook is never answered as accepted, and the log says so', async () => {
    await stage.runCampaign(2022, CLOSES_LATER);
    const roundId = await assignAll(stage, 2022);
    await stage.scoringOpens(2022);
    const { evaluation } = stage;
    accepted(await sheets().save({ roundId, scores: sheetFor(2022, EXPERTS[0]) }, asked(EXPERTS[0])));
    const open = await evaluation.readRound(roundId);
    await stage.scoringCloses(2022);
    // As the submission saw the round, a moment before its closing; afterwards it looks again.
    let looks = 0;
    const read = roundReader(stage.store);
    const early = { ...evaluation, readRound: (of: string) => (looks++ === 0 ? Promise.resolve(open) : read(of)) };
    expect(refusalOf(await scoreSheets(early).submit(roundId, asked(EXPERTS[0])))).toBe('SHEET_TOO_LATE roundId');
    const events = await stage.store.readStream(sheetStream(sheetIdOf(roundId, EXPERTS[0])));
    expect(events.map(({ type }) => type)).toEqual(['SheetSaved.v1', 'SheetSubmitted.v1', 'SheetCameLate.v1']);
  });

  it('too few sheets: refused before anything is opened; reopened for the seats named; ends by itself', async () => {
    const roundId = roundOf(2022);
    stage.moveTo(AFTER);
    expect(refusalOf(await computeTally(stage.evaluation)(roundId, stage.call()))).toBe('SHEETS_LACKING roundId');
    expect((await runningRound(stage, roundId)).seed).toBeNull();
    const { seats } = await runningRound(stage, roundId);
    const seatIds = seats.map(({ seatId }) => seatId);
    await bySecondPerson(stage, roundId, { act: 'ReopenRound', seatIds, until: UNTIL, reason: 'sheets-missing' });
    expect(await runningRound(stage, roundId)).toMatchObject({ kind: 'open', closing: 2, closesAt: UNTIL });
    await handIn(stage, 2022);
    await stage.tick();
    expect((await standing(roundId)).kind).toBe('open');
    stage.moveTo(LATER);
    await stage.tick();
    expect((await standing(roundId)).kind).toBe('closed');
    await tallyRound(stage, roundId);
    const [result] = (await runningRound(stage, roundId)).results;
    expect(result?.ranking).toHaveLength(4);
    expect(result?.excluded).toEqual([
      expect.objectContaining({ seatId: EXPERTS[0], closing: 1, why: 'after-closing' }),
    ]);
  });

  it('a late recusal takes two people, and both results stand side by side', async () => {
    const roundId = roundOf(2022);
    const { b1 } = entries(2022);
    const named = { personId: OFFICERS.c, entryId: b1, reason: 'former-unit' };
    const recuse = changeRound(stage.evaluation).recuse;
    expect(refusalOf(await recuse({ roundId, ...named }, stage.call()))).toBe('PROPOSAL_NEEDED roundId');
    expect(refusalOf(await recuse({ roundId, ...named }, asked(EXPERTS[0])))).toBe('NOT_YOUR_RECUSAL personId');
    await bySecondPerson(stage, roundId, { act: 'DeclareRecusal', ...named });
    await tallyRound(stage, roundId);
    const { tally: latest, earlier } = await stage.results.getResult({ roundId });
    expect(earlier).toHaveLength(1);
    expect(latest).toMatchObject({ predecessor: earlier[0]?.resultHash, because: [{ change: 'recusal-declared' }] });
  });

  it('a later block takes an entry out, and a lifted one puts it back', async () => {
    const roundId = roundOf(2022);
    const { a1 } = entries(2022);
    const ranked = async () => (await runningRound(stage, roundId)).results.at(-1)?.ranking.length;
    await stage.ofEntry(2022, 'EntryBlocked.v1', a1);
    await tallyRound(stage, roundId);
    expect(await ranked()).toBe(3);
    await stage.ofEntry(2022, 'BlockLifted.v1', a1);
    await tallyRound(stage, roundId);
    expect(await ranked()).toBe(4);
    await stage.ofEntry(2022, 'EntryRemoved.v1', a1);
    await tallyRound(stage, roundId);
    expect(await ranked()).toBe(3);
    await stage.ofEntry(2022, 'ActUndone.v1', a1, { act: 'EntryRemoved' });
    await tallyRound(stage, roundId);
    expect(await ranked()).toBe(4);
  });

  it('a proposal is turned down, its reason sealed in the log', async () => {
    const roundId = roundOf(2022);
    const acts = proposeActs(stage.evaluation);
    const terms = { act: 'AnnulRound', reason: 'irregularity' } as const;
    const { proposalId, handled } = await acts.propose({ roundId, terms, why: '有人反映' }, stage.call());
    accepted(handled);
    accepted(
      await acts.reject({ roundId, proposalId, why: '查无实据' }, stage.call(INSPECTOR, 'discipline-inspector')),
    );
    const stored = (await stage.store.readStream(roundStream(roundId))).map(({ dataBytes }) => dataBytes.toString());
    expect(stored.join('\n')).not.toMatch(/有人反映|查无实据/u);
  });

  it('an annulled round is followed by the next: the same entries, the recusals, seats anew', async () => {
    await stage.runCampaign(2023, CLOSES_LAST);
    const first = await assignAll(stage, 2023);
    accepted(
      await changeRound(stage.evaluation).recuse(
        { roundId: first, personId: OFFICERS.c, entryId: entries(2023).b1, reason: 'kinship' },
        stage.call(),
      ),
    );
    await stage.scoringOpens(2023);
    await bySecondPerson(stage, first, { act: 'AnnulRound', reason: 'rules-wrong' });
    const second = roundOf(2023, 2);
    expect(await standing(second)).toMatchObject({
      kind: 'prepared',
      ordinal: 2,
      recusals: [{ personId: OFFICERS.c, entryId: entries(2023).b1 }],
      seats: [],
    });
    accepted(await changeRound(stage.evaluation).open({ roundId: second }, stage.call()));
    expect(await standing(second)).toMatchObject({ kind: 'open', closing: 1 });
  });

  it('a round that scoring passed by is opened late by two people, or with its stage', async () => {
    for (const year of [2024, 2025]) {
      await stage.runCampaign(year, CLOSES_AT);
      await stage.scoringOpens(year);
      await stage.scoringCloses(year);
      expect((await standing(roundOf(year))).kind).toBe('prepared');
    }
    await bySecondPerson(stage, roundOf(2024), { act: 'OpenLate', until: CLOSES_LAST });
    expect(await runningRound(stage, roundOf(2024))).toMatchObject({ kind: 'open', closesAt: CLOSES_LAST });
    await stage.scoringReopens(2025, CLOSES_LAST);
    expect(await runningRound(stage, roundOf(2025))).toMatchObject({ kind: 'open', closesAt: CLOSES_LAST });
  });

  it('the dead and the expelled lose their seats, and whoever lost the role that entitled him', async () => {
    await stage.runCampaign(2026, CLOSES_LAST);
    const roundId = await assignAll(stage, 2026);
    const member = (personId: string) => `membership.person-${personId}`;
    const [first, second] = EXPERTS;
    await stage.tellFact(member(first), 'MembershipStageChanged.v1', { personId: first, stage: 'expelled' });
    const grantId = id(`${second} expert`);
    await stage.tellFact(member(second), 'RoleRevoked.v1', { grantId, personId: second });
    await stage.caughtUp();
    const round = await standing(roundId);
    const seats = round.kind === 'prepared' ? round.seats : [];
    expect(seats.filter(({ held }) => held === 'vacated').map(({ personId }) => personId)).toEqual([first, second]);
  });

  it('has read models that are the same when rebuilt from zero', async () => {
    for (const name of ['rounds', 'editions', 'translator'])
      expect(await stage.readers.rebuildAndCompare(name)).toMatchObject({ reader: name, equal: true });
  }, 60_000);
});
