import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { policiesOf, policyOf, policyProposalsOf } from '../src/adapters/postgres/policy-questions.ts';
import { programmesAtTheFrontDoor as programmes } from '../src/adapters/programmes/programmes-at-the-front-door.ts';
import { commendationsStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { COMMITTEE } from './domain/edition-sample.ts';

const EXAMPLES = join(import.meta.dirname, '../../../libs/programmes/test/examples');
const POLICY = readFileSync(join(EXAMPLES, 's8-shandong-policy.yaml'), 'utf8');
const QUOTAS = readFileSync(join(EXAMPLES, 's8-shandong-quotas.yaml'), 'utf8');

const CITY = 'f8f8f8f8-f8f8-48f8-88f8-f8f8f8f8f8f8';
const COUNTY = 'f9f9f9f9-f9f9-49f9-89f9-f9f9f9f9f9f9';
const YEAR = 2021;

/** The sketch's own commendation, and others of the same rules under other names. */
const commendation = (id: string, nameZh = `先进集体${id}`): string =>
  QUOTAS.replace('id: s8-shandong-quotas', `id: ${id}`)
    .replace('code: shandong.advanced', `code: ${id}.advanced`)
    .replace('[先进集体, Advanced collective]', `[${nameZh}, Advanced ${id}]`);

describe("the sketch s8: a province's policy over the editions of cities and counties", () => {
  let campaign: Campaign;
  const hashes = new Map<string, string>();
  const adoptTemplate = async (committeeId: string, id: string, nameZh?: string): Promise<void> => {
    const template = commendation(id, nameZh);
    const { templateHash, handled } = await campaign.useCases.templates.adopt(
      { committeeId, template },
      campaign.call('officer'),
    );
    expect(handled.kind).toBe('accepted');
    hashes.set(`${committeeId} ${id}`, templateHash);
  };
  const asked = (committeeId: string, id: string, year = YEAR, ordinal = 0) => ({
    ...{ committeeId, seriesId: seriesOf(`${committeeId} ${id}`), year, ordinal, titleZh: id, titleEn: id },
    ...{ templateHash: hashes.get(`${committeeId} ${id}`) ?? '', parameters: {}, stages: [] },
  });
  const series = new Map<string, string>();
  const seriesOf = (key: string): string => {
    const found = series.get(key) ?? randomUUID();
    series.set(key, found);
    return found;
  };
  const open = async (...given: Parameters<typeof asked>) => {
    const answer = await campaign.useCases.editions.open(asked(...given), campaign.call('officer'));
    return answer;
  };
  const NOTHING = { policy: '', boundId: '', year: 0, templateId: '', exemptionId: '' };
  const propose = (act: string, more: Partial<typeof NOTHING> = {}) =>
    campaign.useCases.policies.propose(
      { committeeId: COMMITTEE, act, ...NOTHING, ...more, why: '按规定。' },
      campaign.call('officer'),
    );
  /** Two persons. */
  const done = async (act: string, more: Partial<typeof NOTHING> = {}): Promise<string> => {
    const { proposalId, handled } = await propose(act, more);
    expect(handled).toMatchObject({ kind: 'accepted' });
    const carried = await campaign.useCases.policies.carryOut(
      { committeeId: COMMITTEE, proposalId },
      campaign.call('leader'),
    );
    expect(carried).toMatchObject({ kind: 'accepted' });
    return proposalId;
  };
  const shown = async () => {
    await campaign.caughtUp();
    return policyOf(campaign.ground.rows, programmes, { committeeId: COMMITTEE, year: YEAR });
  };
  const cityShown = async () => (await shown())?.bound.find(({ committeeId }) => committeeId === CITY);

  beforeAll(async () => {
    campaign = await openCampaign();
    for (const [organizationId, parentId] of [
      [CITY, COMMITTEE],
      [COUNTY, CITY],
    ] as const)
      await append(campaign.store, `organizations.organization-${organizationId}`, {
        type: 'OrganizationFounded.v1',
        data: { organizationId, parentId, kind: 'working-committee', nameZh: '委', nameEn: '', code: '' },
      });
    await campaign.caughtUp();
    for (const id of ['early', 'one', 'two', 'three', 'four']) await adoptTemplate(CITY, id);
    for (const id of ['one', 'two']) await adoptTemplate(COUNTY, id);
    await campaign.caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('what can not be read as a policy is refused with its line; a template is none', async () => {
    expect((await propose('AdoptPolicy', { policy: POLICY.replace('city:', 'town:') })).handled).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'POLICY_INVALID', field: 'policy', details: { line: 4, problem: 'WORD_UNKNOWN' } },
    });
    expect((await propose('AdoptPolicy', { policy: QUOTAS })).handled).toMatchObject({
      refusal: { reason: 'POLICY_INVALID' },
    });
    expect((await propose('Hope')).handled).toMatchObject({ refusal: { reason: 'WORD_UNKNOWN', field: 'act' } });
  });

  it('is proposed by an officer, waits with its words and reason, and is adopted by a leader; what was opened before stays', async () => {
    expect((await open(CITY, 'early')).handled).toMatchObject({ kind: 'accepted' });
    const { proposalId } = await propose('AdoptPolicy', { policy: POLICY });
    await campaign.caughtUp();
    const { rows, privacy } = campaign.ground;
    expect(await policyProposalsOf(rows, programmes, { committeeId: COMMITTEE, privacy })).toMatchObject([
      { proposalId, act: 'AdoptPolicy', why: '按规定。', role: 'committee-officer' },
    ]);
    const alone = await campaign.useCases.policies.carryOut(
      { committeeId: COMMITTEE, proposalId },
      campaign.call('officer'),
    );
    expect(alone).toMatchObject({ refusal: { reason: 'SECOND_PERSON_NEEDED' } });
    campaign.clock.move('2021-01-04T02:00:00.000Z');
    await campaign.useCases.policies.carryOut({ committeeId: COMMITTEE, proposalId }, campaign.call('leader'));
    expect(await shown()).toMatchObject({
      policy: { version: 1, repealedAt: '' },
      bound: [
        { committeeId: CITY, level: 'city', commendations: 2, used: 1, editions: [{ earlier: true, counted: true }] },
        { committeeId: COUNTY, level: 'county', commendations: 1, used: 0, editions: [] },
      ],
    });
    expect(await policiesOf(rows, programmes)).toMatchObject([{ lines: { length: 6 } }]);
    expect(await policyProposalsOf(rows, programmes, { committeeId: COMMITTEE, privacy })).toEqual([]);
  });

  it('of two that a city opens at once, one gets the last place', async () => {
    const answers = await Promise.all([open(CITY, 'one'), open(CITY, 'two')]);
    expect(answers.map(({ handled }) => handled.kind).toSorted()).toEqual(['accepted', 'refused']);
    expect(answers.find(({ handled }) => handled.kind === 'refused')?.handled).toMatchObject({
      refusal: { reason: 'COMMENDATIONS_USED_UP', field: 'year', details: { policyOf: COMMITTEE, max: 2 } },
    });
    expect(await cityShown()).toMatchObject({ used: 2 });
  });

  it('the third is refused, at the preview as at the opening, and names what stands in the way; another year is free', async () => {
    const { useCases, call } = campaign;
    const { handled } = await open(CITY, 'three');
    expect(handled).toMatchObject({ kind: 'refused', refusal: { reason: 'COMMENDATIONS_USED_UP' } });
    const before = await useCases.editionPlans.preview(asked(CITY, 'three'), call('officer'));
    expect(before.refusal?.refusal).toEqual(handled.kind === 'refused' ? handled.refusal : undefined);
    expect(before.refusal?.texts.zh).toContain('准予例外');
    const next = await useCases.editionPlans.preview(asked(CITY, 'three', YEAR + 1), call('officer'));
    expect(next.refusal).toBeNull();
  });

  it('an exemption of the province lets it, by two persons; withdrawn, it lets nobody any more, and the edition stays', async () => {
    const exempted = { boundId: CITY, year: YEAR, templateId: 'three' };
    expect((await propose('GrantExemption', { ...exempted, boundId: COMMITTEE })).handled).toMatchObject({
      refusal: { reason: 'COMMITTEE_NOT_BELOW', field: 'boundId' },
    });
    await done('GrantExemption', exempted);
    expect((await open(CITY, 'three')).handled).toMatchObject({ kind: 'accepted' });
    expect(await cityShown()).toMatchObject({ used: 3 });
    const exemptionId = await done('GrantExemption', { ...exempted, templateId: 'four' });
    await done('WithdrawExemption', { exemptionId });
    expect((await open(CITY, 'four')).handled).toMatchObject({ refusal: { reason: 'COMMENDATIONS_USED_UP' } });
    expect((await shown())?.exemptions).toMatchObject([
      { templateId: 'four' },
      { templateId: 'three', withdrawnAt: '' },
    ]);
  });

  it('a county is bound to its own number; the same commendation comes again after its cycle only', async () => {
    expect((await open(COUNTY, 'one')).handled).toMatchObject({ kind: 'accepted' });
    expect((await open(COUNTY, 'two')).handled).toMatchObject({
      refusal: { reason: 'COMMENDATIONS_USED_UP', details: { max: 1 } },
    });
    expect((await open(COUNTY, 'one', YEAR + 1)).handled).toMatchObject({
      refusal: { reason: 'COMMENDATION_WITHIN_CYCLE', details: { nextYear: YEAR + 5 } },
    });
  });

  it('what was given up gives its place back', async () => {
    const { useCases, call, caughtUp } = campaign;
    const editionId = (await cityShown())?.editions.find(({ earlier }) => earlier)?.editionId ?? '';
    const proposing = { editionId, act: 'AbandonEdition', stageId: '', closesOn: '', why: '停办。' };
    const { proposalId } = await useCases.editions.propose(proposing, call('officer'));
    await useCases.editions.abandon({ editionId, proposalId, why: '停办。' }, call('leader'));
    await caughtUp();
    expect(await cityShown()).toMatchObject({ used: 2 });
    expect((await cityShown())?.editions.find((one) => one.editionId === editionId)).toMatchObject({ counted: false });
  });

  it('no name that the province uses; repealed, nothing is bound any more', async () => {
    await adoptTemplate(COMMITTEE, 'provincial', '先进集体');
    expect((await open(COMMITTEE, 'provincial')).handled).toMatchObject({ kind: 'accepted' });
    await adoptTemplate(CITY, 'namesake', '先进 集体');
    expect((await open(CITY, 'namesake', YEAR + 1)).handled).toMatchObject({
      refusal: { reason: 'COMMENDATION_NAME_USED_ABOVE', details: { name: '先进集体' } },
    });
    await done('RepealPolicy');
    expect((await open(CITY, 'namesake', YEAR + 1)).handled).toMatchObject({ kind: 'accepted' });
    expect((await shown())?.policy?.repealedAt).not.toBe('');
    const claims = await campaign.store.readStream(commendationsStream(CITY));
    expect(claims.map(({ type }) => type)).toEqual(['CommendationClaimed.v1', 'CommendationClaimed.v1']);
  });
});
