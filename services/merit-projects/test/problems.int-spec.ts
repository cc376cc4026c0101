import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Grant } from '@jiangong/access';
import { append } from '@jiangong/messaging/testing';
import { problemOf, problemsOf } from '../src/adapters/postgres/problem-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { WORK_KINDS } from '../src/application/work/work-kinds.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { type Campaign, openCampaign, OUTSIDER, UNIT_OFFICER } from './campaign-stage.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';
import { EVIDENCE } from './domain/entry-sample.ts';

const FOUND = {
  ...{ title: '党员大会记录不全', kind: 'organization', severity: 'serious', foundOn: '2021-01-04' },
  ...{ description: '第三季度无记录（虚构）。', entryId: '' },
};
const DUE = '2021-01-20';
const PATH = `/${COMMITTEE}/`;

describe('a problem over PostgreSQL', () => {
  let campaign: Campaign;
  let problemId = '';
  const seen = new Set<string>();
  const problems = () => campaign.useCases.problems;
  const listed = async (over: object = {}) => {
    await campaign.caughtUp();
    const { found } = await problemsOf(campaign.ground.rows, {
      ...{ organizationId: COMMITTEE, editionId: '', today: campaign.clock.now().slice(0, 10), knowsProposals: true },
      ...{ states: [], dues: [], kinds: [], sources: [], severities: [], withdrawals: [] },
      ...{ sort: { by: 'found', down: true }, search: undefined, place: { size: 50, after: undefined } },
      ...over,
    } as never);
    return found.map(({ row }) => row);
  };
  const shown = async (role: string, personId = '') => {
    await campaign.caughtUp();
    const viewer = { role, personId, today: campaign.clock.now().slice(0, 10) };
    return problemOf(campaign.ground.rows, campaign.ground.privacy, problemId, viewer);
  };
  const work = async (role: Grant['role'], personId: string, organizationPath = PATH) => {
    await campaign.caughtUp();
    const grants = [{ grantId: 'g', personId, role, organizationPath, from: '', until: null }] as unknown as Grant[];
    const { items } = await listWork(workKnowledge(campaign.ground.rows), {
      personId,
      grants,
      now: campaign.clock.now(),
    });
    for (const { kind } of items) seen.add(kind);
    return items.filter(({ kind }) => kind.includes('problem')).map(({ kind, total }) => `${kind} ${total}`);
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    const { handled, ...found } = await problems().find(
      { editionId: campaign.editionId, organizationId: UNIT, source: 'inspection', problem: FOUND },
      campaign.call('officer'),
    );
    expect(handled).toMatchObject({ kind: 'accepted' });
    ({ problemId } = found);
  }, 120_000);
  afterAll(async () => campaign.close());

  it('is found in an edition, about somebody of it, and waits for its office', async () => {
    expect(await listed()).toMatchObject([{ problemId, state: 'found', ownerId: UNIT, due: 'none', dueOn: '' }]);
    expect(await work('committee-officer', 'somebody')).toEqual(['assign-problems 1']);
    const other = { editionId: randomUUID(), organizationId: UNIT, source: 'inspection', problem: FOUND };
    expect((await problems().find(other, campaign.call('officer'))).handled).toMatchObject({
      refusal: { reason: 'EDITION_NOT_FOUND' },
    });
    expect(
      (
        await problems().find(
          { ...other, editionId: campaign.editionId, organizationId: randomUUID() },
          campaign.call('officer'),
        )
      ).handled,
    ).toMatchObject({ refusal: { reason: 'PROBLEM_OUTSIDE_EDITION', field: 'organizationId' } });
    expect(
      (
        await problems().find(
          { ...other, editionId: campaign.editionId, problem: { ...FOUND, entryId: randomUUID() } },
          campaign.call('officer'),
        )
      ).handled,
    ).toMatchObject({ refusal: { reason: 'ENTRY_NOT_FOUND', field: 'entryId' } });
  });

  it('is assigned to an owner that is there, in a role that there is', async () => {
    const call = campaign.call('officer');
    const assign = { problemId, ownerId: UNIT, ownerRole: 'branch-secretary', dueOn: DUE };
    expect(await problems().assign(assign, call)).toMatchObject({ refusal: { reason: 'PROBLEM_OWNER_ROLE_UNFIT' } });
    expect(await problems().assign({ ...assign, ownerRole: 'unit-officer' }, campaign.call('officer'))).toMatchObject({
      kind: 'accepted',
    });
    expect(await listed({ dues: ['later'] })).toMatchObject([{ problemId, state: 'assigned', dueOn: DUE }]);
    expect(await work('unit-officer', UNIT_OFFICER, `${PATH}${UNIT}/`)).toEqual(['solve-problems 1']);
    expect(await work('committee-officer', 'somebody')).toEqual([]);
  });

  it('is not for the office of another committee', async () => {
    const call = campaign.call('officer');
    const actor = { ...call.actor, organization: UNIT };
    expect(
      await problems().extend({ problemId, dueOn: '2021-02-01', why: '延期。' }, { ...call, actor }),
    ).toMatchObject({
      refusal: { reason: 'PROBLEM_NOT_YOUR_OFFICE' },
    });
  });

  it('is overdue by the clock, without a fact', async () => {
    const before = await campaign.store.head();
    await campaign.moveTo('2021-01-21T02:00:00.000Z');
    expect(await listed({ dues: ['overdue'] })).toMatchObject([{ problemId, due: 'overdue' }]);
    expect(await work('committee-officer', 'somebody')).toEqual(['follow-overdue-problems 1']);
    expect(await campaign.store.head()).toBe(before);
  });

  it('its owner tells measures with files that are his to name, and hands it in, once', async () => {
    const measure = { problemId, measure: '已补齐（虚构）。', evidence: ['f'.repeat(64)] };
    expect((await problems().addMeasure(measure, campaign.call())).handled).toMatchObject({
      refusal: { reason: 'EVIDENCE_NOT_FOUND', field: 'evidence[0]' },
    });
    const told = await problems().addMeasure({ ...measure, evidence: [EVIDENCE] }, campaign.call());
    expect(told.handled).toMatchObject({ kind: 'accepted' });
    const call = campaign.call();
    const first = await problems().handIn({ problemId, note: '请核查（虚构）。' }, call);
    expect(first).toMatchObject({ kind: 'accepted' });
    expect(await problems().handIn({ problemId, note: '请核查（虚构）。' }, call)).toMatchObject({
      kind: 'accepted',
      repeated: true,
    });
    expect(await listed()).toMatchObject([{ state: 'handed-in', late: true, files: 1, due: 'none' }]);
    expect(await work('committee-officer', campaign.call('officer').caller.personId ?? '')).toEqual([]);
    expect(await work('committee-leader', 'a-leader')).toEqual(['check-problems 1']);
  });

  it('is closed by another person, who does not belong to its owner', async () => {
    const close = { problemId, note: '已现场核查（虚构）。' };
    expect(await problems().close(close, campaign.call('officer'))).toMatchObject({
      refusal: { reason: 'PROBLEM_SECOND_PERSON_NEEDED' },
    });
    await append(campaign.store, `membership.person-moved`, {
      type: 'PersonRegistered.v1',
      data: { personId: 'moved', organizationId: UNIT },
    });
    await campaign.caughtUp();
    const call = campaign.call('leader');
    const ofOwner = { ...call, actor: { ...call.actor, id: 'moved' } };
    expect(await problems().close(close, ofOwner)).toMatchObject({ refusal: { reason: 'PROBLEM_OWN_ORGANIZATION' } });
    expect(await problems().close(close, campaign.call('leader'))).toMatchObject({ kind: 'accepted' });
    expect(await listed({ states: ['closed'] })).toMatchObject([{ problemId, closedOn: '2021-01-21' }]);
  });

  it('tells its owner what happened and not who of the office, and nothing that is only proposed', async () => {
    await problems().proposeWithdrawal({ problemId, why: '认定有误（虚构）。' }, campaign.call('officer'));
    const ofOffice = await shown('committee-officer', OUTSIDER);
    expect(ofOffice).toMatchObject({
      description: FOUND.description,
      proposalRole: 'committee-officer',
      tookPart: false,
    });
    expect(ofOffice?.steps.map(({ step }) => step)).toEqual([
      ...['found', 'assigned', 'measure', 'handed-in', 'closed', 'withdrawal-proposed'],
    ]);
    expect(ofOffice?.steps.every(({ personId }) => personId !== '')).toBe(true);
    expect(ofOffice?.steps[2]?.files).toMatchObject([{ sha256: EVIDENCE, mediaType: 'application/pdf' }]);
    const ofOwner = await shown('unit-officer', UNIT_OFFICER);
    expect(ofOwner).toMatchObject({ proposalId: '', tookPart: true });
    expect(ofOwner?.steps.map(({ step, personId }) => `${step} ${personId}`)).toEqual([
      ...['found ', 'assigned ', `measure ${UNIT_OFFICER}`, `handed-in ${UNIT_OFFICER}`, 'closed '],
    ]);
  });

  it('keeps what was written sealed in log and tables', async () => {
    const { rows } = campaign.ground;
    const kept = JSON.stringify(await rows.query('select * from problem_step'));
    for (const text of ['第三季度', '已补齐', '请核查', '现场核查', '认定有误']) expect(kept).not.toContain(text);
  });

  it('whose owner has ended is reopened and handed over to who follows', async () => {
    const reopen = { problemId, dueOn: '2021-03-01', why: '问题重现（虚构）。' };
    expect(await problems().reopen(reopen, campaign.call('inspector'))).toMatchObject({ kind: 'accepted' });
    const next = randomUUID();
    const tell = (id: string, type: string, data: object) =>
      append(campaign.store, `organizations.organization-${id}`, { type, data: { organizationId: id, ...data } });
    const named = {
      parentId: COMMITTEE,
      kind: 'unit',
      nameZh: '承接单位',
      nameEn: 'Heir',
      code: '',
      foundedOn: '2021-01-21',
    };
    await tell(next, 'OrganizationFounded.v1', named);
    await tell(UNIT, 'OrganizationDissolved.v1', { kind: 'dissolved', effectiveOn: '2021-01-21' });
    await campaign.caughtUp();
    const over = { problemId, ownerRole: 'unit-officer', dueOn: '2021-03-01', cause: 'dissolved', why: '已撤销。' };
    expect(await problems().handOver({ ...over, ownerId: UNIT }, campaign.call('officer'))).toMatchObject({
      refusal: { reason: 'PROBLEM_OWNER_DISSOLVED', field: 'ownerId' },
    });
    expect(await problems().handOver({ ...over, ownerId: next }, campaign.call('officer'))).toMatchObject({
      kind: 'accepted',
    });
    expect(await listed()).toMatchObject([{ ownerId: next, organizationId: UNIT, state: 'assigned', reopenings: 1 }]);
  });

  it('found in error it is withdrawn by a second person of another office', async () => {
    const { proposalId = '' } = (await shown('committee-officer')) ?? {};
    const withdraw = { problemId, proposalId, why: '同意（虚构）。' };
    expect(await problems().withdraw(withdraw, campaign.call('officer'))).toMatchObject({
      refusal: { reason: 'SECOND_PERSON_NEEDED' },
    });
    expect(await work('discipline-inspector', 'an-inspector')).toContain('carry-out-problem-withdrawal 1');
    expect(await problems().withdraw(withdraw, campaign.call('inspector'))).toMatchObject({ kind: 'accepted' });
    expect(await listed()).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('every kind of work about problems was seen', () => {
    const kinds = WORK_KINDS.filter((kind) => kind.includes('problem'));
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
    expect(kinds).toHaveLength(5);
  });
});
