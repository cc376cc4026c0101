import { grantsOf } from '@jiangong/access/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { annulDecision } from '../src/application/annul-decision.ts';
import { attestMinutes } from '../src/application/attest-minutes.ts';
import { partIdOf } from '../src/application/decision-streams.ts';
import { issueCircular, publishProposal } from '../src/application/issue-circular.ts';
import { partsShown } from '../src/application/parts-of-result.ts';
import { recordMinutes, type RecordMinutesRequest } from '../src/application/record-minutes.ts';
import { roundStream } from '../src/application/streams.ts';
import { listWork } from '../src/application/work/list-work.ts';
import type { CircularIssued, DecisionTaken, ProposalPublished } from '../src/domain/decision/taken-facts.ts';
import type { ScoringOrder } from '../src/domain/round/orders.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { attest, minutesRequest, record } from './decision-steps.ts';
import { editionOf, grantOffices, OFFICES, roundOf, settle } from './decision-world.ts';
import { COMMITTEE } from './domain/decision/example-decidable.ts';
import { admit, assign, close, open, prepare, setWindow, tablesOf, tally } from './domain/round/example-round.ts';
import { accepted, refusalOf } from './evaluation-world.ts';

const YEAR = 2021;
const ROUND = roundOf(YEAR);
const A = partIdOf(ROUND, 'unit-a');
const B = partIdOf(ROUND, 'unit-b');
const C = partIdOf(ROUND, 'unit-c');
/** Three officers of unit a, one of unit b, two of unit c. */
const OFFICERS = { o1: 'unit-a', o2: 'unit-a', o3: 'unit-a', p1: 'unit-b', q1: 'unit-c', q2: 'unit-c' } as const;
const DECIDE_BY = '2021-12-20T16:00:00.000Z';

const unitTables = () => {
  const tables = tablesOf();
  const body = {
    id: 'unit-body',
    role: 'unit-officer',
    scope: 'superior',
    least: 2,
    recuse: 'home',
    attest: null,
  } as const;
  const [rule] = tables.outcome;
  if (rule === undefined) throw new Error('no rule');
  return {
    ...tables,
    parties: [...tables.parties, body],
    deciding: body.id,
    makers: ['notice', 'commend'] as const,
    notices: [
      { id: 'proposed', after: 'decide', what: ['proposed'], days: 5, clock: 'working', again: 'remaining' } as const,
    ],
    outcome: [{ ...rule, pick: { by: 'at-least' as const, score: 0 }, edge: 'out' as const }],
  };
};

