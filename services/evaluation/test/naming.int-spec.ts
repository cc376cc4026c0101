import { ListHonoursRequest } from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { annulDecision } from '../src/application/annul-decision.ts';
import { changeHonours } from '../src/application/change-honours.ts';
import { correctNaming } from '../src/application/correct-naming.ts';
import { computeNaming, type ComputeNamingRequest } from '../src/application/compute-naming.ts';
import { namingIdOf } from '../src/application/decision-streams.ts';
import { issueCircular } from '../src/application/issue-circular.ts';
import { roundNames } from '../src/adapters/postgres/round-names.ts';
import { evaluationService } from '../src/evaluation-service.ts';
import { type DecisionStage, openDecisions } from './decision-stage.ts';
import { commend, decide } from './decision-steps.ts';
import { editionOf, grantOffices, roundOf, runYear, SERIES, settle, workOfOffices } from './decision-world.ts';
import { COMMITTEE } from './domain/decision/example-decidable.ts';
import { accepted, refusalOf } from './evaluation-world.ts';
import { adoptedTemplate, namingTemplate } from './adopted-template.ts';

const NAMING = namingIdOf(SERIES);
const INSPECTOR = ['inspector-1', 'discipline-inspector'] as const;

const EVERY_SUBJECT = {
  ...{ seriesId: SERIES, pageSize: 0, pageToken: '' },
  ...{ sort: '', q: '', reading: '', reason: '' },
};

