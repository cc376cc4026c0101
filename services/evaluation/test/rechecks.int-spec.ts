import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annulDecision } from '../src/application/annul-decision.ts';
import { changeHonours } from '../src/application/change-honours.ts';
import { honourStream } from '../src/application/streams.ts';
import type { AwardRule, Recheck } from '../src/domain/decision/outcome-table.ts';
import type { ScoringOrder } from '../src/domain/round/orders.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { commend, decide } from './decision-steps.ts';
import { grantOffices, roundOf, runYear, settle, workOfOffices } from './decision-world.ts';
import { FIRST, LEADER, ORGANIZER, rule, SECOND } from './domain/decision/example-decidable.ts';
import { admit, entryOf } from './domain/round/example-round.ts';
import { accepted, refusalOf } from './evaluation-world.ts';

const AGAIN = roundOf(2022);
const INSPECTOR = ['inspector-1', 'discipline-inspector'] as const;
const PROPOSAL_WAITS = ['inspector carry-out-honour-proposal', 'leader carry-out-honour-proposal'];

const saying = (
  id: string,
  pick: AwardRule['pick'],
  recheck: Omit<Recheck, 'withinDays'> & Partial<Recheck>,
): AwardRule =>
  rule({
    ...{ id, pick, zh: `${id}（中）`, gives: recheck.finding === 'withdrawn' ? 'withdrawal' : 'card' },
    recheck: { withinDays: null, ...recheck },
  });

/** Two units are honoured, so that one may lose it and one may mend it. */
const givenBefore = [FIRST, SECOND, LEADER, { ...ORGANIZER, pick: { by: 'first', count: 2 } } as const];

/** The first loses what it holds, the second has a month to mend it; of people nothing is looked at again. */
const outcome = [
  saying('lost', { by: 'first', count: 1 }, { code: 'jiangong.organizer', finding: 'withdrawn' }),
  saying(
    'mended',
    { by: 'next', after: 'lost', count: 1 },
    { code: 'jiangong.organizer', finding: 'to-rectify', withinDays: 30 },
  ),
  saying('person', { by: 'next', after: 'mended', count: 1 }, { code: 'jiangong.leader', finding: 'withdrawn' }),
];

const holder = (name: string, kind: string, id: string): ScoringOrder => ({
  ...(admit(name) as Extract<ScoringOrder, { type: 'AdmitEntry' }>),
  entry: { ...entryOf(name), subject: { kind, id }, track: kind },
});