describe('a result over which committees of units decide, over PostgreSQL', () => {
  let stage: DecisionStage;
  const call = (personId: string) => stage.call(personId, 'unit-officer');
  const shownTo = async (personId: string) => {
    await stage.caughtUp();
    return partsShown(stage.decisions)(ROUND, await grantsOf(stage.ground.rows, personId), call(personId));
  };
  const recorded = async (partId: string, over: Partial<RecordMinutesRequest>): Promise<string> =>
    refusalOf((await recordMinutes(stage.decisions)(await minutesRequest(stage, partId, over), stage.call())).handled);
  const attestedBy = async (partId: string, decisionId: string, ...people: readonly string[]): Promise<boolean[]> => {
    const inForce: boolean[] = [];
    for (const personId of people) {
      const done = await attestMinutes(stage.decisions)({ roundId: partId, decisionId }, call(personId));
      accepted(done.handled);
      inForce.push(done.inForce);
    }
    await stage.caughtUp();
    return inForce;
  };
  const workOf = async (personId: string): Promise<readonly string[]> => {
    await stage.caughtUp();
    const { rows, clock } = stage.ground;
    const grants = await grantsOf(rows, personId);
    const { items } = await listWork(workKnowledge(rows), { personId, grants, now: clock.now() });
    return items.map(
      ({ kind, subjectId }) =>
        `${kind} ${subjectId === A ? 'a' : subjectId === B ? 'b' : subjectId === C ? 'c' : subjectId}`,
    );
  };

  const tellStage = async (act: string, closesAt: string): Promise<void> => {
    const editionId = editionOf(YEAR);
    await stage.tellFact(`merit-projects.edition-${editionId}`, 'StageScheduled.v1', {
      ...{ editionId, stageId: act, act, opensAt: '2021-12-20T16:00:00.000Z', closesAt },
    });
    await stage.caughtUp();
  };

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await grantOffices(stage);
    for (const [personId, organizationId] of Object.entries(OFFICERS)) {
      await stage.tellFact(`membership.person-${personId}`, 'PersonRegistered.v1', { personId, organizationId });
      const grant = { grantId: `grant-${personId}`, personId, role: 'unit-officer', organizationId };
      await stage.tellFact(`membership.person-${personId}`, 'RoleGranted.v1', {
        ...grant,
        from: '2021-01-01T00:00:00.000Z',
      });
    }
    const editionId = editionOf(YEAR);
    await stage.tellFact(`merit-projects.edition-${editionId}`, 'EditionOpened.v1', {
      ...{
        editionId,
        seriesId: '70000000-0000-4000-8000-000000000001',
        year: YEAR,
        ordinal: 1,
        committeeId: COMMITTEE,
      },
      ...{ titleZh: '检查', titleEn: 'Check', templateHash: 'c'.repeat(64) },
    });
    const division = {
      committees: ['unit-a', 'unit-b', 'unit-c'],
      paths: ['a', 'b', 'c'].map((name) => ({ entryId: `entry-${name}`, path: [`unit-${name}`, `branch-${name}`] })),
    };
    const [opening, computing] = tally();
    await stage.order(
      ROUND,
      { ...prepare(unitTables()), roundId: ROUND, editionId } as ScoringOrder,
      ...['a', 'b', 'c'].map(admit),
      assign('officer-a', 'officer-z', 'expert-1'),
      setWindow(),
      open,
      close,
      opening,
      { ...computing, division } as ScoringOrder,
    );
    await stage.caughtUp();
    stage.moveTo('2021-12-13T02:00:00.000Z');
  }, 90_000);
  afterAll(async () => stage.close());

  it('shows each unit its own part, and the office that runs the round all of them', async () => {
    expect((await shownTo('o1')).map(({ partId, part }) => [partId, part.entries.length])).toEqual([[A, 1]]);
    expect((await shownTo(OFFICES.officer[0])).map(({ partId }) => partId)).toEqual([A, B, C]);
    expect(await shownTo('stranger')).toEqual([]);
  });

  it('is decided by no one body: a part is, by an id of its own', async () => {
    expect(await recorded(ROUND, {})).toBe('DECIDED_BY_UNITS roundId');
    expect(await recorded(partIdOf(ROUND, 'unit-z'), {})).toBe('ROUND_NOT_FOUND roundId');
  });

  it('waits for the officers of each unit, and not yet for the office above', async () => {
    expect(await workOf('o1')).toEqual(['record-minutes a']);
    expect((await workOf(OFFICES.officer[0])).filter((one) => one.startsWith('record-minutes'))).toEqual([]);
  });

  it('is decided by officers of the unit, each attesting for himself, in the round’s own stream', async () => {
    expect(await recorded(A, { present: ['o1', 'p1'] })).toBe('NOT_IN_BODY present[1]');
    const decisionId = await record(stage, A, { present: ['o1', 'o2', 'o3'] });
    expect(await workOf('o2')).toEqual(['attest-minutes a']);
    expect(refusalOf((await attestMinutes(stage.decisions)({ roundId: B, decisionId }, call('o1'))).handled)).toBe(
      'DECISION_NOT_FOUND decisionId',
    );
    expect(await attestedBy(A, decisionId, 'o1', 'o2')).toEqual([false, true]);
    const events = await stage.store.readStream(roundStream(ROUND));
    const [taken] = events.flatMap(({ type, data }) =>
      type === 'DecisionTaken.v1' ? [data as DecisionTaken['data']] : [],
    );
    expect(taken?.unitId).toBe('unit-a');
    expect(taken?.awards.map(({ entryId }) => entryId)).toEqual(['entry-a']);
    expect((await shownTo('o1')).map(({ taken: { kind } }) => kind)).toEqual(['decided']);
    expect(await workOf('o2')).toEqual(['publish-proposed a']);
  });

  it('lets nobody decide alone: of a single officer’s unit the body above does', async () => {
    expect(await recorded(B, { present: ['p1'] })).toBe('QUORUM_IMPOSSIBLE present');
    const decisionId = await record(stage, B, { superior: true, present: ['l1', 'l2', 'l3'] });
    expect(await attest(stage, B, decisionId, 'l1', 'l2')).toEqual([false, true]);
    await stage.caughtUp();
    expect((await shownTo('p1')).map(({ taken: { kind } }) => kind)).toEqual(['decided']);
  });

  it('is decided above for a unit that did not decide in time, with a reason, and not before', async () => {
    const late = { superior: true, present: ['l1', 'l2', 'l3'], superiorReason: '该单位逾期未研究确定。' };
    expect(await recorded(C, late)).toBe('SUPERIOR_NOT_NEEDED committeeId');
    await stage.tellFact(`merit-projects.edition-${editionOf(YEAR)}`, 'StageScheduled.v1', {
      ...{
        editionId: editionOf(YEAR),
        stageId: 'decide',
        act: 'decide',
        opensAt: '2021-12-10T16:00:00.000Z',
        closesAt: DECIDE_BY,
      },
    });
    await stage.caughtUp();
    expect(await recorded(C, late)).toBe('SUPERIOR_NOT_NEEDED committeeId');
    stage.moveTo('2021-12-21T02:00:00.000Z');
    expect(await workOf(OFFICES.officer[0])).toContain('record-minutes c');
    expect(await recorded(C, { ...late, superiorReason: '' })).toBe('TEXT_EMPTY superiorReason');
    const decisionId = await record(stage, C, late);
    expect(await attest(stage, C, decisionId, 'l1', 'l2')).toEqual([false, true]);
    const { decision } = await stage.decided.getDecision({ roundId: C });
    expect(decision).toMatchObject({ unitId: 'unit-c', committeeId: COMMITTEE, superiorReason: late.superiorReason });
  });

  it('is made known by its own officers, and by nobody of another office', async () => {
    expect(refusalOf(await publishProposal(stage.decisions)({ roundId: A }, stage.call()))).toBe(
      'UNIT_MAKES_KNOWN roundId',
    );
    const reasoned = { roundId: A, superiorReason: '代办' };
    expect(refusalOf(await publishProposal(stage.decisions)(reasoned, call('o1')))).toBe(
      'SUPERIOR_REASON_NOT_NEEDED superiorReason',
    );
    expect(await workOf('o1')).toContain('publish-proposed a');
    accepted(await publishProposal(stage.decisions)({ roundId: A }, call('o1')));
    expect(await workOf('o1')).not.toContain('publish-proposed a');
    const issued = await issueCircular(stage.decisions)({ roundId: A, documentNumber: '甲〔2021〕1号' }, call('o1'));
    expect(refusalOf(issued)).toBe('NOTICE_RUNNING roundId');
  });

  it('is made known above for a unit that is late, with a reason that can be read', async () => {
    await tellStage('notice', '2021-12-25T16:00:00.000Z');
    await tellStage('commend', '2022-01-20T16:00:00.000Z');
    stage.moveTo('2021-12-26T02:00:00.000Z');
    expect((await workOf(OFFICES.officer[0])).filter((one) => one.startsWith('publish'))).toEqual([
      'publish-proposed b',
      'publish-proposed c',
    ]);
    expect(refusalOf(await publishProposal(stage.decisions)({ roundId: C }, stage.call()))).toBe(
      'TEXT_EMPTY superiorReason',
    );
    const reason = '该单位逾期未公示。';
    accepted(await publishProposal(stage.decisions)({ roundId: C, superiorReason: reason }, stage.call()));
    const { decision } = await stage.decided.getDecision({ roundId: C });
    expect(decision).toMatchObject({ noticeReason: reason, circularReason: '', makers: ['notice', 'commend'] });
    expect(JSON.stringify(await stage.store.readStream(roundStream(ROUND)))).not.toContain(reason);
  });

  it('has a circular of its own, by the unit’s name, and the awards of all that were made known in one answer', async () => {
    stage.moveTo('2022-01-10T02:00:00.000Z');
    expect(await workOf('o1')).toContain('issue-circular a');
    accepted(await issueCircular(stage.decisions)({ roundId: A, documentNumber: '甲〔2022〕1号' }, call('o1')));
    await stage.caughtUp();
    expect((await shownTo('o1')).map(({ taken: { kind } }) => kind)).toEqual(['commended']);
    const together = await stage.decided.listAwards({ roundId: ROUND });
    expect(together.awards?.entries.map(({ entryId }) => entryId)).toEqual(['entry-a']);
    expect((await shownTo(OFFICES.officer[0])).map(({ taken: { kind } }) => kind)).toEqual([
      'commended',
      'decided',
      'decided',
    ]);
    const [issued] = (await stage.store.readStream(roundStream(ROUND))).flatMap(({ type, data }) =>
      type === 'CircularIssued.v1' ? [data as CircularIssued['data']] : [],
    );
    expect(issued).toMatchObject({ unitId: 'unit-a', documentNumber: '甲〔2022〕1号' });
    expect(issued?.honours.map(({ grantedBy }) => grantedBy)).toEqual(['unit-a']);
  });

  it('is undone part by part: the others stand, and the unit decides anew', async () => {
    const { decision } = await stage.decided.getDecision({ roundId: A });
    const decisionId = decision?.decisionId ?? '';
    const { propose, carryOut } = annulDecision(stage.decisions);
    const asked = { roundId: A, decisionId, reason: 'wrong-body', why: '应到会人员有误' };
    const { proposalId, handled } = await propose(asked, call('o1'));
    accepted(handled);
    const inspector = stage.call(...OFFICES.inspector);
    accepted(await carryOut({ roundId: A, proposalId, why: '属实' }, inspector));
    await stage.caughtUp();
    const kinds = (await shownTo(OFFICES.officer[0])).map(({ taken: { kind } }) => kind);
    expect(kinds).toEqual(['undecided', 'decided', 'decided']);
    await expect(stage.decided.listAwards({ roundId: ROUND })).rejects.toThrow();
    const again = await record(stage, A, { present: ['o1', 'o2'] });
    expect(await attestedBy(A, again, 'o1', 'o2')).toEqual([false, true]);
    expect((await shownTo('o1')).map(({ taken: { kind } }) => kind)).toEqual(['decided']);
    // Whom the notice before had shown for all of its days stands in the next one for a single day.
    accepted(await publishProposal(stage.decisions)({ roundId: A }, call('o1')));
    const published = (await stage.store.readStream(roundStream(ROUND))).flatMap(({ type, data }) =>
      type === 'ProposalPublished.v1' ? [data as ProposalPublished['data']] : [],
    );
    expect(published.map(({ unitId, days }) => `${unitId} ${days}`)).toEqual(['unit-a 5', 'unit-c 5', 'unit-a 1']);
  });
});
