import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createListener } from '@jiangong/database/postgres';
import type { Fact } from '@jiangong/event-store';
import { createPostgresEventStore, type PostgresEventStore } from '@jiangong/event-store/postgres';
import { append, openStage, type Stage } from '@jiangong/messaging/testing';
import { resultHash, type TallyResult } from '@jiangong/scoring';
import { roundIdOf } from '../src/application/streams.ts';
import { plan, scheme } from './domain/example-round.ts';
import { meeting, score } from './evaluation-steps.ts';
import {
  type Append,
  AUDITOR,
  campaignTold,
  COMMITTEE,
  editionId,
  EXPERTS,
  LEADERS,
  OFFICER,
  OFFICERS,
  entries,
  SERIES,
  settle,
  tell,
} from './evaluation-world.ts';
import { type Refused, startService } from './service-process.ts';

const ROUND = roundIdOf(editionId(2021));
const { a1, b1, b2, c1 } = entries(2021);
const roundId = ROUND;
const WITHIN_MS = 60_000;

describe('the service in its own process, over gRPC', () => {
  let stage: Stage;
  let store: PostgresEventStore;
  let service: Awaited<ReturnType<typeof startService>>;
  let campaign: ReturnType<typeof campaignTold>;
  let closeListener: () => Promise<void>;

  beforeAll(async () => {
    stage = await openStage();
    const url = stage.database.url('merit-projects');
    const listener = createListener({ url });
    closeListener = () => listener.close();
    store = createPostgresEventStore({ url, listener });
    for (const [context, prefix] of [
      ['organizations', 'organizations'],
      ['membership', 'membership'],
      ['merit_projects', 'merit-projects'],
    ] as const)
      await stage.start(prefix, { store, projections: [], translator: tell(context, prefix) });
    const tellFact: Append = async (stream, type, data) => void (await append(store, stream, { type, data } as Fact));
    await settle(tellFact);
    service = await startService(stage.database.url('evaluation'));
    campaign = campaignTold(
      tellFact,
      () => service.caughtUp(() => store.head()),
      () => '2021-12-01T02:00:00.000Z',
    );
    await campaign.runCampaign(2021);
  }, WITHIN_MS);
  afterAll(async () => {
    expect(await service.stop()).toBe(0);
    await store.close();
    await closeListener();
    await stage.close();
  });

  const ask = async <Q, A>(
    method: (request: Q, ...rest: never[]) => unknown,
    request: Q,
    as: string | null = OFFICER,
  ): Promise<A> => (await service.ask(method as never, request, { as, after: await store.head() })) as A;
  const reasonOf = async <Q>(
    method: (request: Q, ...rest: never[]) => unknown,
    request: Q,
    as: string | null = OFFICER,
  ): Promise<string> => (await ask<Q, Refused>(method, request, as)).reason;
  const ok = async <Q, A>(
    method: (request: Q, ...rest: never[]) => unknown,
    request: Q,
    as: string | null = OFFICER,
  ): Promise<A> => {
    const answer = await ask<Q, A>(method, request, as);
    expect(answer).not.toHaveProperty('reason');
    return answer;
  };

  it('answers nobody who may not ask, and says why in two languages', async () => {
    const { client } = service;
    expect(await reasonOf(client.getRound, { roundId }, null)).toBe('NOT_SIGNED_IN');
    expect(await reasonOf(client.defineScheme, { committeeId: COMMITTEE, schemeJson: '{}' }, EXPERTS[0])).toBe(
      'NO_GRANT',
    );
    expect(await ask(client.defineScheme, { committeeId: COMMITTEE, schemeJson: '{}' })).toMatchObject({
      reason: 'SCHEME_INVALID',
      field: 'scheme.schemeVersion',
      zh: expect.stringContaining('评分办法有误'),
      en: expect.stringContaining('not valid'),
    });
  });

  it(
    'prepares, opens and fills a round',
    async () => {
      const { client } = service;
      const { schemeId } = await ok<unknown, { schemeId: string }>(client.defineScheme as never, {
        committeeId: COMMITTEE,
        schemeJson: JSON.stringify(scheme),
      });
      expect(
        await ok(client.prepareRound, { editionId: editionId(2021), schemeId, planJson: JSON.stringify(plan) }),
      ).toMatchObject({
        roundId,
        receipt: { revision: 4 },
      });
      const evaluators = [
        { personId: OFFICERS.a, groupId: 'units' },
        { personId: OFFICERS.c, groupId: 'units' },
        { personId: EXPERTS[0], groupId: 'experts' },
      ];
      await ok(client.assignEvaluators, { roundId, evaluators });
      await campaign.scoring(2021, 'StageOpened.v1');
      expect(await ok(client.getRound, { roundId }, OFFICERS.a)).toMatchObject({
        round: { phase: 'open', entries: 4 },
        mine: { evaluator: true, groupId: 'units', sheetStatus: 'blank' },
      });
      const { entries } = await ok<unknown, { entries: { entryId: string; recused: string }[] }>(
        client.listEntries as never,
        { roundId, pageSize: 0, pageToken: '' },
        OFFICERS.a,
      );
      expect(entries.filter(({ recused }) => recused !== '')).toEqual([
        expect.objectContaining({ entryId: a1, recused: 'own-unit' }),
      ]);
      expect(await ask(client.saveMySheet, { roundId, scores: [score(a1, 50, 50)] }, OFFICERS.a)).toMatchObject({
        reason: 'OWN_UNIT',
        field: 'scores[0].entryId',
      });
      expect(await reasonOf(client.saveMySheet, { roundId, scores: [score(b1, 50, 50)] }, EXPERTS[1])).toBe(
        'NOT_AN_EVALUATOR',
      );
      for (const [who, own] of [
        [OFFICERS.a, a1],
        [OFFICERS.c, c1],
        [EXPERTS[0], ''],
      ] as const) {
        const scores = [
          score(a1, 4_000, 6_000),
          score(b1, 3_000, 5_000),
          score(b2, 50, 50),
          score(c1, 1_000, 1_000),
        ].filter(({ entryId }) => entryId !== own);
        await ok(client.saveMySheet, { roundId, scores }, who);
        expect(await ok(client.getMySheet, { roundId }, who)).toMatchObject({
          status: 'draft',
          scored: scores.length * 2,
          wanted: scores.length * 2,
          revision: 0,
        });
        await ok(client.submitMySheet, { roundId }, who);
        expect(await ok(client.getMySheet, { roundId }, who)).toMatchObject({
          status: 'submitted',
          scores: [],
          revision: 1,
        });
      }
      expect(await reasonOf(client.getResult, { roundId }, AUDITOR)).toBe('ROUND_NOT_CLOSED');
    },
    WITHIN_MS,
  );

  it(
    'concludes it, and records who looked at the result',
    async () => {
      const { client } = service;
      await campaign.scoring(2021, 'StageClosed.v1');
      const { resultHash: computed } = await ok<unknown, { resultHash: string }>(client.computeTally as never, {
        roundId,
      });
      const { tally, resultGzip } = await ok<
        unknown,
        { tally: { ranking: { entryId: string }[] }; resultGzip: Buffer }
      >(client.getResult as never, { roundId }, AUDITOR);
      expect(tally.ranking.map(({ entryId }) => entryId)).toEqual([a1, b1, c1, b2]);
      expect(resultHash(JSON.parse(gunzipSync(resultGzip).toString('utf8')) as TallyResult)).toBe(computed);
      const decision = {
        roundId,
        resultHash: computed,
        meeting,
        departures: [{ entryId: a1, grade: 'none', reason: '尚未验收' }],
      };
      expect(await reasonOf(client.takeDecision, decision, OFFICERS.a)).toBe('NO_GRANT');
      expect(await reasonOf(client.takeDecision, { ...decision, meeting: undefined }, LEADERS[0])).toBe('TEXT_EMPTY');
      expect(await reasonOf(client.takeDecision, decision, LEADERS[2])).toBe('CONFLICT_OF_INTEREST');
      await ok(client.takeDecision, decision, LEADERS[0]);
      expect(await reasonOf(client.listAwards, { roundId }, EXPERTS[1])).toBe('COMMENDATION_NOT_ISSUED');
      await ok(client.issueCommendation, { roundId, documentNumber: '〔2021〕30号' });
      expect(await ok(client.listAwards, { roundId }, EXPERTS[1])).toMatchObject({
        awards: { projects: [{ entryId: b1, grade: 'second', rank: 2 }] },
      });
      expect(await ok(client.getCircular, { roundId }, EXPERTS[1])).toMatchObject({
        circular: { documentNumber: '〔2021〕30号' },
      });
      expect(await ok(client.getDecision, { roundId }, AUDITOR)).toMatchObject({
        bodySize: 3,
        quorum: 2,
        departures: [{ reason: '尚未验收' }],
      });
      expect(await ok(client.getNaming, { seriesId: SERIES })).toMatchObject({ years: [2021], decision: undefined });
      expect(
        await reasonOf(
          client.namePacesetters,
          { seriesId: SERIES, firstYear: 2021, lastYear: 2021, reading: '', meeting },
          LEADERS[0],
        ),
      ).toBe('NO_PACESETTERS');
      const { events } = await store.readLog({ after: 0, limitMax: 1_000, filter: { types: ['RecordWasRead.v1'] } });
      // The question that was refused before the closing told nothing, and is no read.
      expect(events.map(({ entry, data }) => [entry.actor.id, (data as { rpc: string }).rpc])).toEqual([
        [AUDITOR, '/jiangong.evaluation.v1.EvaluationService/GetResult'],
        [AUDITOR, '/jiangong.evaluation.v1.EvaluationService/GetDecision'],
      ]);
    },
    WITHIN_MS,
  );

  it('shows honours to everybody', async () => {
    expect(await ok(service.client.listHonours, { year: 0, pageSize: 0, pageToken: '' }, null)).toMatchObject({
      honours: [{ title: '项目b1', gradeZh: '二等奖' }, { kind: 'organization' }],
      nextPageToken: '',
    });
    expect(await reasonOf(service.client.listHonours, { year: 0, pageSize: 0, pageToken: 'bm9uZQ' }, null)).toBe(
      'PAGE_TOKEN_INVALID',
    );
  });
});
