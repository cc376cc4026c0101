import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { AUDITOR, INSPECTOR, LEADER, OFFICER } from '../all-goes-wrong/cast.ts';
import { AFTER, ALL, nominatorOf, PlayedCivilized, secretaryOf, type Unit } from './played-civilized.ts';
import { stepsOf } from '../steps.ts';

const START_MS = 180_000;
const STEP_MS = 120_000;
const RECOMPUTE = join(import.meta.dirname, '../recompute/recompute.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const mustRun = process.env['CI'] === 'true';

type Checklist = Readonly<{
  subject: boolean;
  findings: readonly Readonly<{
    occurrenceId: string;
    itemId: string;
    finding: string;
    recordedBy: string | null;
    withdrawnFor: string | null;
    answers: readonly Readonly<{ answer: string }>[];
  }>[];
  marks: readonly Readonly<{ itemId: string; giver: string; points: readonly number[] }>[];
}>;
type Rows = Readonly<{ items: readonly Readonly<{ entryId: string; progress: string; findings: number }>[] }>;
type Ranking = readonly Readonly<{ entryId: string; rank: number; score: number }>[];

if (!hasPython && !mustRun)
  console.warn('NOT RECOMPUTED: test/journeys/civilized needs python3 for it, which this machine has not');

let campaign: Campaign;
let played: PlayedCivilized;
let complaint = '';
let verdict = '';

beforeAll(async () => {
  campaign = await Campaign.start();
  played = new PlayedCivilized(campaign);
}, START_MS);
afterAll(() => campaign?.stop(), STEP_MS);

const step = stepsOf(STEP_MS);

const checklist = (by: string, unit: Unit): Promise<Checklist> =>
  campaign.get<Checklist>(by, played.about(unit, 'checklist'));

/** The ranks and scores of the latest result, by unit; scores in tenths of a point. */
const ranks = async (): Promise<readonly string[]> => {
  const { ranking } = await campaign.get<{ ranking: Ranking }>(OFFICER, `/v1/rounds/${played.roundId}/result`);
  return ranking.map(
    ({ entryId, rank, score }) => `${rank} ${ALL.find((unit) => played.entry(unit) === entryId)} ${score}`,
  );
};

describe('a template of check-lists, shipped, played through the public API', () => {
  step('January: the edition is opened, and every unit is put forward', async () => {
    await campaign.day(`${AFTER}-01-02`);
    await played.open();
    await campaign.day(`${AFTER}-01-06`);
    for (const unit of ALL) await played.nominate(unit);
  });

  step('February: cleared, and the check is the window of the round', async () => {
    await campaign.day(`${AFTER}-02-03`);
    for (const unit of ALL) await played.clear(unit);
    await campaign.settled();
    await campaign.day(`${AFTER}-02-17`);
    await campaign.settled();
    await played.findRound();
  });

  step('each office finds and marks what is its own', async () => {
    for (const unit of ALL) await played.review(unit);
    complaint = await played.find(OFFICER, 'a', played.finding('complaints', '2023-05-10', 2));
    await played.find(OFFICER, 'a', played.finding('volunteering', '2024-03-05', 5));
    await played.find(OFFICER, 'd', played.finding('volunteering', '2024-03-05', 10));
    verdict = await played.find(INSPECTOR, 'b', played.finding('law', '2022-08-01'));
  });

  step('and is refused what is not, what never was, and what earns no more', async () => {
    const refused = (by: string, unit: Unit, finding: unknown) =>
      campaign.reason(by, played.about(unit, 'occurrences'), finding);
    expect(await refused(INSPECTOR, 'a', played.finding('complaints', '2023-05-10'))).toBe('ITEM_NOT_YOURS');
    expect(await refused(OFFICER, 'a', played.finding('law', '2023-05-10'))).toBe('ITEM_NOT_YOURS');
    expect(await refused(nominatorOf('a'), 'a', played.finding('complaints', '2023-05-10'))).toBe('ITEM_NOT_YOURS');
    expect(await refused(nominatorOf('b'), 'a', played.finding('complaints', '2023-05-10'))).toBe('WRONG_SUBTREE');
    expect(await refused(OFFICER, 'a', played.finding('beauty', '2023-05-10'))).toBe('ITEM_UNKNOWN');
    expect(await refused(OFFICER, 'a', played.finding('study', '2023-05-10'))).toBe('ITEM_NOT_COUNTED');
    expect(await refused(OFFICER, 'a', played.finding('complaints', '2021-12-31'))).toBe('PERIOD_NOT_OPEN');
    expect(await refused(OFFICER, 'a', played.finding('complaints', `${AFTER}-12-31`))).toBe('EFFECTIVE_ON_INVALID');
    expect(await refused(OFFICER, 'd', played.finding('volunteering', '2024-06-05'))).toBe('CAP_REACHED');
    const mark = { sourceId: 'standard', itemId: 'study', period: 1, points: [2_050] };
    expect(await campaign.reason(OFFICER, played.about('a', 'item-reviews'), mark)).toBe('SCORE_OUT_OF_RANGE');
    expect(await campaign.reason(INSPECTOR, played.about('a', 'item-reviews'), { ...mark, points: [1_000] })).toBe(
      'NOT_A_REVIEWER',
    );
  });

  step('whoever is judged sees what was found about him, scores himself and answers', async () => {
    const by = secretaryOf('a');
    await campaign.settled();
    const { items } = await campaign.get<{ items: readonly { concern: string; entryId: string | null }[] }>(
      by,
      '/v1/my-checklists',
    );
    expect(items).toEqual([expect.objectContaining({ concern: 'subject', entryId: played.entry('a') })]);
    const mine = await checklist(by, 'a');
    expect(mine.subject).toBe(true);
    expect(mine.findings.map(({ itemId, recordedBy }) => `${itemId} ${recordedBy}`)).toEqual([
      'volunteering null',
      'complaints null',
    ]);
    await campaign.order(by, played.about('a', `occurrences/${complaint}/answers`), {
      answer: '两件投诉均已办结并回访（虚构）。',
    });
    await campaign.order(by, played.about('a', 'self-scores'), {
      ...{ sourceId: 'standard', itemId: 'study', period: 1, points: [1_950] },
    });
    expect(
      await campaign.reason(OFFICER, played.about('a', `occurrences/${complaint}/answers`), { answer: '属实。' }),
    ).toBe('NO_GRANT');
    expect(
      (await campaign.play.as(secretaryOf('b')).refused({ method: 'GET', path: played.about('a', 'checklist') }))
        .reason,
    ).toBe('WRONG_SUBTREE');
  });

  step('the office sees how far each list is, and withdraws alone only while the period is open', async () => {
    const wrong = await played.find(OFFICER, 'c', played.finding('complaints', '2023-05-11'));
    await campaign.order(OFFICER, played.about('c', `occurrences/${wrong}/withdraw`), {
      ...{ reason: 'of-another-entry', why: '系其他单位的投诉（虚构）。' },
    });
    await campaign.order(OFFICER, played.about('b', 'closed-periods'), { part: 'round', period: 1 });
    await campaign.settled();
    const { items } = await campaign.get<Rows>(OFFICER, `/v1/rounds/${played.roundId}/checklists`);
    expect(
      items.map(({ entryId, progress, findings }) => [
        ALL.find((unit) => played.entry(unit) === entryId),
        progress,
        findings,
      ]),
    ).toEqual([
      ['a', 'entered', 2],
      ['b', 'closed', 1],
      ['c', 'entered', 0],
      ['d', 'entered', 1],
    ]);
    expect(
      await campaign.reason(INSPECTOR, played.about('b', `occurrences/${verdict}/withdraw`), {
        ...{ reason: 'not-established', why: '复查不成立（虚构）。' },
      }),
    ).toBe('PROPOSAL_NEEDED');
  });

  step('April: the round is closed and tallied by the frozen rules', async () => {
    await campaign.day(`${AFTER}-04-01`);
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await ranks()).toEqual(['1 d 1000', '2 a 820', '3 c 700', '4 b 680']);
  });

  step('what was wrong in it is corrected by two persons, and the next result says so', async () => {
    const { proposalId } = await campaign.order<{ proposalId: string }>(
      OFFICER,
      played.about('b', 'checklist-proposals'),
      {
        terms: { act: 'WithdrawOccurrence', occurrenceId: verdict, reason: 'not-established' },
        why: '申诉后复查，案件不成立（虚构）。',
      },
    );
    const carryOut = played.about('b', `checklist-proposals/${proposalId}/carry-out`);
    expect(await campaign.reason(OFFICER, carryOut, { why: '同意。' })).toBe('NO_GRANT');
    await campaign.order(LEADER, carryOut, { why: '经核实，同意撤销。' });
    await campaign.settled();
    await campaign.order(OFFICER, `/v1/rounds/${played.roundId}/tally`);
    expect(await ranks()).toEqual(['1 d 1000', '2 a 820', '3 b 780', '4 c 700']);
    const { because } = await campaign.get<{ because: readonly { change: string }[] }>(
      OFFICER,
      `/v1/rounds/${played.roundId}/result`,
    );
    expect(because.map(({ change }) => change)).toEqual(['checklist-corrected']);
  });

  step('a stranger computes the result again from what an auditor is given', async () => {
    const path = `/v1/rounds/${played.roundId}`;
    const { result } = await campaign.get<{ result: unknown }>(AUDITOR, `${path}/result`);
    const { inputs, tables } = await campaign.get<{ inputs: unknown; tables: unknown }>(
      AUDITOR,
      `${path}/score-sheets`,
    );
    expect(JSON.stringify(inputs)).not.toContain('虚构');
    const folder = await mkdtemp(join(tmpdir(), 'jiangong-civilized-'));
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
