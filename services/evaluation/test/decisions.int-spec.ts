import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annulDecision } from '../src/application/annul-decision.ts';
import { attestMinutes, withdrawMinutes } from '../src/application/attest-minutes.ts';
import { issueCircular, publishProposal } from '../src/application/issue-circular.ts';
import { recordMinutes, type RecordMinutesRequest } from '../src/application/record-minutes.ts';
import { decisionStream, roundStream } from '../src/application/streams.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { attest, commend, decide, minutesRequest, record } from './decision-steps.ts';
import { editionOf, roundOf, runYear, settle } from './decision-world.ts';
import { SUPERIOR } from './domain/decision/example-decidable.ts';
import { accepted, refusalOf } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const INSPECTOR = ['inspector-1', 'discipline-inspector'] as const;

describe('a decision over a round, over PostgreSQL', () => {
  let stage: DecisionStage;
  let first = '';
  const recorded = async (over: Partial<RecordMinutesRequest>): Promise<string> =>
    refusalOf((await recordMinutes(stage.decisions)(await minutesRequest(stage, ROUND, over), stage.call())).handled);
  const toldTypes = async (): Promise<readonly string[]> => {
    await stage.caughtUp();
    const told = await stage.ground.rows.query<{ type: string }>(
      `select type from messaging.public_fact where context = 'evaluation' order by position, ordinal`,
    );
    return told.map(({ type }) => type.replace('evaluation.', ''));
  };

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await runYear(stage, 2021, { secondNotice: true });
    stage.moveTo('2021-12-13T02:00:00.000Z');
  }, 90_000);
  afterAll(async () => stage.close());

  it('is the body’s of the meeting’s day: whoever left before, or joined after, is none of it', async () => {
    await stage.tellFact('membership.person-l9', 'RoleGranted.v1', {
      grantId: 'grant-l9',
      personId: 'l9',
      role: 'committee-leader',
      organizationId: '30000000-0000-4000-8000-000000000001',
      from: '2021-12-13T01:00:00.000Z',
    });
    await stage.caughtUp();
    expect(await recorded({ meetingOn: '2021-12-12', present: ['l1', 'l2', 'l3', 'l9'] })).toBe(
      'NOT_IN_BODY present[3]',
    );
    const decisionId = await record(stage, ROUND, { present: ['l1', 'l2', 'l9'] });
    const { state } = await stage.decisions.handleDecision.stateOf(decisionStream(decisionId));
    expect(state.kind === 'recorded' && state.minutes.body.map(({ personId, homeId }) => [personId, homeId])).toEqual([
      ['l1', null],
      ['l2', null],
      ['l3', null],
      ['l4', 'unit-a'],
      ['l9', null],
    ]);
    accepted(await withdrawMinutes(stage.decisions)({ roundId: ROUND, decisionId, why: '重新登记' }, stage.call()));
  });

  it('asks for a quorum of those not recused, and for the superior body only where none is possible', async () => {
    expect(await recorded({ meetingOn: '2021-12-12', present: ['l1', 'l4'] })).toBe('QUORUM_NOT_REACHED present');
    expect(await recorded({ meetingOn: '2021-12-12', superior: true, present: ['s1', 's2'] })).toBe(
      'SUPERIOR_NOT_NEEDED committeeId',
    );
    expect(await stage.decisions.known.superiorOf(SUPERIOR, { day: '2021-12-13', least: 2 })).toBeUndefined();
  });

  it('takes effect when enough of those present have attested, and stands in the round’s stream then', async () => {
    first = await record(stage, ROUND, {
      meetingOn: '2021-12-12',
      departures: [
        { entryId: 'entry-a', rule: 'second', reason: '尚未验收' },
        { entryId: 'entry-b', rule: 'first', reason: '成效突出' },
      ],
    });
    expect(await attest(stage, ROUND, first, 'l1')).toEqual([false]);
    const types = async () => (await stage.store.readStream(roundStream(ROUND))).map(({ type }) => type);
    expect(await types()).not.toContain('DecisionTaken.v1');
    const stranger = await attestMinutes(stage.decisions)(
      { roundId: ROUND, decisionId: first },
      stage.call('officer-1'),
    );
    expect(refusalOf(stranger.handled)).toBe('NOT_PRESENT decisionId');
    expect(await attest(stage, ROUND, first, 'l2')).toEqual([true]);
    expect((await types()).at(-1)).toBe('DecisionTaken.v1');
    await stage.caughtUp();
  });

  it('attested twice by one is attested once, and a repeated order gets its first answer', async () => {
    const call = stage.call('l2', 'committee-leader');
    const again = await attestMinutes(stage.decisions)({ roundId: ROUND, decisionId: first }, call);
    expect(accepted(again.handled).facts).toEqual([]);
    const events = await stage.store.readStream(decisionStream(first));
    expect(events.filter(({ type }) => type === 'MinutesAttested.v1')).toHaveLength(2);
  });

  it('shows its reasons to whoever may read it, and has them sealed in the log', async () => {
    const { decision } = await stage.decided.getDecision({ roundId: ROUND });
    expect(decision).toMatchObject({
      decisionId: first,
      state: 'in-force',
      departures: [
        { entryId: 'entry-a', rule: 'second', reason: '尚未验收' },
        { entryId: 'entry-b', rule: 'first', reason: '成效突出' },
      ],
    });
    const [minuted] = await stage.store.readStream(decisionStream(first));
    expect(minuted?.dataBytes.toString('utf8')).not.toContain('尚未验收');
  });

  it('tells nobody of an award before the circular', async () => {
    expect(await toldTypes()).toContain('DecisionTaken.v1');
    const told = await stage.ground.rows.query<{ data: unknown }>(
      `select data from messaging.public_fact where context = 'evaluation' and type = 'evaluation.DecisionTaken.v1'`,
    );
    expect(JSON.stringify(told)).not.toContain('entry-b');
    await expect(stage.decided.listAwards({ roundId: ROUND })).rejects.toThrow('CIRCULAR_NOT_ISSUED');
  });

  it('is published before its circular, which waits for notice and objections', async () => {
    const issue = () =>
      issueCircular(stage.decisions)({ roundId: ROUND, documentNumber: '〔2021〕30号' }, stage.call());
    expect(refusalOf(await issue())).toBe('NOTICE_NOT_PUBLISHED roundId');
    accepted(await publishProposal(stage.decisions)({ roundId: ROUND }, stage.call()));
    expect(refusalOf(await issue())).toBe('NOTICE_RUNNING roundId');
    stage.moveTo('2021-12-25T02:00:00.000Z');
    const objection = { objectionId: 'objection-1', entryId: 'entry-b', editionId: editionOf(2021), against: 'result' };
    await stage.tellFact('merit-projects.entries-b', 'ObjectionReceived.v1', objection);
    await stage.caughtUp();
    expect(refusalOf(await issue())).toBe('OBJECTION_OPEN roundId');
    const settle = (outcome: string) =>
      stage.tellFact('merit-projects.entries-b', 'ObjectionSettled.v1', { ...objection, outcome });
    await settle('upheld');
    await stage.caughtUp();
    expect(refusalOf(await issue())).toBe('OBJECTION_UPHELD roundId');
    // The answer was given in error: it is taken back, and the circular waits for the other one.
    await stage.tellFact('merit-projects.entries-b', 'ObjectionReopened.v1', objection);
    await stage.caughtUp();
    expect(refusalOf(await issue())).toBe('OBJECTION_OPEN roundId');
    await settle('rejected');
    await stage.caughtUp();
  });

  it('is made known by the circular, from which every honour follows', async () => {
    await commend(stage, ROUND);
    const { awards } = await stage.decided.listAwards({ roundId: ROUND });
    expect(awards?.entries.map(({ entryId, grade, rank }) => [entryId, grade, rank])).toEqual([
      ['entry-b', 'first', 2],
      ['entry-a', 'second', 1],
    ]);
    expect(awards?.leaders).toMatchObject([{ personId: 'leader-b', entryId: 'entry-b' }]);
    expect((await stage.decided.getCircular({ roundId: ROUND })).circular?.bodyZh).toContain('1．项目b（乙局）');
    const told = await toldTypes();
    expect(told.filter((type) => /Circular|Commendation|Award|Honour/u.test(type))).toEqual(['CircularIssued.v1']);
    const { honours } = await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }));
    expect(honours.map(({ kind, title, organizationZh, gradeZh }) => [kind, title, organizationZh, gradeZh])).toEqual([
      ['entry', '项目b', '乙局', '一等奖'],
      ['entry', '项目a', '甲局', '二等奖'],
      ['organization', '', '乙局', '优秀组织奖'],
    ]);
  });

  it('is undone by two persons, with every honour of its circular; then another one follows', async () => {
    const annul = annulDecision(stage.decisions);
    const { proposalId, handled } = await annul.propose(
      { roundId: ROUND, decisionId: first, reason: 'rule-misread', why: '误读办法' },
      stage.call(),
    );
    accepted(handled);
    const shown = (await stage.decided.listDecisions({ roundId: ROUND })).decisions.flatMap((one) => one.proposals);
    expect(shown).toMatchObject([{ proposalId, reason: 'rule-misread', why: '误读办法' }]);
    const answered = { roundId: ROUND, proposalId, why: '属实' };
    expect(refusalOf(await annul.carryOut(answered, stage.call()))).toMatch(/^SECOND_PERSON_NEEDED/);
    accepted(await annul.carryOut(answered, stage.call(...INSPECTOR)));
    await stage.caughtUp();
    expect((await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }))).honours).toEqual([]);
    const second = await decide(stage, ROUND, { meetingOn: '2021-12-25' });
    accepted(await publishProposal(stage.decisions)({ roundId: ROUND }, stage.call()));
    stage.moveTo('2022-01-10T02:00:00.000Z');
    await commend(stage, ROUND, '〔2022〕1号');
    const { decisions } = await stage.decided.listDecisions({ roundId: ROUND });
    expect(decisions.map(({ decisionId, state }) => [decisionId === second, state])).toEqual([
      [false, 'withdrawn'],
      [false, 'annulled'],
      [true, 'commended'],
    ]);
    const { honours } = await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }));
    expect(honours.map(({ title, gradeZh }) => `${title} ${gradeZh}`)).toEqual([
      '项目a 一等奖',
      '项目b 二等奖',
      ' 优秀组织奖',
    ]);
  });

  it('looks for a member’s home on the meeting’s day, not where he belongs since', async () => {
    await stage.tellFact('membership.person-l4', 'PersonMoved.v1', {
      ...{ personId: 'l4', fromOrganizationId: 'unit-a', organizationId: 'unit-b', effectiveOn: '2022-02-01' },
    });
    await stage.caughtUp();
    const committeeId = '30000000-0000-4000-8000-000000000001';
    const homeOn = async (day: string) =>
      (await stage.decisions.known.bodyOn(committeeId, day)).find(({ personId }) => personId === 'l4')?.homeId;
    expect(await homeOn('2022-01-31')).toBe('unit-a');
    expect(await homeOn('2022-02-01')).toBe('unit-b');
  });

  it('has read models that are the same when rebuilt from zero', async () => {
    for (const reader of ['decisions', 'honours', 'successions', 'rounds', 'editions', 'translator'])
      expect(await stage.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  }, 60_000);
});
