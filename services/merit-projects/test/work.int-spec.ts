import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { grantsOf } from '@jiangong/access/postgres';
import type { WorkItem } from '@jiangong/contracts/jiangong/work/v1/work_service';
import { type EntriesAsked, entriesOf } from '../src/adapters/postgres/entry-list.ts';
import { milestonesOf } from '../src/adapters/postgres/entry-questions.ts';
import { workKnowledge } from '../src/adapters/postgres/work-questions.ts';
import { listWork } from '../src/application/work/list-work.ts';
import { WORK_KINDS } from '../src/application/work/work-kinds.ts';
import { actorOf, type Campaign, openCampaign, UNIT_OFFICER, REPORT } from './campaign-stage.ts';
import { okIn } from './campaign-life.ts';
import { COMMITTEE, DAY, UNIT } from './domain/edition-sample.ts';
import { BRANCH, INSPECTOR, LEADER, summary } from './domain/entry-sample.ts';

const SECRETARY = '17171717-1717-4717-8717-171717171717';
const OTHER_UNIT = '18181818-1818-4818-8818-181818181818';
const NEIGHBOUR = '19191919-1919-4919-8919-191919191919';

/** Who holds what. The concerned one answers for every entry of this edition, and is an officer besides. */
const PEOPLE = {
  secretary: { id: SECRETARY, role: 'branch-secretary', over: BRANCH },
  unit: { id: UNIT_OFFICER, role: 'unit-officer', over: UNIT },
  neighbour: { id: NEIGHBOUR, role: 'unit-officer', over: OTHER_UNIT },
  officer: { id: actorOf('officer').id ?? '', role: 'committee-officer', over: COMMITTEE },
  leader: { id: actorOf('leader').id ?? '', role: 'committee-leader', over: COMMITTEE },
  inspector: { id: INSPECTOR, role: 'discipline-inspector', over: COMMITTEE },
  concerned: { id: LEADER, role: 'committee-officer', over: COMMITTEE },
} as const;
type Who = keyof typeof PEOPLE;
const EVERYBODY = Object.keys(PEOPLE) as Who[];

