import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sealed } from '@jiangong/privacy';
import { groundOf } from '@jiangong/service-host/nest';
import { inputsHash, resultHash, rulesHash, tally, type TallyInputs, type TallyResult } from '@jiangong/scoring';
import { assignEvaluators } from '../src/application/assign-evaluators.ts';
import { changeRound } from '../src/application/change-round.ts';
import { computeTally } from '../src/application/compute-tally.ts';
import { defineScheme } from '../src/application/define-scheme.ts';
import { evaluationOf } from '../src/application/evaluation.ts';
import { issueCommendation } from '../src/application/issue-commendation.ts';
import { prepareRound } from '../src/application/prepare-round.ts';
import { scoreSheets } from '../src/application/score-sheets.ts';
import { roundIdOf, roundStream, sheetIdOf, sheetStream } from '../src/application/streams.ts';
import { takeDecision } from '../src/application/take-decision.ts';
import { plan, scheme } from './domain/example-round.ts';
import * as steps from './evaluation-steps.ts';
import { meeting, score } from './evaluation-steps.ts';
import { type EvaluationStage, openEvaluation } from './evaluation-stage.ts';
import {
  accepted,
  COMMITTEE,
  editionId,
  EXPERTS,
  id,
  LEADERS,
  OFFICERS,
  entries,
  refusalOf,
  UNIT_A,
} from './evaluation-world.ts';