describe('a naming over two editions, over PostgreSQL', () => {
  let stage: DecisionStage;
  const asked = (lastYear: number, firstPrizes: number) => ({
    seriesId: SERIES,
    firstYear: 2021,
    lastYear,
    templateHash: namingTemplate.templateHash,
    parameters: { editions: String(lastYear - 2020), firstPrizes: String(firstPrizes) },
  });
  const compute = (lastYear = 2022, firstPrizes = 1, over: Partial<ComputeNamingRequest> = {}) =>
    computeNaming(stage.decisions)({ ...asked(lastYear, firstPrizes), ...over }, stage.call());
  const naming = (templateHash = '') => stage.namings.getNaming({ seriesId: SERIES, templateHash });
  const firstPrize = async (year: number): Promise<string> =>
    (await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year }))).honours.find(
      ({ award }) => award === 'jiangong.first',
    )?.honourId ?? '';

  beforeAll(async () => {
    stage = await openDecisions();
    await settle(stage);
    await grantOffices(stage);
    for (const template of [adoptedTemplate, namingTemplate])
      await stage.tellFact(`merit-projects.template-${COMMITTEE}`, 'TemplateAdopted.v1', {
        ...template,
        committeeId: COMMITTEE,
      });
    await runYear(stage, 2021);
    stage.moveTo('2021-12-13T02:00:00.000Z');
    await decide(stage, roundOf(2021));
    await commend(stage, roundOf(2021));
    await runYear(stage, 2022);
  }, 120_000);
  afterAll(async () => stage.close());

  it('shows both readings over what is commended so far, before anybody computes a list', async () => {
    const { years, records, decision } = await naming(namingTemplate.templateHash);
    expect((await naming()).records).toEqual([]);
    const ofUnitC = async (): Promise<boolean> =>
      (await naming(namingTemplate.templateHash)).records.some(({ organizationId }) => organizationId === 'unit-c');
    const entry = { entryId: 'entry-c-2021', editionId: editionOf(2021), nominatorId: 'unit-c' };
    const stream = `merit-projects.entries-${editionOf(2021)}-unit-c`;
    await stage.tellFact(stream, 'EntryWithdrawn.v1', entry);
    await stage.caughtUp();
    expect(await ofUnitC()).toBe(false);
    await stage.tellFact(stream, 'ActUndone.v1', { ...entry, act: 'EntryWithdrawn' });
    await stage.caughtUp();
    expect(await ofUnitC()).toBe(true);
    expect([years, decision]).toEqual([[2021], undefined]);
    expect(records.find(({ organizationId }) => organizationId === 'unit-a')).toMatchObject({
      nameZh: '甲局',
      yearsDeclared: [2021],
      yearsFirstPrize: [2021],
      qualifies: ['first-prize-once', 'first-prize-every-year'],
    });
  });

  it('follows a template that the committee adopted, and that is one of namings', async () => {
    const refusedFor = async (over: Partial<ComputeNamingRequest>): Promise<string> =>
      refusalOf((await compute(2022, 1, over)).handled);
    expect(await refusedFor({ templateHash: 'f'.repeat(64) })).toBe('TEMPLATE_NOT_ADOPTED templateHash');
    expect(await refusedFor({ templateHash: adoptedTemplate.templateHash, parameters: {} })).toBe(
      'TEMPLATE_OF_NO_NAMING templateHash',
    );
    expect(await refusedFor({ parameters: { editions: '0' } })).toBe('PARAMETERS_INVALID parameters');
    expect(await refusedFor({ parameters: { editions: '4', firstPrizes: '2' } })).toBe(
      'TEMPLATE_OF_NO_NAMING templateHash',
    );
  });

  it('needs every year commended', async () => {
    // The list is computed as of the first day of the year after.
    expect(refusalOf((await compute()).handled)).toBe('NAMING_BEFORE_ITS_DAY lastYear');
    stage.moveTo('2022-12-31T16:00:00.000Z');
    expect(refusalOf((await compute()).handled)).toBe('YEAR_NOT_COMMENDED lastYear');
    await decide(stage, roundOf(2022), { meetingOn: '2022-12-19', minutesNumber: '〔2022〕12号' });
    await commend(stage, roundOf(2022), '〔2022〕30号');
    expect(refusalOf((await compute(2022, 1, { firstYear: 2020, parameters: { editions: '3' } })).handled)).toBe(
      'YEAR_WITHOUT_EDITION firstYear',
    );
  });

  it('lists every subject looked at with its reasons, and is found like a round', async () => {
    accepted((await compute()).handled);
    await stage.caughtUp();
    const { subjects, counts } = await stage.namings.listLookedAt(EVERY_SUBJECT);
    expect(subjects.map(({ nameZh, readings }) => [nameZh, readings[0]?.in, readings[0]?.reasons])).toEqual([
      ['丙局', false, [{ reason: 'no-first-prize', years: [2021, 2022] }]],
      ['甲局', true, []],
      ['乙局', false, [{ reason: 'no-first-prize', years: [2021, 2022] }]],
    ]);
    expect(counts?.total).toBe(3);
    expect(counts?.facets.find(({ name }) => name === 'reading')?.counts).toContainEqual({ word: 'none', count: 2 });
    const namesOf = async (asked: Partial<typeof EVERY_SUBJECT>) =>
      (await stage.namings.listLookedAt({ ...EVERY_SUBJECT, ...asked })).subjects.map(({ nameZh }) => nameZh);
    expect(await namesOf({ sort: '-prizes', pageSize: 1 })).toEqual(['甲局']);
    expect(await namesOf({ q: 'yiju' })).toEqual(['乙局']);
    expect(await namesOf({ reading: 'none', sort: '-name' })).toEqual(['乙局', '丙局']);
    expect(await namesOf({ reason: 'not-declared' })).toEqual([]);
    expect(await evaluationService.resolvers(stage.ground)['round']?.(NAMING)).toMatchObject({
      organizationId: COMMITTEE,
    });
    expect(await workOfOffices(stage)).toEqual(['officer record-minutes']);
    // What the body is asked over this list.
    expect(await naming()).toMatchObject({ secondNotice: false, listedIds: ['unit-a'], asOf: '2023-01-01' });
    expect((await naming()).grades.map(({ gradeZh }) => gradeZh)).toEqual(['标兵单位']);
  });

  it('is put right by two persons, who see why, and back again', async () => {
    const change = correctNaming(stage.decisions);
    const before = (await naming()).resultHash;
    const propose = async (organizationId: string, what: string): Promise<string> => {
      const request = { seriesId: SERIES, organizationId, change: what, why: '申报表漏录' };
      const { proposalId, handled } = await change.propose(request, stage.call());
      accepted(handled);
      return proposalId;
    };
    const answer = (proposalId: string) => ({ seriesId: SERIES, proposalId, why: '属实' });
    const first = await propose('unit-b', 'put-on');
    expect(await workOfOffices(stage)).toContain('inspector carry-out-round-proposal');
    expect(refusalOf(await change.carryOut(answer(first), stage.call()))).toMatch(/^SECOND_PERSON_NEEDED/);
    accepted(await change.carryOut(answer(first), stage.call(...INSPECTOR)));
    expect(await naming()).toMatchObject({ listedIds: ['unit-a', 'unit-b'], corrections: 1 });
    expect((await naming()).resultHash).not.toBe(before);
    const { subjects } = await stage.namings.listLookedAt(EVERY_SUBJECT);
    expect(subjects.map(({ nameZh, listed, putRight }) => [nameZh, listed, putRight])).toEqual([
      ['丙局', false, ''],
      ['甲局', true, ''],
      ['乙局', true, 'put-on'],
    ]);
    const turnedDown = await propose('unit-c', 'put-on');
    accepted(await change.reject(answer(turnedDown), stage.call()));
    const back = await propose('unit-b', 'take-off');
    expect((await stage.namings.listCorrections({ seriesId: SERIES })).corrections).toMatchObject([
      { proposalId: first, state: 'carried-out', why: '申报表漏录', answer: '属实', correctedBy: 'inspector-1' },
      { proposalId: back, state: 'proposed', why: '申报表漏录', answer: '', correctedBy: '' },
    ]);
    accepted(await change.carryOut(answer(back), stage.call(...INSPECTOR)));
    expect((await naming()).listedIds).toEqual(['unit-a']);
    expect(await workOfOffices(stage)).toEqual(['officer record-minutes']);
  });

  it('has a name, after the newest edition of its series, as a round has one after its edition', async () => {
    const names = await roundNames(stage.ground.rows, [NAMING, roundOf(2022)]);
    expect(names.map(({ roundId }) => roundId).toSorted()).toEqual([NAMING, roundOf(2022)].toSorted());
    const [round, ours] = [roundOf(2022), NAMING].map((id) => names.find(({ roundId }) => roundId === id));
    expect(ours?.titleZh).toBe(round?.titleZh.replace(/·评分.*$/u, '·命名'));
  });

  it('leaves out of what everybody reads what is classified: the records, who was looked at, and why not', async () => {
    const classify = async (classified: boolean) => {
      const data = { organizationId: 'unit-a', classified };
      await stage.tellFact('organizations.organization-unit-a', 'OrganizationClassified.v1', data);
      await stage.caughtUp();
    };
    const told = async () => JSON.stringify([await naming(), await stage.namings.listLookedAt(EVERY_SUBJECT)]);
    expect(await told()).toContain('unit-a');
    await classify(true);
    expect(await told()).not.toMatch(/unit-a|甲局/);
    await classify(false);
    expect(await told()).toContain('unit-a');
  });

  it('is decided by the body over the list, counts nobody over the own unit, and is made known', async () => {
    await decide(stage, NAMING, { meetingOn: '2023-01-01', minutesNumber: '〔2023〕2号' });
    expect(await workOfOffices(stage)).toEqual(['officer issue-circular']);
    expect((await naming()).decision).toMatchObject({
      reading: 'first-prize-once',
      organizationIds: ['unit-a'],
      documentNumber: '',
    });
    const { decision } = await stage.decided.getDecision({ roundId: NAMING });
    expect(decision?.body.find(({ personId }) => personId === 'l4')?.recused).toEqual([
      { entryId: 'unit-a', cause: 'home' },
    ]);
    await commend(stage, NAMING, '〔2023〕3号');
    expect(await workOfOffices(stage)).toEqual([]);
    const { honours } = await stage.honours.listHonours(ListHonoursRequest.fromPartial({ year: 2022, pageSize: 200 }));
    expect(honours.find(({ kind }) => kind === 'pacesetter')).toMatchObject({
      organizationZh: '甲局',
      documentNumber: '〔2023〕3号',
    });
    const told = await stage.ground.rows.query<{ data: string }>(
      `select data from messaging.public_fact where type = 'evaluation.CircularIssued.v1'`,
    );
    expect(
      told.map(({ data }) => JSON.parse(data) as { roundId: string }).filter(({ roundId }) => roundId === NAMING),
    ).toMatchObject([
      { honours: [{ to: 'entry', holderKind: 'organization', holderId: 'unit-a', entryId: 'unit-a' }] },
    ]);
  });

  it('becomes reviewable when a first prize it rests on is withdrawn', async () => {
    const honourId = await firstPrize(2021);
    const change = changeHonours(stage.decisions);
    const { proposalId } = await change.propose(
      { honourId, act: 'WithdrawHonour', reason: 'sanctioned', effectiveOn: '2022-12-20', why: '受到处分' },
      stage.call(),
    );
    accepted(await change.carryOut('WithdrawHonour', { honourId, proposalId, why: '属实' }, stage.call(...INSPECTOR)));
    await stage.caughtUp();
    expect((await naming()).outdatedBy).toEqual([honourId]);
    expect(refusalOf((await compute()).handled)).toBe('DECISION_TAKEN_ALREADY seriesId');
  });

  it('that was wrong is annulled by two persons, computed anew, and decided again', async () => {
    const annul = annulDecision(stage.decisions);
    const { decisionId } = (await naming()).decision ?? { decisionId: '' };
    const { proposalId, handled } = await annul.propose(
      { roundId: NAMING, decisionId, reason: 'wrong-result', why: '一等奖已撤销' },
      stage.call(),
    );
    accepted(handled);
    const seconds = ['inspector carry-out-round-proposal', 'leader carry-out-round-proposal'];
    expect(await workOfOffices(stage)).toEqual(seconds);
    accepted(await annul.carryOut({ roundId: NAMING, proposalId, why: '属实' }, stage.call(...INSPECTOR)));
    expect((await naming()).decision).toBeUndefined();
    expect(await workOfOffices(stage)).toEqual(['officer compute-naming']);
    accepted((await compute(2022, 2)).handled);
    expect(await workOfOffices(stage)).toEqual(['officer record-minutes']);
    const { records } = await naming();
    expect(records.find(({ organizationId }) => organizationId === 'unit-a')).toMatchObject({
      yearsFirstPrize: [2022],
      qualifies: ['first-prize-once'],
    });
    accepted((await compute()).handled);
    await decide(stage, NAMING, { meetingOn: '2023-01-01', minutesNumber: '〔2023〕4号' });
    const call = stage.call();
    const request = { roundId: NAMING, documentNumber: '〔2023〕5号' };
    const issued = accepted(await issueCircular(stage.decisions)(request, call));
    expect(accepted(await issueCircular(stage.decisions)(request, call))).toMatchObject({
      repeated: true,
      receipts: issued.receipts,
    });
  });

  it('has read models that are the same when rebuilt from zero', async () => {
    for (const reader of ['decisions', 'honours', 'editions', 'rounds-work'])
      expect(await stage.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
  }, 60_000);
});