describe('what waits for whom in an edition', () => {
  let campaign: Campaign;
  let ok: ReturnType<typeof okIn>;
  const seen = new Set<string>();

  beforeAll(async () => {
    campaign = await openCampaign();
    ok = okIn(campaign);
    const { store, caughtUp } = campaign;
    const other = { organizationId: OTHER_UNIT, parentId: COMMITTEE, kind: 'unit', nameZh: '', nameEn: '', code: '' };
    await append(store, `organizations.organization-${OTHER_UNIT}`, { type: 'OrganizationFounded.v1', data: other });
    for (const { id: personId, role, over: organizationId } of Object.values(PEOPLE)) {
      const grant = { grantId: `grant of ${personId}`, personId, role, organizationId, until: null };
      await append(store, `membership.person-${personId}`, {
        type: 'RoleGranted.v1',
        data: { ...grant, from: '2021-01-01T00:00:00.000Z', grantedBy: '' },
      });
    }
    await caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  const workOf = async (who: Who): Promise<readonly WorkItem[]> => {
    const { rows } = campaign.ground;
    const personId = PEOPLE[who].id;
    const grants = await grantsOf(rows, personId);
    const { items } = await listWork(workKnowledge(rows), { personId, grants, now: campaign.clock.now() });
    for (const { kind } of items) seen.add(kind);
    return items;
  };

  /** Everybody's work as `who kind done/total`: what is not written down here waits for nobody. */
  const all = async (): Promise<readonly string[]> => {
    const told = await Promise.all(
      EVERYBODY.map(async (who) =>
        (await workOf(who)).map(({ kind, done, total }) => `${who} ${kind} ${done}/${total}`),
      ),
    );
    return told.flat().toSorted();
  };

  const dueOf = async (who: Who, kind: string): Promise<string> =>
    (await workOf(who)).find((item) => item.kind === kind)?.dueAt ?? 'nothing';

  /** How many the list shows that the work leads to. */
  const listed = async (standing: string): Promise<number> => {
    const asked: EntriesAsked = {
      ...{ organizationId: COMMITTEE, editionId: campaign.editionId, nominatorId: '', standings: [standing] },
      ...{ tracks: [], awards: [], claims: [], brought: [], search: undefined, sort: { by: 'planned', down: false } },
      place: { size: 50, after: undefined },
    };
    return (
      await entriesOf(campaign.ground.rows, { knowsBlocks: true, today: campaign.clock.now(), claims: null }, asked)
    ).total;
  };

  const entries: string[] = [];
  const [opinion, answers] = ['同意。', [{ item: '材料完整', met: true, explanation: '' }]];

  it('planning waits for the branch, confirming for its unit, and nobody else', async () => {
    const { useCases, call, planEntry } = campaign;
    expect(await all()).toEqual(['secretary plan-entries 0/1']);
    expect(await dueOf('secretary', 'plan-entries')).toBe('2021-02-28T16:00:00.000Z');
    entries.push(await planEntry(), await planEntry(), await planEntry());
    expect(await all()).toEqual(['unit confirm-entries 0/3']);
    expect(await listed('planned')).toBe(3);
    await ok(useCases.plans.confirm({ entryId: entries[0] ?? '', opinion }, call()));
    expect(await all()).toEqual(['unit confirm-entries 1/3']);
    for (const entryId of entries.slice(1)) await ok(useCases.plans.confirm({ entryId, opinion }, call()));
    expect(await all()).toEqual([]);
  });

  it('milestones wait for the branch while delivery is open, entry by entry', async () => {
    const { useCases, call, moveTo, ground } = campaign;
    await moveTo(DAY.delivery);
    expect(await all()).toEqual(Array.from({ length: 3 }, () => 'secretary complete-milestones 0/1'));
    expect(await dueOf('secretary', 'complete-milestones')).toBe('2021-06-30T16:00:00.000Z');
    for (const entryId of entries) {
      const [milestone] = await milestonesOf(ground.rows, ground.privacy, entryId);
      const reached = { milestoneId: milestone?.milestoneId ?? '', effectiveOn: '2021-05-09', evidence: [] };
      await ok(useCases.dossier.completeMilestone({ entryId, ...reached }, call()));
    }
    expect(await all()).toEqual([]);
  });

  it('declaring waits for the unit so far as it has places, and a return until its own last day', async () => {
    const { useCases, call, moveTo } = campaign;
    await moveTo(DAY.declaration);
    expect(await all()).toEqual(['unit declare-entries 0/2']);
    const declare = (entryId: string) => useCases.declarations.declare({ entryId, summary, ...REPORT }, call());
    await ok(declare(entries[0] ?? ''));
    expect(await all()).toEqual(['unit declare-entries 1/2']);
    await ok(declare(entries[1] ?? ''));
    expect(await all()).toEqual([]);
    await moveTo(DAY.review);
    expect(await all()).toEqual(['officer review-entries 0/2']);
    const back = { entryId: entries[0] ?? '', reasons: ['补充佐证。'], redeclareBy: '2021-11-17' };
    await ok(useCases.review.returnIt(back, call('officer')));
    expect(await all()).toEqual(['officer review-entries 0/1', 'unit answer-returns 0/1']);
    expect(await dueOf('unit', 'answer-returns')).toBe('2021-11-17T16:00:00.000Z');
    await ok(declare(entries[0] ?? ''));
    expect(await all()).toEqual(['officer review-entries 0/2']);
    expect(await listed('declared')).toBe(2);
  });

  it('a late entry is the office’s to follow until its last day, and no longer once it is used or taken back', async () => {
    const { useCases, call, editionId } = campaign;
    const late = { editionId, nominatorId: OTHER_UNIT, stageId: 'declare', why: '机构改革。' };
    await ok(useCases.editions.allowLateEntry({ ...late, until: '2021-11-17' }, call('officer')));
    // It is about the edition, so it is also the matter of the officer who answers for entries.
    const followed = (count: string) => ['concerned', 'officer'].map((who) => `${who} follow-late-entries ${count}`);
    expect(await all()).toEqual([...followed('0/1'), 'officer review-entries 0/2']);
    expect(await dueOf('officer', 'follow-late-entries')).toBe('2021-11-17T16:00:00.000Z');
    // This one has declared already: what it was let in for is there.
    await ok(useCases.editions.allowLateEntry({ ...late, nominatorId: UNIT, until: '2021-11-17' }, call('officer')));
    expect(await all()).toEqual([...followed('1/2'), 'officer review-entries 0/2']);
    for (const nominatorId of [OTHER_UNIT, UNIT])
      await ok(useCases.editions.endLateEntry({ ...late, nominatorId }, call('officer')));
    expect(await all()).toEqual(['officer review-entries 0/2']);
  });

  it('review, clearance and notice wait for office and inspection, never for who answers for the entry', async () => {
    const { useCases, call } = campaign;
    const [first = '', second = ''] = entries;
    const pass = (entryId: string) => useCases.review.review({ entryId, outcome: 'passed', answers }, call('officer'));
    await ok(pass(first));
    expect(await all()).toEqual(['officer request-clearances 0/1', 'officer review-entries 1/2']);
    await ok(pass(second));
    expect(await listed('reviewed')).toBe(2);
    const ask = useCases.review.requestClearance({ entryId: first, scopes: ['entry'] }, call('officer'));
    await ok(ask.then(({ handled }) => handled));
    expect(await all()).toEqual(['inspector give-clearances 0/1', 'officer request-clearances 1/2']);
    expect(await dueOf('inspector', 'give-clearances')).toBe('2021-11-20T16:00:00.000Z');
    const given = { opinionNumber: '纪函〔2021〕8号', opinions: [{ scope: 'entry', outcome: 'cleared' }], why: '' };
    await ok(useCases.review.giveClearance({ entryId: first, ...given }, call('inspector')));
    expect(await all()).toEqual(['officer publish-entries 0/1', 'officer request-clearances 1/2']);
    await ok(useCases.notice.publish({ entryId: first }, call('officer')));
    expect(await all()).toEqual(['officer request-clearances 1/2']);
  });

  it('an objection waits for office and inspection until its legal day', async () => {
    const { useCases, call, moveTo } = campaign;
    await moveTo(DAY.notice);
    const nobody = { kind: 'anonymous', id: null, organization: null, role: null, grant: null } as const;
    const said = { objectorName: '王匿名', objectorContact: '13900001111', statement: '不实', evidence: [] };
    const { objectionId, handled } = await useCases.notice.object(
      { entryId: entries[0] ?? '', ...said, source: 'fingerprint', confirmation: 'code' },
      call('unit', { actor: nobody }),
    );
    await ok(Promise.resolve(handled));
    const waiting = ['inspector answer-objections 0/1', 'officer answer-objections 0/1'];
    expect(await all()).toEqual([...waiting, 'officer request-clearances 1/2']);
    const due = await dueOf('officer', 'answer-objections');
    expect(due > DAY.notice && due <= '2021-11-30T16:00:00.000Z').toBe(true);
    const answer = { outcome: 'rejected', answer: '属实。', redeclareBy: '', reasons: [], proposalId: '' };
    await ok(useCases.notice.settle({ objectionId, ...answer }, call('officer')));
    expect(await all()).toEqual(['officer request-clearances 1/2']);
  });

  it('a proposal waits for the other offices, not for who made it, and no longer once it is turned down', async () => {
    const { useCases, call, editionId } = campaign;
    const terms = { act: 'AbandonEdition', stageId: '', closesOn: '', why: '重复立项。' };
    const { proposalId, handled } = await useCases.editions.propose({ editionId, ...terms }, call('officer'));
    await ok(Promise.resolve(handled));
    const waiting = ['inspector carry-out-edition-proposal 0/1', 'leader carry-out-edition-proposal 0/1'];
    expect(await all()).toEqual([...waiting, 'officer request-clearances 1/2'].toSorted());
    await ok(useCases.editions.reject({ editionId, proposalId, why: '不同意。' }, call('leader')));
    const undo = { entryId: entries[1] ?? '', act: 'UndoAct', objectionId: '', why: '误点。' };
    const about = await useCases.review.propose(undo, call('officer'));
    await ok(Promise.resolve(about.handled));
    expect(await all()).toEqual(
      [
        ...['inspector carry-out-entry-proposal 0/1', 'leader carry-out-entry-proposal 0/1'],
        'officer request-clearances 1/2',
      ].toSorted(),
    );
    const undone = { entryId: undo.entryId, proposalId: about.proposalId, why: '误点。' };
    await ok(useCases.review.undo(undone, call('leader')));
    expect(await all()).toEqual(['officer review-entries 1/2']);
  });

  it('what an edition waits for is gone with it', async () => {
    await campaign.moveTo(DAY.scoring);
    expect(await all()).toEqual([]);
  });

  it('the next year’s holidays wait for the office from November on, a correction of them for a second person', async () => {
    const { useCases, call, clock, caughtUp } = campaign;
    clock.move('2026-10-31T02:00:00.000Z');
    expect(await all()).toEqual([]);
    clock.move('2026-11-01T02:00:00.000Z');
    const everyOffice = ['concerned', 'officer'].map((who) => `${who} enter-holidays 0/1`);
    expect(await all()).toEqual(everyOffice);
    const [waiting] = await workOf('officer');
    expect(waiting).toMatchObject({ subjectId: '2027', titleZh: '2027年', dueAt: '2026-12-31T16:00:00.000Z' });
    const daysOff = [{ from: '2027-01-01', to: '2027-01-03' }];
    const given = { year: 2027, noticeNumber: '国办发明电〔2026〕9号', daysOff, makeUpDays: [] };
    await ok(useCases.holidays.enter(given, call('officer')));
    expect(await all()).toEqual([]);
    const propose = async (): Promise<string> => {
      const { proposalId, handled } = await useCases.holidays.propose({ ...given, why: '录入有误。' }, call('officer'));
      await ok(Promise.resolve(handled));
      return proposalId;
    };
    const seconds = ['inspector', 'leader'].map((who) => `${who} carry-out-holiday-correction 0/1`);
    const turnedDown = await propose();
    expect(await all()).toEqual(seconds);
    await ok(useCases.holidays.reject({ year: 2027, proposalId: turnedDown, why: '无误。' }, call('leader')));
    expect(await all()).toEqual([]);
    const proposalId = await propose();
    await propose();
    expect(await all()).toEqual(seconds);
    await ok(useCases.holidays.correct({ year: 2027, proposalId }, call('leader')));
    await caughtUp();
    expect(await all()).toEqual([]);
  });

  it('a proposed policy waits for the leader, who is the second person, and no longer once it is turned down', async () => {
    const { useCases, call, caughtUp } = campaign;
    const policy = 'policy: {by: city, binds: {county: {commendations: 1, in: year}}, counts: [honour]}';
    const terms = { policy, boundId: '', year: 0, templateId: '', exemptionId: '', why: '按规定。' };
    const asked = { committeeId: COMMITTEE, act: 'AdoptPolicy', ...terms };
    const { proposalId, handled } = await useCases.policies.propose(asked, call('officer'));
    await ok(Promise.resolve(handled));
    expect(await all()).toEqual(['leader carry-out-policy-proposal 0/1']);
    const rejected = { committeeId: COMMITTEE, proposalId, why: '另行研究。' };
    await ok(useCases.policies.reject(rejected, call('leader')));
    await caughtUp();
    expect(await all()).toEqual([]);
  });

  it('every kind was seen; those of problems, of nominating, of own notices (`own-notice-work`) and of lists of people (`work-of-lists`) where these are', () => {
    const own = ['begin-own-notices', 'answer-own-objections'];
    const elsewhere: readonly string[] = ['nominate-entries', 'confirm-listed', ...own];
    const others = WORK_KINDS.filter((kind) => !kind.includes('problem') && !elsewhere.includes(kind));
    expect([...seen].toSorted()).toEqual(others.toSorted());
  });
});