describe('awards that are looked at again, over PostgreSQL', () => {
  let stage: DecisionStage;
  let lost = '';
  let mended = '';
  let ofPerson = '';
  let first = '';

  const rows = <T extends object>(sql: string): Promise<readonly T[]> => stage.ground.rows.query<T>(sql);
  const typesOf = async (honourId: string): Promise<readonly string[]> =>
    (await stage.store.readStream(honourStream(honourId))).map(({ entry }) => entry.type);
  const proposalOf = async (honourId: string) => {
    const [proposal] = (await stage.honours.getHonour({ honourId })).proposals;
    if (proposal === undefined) throw new Error('nothing is proposed');
    return proposal;
  };
  const annul = async (decisionId: string): Promise<void> => {
    const annulling = annulDecision(stage.decisions);
    const { proposalId, handled } = await annulling.propose(
      { roundId: AGAIN, decisionId, reason: 'rule-misread', why: '误读复核办法' },
      stage.call(),
    );
    accepted(handled);
    accepted(await annulling.carryOut({ roundId: AGAIN, proposalId, why: '属实' }, stage.call(...INSPECTOR)));
    await stage.caughtUp();
  };

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await grantOffices(stage);
    await runYear(stage, 2021, { outcome: givenBefore });
    stage.moveTo('2021-12-13T02:00:00.000Z');
    await decide(stage, roundOf(2021));
    await commend(stage, roundOf(2021));
    const held = await rows<{ honourId: string; code: string; holderId: string }>(
      `select honour_id as "honourId", code, holder_id as "holderId" from honour`,
    );
    const heldBy = (code: string, id: string): string =>
      held.find((one) => one.code === code && one.holderId === id)?.honourId ?? '';
    lost = heldBy('jiangong.organizer', 'unit-a');
    mended = heldBy('jiangong.organizer', 'unit-b');
    ofPerson = heldBy('jiangong.leader', '');
    await runYear(stage, 2022, {
      outcome,
      entries: [
        holder('a', 'organization', 'unit-a'),
        holder('b', 'organization', 'unit-b'),
        holder('c', 'person', 'leader-a'),
      ],
    });
  }, 90_000);
  afterAll(async () => stage.close());

  it('stand as they stood until what was decided over them is made known', async () => {
    stage.moveTo('2022-12-13T02:00:00.000Z');
    first = await decide(stage, AGAIN);
    expect(first).not.toBe('');
    for (const honourId of [lost, mended, ofPerson]) expect(await typesOf(honourId)).toEqual(['HonourGranted.v1']);
  });

  it('that one is lost is proposed for a second person of another office, once however often it is heard', async () => {
    stage.moveTo('2022-12-20T02:00:00.000Z');
    await commend(stage, AGAIN, '〔2022〕30号');
    expect(await typesOf(lost)).toEqual(['HonourGranted.v1', 'ActProposed.v1']);
    const proposal = await proposalOf(lost);
    expect(proposal).toMatchObject({ act: 'WithdrawHonour', reason: 'recheck-failed' });
    expect(proposal.why).toContain('lost（中）');
    expect((await workOfOffices(stage)).filter((line) => line.includes('proposal'))).toEqual(PROPOSAL_WAITS);
    const events = await stage.store.readStream(honourStream(lost));
    expect(events.map(({ dataBytes }) => dataBytes.toString('utf8')).join()).not.toContain('lost（中）');
  });

  it('is not lost by the word of who issued the circular', async () => {
    const { proposalId } = await proposalOf(lost);
    const change = changeHonours(stage.decisions);
    const order = { honourId: lost, proposalId, why: '属实' };
    expect(refusalOf(await change.carryOut('WithdrawHonour', order, stage.call()))).toMatch(/^SECOND_PERSON/);
  });

  it('what is to be mended has its day, and waits for the office until then', async () => {
    expect(await typesOf(mended)).toEqual(['HonourGranted.v1', 'HonourRechecked.v1']);
    const { rechecks } = await stage.honours.getHonour({ honourId: mended });
    expect(rechecks).toMatchObject([{ effectiveOn: '2022-12-20', outcome: 'to-rectify', rectifyBy: '2023-01-19' }]);
    expect(rechecks[0]?.report).toContain('mended（中）');
    expect(await workOfOffices(stage)).toContain('officer recheck-honour 2023-01-19T16:00:00.000Z');
  });

  it('the honour of a person, who stands in no table of honours, is left to people', async () => {
    expect(await typesOf(ofPerson)).toEqual(['HonourGranted.v1']);
    expect((await stage.honours.getHonour({ honourId: ofPerson })).proposals).toEqual([]);
  });

  it('what was proposed by a decision that is annulled is turned down with it', async () => {
    await annul(first);
    expect(await typesOf(lost)).toEqual(['HonourGranted.v1', 'ActProposed.v1', 'ProposalRejected.v1']);
    expect((await stage.honours.getHonour({ honourId: lost })).proposals).toEqual([]);
    expect((await workOfOffices(stage)).filter((line) => line.includes('honour-proposal'))).toEqual([]);
  });

  it('decided anew they are proposed anew, and lost by the word of two; an annulment after that gives nothing back by itself', async () => {
    const second = await decide(stage, AGAIN, { meetingOn: '2022-12-20' });
    stage.moveTo('2022-12-28T02:00:00.000Z');
    await commend(stage, AGAIN, '〔2022〕31号');
    const { proposalId } = await proposalOf(lost);
    const order = { honourId: lost, proposalId, why: '属实' };
    accepted(await changeHonours(stage.decisions).carryOut('WithdrawHonour', order, stage.call(...INSPECTOR)));
    await annul(second);
    expect((await typesOf(lost)).slice(3)).toEqual(['ActProposed.v1', 'HonourWithdrawn.v1']);
    const { honours } = await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }));
    const standing = honours.map(({ honourId }) => honourId);
    expect([standing.includes(mended), standing.includes(lost)]).toEqual([true, false]);
    expect((await stage.honours.getHonour({ honourId: mended })).rechecks).toHaveLength(2);
  });

  it('have read models that are the same when rebuilt from zero', async () => {
    for (const reader of ['honours', 'decisions', 'translator'])
      expect(await stage.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  }, 60_000);
});
