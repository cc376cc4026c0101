import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { AUDITOR, INSPECTOR, LEADER, OFFICER } from '../all-goes-wrong/cast.ts';
import { AFTER, ALL, nominatorOf, secretaryOf, type Unit } from '../played-nominated.ts';
import { PlayedAppraisal } from './played-appraisal.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;
const RECOMPUTE = join(import.meta.dirname, '../recompute/recompute.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const mustRun = process.env['CI'] === 'true';

type Rows = Readonly<{
  items: readonly Readonly<{ entryId: string; progress: string; claims: number; waiting: number; granted: number }>[];
}>;
type Ranking = readonly Readonly<{ entryId: string; rank: number; score: number }>[];
type Work = Readonly<{ items: readonly Readonly<{ kind: string; done: number; total: number; link: string }>[] }>;
type Steps = Readonly<{ steps: readonly Readonly<{ row: string; bonus: unknown }>[] }>;

if (!hasPython && !mustRun)
  console.warn('NOT RECOMPUTED: test/journeys/appraisal needs python3 for it, which this machine has not');

let campaign: Campaign;
let played: PlayedAppraisal;
const claims: Record<string, string> = {};

beforeAll(async () => {
  campaign = await Campaign.start();
  played = new PlayedAppraisal(campaign);
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

const unitOf = (entryId: string) => ALL.find((unit) => played.entry(unit) === entryId);

/** The ranks and scores of the latest result, by unit; scores in hundredths of a point. */
const ranks = async (): Promise<readonly string[]> => {
  const { ranking } = await campaign.get<{ ranking: Ranking }>(OFFICER, `/v1/rounds/${played.roundId}/result`);
  return ranking.map(({ entryId, rank, score }) => `${rank} ${unitOf(entryId)} ${score}`);
};

/** What waits for somebody about bonuses. */
const bonusWork = async (by: string): Promise<readonly string[]> => {
  await campaign.settled();
  const { items } = await campaign.get<Work>(by, '/v1/work');
  return items.filter(({ kind }) => kind.includes('bonus')).map(({ kind, done, total }) => `${kind} ${done}/${total}`);
};

const refusedClaim = (unit: Unit, claim: unknown, by = nominatorOf(unit)) =>
  campaign.reason(by, played.about(unit, 'bonus-claims'), claim);

describe('a template with bonuses, shipped, played through the public API', () => {
  step('January: the edition is opened, every unit is put forward and cleared', async () => {
    await campaign.day(`${AFTER}-01-02`);
    await played.open();
    await campaign.day(`${AFTER}-01-05`);
    for (const unit of ALL) await played.nominate(unit);
    await campaign.day(`${AFTER}-01-17`);
    for (const unit of ALL) await played.clear(unit);
    await campaign.settled();
    await campaign.day(`${AFTER}-01-27`);
    await campaign.settled();
    await played.findRound();
  });

  step('units claim what they achieved', async () => {
    claims['province'] = await played.claims('a', played.claim('commended', '青年文明号', { levelId: 'province' }));
    claims['city'] = await played.claims('a', played.claim('commended', '青年 文明号', { levelId: 'city' }));
    claims['brand'] = await played.claims('a', played.claim('brand', '红心窗口', { points: 150 }));
    claims['nation'] = await played.claims('b', played.claim('commended', '全国先进', { levelId: 'nation' }));
    claims['mistaken'] = await played.claims('c', played.claim('method', '一线工作法', { points: 100 }));
  });

  step('and are refused what is not theirs, not there, not of the year, or counts already', async () => {
    const refused = (over: object, itemId = 'commended') =>
      refusedClaim('a', played.claim(itemId, '模范集体', { levelId: 'city', ...over }));
    expect(await refused({}, 'beauty')).toBe('BONUS_UNKNOWN');
    expect(await refused({ levelId: 'world' })).toBe('LEVEL_UNKNOWN');
    expect(await refused({ levelId: undefined, points: 151 }, 'brand')).toBe('POINTS_INVALID');
    expect(await refused({ achievedOn: '2023-12-31' })).toBe('OUTSIDE_JUDGED_TIME');
    expect(await refused({ achievedOn: `${AFTER}-12-31` })).toBe('EFFECTIVE_ON_INVALID');
    expect(await refused({ evidence: [] })).toBe('CLAIM_NEEDS_DOCUMENT');
    expect(await refused({ honour: '青年文明号' })).toBe('HONOUR_CLAIMED_ALREADY');
    expect(await refused({ honour: '青年文明号', levelId: undefined, points: 50 }, 'brand')).toBe('HONOUR_ELSEWHERE');
    expect(await refusedClaim('a', played.claim('commended', '模范', { levelId: 'city' }), OFFICER)).toBe('NO_GRANT');
    expect(await refusedClaim('a', played.claim('commended', '模范', { levelId: 'city' }), nominatorOf('b'))).toBe(
      'WRONG_SUBTREE',
    );
  });

  step('a claim is withdrawn while it waits, and read by nobody but who is judged and who decides', async () => {
    await campaign.order(nominatorOf('c'), played.about('c', `bonus-claims/${claims['mistaken']}/withdraw`), {
      why: '材料尚不齐全（虚构）。',
    });
    const mine = await played.bonus(secretaryOf('a'), 'a');
    expect(mine.subject).toBe(true);
    expect(mine.claims.map(({ standing, points }) => `${standing} ${points}`)).toEqual([
      'waiting 150',
      'waiting 100',
      'waiting 200',
    ]);
    const office = await played.bonus(OFFICER, 'a');
    expect(office.groups.map(({ groupId, decides }) => `${groupId} ${decides}`)).toEqual([
      'commended true',
      'innovation true',
    ]);
    const stranger = (by: string) => campaign.play.as(by).refused({ method: 'GET', path: played.about('a', 'bonus') });
    expect((await stranger(secretaryOf('b'))).reason).toBe('WRONG_SUBTREE');
    expect((await stranger(INSPECTOR)).reason).toBe('CLAIM_NOT_YOURS');
    expect((await stranger(AUDITOR)).reason).toBe('NO_GRANT');
    await campaign.settled();
    const { items } = await campaign.get<{ items: readonly { concern: string; waiting: number }[] }>(
      secretaryOf('a'),
      '/v1/my-bonuses',
    );
    expect(items).toEqual([expect.objectContaining({ concern: 'subject', waiting: 3 })]);
  });

  step('the office has it before it that claims wait, decides them, and decides one anew', async () => {
    expect(await bonusWork(OFFICER)).toEqual(['decide-bonus-claims 0/4']);
    await played.grant('a', claims['province'] ?? '', { levelId: 'province' });
    await played.grant('a', claims['city'] ?? '', { levelId: 'city' });
    const decide = played.about('a', `bonus-claims/${claims['brand']}/decide`);
    expect(await campaign.reason(nominatorOf('a'), decide, { verdict: { outcome: 'granted', points: 150 } })).toBe(
      'CLAIM_NOT_YOURS',
    );
    await campaign.order(OFFICER, decide, {
      verdict: { outcome: 'declined', reason: 'not-proved' },
      why: '未附品牌评定文件（虚构）。',
    });
    await campaign.order(OFFICER, played.about('a', `bonus-claims/${claims['brand']}/reconsider`), {
      verdict: { outcome: 'granted', points: 120 },
      ...{ because: 'document-came', why: '文件已补（虚构）。' },
    });
    const told = (await played.bonus(secretaryOf('a'), 'a')).claims.find(({ claimId }) => claimId === claims['brand']);
    expect(told).toMatchObject({ standing: 'granted', verdict: { points: 120, decidedBy: null }, earlier: [{}] });
    await campaign.settled();
    const { items } = await campaign.get<Rows>(OFFICER, `/v1/rounds/${played.roundId}/bonuses`);
    expect(
      items.map(({ entryId, progress, claims: all, waiting }) => [unitOf(entryId), progress, all, waiting]),
    ).toEqual(
      expect.arrayContaining([
        ['a', 'decided', 3, 0],
        ['b', 'waiting', 1, 1],
        ['c', 'none', 0, 0],
      ]),
    );
  });

  step('March: no result comes before every claim has its verdict; then it counts one honour once', async () => {
    await campaign.order(OFFICER, played.about('d', 'occurrences'), {
      ...{ sourceId: 'base', itemId: 'study', effectiveOn: '2024-05-10', count: 2, finding: '两次未学习（虚构）。' },
    });
    await campaign.day(`${AFTER}-03-02`);
    await campaign.settled();
    expect(await campaign.reason(OFFICER, `/v1/rounds/${played.roundId}/tally`)).toBe('CLAIMS_WAITING');
    await played.grant('b', claims['nation'] ?? '', { levelId: 'nation' });
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    // a: 100 + 2 (the city's is the same honour) + 1.2; b: 100 + 3; d: two deductions of one point.
    expect(await ranks()).toEqual(['1 a 10320', '2 b 10300', '3 c 10000', '4 d 9800']);
    const { steps } = await campaign.get<Steps>(
      OFFICER,
      `/v1/rounds/${played.roundId}/result/entries/${played.entry('a')}`,
    );
    expect(steps.find(({ row }) => row === 'bonus-points')?.bonus).toEqual({
      before: 320,
      groups: [
        {
          ...{ group: 'commended', before: 200, points: 200 },
          items: [{ item: 'commended', granted: 2, counted: 1, before: 200, points: 200 }],
        },
        {
          ...{ group: 'innovation', before: 120, points: 120 },
          items: [{ item: 'brand', granted: 1, counted: 1, before: 120, points: 120 }],
        },
      ],
    });
  });

  step('afterwards two persons settle a claim, and the next result says so', async () => {
    const claimId = claims['nation'] ?? '';
    const lower = {
      verdict: { outcome: 'granted', levelId: 'city' },
      ...{ because: 'level-wrong', why: '实为市级（虚构）。' },
    };
    const reconsider = played.about('b', `bonus-claims/${claimId}/reconsider`);
    expect(await campaign.reason(OFFICER, reconsider, lower)).toBe('PROPOSAL_NEEDED');
    const { proposalId } = await campaign.order<{ proposalId: string }>(OFFICER, played.about('b', 'bonus-proposals'), {
      claimId,
      ...lower,
    });
    expect(await Promise.all([OFFICER, LEADER].map(bonusWork))).toEqual([[], ['carry-out-bonus-proposal 0/1']]);
    expect((await played.bonus(LEADER, 'b')).proposals).toEqual([expect.objectContaining({ proposalId, claimId })]);
    const carryOut = played.about('b', `bonus-proposals/${proposalId}/carry-out`);
    expect(await campaign.reason(OFFICER, carryOut, { why: '同意。' })).toBe('NO_GRANT');
    await campaign.order(LEADER, carryOut, { why: '经核实，同意。' });
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await ranks()).toEqual(['1 a 10320', '2 b 10100', '3 c 10000', '4 d 9800']);
    const { because } = await campaign.get<{ because: readonly { change: string }[] }>(
      OFFICER,
      `/v1/rounds/${played.roundId}/result`,
    );
    expect(because.map(({ change }) => change)).toEqual(['bonus-corrected']);
  });

  step('a stranger computes the result again from what an auditor is given', async () => {
    const path = `/v1/rounds/${played.roundId}`;
    const { result } = await campaign.get<{ result: unknown }>(AUDITOR, `${path}/result`);
    const { inputs, tables } = await campaign.get<{ inputs: { bonuses: readonly unknown[] }; tables: unknown }>(
      AUDITOR,
      `${path}/score-sheets`,
    );
    expect(inputs.bonuses).toHaveLength(4);
    expect(JSON.stringify(inputs)).not.toContain('虚构');
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-appraisal-'));
    try {
      const files = { 'scheme.json': tables, 'score-sheets.json': inputs, 'result.json': result };
      for (const [name, value] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(value));
      if (!hasPython && !mustRun) return;
      const { status, stderr } = spawnSync('python3', [RECOMPUTE, folder], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('every answer was as the served document says', () => expect(campaign.judge.faults).toEqual([]));
});
