import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeHonours } from '../src/application/change-honours.ts';
import { CHANCE_CHARACTERS, certificateNumber } from '../src/domain/honour/certificate-number.ts';
import { honourStream } from '../src/application/streams.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { commend, decide } from './decision-steps.ts';
import { editionOf, grantOffices, roundOf, runYear, settle, workOfOffices } from './decision-world.ts';
import { shipped } from './adopted-template.ts';
import { COMMITTEE } from './domain/decision/example-decidable.ts';
import { accepted, refusalOf } from './evaluation-world.ts';

const ROUND = roundOf(2021);
const INSPECTOR = ['inspector-1', 'discipline-inspector'] as const;

describe('honours, over PostgreSQL', () => {
  let stage: DecisionStage;
  let honourId = '';
  let number = '';
  const listed = async (): Promise<readonly string[]> =>
    (await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }))).honours.map(
      ({ kind, organizationZh }) => `${kind} ${organizationZh}`,
    );

  const found = async (asked: Parameters<typeof ListHonoursRequest.fromPartial>[0]) =>
    (await stage.honours.listHonours(ListHonoursRequest.fromPartial(asked))).honours;

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await grantOffices(stage);
    await runYear(stage, 2021);
    stage.moveTo('2021-12-13T02:00:00.000Z');
    await decide(stage, ROUND);
    await commend(stage, ROUND);
  }, 90_000);
  afterAll(async () => stage.close());

  it('are the own matter of those who answer for the entries', async () => {
    expect(await evaluationService.resolvers(stage.ground)['round']?.(ROUND)).toMatchObject({
      organizationId: COMMITTEE,
      concerns: expect.arrayContaining(['leader-a', 'leader-b', 'leader-c']) as unknown,
    });
  });

  it('are granted once each, however often the circular is heard of', async () => {
    const [first] = (await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2021 }))).honours;
    honourId = first?.honourId ?? '';
    expect(first).toMatchObject({ kind: 'entry', title: '项目a', award: 'jiangong.first', state: 'granted' });
    expect(await stage.store.readStream(honourStream(honourId))).toHaveLength(1);
    expect(await evaluationService.resolvers(stage.ground)['honour']?.(honourId)).toMatchObject({
      organizationId: COMMITTEE,
    });
  });

  it('have a number that whoever holds the certificate can look up, and nobody can list', async () => {
    number = (await stage.honours.getHonour({ honourId })).certificateNumber;
    expect(number).toMatch(/^2021(?:-[0-9A-HJKMNP-TV-Z]{4}){4}-[0-9A-HJKMNP-TV-Z]$/u);
    const { honour } = await stage.honours.verifyCertificate({ certificateNumber: number });
    expect(honour).toMatchObject({
      ...{ honourId, title: '项目a', state: 'granted', standing: 'stands', withdrawnOn: '' },
      ...{ organizationZh: '甲局', gradeZh: '一等奖', grantedBy: COMMITTEE, grantedByZh: '市直机关工委' },
    });
    const typed = { certificateNumber: number.toLowerCase().replaceAll('-', ' ') };
    expect((await stage.honours.verifyCertificate(typed)).honour?.honourId).toBe(honourId);
  });

  it('answer unknown and mistyped numbers alike', async () => {
    const unknown = certificateNumber(2021, '0'.repeat(CHANCE_CHARACTERS));
    const mistyped = `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`;
    const answers = [unknown, mistyped, 'nonsense', ''].map(async (asked) =>
      stage.honours.verifyCertificate({ certificateNumber: asked }).then(
        () => 'known',
        (error: unknown) => String(error),
      ),
    );
    const [first, ...others] = await Promise.all(answers);
    expect(first).toContain('CERTIFICATE_UNKNOWN');
    for (const other of others) expect(other).toEqual(first);
  });

  it('are found by title, unit and grade, by year, kind, award and standing, and counted', async () => {
    const { counts } = await stage.honours.listHonours(ListHonoursRequest.fromPartial({}));
    expect(counts).toEqual({
      total: 3,
      facets: [
        { name: 'year', counts: [{ word: '2021', count: 3 }] },
        {
          name: 'kind',
          counts: [
            { word: 'entry', count: 2 },
            { word: 'organization', count: 1 },
          ],
        },
        { name: 'award', counts: expect.arrayContaining([{ word: 'jiangong.first', count: 1 }]) },
        { name: 'standing', counts: [{ word: 'stands', count: 3 }] },
      ],
    });
    for (const q of ['项目a', 'xiangmu a', '一等奖', 'ydj'])
      expect((await found({ q })).map((one) => one.honourId)).toContain(honourId);
    expect(await found({ q: '甲局' })).toHaveLength(2);
    expect(await found({ q: '没有这个单位' })).toEqual([]);
    expect(await found({ years: '2020,2022' })).toEqual([]);
    expect(await found({ kind: 'organization,pacesetter' })).toMatchObject([{ kind: 'organization' }]);
    expect(await found({ award: 'jiangong.first', years: '2021' })).toMatchObject([{ honourId }]);
    expect(await found({ standing: 'withdrawn,expired' })).toEqual([]);
    expect(await found({ grantedBy: honourId })).toEqual([]);
    const latest = await found({});
    expect((await found({ sort: 'granted' })).map((one) => one.honourId)).toEqual(
      latest.map((one) => one.honourId).toReversed(),
    );
  });

  it('stand in no list and in no told fact with their number', async () => {
    const all = await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 0, pageSize: 200 }));
    expect(JSON.stringify(all)).not.toContain(number);
    const told = await stage.ground.rows.query(`select data from messaging.public_fact where context = 'evaluation'`);
    expect(JSON.stringify(told)).not.toContain(number);
  });

  it('leave out people, what is classified, and what stands below it', async () => {
    const classify = async (organizationId: string, classified: boolean) => {
      await stage.tellFact(`organizations.organization-${organizationId}`, 'OrganizationClassified.v1', {
        organizationId,
        classified,
      });
      await stage.caughtUp();
    };
    // The awards of the circular are read by everybody, too; they name the leaders, whom the list of honours leaves out.
    const awarded = async (): Promise<readonly string[]> => {
      const { entries = [], organizations = [] } = (await stage.decided.listAwards({ roundId: ROUND })).awards ?? {};
      return [...entries.map(({ entryId }) => entryId), ...organizations.map(({ organizationId }) => organizationId)];
    };
    const everything = ['entry 甲局', 'entry 乙局', 'organization 甲局'];
    const everyAward = ['entry-a', 'entry-b', 'unit-a'];
    expect(await listed()).toEqual(everything);
    expect(await awarded()).toEqual(everyAward);
    await classify('unit-a', true);
    expect(await listed()).toEqual(['entry 乙局']);
    expect(await awarded()).toEqual(['entry-b']);
    expect(JSON.stringify(await stage.decided.listAwards({ roundId: ROUND }))).not.toMatch(/unit-a|entry-a|leader-a/);
    await expect(stage.honours.verifyCertificate({ certificateNumber: number })).rejects.toThrow('CERTIFICATE_UNKNOWN');
    await classify('unit-a', false);
    await classify(COMMITTEE, true);
    expect(await listed()).toEqual([]);
    expect(await awarded()).toEqual([]);
    await classify(COMMITTEE, false);
    expect(await awarded()).toEqual(everyAward);
    expect(await listed()).toEqual(everything);
  });

  it('wait for the office to be looked at again, from a month before the half year is over that the template names', async () => {
    expect(await workOfOffices(stage)).toEqual([]);
    const commends = 'closes: +1y 01-31, ours: true}\n';
    const { canonicalText } = shipped(
      'jiangong-edition.yaml',
      ['decide: party, feeds', 'decide: party, recheck: half, feeds'],
      [
        commends,
        `${commends}  - {id: again, act: recheck, by: office, opens: +1y 03-01, closes: +1y 04-30, every: half}\n`,
      ],
    );
    const adopted = { templateHash: 'c'.repeat(64), committeeId: COMMITTEE, canonicalText };
    await stage.tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', adopted);
    expect(await workOfOffices(stage, '2022-05-13T02:00:00.000Z')).toEqual([]);
    // Of the three awards one is by the rule that says so.
    expect(await workOfOffices(stage, '2022-05-14T02:00:00.000Z')).toEqual([
      'officer recheck-honour 2022-06-13T16:00:00.000Z',
    ]);
  });

  it('wait by the days of the stage that comes again, where the calendar has one: in its first window after the last look', async () => {
    const editionId = editionOf(2021);
    const stream = `merit-projects.edition-${editionId}`;
    const window = { editionId, stageId: 'again', act: 'recheck', phase: '' };
    await stage.tellFact(stream, 'StageScheduled.v1', {
      ...window,
      opensAt: '2021-08-31T16:00:00.000Z',
      closesAt: '2021-10-31T16:00:00.000Z',
    });
    // Of the windows in autumn and spring the first was over before the award was given.
    expect(await workOfOffices(stage, '2022-01-29T02:00:00.000Z')).toEqual([]);
    expect(await workOfOffices(stage, '2022-01-30T02:00:00.000Z')).toEqual([
      'officer recheck-honour 2022-04-30T16:00:00.000Z',
    ]);
    await stage.tellFact(stream, 'StageReopened.v1', { ...window, closesAt: '2021-11-15T16:00:00.000Z' });
    expect(await workOfOffices(stage, '2022-01-30T02:00:00.000Z')).toEqual([
      'officer recheck-honour 2022-05-15T16:00:00.000Z',
    ]);
  });

  it('are rechecked with a report that only whoever may read it reads', async () => {
    const recheck = changeHonours(stage.decisions).recheck(
      { honourId, effectiveOn: '2021-12-13', outcome: 'to-rectify', rectifyBy: '2022-01-13', report: '台账不全' },
      stage.call(),
    );
    accepted(await recheck);
    expect((await stage.honours.getHonour({ honourId })).rechecks).toEqual([
      { effectiveOn: '2021-12-13', outcome: 'to-rectify', rectifyBy: '2022-01-13', report: '台账不全' },
    ]);
    const events = await stage.store.readStream(honourStream(honourId));
    expect(events.map(({ dataBytes }) => dataBytes.toString('utf8')).join()).not.toContain('台账不全');
    expect(await workOfOffices(stage, '2021-12-20T02:00:00.000Z')).toEqual([
      'officer recheck-honour 2022-01-13T16:00:00.000Z',
    ]);
  });

  it('are withdrawn by two persons, their plaque asked back, and restored by two where that was wrong', async () => {
    const change = changeHonours(stage.decisions);
    const propose = async (act: string, reason: string): Promise<string> => {
      const { proposalId, handled } = await change.propose(
        { honourId, act, reason, effectiveOn: '2021-12-13', why: '经核查' },
        stage.call(),
      );
      accepted(handled);
      return proposalId;
    };
    const withdrawal = { honourId, proposalId: await propose('WithdrawHonour', 'sanctioned'), why: '属实' };
    expect((await stage.honours.getHonour({ honourId })).proposals).toMatchObject([{ why: '经核查' }]);
    expect(refusalOf(await change.carryOut('WithdrawHonour', withdrawal, stage.call()))).toMatch(/^SECOND_PERSON/);
    const seconds = ['inspector carry-out-honour-proposal', 'leader carry-out-honour-proposal'];
    expect((await workOfOffices(stage)).filter((line) => line.includes('proposal'))).toEqual(seconds);
    accepted(await change.carryOut('WithdrawHonour', withdrawal, stage.call(...INSPECTOR)));
    accepted(await change.recallPlaque({ honourId, dueOn: '2021-12-31', why: '' }, stage.call()));
    await stage.caughtUp();
    expect(await listed()).toEqual(['entry 乙局', 'organization 甲局']);
    expect((await stage.honours.verifyCertificate({ certificateNumber: number })).honour).toMatchObject({
      ...{ state: 'withdrawn', standing: 'withdrawn', withdrawnOn: '2021-12-13' },
    });
    expect(await found({ standing: 'withdrawn' })).toMatchObject([
      { honourId, standing: 'withdrawn', withdrawnOn: '2021-12-13' },
    ]);
    expect((await stage.honours.getHonour({ honourId })).plaque).toBe('recalled');
    // What is withdrawn is looked at by nobody.
    expect(await workOfOffices(stage)).toEqual([]);
    const restoration = { honourId, proposalId: await propose('RestoreHonour', 'withdrawn-in-error'), why: '有误' };
    accepted(await change.carryOut('RestoreHonour', restoration, stage.call(...INSPECTOR)));
    await stage.caughtUp();
    expect(await listed()).toHaveLength(3);
    const told = await stage.ground.rows.query<{ type: string }>(
      `select type from messaging.public_fact where context = 'evaluation' and type like 'evaluation.Honour%' order by position`,
    );
    expect(told.map(({ type }) => type)).toEqual(['evaluation.HonourWithdrawn.v1', 'evaluation.HonourRestored.v1']);
  });

  it('have read models that are the same when rebuilt from zero', async () => {
    for (const reader of ['honours', 'decisions', 'translator'])
      expect(await stage.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  }, 60_000);
});
