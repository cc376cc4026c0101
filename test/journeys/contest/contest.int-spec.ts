import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Campaign } from '../all-goes-wrong/campaign.ts';
import { INSPECTOR, LEADER, OFFICER, YEAR } from '../all-goes-wrong/cast.ts';
import { JURY, PlayedContest, type ShownContest } from './played-contest.ts';

const PLAYED_WITHIN_MS = 600_000;

let contest: PlayedContest;
const [ONE, OTHER, THIRD] = JURY;

beforeAll(async () => {
  contest = new PlayedContest(await Campaign.start());
  await contest.begin();
}, PLAYED_WITHIN_MS);

afterAll(async () => contest.campaign.stop(), PLAYED_WITHIN_MS);

const entryIn = ({ entries }: ShownContest, entryId: string) => {
  const found = entries.find((one) => one.entryId === entryId);
  if (found === undefined) throw new Error(`${entryId} is not in the contest`);
  return found;
};
const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const nextOf = async (): Promise<string> => (await contest.look()).next ?? '';
const why = (by: string, entryId: string, what: string, body: object = {}): Promise<string | undefined> =>
  contest.campaign.reason(by, `${contest.of(entryId)}/${what}`, body);

/** Each is a chapter: what it leaves is where the next begins. */
describe('a live final, from the draw to the result', () => {
  it('calls nobody before the order is drawn; what it is drawn from is committed to by then', async () => {
    const { commitment, draws, next } = await contest.look();
    expect(commitment).toMatch(/^[0-9a-f]{64}$/u);
    expect(draws).toEqual([]);
    expect(await why(OFFICER, next ?? '', 'call')).toBe('ORDER_NOT_DRAWN');
    expect(await contest.campaign.reason(OFFICER, `${contest.path}/draw`, { lot: '十二' })).toBe('INVALID_FIELD');
    expect(await contest.campaign.reason(JURY[0], `${contest.path}/draw`, { lot: '12' })).toBe('NO_GRANT');
  });

  it('is drawn from that and from digits of the hall: anybody draws the same again', async () => {
    const before = await contest.look();
    await contest.campaign.order(OFFICER, `${contest.path}/draw`, { lot: '315' });
    const { draws, entries, commitment } = await contest.look(JURY[0]);
    const [draw] = draws;
    if (draw === undefined) throw new Error('nothing was drawn');
    expect(draw.commitment).toBe(before.commitment);
    expect(digest(draw.secret)).toBe(draw.commitment);
    const ids = entries.map(({ entryId }) => entryId);
    const seed = digest(JSON.stringify({ entries: ids.toSorted(), lot: '315', secret: draw.secret }));
    expect(draw.seed).toBe(seed);
    const lots = ids.toSorted((a, b) => (digest(`${seed} ${a}`) < digest(`${seed} ${b}`) ? -1 : 1));
    expect(entries.toSorted((a, b) => a.place - b.place).map(({ entryId }) => entryId)).toEqual(lots);
    expect(commitment).not.toBe(draw.commitment);
    expect(await contest.campaign.reason(OFFICER, `${contest.path}/draw`, { lot: '316' })).toBe('ORDER_DRAWN_ALREADY');
  });

  it('lets whoever is not there appear behind the others, and only the called one be marked', async () => {
    const absent = await nextOf();
    await contest.order(absent, 'put-off', { reason: 'absent' });
    const called = await nextOf();
    expect(called).not.toBe(absent);
    expect(await why(OFFICER, absent, 'call')).toBe('ENTRY_NOT_NEXT');
    await contest.order(called, 'call');
    await contest.order(called, 'call');
    expect(await why(ONE, absent, 'marks', contest.marks(3_000, 2_000))).toBe('ENTRY_NOT_ON_STAGE');
    expect(await why(ONE, called, 'marks', contest.marks(6_050, 2_000))).toBe('SCORE_OUT_OF_RANGE');
    expect(await why(OFFICER, called, 'marks', contest.marks(3_000, 2_000))).toBeDefined();
    await contest.mark(ONE, called, 5_000, 3_000);
    await contest.mark(OTHER, called, 5_200, 3_000);
    expect(await why(ONE, called, 'marks', contest.marks(5_100, 3_000))).toBe('SHEET_SUBMITTED_ALREADY');
    expect(entryIn(await contest.look(), called)).toMatchObject({ standing: 'on-stage', marksIn: 2, marksWanted: 3 });
  });

  it('closes over marks that are not in for a reason alone, and has those who could not mark mark again', async () => {
    const { onStage } = await contest.look();
    const entryId = onStage ?? '';
    expect(await why(OFFICER, entryId, 'close')).toBe('MARKS_MISSING');
    await contest.order(entryId, 'close', { reason: 'unreachable' });
    // Who saw no answer and sends again is told that his marks are in, whoever is on the stage by then.
    expect(await why(ONE, entryId, 'marks', contest.marks(5_000, 3_000))).toBe('SHEET_SUBMITTED_ALREADY');
    expect(await why(THIRD, entryId, 'marks', contest.marks(4_800, 3_000))).toBe('ENTRY_NOT_ON_STAGE');
    await contest.order(entryId, 'reopen', { seatIds: [contest.person(THIRD)], reason: 'connection-lost' });
    expect(await why(ONE, entryId, 'marks', contest.marks(1_000, 1_000))).toBe('SEAT_NOT_REOPENED');
    await contest.mark(THIRD, entryId, 4_800, 3_000);
    await contest.order(entryId, 'close');
    expect(entryIn(await contest.look(), entryId)).toMatchObject({ standing: 'closed', score: null, rank: 0 });
  });

  it('shows a score once it is closed, to everybody in the hall, and from then on takes two persons', async () => {
    const { entries } = await contest.look();
    const entryId = entries.find(({ standing }) => standing === 'closed')?.entryId ?? '';
    expect(await why(ONE, entryId, 'show')).toBe('NO_GRANT');
    await contest.order(entryId, 'show');
    await contest.order(entryId, 'show');
    for (const by of [OFFICER, ONE, LEADER, INSPECTOR])
      expect(entryIn(await contest.look(by), entryId)).toMatchObject({ standing: 'shown', score: 8_000, rank: 1 });
    expect(await why(OFFICER, entryId, 'reopen', { seatIds: [contest.person(ONE)], reason: 'wrong-marks' })).toBe(
      'PROPOSAL_NEEDED',
    );
    const rounds = `/v1/rounds/${contest.roundId}`;
    const { proposalId } = await contest.campaign.order<{ proposalId: string }>(OFFICER, `${rounds}/proposals`, {
      terms: { act: 'ReopenEntry', entryId, seatIds: [contest.person(ONE)], reason: 'wrong-marks' },
      why: '误将满分少记（虚构）。',
    });
    expect(await contest.campaign.reason(LEADER, `${rounds}/proposals/${proposalId}/carry-out`)).toBe(
      'SECOND_ROLE_NEEDED',
    );
    await contest.campaign.order(INSPECTOR, `${rounds}/proposals/${proposalId}/carry-out`);
    expect(entryIn(await contest.look(), entryId)).toMatchObject({ standing: 'on-stage', score: null });
    await contest.mark(ONE, entryId, 5_300, 3_000);
    await contest.order(entryId, 'close');
    await contest.order(entryId, 'show');
    expect(entryIn(await contest.look(), entryId).score).toBe(8_100);
  });

  it('goes on to the last, and the result is what was shown', async () => {
    const given = [
      [5_900, 3_500],
      [4_000, 3_000],
      [3_500, 2_000],
    ] as const;
    for (const [content, delivery] of given) {
      const entryId = await nextOf();
      await contest.hear(entryId, content, delivery);
      await contest.order(entryId, 'show');
    }
    const { next, entries } = await contest.look();
    expect(next).toBeNull();
    const shown = new Map(entries.map(({ entryId, score, rank }) => [entryId, { score, rank }]));
    await contest.campaign.day(`${YEAR}-03-17`);
    await contest.campaign.order(OFFICER, `/v1/rounds/${contest.roundId}/tally`);
    type Result = Readonly<{ result: { entries: readonly { entryId: string; score: number; rank: number }[] } }>;
    const { result } = await contest.campaign.get<Result>('auditor-1', `/v1/rounds/${contest.roundId}/result`);
    expect(new Map(result.entries.map(({ entryId, score, rank }) => [entryId, { score, rank }]))).toEqual(shown);
    expect(await why(OFFICER, entries[0]?.entryId ?? '', 'call')).toBe('ROUND_CLOSED');
    expect(contest.campaign.judge.faults).toEqual([]);
  });
});
