import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GetBodyResponse } from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import { ActTerms } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import { type PhaseResult, phaseResultHash } from '@jiangong/scoring';
import { roundOf, score, sheetFor } from './evaluation-steps.ts';
import { AUDITOR, editionId, entries, EXPERTS, INSPECTOR, LEADERS, OFFICER, OFFICERS } from './evaluation-world.ts';
import { askingIn, openServiceWorld, type ServiceWorld } from './service-world.ts';

type Fraction = Readonly<{ numerator: string; denominator: string }>;
type EntrySteps = Readonly<{
  scoreRow: string;
  steps: readonly Readonly<{ row: string; value: Fraction; terms: readonly Readonly<{ gives: Fraction }>[] }>[];
}>;

const roundId = roundOf(2021);
const { a1, b1, b2, c1 } = entries(2021);
const WITHIN_MS = 60_000;
/** Signed in, and holds no role. */
const STRANGER = '0190a3c5-7d2e-7c1a-9f00-00000000f00d';

describe('the service in its own process, over gRPC', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await openServiceWorld();
  }, WITHIN_MS);
  afterAll(async () => {
    expect(await world.close()).toBe(0);
  });
  const { ask, ok, reasonOf } = askingIn(() => world);

  it('answers nobody who may not ask, and says why in two languages', async () => {
    expect(await reasonOf('rounds', 'getRound', { roundId }, null)).toBe('NOT_SIGNED_IN');
    expect(await reasonOf('rounds', 'assignSeats', { roundId, seats: [] }, EXPERTS[0])).toBe('NO_GRANT');
    expect(await ask('rounds', 'assignSeats', { roundId, seats: [] })).toMatchObject({
      reason: 'SEATS_NONE',
      field: 'seats',
      zh: expect.stringContaining('席位'),
      en: expect.stringContaining('seat'),
    });
  });

  it('tells the history of a round to whom the round may be shown, and to nobody else', async () => {
    const asked = { roundId, pageSize: 0, pageToken: '' };
    expect(await reasonOf('rounds', 'getRoundHistory', asked, null)).toBe('NOT_SIGNED_IN');
    expect(await reasonOf('rounds', 'getRoundHistory', asked, STRANGER)).toBe('NO_GRANT');
    const { items } = await ok<{ items: readonly unknown[] }>('rounds', 'getRoundHistory', asked, AUDITOR);
    expect(items.length).toBeGreaterThan(0);
  });

  it('gives seats in the round of the edition, shows its rules and its entries', async () => {
    const { rounds } = await ok<{ rounds: readonly { roundId: string }[] }>('rounds', 'listRounds', {
      ...{ pageSize: 0, pageToken: '', sort: '', status: '', phase: '' },
      editionId: editionId(2021),
    });
    expect(rounds.map((round) => round.roundId)).toEqual([roundId]);
    const seats = [
      { personId: OFFICERS.a, sourceId: 'units' },
      { personId: OFFICERS.c, sourceId: 'units' },
      ...EXPERTS.map((personId) => ({ personId, sourceId: 'experts' })),
    ];
    await ok('rounds', 'assignSeats', { roundId, seats });
    await world.campaign.scoringOpens(2021);
    expect(await ok('rounds', 'getRound', { roundId }, OFFICERS.a)).toMatchObject({
      round: { status: 'open', entries: 4, closing: 1, unsealed: false },
      mine: { evaluator: true, sourceId: 'units', sheetStatus: 'blank' },
    });
    const rules = await ok<{ tablesJson: string; rulesHash: string }>('rounds', 'getRules', { roundId });
    expect(rules.rulesHash).toMatch(/^[0-9a-f]{64}$/u);
    expect(JSON.parse(rules.tablesJson)).toMatchObject({ deciding: 'body' });
    const firstPage = { roundId, pageSize: 0, q: '', sort: '', track: '', recused: '' };
    const { entries: listed } = await ok<{ entries: { entryId: string; recused: string }[] }>(
      'rounds',
      'listEntries',
      { ...firstPage, pageToken: '' },
      OFFICERS.a,
    );
    expect(listed.filter(({ recused }) => recused !== '')).toEqual([
      expect.objectContaining({ entryId: a1, recused: 'own-unit' }),
    ]);
    expect(await reasonOf('rounds', 'listEntries', { ...firstPage, pageToken: 'bm9uZQ' }, OFFICERS.a)).toBe(
      'PAGE_TOKEN_INVALID',
    );
  });

  it('reminds whose sheets are awaited, once a day, rehearses it first, and shows when each was reminded', async () => {
    type Reminded = { outcomes: readonly { personId: string; seatId: string; outcome: string }[]; position: number };
    const remind = (more: object = {}): Promise<Reminded> =>
      ok('rounds', 'remindEvaluators', { roundId, seatIds: [], dryRun: false, ...more });
    const words = ({ outcomes }: Reminded): readonly string[] => outcomes.map(({ outcome }) => outcome);
    expect(await reasonOf('rounds', 'remindEvaluators', { roundId, seatIds: [], dryRun: true }, EXPERTS[0])).toBe(
      'NO_GRANT',
    );
    expect(await ask('rounds', 'remindEvaluators', { roundId, seatIds: ['nobody'], dryRun: true })).toMatchObject({
      ...{ reason: 'SEAT_UNKNOWN', field: 'seatIds[0]' },
    });
    const rehearsed = await remind({ dryRun: true });
    expect(words(rehearsed)).toEqual(Array(5).fill('would-be-reminded'));
    expect(rehearsed.position).toBe(0);
    const chosen = rehearsed.outcomes.find(({ personId }) => personId === EXPERTS[0])?.seatId ?? '';
    const one = await remind({ seatIds: [chosen] });
    expect(one.outcomes).toEqual([{ seatId: chosen, personId: EXPERTS[0], outcome: 'reminded' }]);
    expect(one.position).toBeGreaterThan(0);
    expect(words(await remind()).toSorted()).toEqual([...Array<string>(4).fill('reminded'), 'reminded-lately']);
    expect(words(await remind())).toEqual(Array(5).fill('reminded-lately'));
    type Row = { awaited: boolean; remindedAt: string; remindedTimes: number };
    const { evaluators } = await ok<{ evaluators: readonly Row[] }>('rounds', 'getProgress', { roundId });
    for (const row of evaluators) {
      expect(row).toMatchObject({ awaited: true, remindedTimes: 1 });
      expect(row.remindedAt).toMatch(/^\d{4}-/u);
    }
  });

  it(
    'takes sheets, and shows nobody a result before the closing',
    async () => {
      expect(await ask('sheets', 'saveMySheet', { roundId, scores: [score(a1, 50)] }, OFFICERS.a)).toMatchObject({
        reason: 'OWN_UNIT',
        field: 'scores[0].entryId',
      });
      expect(await reasonOf('sheets', 'saveMySheet', { roundId, scores: [score(b1, 50)] }, OFFICERS.b)).toBe(
        'NOT_AN_EVALUATOR',
      );
      for (const who of [OFFICERS.a, OFFICERS.c, ...EXPERTS]) {
        const scores = sheetFor(2021, who);
        await ok('sheets', 'saveMySheet', { roundId, scores }, who);
        const wanted = scores.length * 4;
        const draft = { status: 'draft', scored: wanted, wanted, revision: 0, closing: 1, hindrance: '' };
        expect(await ok('sheets', 'getMySheet', { roundId }, who)).toMatchObject(draft);
        await ok('sheets', 'submitMySheet', { roundId }, who);
        const submitted = { status: 'submitted', scores: [], revision: 1 };
        expect(await ok('sheets', 'getMySheet', { roundId }, who)).toMatchObject(submitted);
      }
      expect(await reasonOf('results', 'getResult', { roundId }, AUDITOR)).toBe('ROUND_NOT_CLOSED');
      const early = { roundId, withoutSeats: [EXPERTS[0]], withoutEntries: [], parameters: {} };
      expect(await reasonOf('results', 'getWhatIf', early)).toBe('ROUND_NOT_CLOSED');
      expect(await reasonOf('results', 'getEntrySteps', { roundId, entryId: a1 })).toBe('ROUND_NOT_CLOSED');
      expect(await reasonOf('rounds', 'getProgress', { roundId }, EXPERTS[0])).toBe('NO_GRANT');
      // Who sits for a unit is kept from its entries by what he is; officers and auditors see it, evaluators do not.
      const { recusals } = await ok<{ recusals: readonly object[] }>('rounds', 'listRecusals', { roundId });
      expect(recusals).toContainEqual(
        expect.objectContaining({ personId: OFFICERS.a, entryId: a1, cause: 'own-unit' }),
      );
      expect(await ok('rounds', 'listRecusals', { roundId }, AUDITOR)).toEqual({ recusals });
      for (const who of [EXPERTS[0], OFFICERS.a])
        expect(await reasonOf('rounds', 'listRecusals', { roundId }, who)).toBe('NO_GRANT');
      const { evaluators } = await ok<{ evaluators: readonly { submitted: boolean; lastAt: string }[] }>(
        'rounds',
        'getProgress',
        { roundId },
      );
      expect(evaluators.map(({ submitted }) => submitted)).toEqual([true, true, true, true, true]);
      const late = await ok('rounds', 'remindEvaluators', { roundId, seatIds: [], dryRun: false });
      expect(late).toMatchObject({ outcomes: Array(5).fill({ outcome: 'not-awaited' }), position: 0 });
      for (const { lastAt } of evaluators) expect(lastAt).not.toBe('');
      const sheets = { ...{ pageSize: 0, pageToken: '', sort: '' }, status: '', roundStatus: '' };
      expect(await ok('sheets', 'listMySheets', sheets, EXPERTS[0])).toMatchObject({
        nextPageToken: '',
        sheets: [{ roundId, roundStatus: 'open', status: 'submitted', scored: 16, wanted: 16 }],
        counts: {
          total: 1,
          facets: [
            { name: 'status', counts: [{ word: 'submitted', count: 1 }] },
            { name: 'roundStatus', counts: [{ word: 'open', count: 1 }] },
          ],
        },
      });
      const drafts = { ...sheets, status: 'draft,blank', sort: 'left' };
      expect(await ok('sheets', 'listMySheets', drafts, EXPERTS[0])).toMatchObject({
        sheets: [],
        counts: { total: 0 },
      });
      expect(await reasonOf('sheets', 'listMySheets', { ...sheets, sort: 'marks' }, EXPERTS[0])).toBe('SORT_UNKNOWN');
      expect(await ok('sheets', 'getMyReceipt', { roundId }, EXPERTS[0])).toMatchObject({ marks: 16, late: false });
      expect(await reasonOf('sheets', 'getMyReceipt', { roundId }, AUDITOR)).toBe('NOTHING_SUBMITTED');
    },
    WITHIN_MS,
  );

  it('lets an evaluator ask for his sheet back, tells the office why, and him what the office said', async () => {
    type Asked = { requestId: string };
    const who = EXPERTS[0];
    const mine = (): Promise<{ reopening: object | null }> => ok('sheets', 'getMySheet', { roundId }, who);
    expect((await mine()).reopening ?? null).toBeNull();
    expect(await reasonOf('sheets', 'requestReopening', { roundId, why: '' }, who)).toBe('TEXT_EMPTY');
    expect(await reasonOf('sheets', 'requestReopening', { roundId, why: '漏看' }, OFFICERS.b)).toBe('NOT_AN_EVALUATOR');
    expect(await reasonOf('sheets', 'withdrawReopeningRequest', { roundId }, who)).toBe('REOPENING_NOT_REQUESTED');
    const { requestId } = await ok<Asked>('sheets', 'requestReopening', { roundId, why: '漏看一份材料' }, who);
    expect(await mine()).toMatchObject({ reopening: { requestId, standing: 'waiting', why: '漏看一份材料' } });
    expect(await ok('rounds', 'getRound', { roundId })).toMatchObject({ round: { reopeningRequests: 1 } });
    expect(await reasonOf('rounds', 'listReopeningRequests', { roundId }, who)).toBe('NO_GRANT');
    expect(await ok('rounds', 'listReopeningRequests', { roundId })).toMatchObject({
      requests: [{ requestId, personId: who, why: '漏看一份材料', standing: 'waiting', proposed: false, seated: true }],
    });
    const declined = { roundId, requestId, why: '两份材料相同' };
    expect(await reasonOf('rounds', 'declineReopening', declined, INSPECTOR)).toBe('NO_GRANT');
    await ok('rounds', 'declineReopening', declined);
    expect(await mine()).toMatchObject({ reopening: { standing: 'declined', declinedWhy: '两份材料相同' } });
    expect(await reasonOf('sheets', 'withdrawReopeningRequest', { roundId }, who)).toBe('REOPENING_ANSWERED_ALREADY');
    const filter = { types: ['ReopeningRequested.v1'] };
    const { events } = await world.store.readLog({ after: 0, limitMax: 1_000, filter });
    expect(JSON.stringify(events[0]?.data)).not.toContain('漏看');
  });

  it(
    'concludes it, and records who looked at the result and at proposals',
    async () => {
      await world.campaign.scoringCloses(2021);
      const { resultHash } = await ok<{ resultHash: string }>('results', 'computeTally', { roundId });
      const { tally, resultGzip } = await ok<{ tally: { ranking: { entryId: string }[] }; resultGzip: Buffer }>(
        'results',
        'getResult',
        { roundId },
        AUDITOR,
      );
      expect(tally.ranking.map(({ entryId }) => entryId)).toEqual([b1, a1, c1, b2]);
      expect(phaseResultHash(JSON.parse(gunzipSync(resultGzip).toString('utf8')) as PhaseResult)).toBe(resultHash);
      const steps = await ok<EntrySteps>('results', 'getEntrySteps', { roundId, entryId: a1 }, LEADERS[0]);
      expect(steps).toMatchObject({ rank: 2, score: 8_000, resultHash, absentReason: '' });
      const last = steps.steps.find(({ row }) => row === steps.scoreRow);
      expect(last?.terms.reduce((sum, { gives }) => sum + Number(gives.numerator) / Number(gives.denominator), 0)).toBe(
        Number(last?.value.numerator) / Number(last?.value.denominator),
      );
      const assumed = { roundId, withoutSeats: [], withoutEntries: [b1], parameters: {} };
      expect(await ok('results', 'getWhatIf', assumed, LEADERS[0])).toMatchObject({
        outcome: 'computed',
        resultHash,
        entries: [
          { entryId: b1, rankBefore: 1, awardsBefore: ['first'], awardsAfter: [] },
          {
            entryId: a1,
            rankBefore: 2,
            rankAfter: 1,
            scoreAfter: 8_000,
            awardsBefore: ['second'],
            awardsAfter: ['first'],
          },
          { entryId: c1, rankBefore: 3, rankAfter: 2 },
          { entryId: b2, rankBefore: 4, rankAfter: 3 },
        ],
      });
      const parameters = { expertsLeast: '4' };
      const fewer = { ...assumed, withoutEntries: [], parameters };
      expect(await ask('results', 'getWhatIf', fewer)).toMatchObject({ outcome: 'lacking', entries: [] });
      const unheard = { ...fewer, parameters: { beauty: '1' } };
      expect(await reasonOf('results', 'getWhatIf', unheard)).toBe('PARAMETERS_INVALID');
      expect(await reasonOf('results', 'getWhatIf', assumed, AUDITOR)).toBe('NO_GRANT');
      const terms = ActTerms.fromPartial({ act: 'VacateSeat', seatId: EXPERTS[0], reason: 'breach-of-rules' });
      const unknown = ActTerms.fromPartial({ act: 'Win' });
      expect(await reasonOf('rounds', 'proposeAct', { roundId, terms, why: '理由' }, EXPERTS[0])).toBe('NO_GRANT');
      expect(await reasonOf('rounds', 'proposeAct', { roundId, terms: unknown, why: '理由' })).toBe('ACT_UNKNOWN');
      const { proposalId } = await ok<{ proposalId: string }>('rounds', 'proposeAct', {
        roundId,
        terms,
        why: '有举报',
      });
      expect(await ok('rounds', 'listProposals', { roundId }, INSPECTOR)).toMatchObject({
        proposals: [{ proposalId, terms, lapsed: false, why: '有举报' }],
      });
      expect(await reasonOf('rounds', 'carryOutAct', { roundId, proposalId })).toBe('NO_GRANT');
      await ok('rounds', 'carryOutAct', { roundId, proposalId }, INSPECTOR);
      expect(await ok('rounds', 'getRound', { roundId })).toMatchObject({
        round: { status: 'tallied', unsealed: true, outdated: true, proposals: 0 },
      });
      const { events } = await world.store.readLog({
        after: 0,
        limitMax: 1_000,
        filter: { types: ['RecordWasRead.v1'] },
      });
      // The question that was refused before the closing told nothing, and is no read.
      expect(events.map(({ entry, data }) => [entry.actor.id, (data as { rpc: string }).rpc])).toEqual([
        [OFFICER, '/jiangong.evaluation.v1.RoundService/ListReopeningRequests'],
        [AUDITOR, '/jiangong.evaluation.v1.ResultService/GetResult'],
        [LEADERS[0], '/jiangong.evaluation.v1.ResultService/GetEntrySteps'],
        [LEADERS[0], '/jiangong.evaluation.v1.ResultService/GetWhatIf'],
        [OFFICER, '/jiangong.evaluation.v1.ResultService/GetWhatIf'],
        [INSPECTOR, '/jiangong.evaluation.v1.RoundService/ListProposals'],
      ]);
    },
    WITHIN_MS,
  );

  it('shows the body of a day to those who record minutes, and to nobody else', async () => {
    const asked = { roundId, meetingOn: '', superior: false };
    expect(await reasonOf('pickers', 'getBody', asked, EXPERTS[0])).toBe('NO_GRANT');
    expect(await reasonOf('pickers', 'getBody', { ...asked, meetingOn: '2021-02-30' })).toBe('MEETING_DAY_INVALID');
    const { members } = await ok<GetBodyResponse>('pickers', 'getBody', asked);
    expect(members.map(({ personId }) => personId).toSorted()).toEqual([...LEADERS].toSorted());
    expect(members.every(({ left }) => !left)).toBe(true);
  });

  it('shows honours to everybody', async () => {
    expect(await ok('honours', 'listHonours', ListHonoursRequest.fromPartial({}), null)).toMatchObject({
      honours: [],
      nextPageToken: '',
    });
  });
});