const ROUND = roundIdOf(editionId(2021));
const ENTRIES = entries(2021);
describe('one edition’s evaluation, over PostgreSQL', () => {
  let stage: EvaluationStage;
  let schemeId = '';
  const sheets = () => scoreSheets(stage.evaluation);
  const asked = (personId: string) => stage.call(personId, 'expert');

  const prepare = (year: number) => steps.prepare(stage, schemeId, year);

  beforeAll(async () => {
    stage = await openEvaluation();
    const defined = await defineScheme(stage.evaluation)(
      { committeeId: COMMITTEE, schemeJson: JSON.stringify(scheme) },
      stage.call(),
    );
    accepted(defined.handled);
    schemeId = defined.schemeId;
  }, 60_000);
  afterAll(async () => stage.close());

  it('refuses a scheme that is no JSON, or not valid', async () => {
    const define = async (schemeJson: string) =>
      refusalOf((await defineScheme(stage.evaluation)({ committeeId: COMMITTEE, schemeJson }, stage.call())).handled);
    expect(await define('{')).toBe('JSON_MALFORMED scheme');
    expect(await define('"'.repeat(200_001))).toBe('JSON_TOO_LONG scheme');
    expect(await define(JSON.stringify({ ...scheme, groups: [] }))).toBe('SCHEME_INVALID scheme.groups');
  });

  it('takes entries that came before anybody prepared the round', async () => {
    await stage.runCampaign(2021);
    expect((await stage.evaluation.readRound(ROUND)).round).toMatchObject({
      kind: 'gathering',
      entries: expect.arrayContaining([]) as unknown,
    });
    expect(await prepare(2021)).toBe(ROUND);
    const { round } = await stage.evaluation.readRound(ROUND);
    expect(round.kind === 'prepared' && round.entries.length).toBe(4);
    expect(round.kind === 'prepared' && round.evaluators.find(({ personId }) => personId === OFFICERS.a)?.unitId).toBe(
      UNIT_A,
    );
    expect(
      round.kind === 'prepared' && round.evaluators.find(({ personId }) => personId === EXPERTS[0])?.unitId,
    ).toBeNull();
  });

  it('refuses an unknown edition, scheme or person', async () => {
    const prepareWith = async (edition: string, withScheme: string) =>
      refusalOf(
        (await prepareRound(stage.evaluation)({ editionId: edition, schemeId: withScheme, planJson: '' }, stage.call()))
          .handled,
      );
    expect(await prepareWith(id('nothing'), schemeId)).toBe('EDITION_NOT_FOUND editionId');
    expect(await prepareWith(editionId(2021), id('nothing'))).toBe('SCHEME_NOT_FOUND schemeId');
    const strangers = {
      roundId: ROUND,
      evaluators: [
        { personId: OFFICERS.a, groupId: 'units' },
        { personId: id('nobody'), groupId: 'units' },
      ],
    };
    expect(refusalOf(await assignEvaluators(stage.evaluation)(strangers, stage.call()))).toBe(
      'PERSON_UNKNOWN evaluators[1].personId',
    );
  });

  it('opens when the scoring stage opens, and not before', async () => {
    expect(
      refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 50, 50)] }, asked(OFFICERS.a))),
    ).toBe('ROUND_NOT_OPEN roundId');
    await stage.scoring(2021, 'StageOpened.v1');
    expect((await stage.evaluation.readRound(ROUND)).round).toMatchObject({
      kind: 'open',
      rulesHash: rulesHash(scheme, plan),
    });
  });

  it('keeps a draft for its owner alone, sealed in the log', async () => {
    const call = asked(OFFICERS.a);
    const first = accepted(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 3_950, 5_950)] }, call));
    expect(
      accepted(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 3_950, 5_950)] }, call)),
    ).toMatchObject({
      repeated: true,
      receipts: first.receipts,
    });
    expect(await sheets().read(ROUND, call)).toMatchObject({
      sheet: { kind: 'draft', scores: { [ENTRIES.b1]: { innovation: 3_950, effect: 5_950 } } },
      wanted: 6,
      revision: 0,
    });
    expect(await sheets().read(ROUND, asked(OFFICERS.b))).toMatchObject({ sheet: { kind: 'blank' }, revision: -1 });
    expect(await sheets().read(ROUND, asked(id('stranger')))).toBeUndefined();
    expect(
      refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.a1, 50, 50)] }, asked(OFFICERS.a))),
    ).toBe('OWN_UNIT scores[0].entryId');
    expect(refusalOf(await sheets().submit(ROUND, asked(OFFICERS.a)))).toBe('SHEET_INCOMPLETE scores');
  });

  it('answers nothing about scores before the closing', async () => {
    await steps.scoreAll(stage, 2021);
    expect(await sheets().read(ROUND, asked(OFFICERS.a))).toMatchObject({
      sheet: { kind: 'submitted', scoreCount: 6 },
    });
    for (const question of ['getResult', 'getScoreSheets', 'getDecision'] as const)
      await expect(stage.results[question]({ roundId: ROUND })).rejects.toThrow('ROUND_NOT_CLOSED');
    await expect(stage.results.listAwards({ roundId: ROUND })).rejects.toThrow('COMMENDATION_NOT_ISSUED');
    expect(refusalOf(await computeTally(stage.evaluation)(ROUND, stage.call()))).toBe('ROUND_NOT_CLOSED roundId');
    expect(
      refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 0, 0)] }, asked(OFFICERS.a))),
    ).toBe('SHEET_SUBMITTED_ALREADY roundId');
  });

  it('holds no score in the clear: neither in the log nor in a read model', async () => {
    await stage.caughtUp();
    const { events } = await stage.store.readLog({ after: 0, limitMax: 5_000 });
    const ofSheets = events.filter(({ stream }) => stream.startsWith('evaluation.sheet-'));
    expect(ofSheets.map(({ type }) => type).filter((type) => type === 'SheetSubmitted.v1')).toHaveLength(6);
    for (const { data, type } of ofSheets) {
      const { scores, ...rest } = data as Record<string, unknown>;
      expect(Object.keys(scores as object).sort()).toEqual(['ciphertext', 'keyId', 'nonce']);
      expect(Object.keys(rest).sort()).toEqual(
        type === 'SheetSaved.v1'
          ? ['personId', 'roundId', 'sheetId']
          : ['personId', 'roundId', 'scoreCount', 'sheetId'],
      );
    }
    const everything = events
      .map(({ dataBytes, entryBytes }) => `${dataBytes.toString('utf8')}${entryBytes.toString('utf8')}`)
      .join('\n');
    for (const number of ['3950', '5950']) expect(everything).not.toMatch(new RegExp(`[:\\[,]${number}[,\\]}]`));
    for (const table of ['round', 'round_entry', 'round_sheet', 'round_award', 'scheme']) {
      const rows = JSON.stringify(await stage.ground.rows.query(`select * from ${table}`));
      expect(rows).not.toMatch(/[^0-9a-f](3950|5950)[^0-9a-f]/);
    }
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
    const overtaken = scoreSheets(evaluationOf(racing, evaluation.knowledge));
    expect(refusalOf(await overtaken.save({ roundId: ROUND, scores: [score(ENTRIES.b1, 50, 50)] }, asked(owner)))).toBe(
      'SHEET_SUBMITTED_ALREADY roundId',
    );
    expect(readings).toBe(2);
  });

  it('has destroyed the drafts at submission', async () => {
    const [saved] = await stage.store.readStream(sheetStream(sheetIdOf(ROUND, OFFICERS.a)));
    if (saved === undefined) throw new Error('nothing was saved');
    const { scores: sealed } = saved.data as { scores: Sealed };
    expect(await stage.ground.privacy.open(sealed, 'whatever')).toBe('ERASED');
  });

  it('closes with the scoring stage, opens the sheets on record, and ranks', async () => {
    await stage.scoring(2021, 'StageClosed.v1');
    expect(
      refusalOf(await sheets().save({ roundId: ROUND, scores: [score(ENTRIES.b1, 0, 0)] }, asked(EXPERTS[0]))),
    ).toBe('SHEET_SUBMITTED_ALREADY roundId');
    accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
    const types = (await stage.store.readStream(roundStream(ROUND))).map(({ type }) => type);
    const closing = await stage.store.readLog({ after: 0, limitMax: 5_000, filter: { types: ['StageClosed.v1'] } });
    expect((await stage.evaluation.readRound(ROUND)).round).toMatchObject({
      lastIndex: closing.events.at(-1)?.position,
    });
    expect(types.slice(types.indexOf('RoundClosed.v1'))).toEqual([
      'RoundClosed.v1',
      'SheetsOpened.v1',
      'ResultComputed.v1',
    ]);
    const { tally: shown } = await stage.results.getResult({ roundId: ROUND });
    expect(shown?.ranking.map(({ entryId, rank, score: points }) => [entryId, rank, points])).toEqual([
      [ENTRIES.b1, 1, 9_900],
      [ENTRIES.a1, 2, 8_000],
      [ENTRIES.c1, 3, 6_000],
      [ENTRIES.b2, 4, 3_000],
    ]);
  });

  it('exports what a stranger needs to recompute the result', async () => {
    const { inputsGzip, schemeJson, planJson, tally: bound } = await stage.results.getScoreSheets({ roundId: ROUND });
    const { resultGzip } = await stage.results.getResult({ roundId: ROUND });
    const inputs = JSON.parse(gunzipSync(inputsGzip).toString('utf8')) as TallyInputs;
    const result = JSON.parse(gunzipSync(resultGzip).toString('utf8')) as TallyResult;
    expect(tally(JSON.parse(schemeJson), inputs)).toEqual({ kind: 'tallied', result });
    expect([rulesHash(JSON.parse(schemeJson), JSON.parse(planJson)), inputsHash(inputs), resultHash(result)]).toEqual([
      bound?.rulesHash,
      bound?.inputsHash,
      bound?.resultHash,
    ]);
  });

  it('tallies again after a late recusal, both results side by side', async () => {
    accepted(
      await changeRound(stage.evaluation).recuse(
        { roundId: ROUND, personId: EXPERTS[0], entryId: ENTRIES.c1, reason: 'former-unit' },
        stage.call(),
      ),
    );
    accepted(await computeTally(stage.evaluation)(ROUND, stage.call()));
    const { tally: latest, earlier } = await stage.results.getResult({ roundId: ROUND });
    expect(earlier).toHaveLength(1);
    expect(latest?.inputsHash).not.toBe(earlier[0]?.inputsHash);
    expect(
      refusalOf(
        await changeRound(stage.evaluation).recuse(
          { roundId: ROUND, personId: EXPERTS[1], entryId: ENTRIES.c1, reason: 'former-unit' },
          asked(EXPERTS[0]),
        ),
      ),
    ).toBe('NOT_YOUR_RECUSAL personId');
  });

  it('is decided by the leadership as a body, with a reason for the departure', async () => {
    const { tally: latest } = await stage.results.getResult({ roundId: ROUND });
    const decide = (over: object) =>
      takeDecision(stage.evaluation)(
        { roundId: ROUND, resultHash: latest?.resultHash ?? '', meeting, departures: [], ...over },
        stage.call(),
      );
    expect(refusalOf(await decide({ meeting: { ...meeting, present: [LEADERS[0]] } }))).toBe(
      'QUORUM_NOT_REACHED present',
    );
    expect(refusalOf(await decide({ meeting: { ...meeting, present: [LEADERS[0], OFFICERS.a] } }))).toBe(
      'NOT_IN_LEADERSHIP present[1]',
    );
    expect(refusalOf(await decide({ departures: [{ entryId: id('unranked'), grade: 'first', reason: '理由' }] }))).toBe(
      'ENTRY_NOT_RANKED departures[0].entryId',
    );
    accepted(
      await decide({
        departures: [
          { entryId: ENTRIES.a1, grade: 'none', reason: '尚未验收' },
          { entryId: ENTRIES.c1, grade: 'second', reason: '成效明显' },
        ],
      }),
    );
    await expect(stage.results.listAwards({ roundId: ROUND })).rejects.toThrow('COMMENDATION_NOT_ISSUED');
    expect((await stage.results.getDecision({ roundId: ROUND })).departures).toHaveLength(2);
  });

  it('is commended by circular; then everybody sees the awards', async () => {
    accepted(
      await issueCommendation(stage.evaluation)({ roundId: ROUND, documentNumber: '〔2021〕30号' }, stage.call()),
    );
    await stage.caughtUp();
    const { awards } = await stage.results.listAwards({ roundId: ROUND });
    expect(awards?.entries.map(({ entryId, grade, rank }) => [entryId, grade, rank])).toEqual([
      [ENTRIES.b1, 'first', 1],
      [ENTRIES.c1, 'second', 3],
    ]);
    expect(awards?.leaders).toEqual([{ personId: id('lead-b1'), entryId: ENTRIES.b1 }]);
    const { circular } = await stage.results.getCircular({ roundId: ROUND });
    expect(circular?.bodyZh).toContain('1．项目b1（乙厅）');
    const { honours } = await stage.honours.listHonours({ year: 2021, pageSize: 0, pageToken: '' });
    expect(honours.map(({ kind, title, organizationZh, gradeZh }) => [kind, title, organizationZh, gradeZh])).toEqual([
      ['entry', '项目b1', '乙厅', '一等奖'],
      ['entry', '项目c1', '丙厅', '二等奖'],
      ['organization', '', '乙厅', ''],
    ]);
  });

  it('tells other contexts who was awarded, without a score', async () => {
    const facts = await stage.ground.rows.query<{ type: string; data: unknown }>(
      `select type, data from messaging.public_fact where context = 'evaluation' order by position, ordinal`,
    );
    const types = facts.map(({ type }) => type.replace('evaluation.', ''));
    for (const type of [
      'RoundPrepared.v1',
      'EvaluatorAssigned.v1',
      'RoundOpened.v1',
      'SheetSubmitted.v1',
      'RoundClosed.v1',
      'ResultComputed.v1',
      'DecisionTaken.v1',
      'EntryAwarded.v1',
      'LeaderAwarded.v1',
      'OrganizationAwarded.v1',
      'CommendationIssued.v1',
    ])
      expect(types).toContain(type);
    expect(JSON.stringify(facts)).not.toMatch(/"score"|"scores"|"ranking"|hundredths/);
  });

  it('has read models that are the same when rebuilt from zero', async () => {
    for (const { name } of [
      ...['schemes', 'rounds', 'namings', 'editions', 'organization-names', 'translator'].map((reader) => ({
        name: reader,
      })),
    ])
      expect(await stage.readers.rebuildAndCompare(name)).toMatchObject({ reader: name, equal: true });
  }, 60_000);
});
