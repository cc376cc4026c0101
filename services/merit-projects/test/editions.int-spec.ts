import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { editionOf, proposalsOf } from '../src/adapters/postgres/edition-questions.ts';
import {
  holidayProposalsOf,
  holidayYearsOf,
  templateOf,
  templatesOf,
} from '../src/adapters/postgres/template-questions.ts';
import { editionIdOf, seriesStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign, TEMPLATE } from './campaign-stage.ts';
import { COMMITTEE, DAY, SERIES, STAGE_DAYS } from './domain/edition-sample.ts';

const CITY = 'f8f8f8f8-f8f8-48f8-88f8-f8f8f8f8f8f8';
const PAGE = { size: 50, after: undefined };
const year = 2021;

describe('editions over PostgreSQL', () => {
  let campaign: Campaign;
  const stagesOf = (to: number) =>
    STAGE_DAYS.map(({ stageId, opensOn, closesOn }) => ({
      stageId,
      opensOn: opensOn.replace(`${year + 1}`, `${to + 1}`).replace(`${year}-`, `${to}-`),
      closesOn: closesOn.replace(`${year + 1}`, `${to + 1}`).replace(`${year}-`, `${to}-`),
    }));
  const open = (change: Partial<Campaign['asked']>, call = campaign.call('officer')) =>
    campaign.useCases.editions.open({ ...campaign.asked, ...change }, call);

  beforeAll(async () => {
    campaign = await openCampaign();
    const data = {
      organizationId: CITY,
      parentId: COMMITTEE,
      kind: 'working-committee',
      nameZh: '市',
      nameEn: '',
      code: '',
    };
    await append(campaign.store, `organizations.organization-${CITY}`, { type: 'OrganizationFounded.v1', data });
    await campaign.caughtUp();
    await campaign.useCases.templates.adopt({ committeeId: CITY, template: TEMPLATE }, campaign.call('officer'));
  }, 120_000);
  afterAll(async () => campaign.close());

  it('only a template that the committee has adopted opens an edition; its fault is named', async () => {
    const { useCases, call, asked, ground } = campaign;
    const unknown = await open({ templateHash: 'a'.repeat(64), seriesId: randomUUID() });
    expect(unknown.handled).toEqual({
      kind: 'refused',
      refusal: { reason: 'TEMPLATE_NOT_ADOPTED', field: 'templateHash' },
    });
    const broken = await useCases.templates.adopt({ committeeId: COMMITTEE, template: 'schema: 3' }, call('officer'));
    expect(broken.handled).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'TEMPLATE_INVALID', field: 'template' },
    });
    await campaign.caughtUp();
    const template = await templateOf(ground.rows, COMMITTEE, asked.templateHash);
    expect(template).toMatchObject({ templateId: 'jiangong-edition' });
    const listing = { search: undefined, sort: { by: 'adopted', down: true }, place: PAGE } as const;
    expect(await templatesOf(ground.rows, { ...listing, committeeId: COMMITTEE })).toMatchObject({ total: 1 });
    const again = await useCases.templates.adopt(
      { committeeId: COMMITTEE, template: template?.canonicalText ?? '' },
      call('officer'),
    );
    expect(again).toMatchObject({ templateHash: asked.templateHash, handled: { kind: 'accepted', facts: [] } });
    const beyond = await open({ parameters: { quota: '11' }, seriesId: randomUUID() });
    expect(beyond.handled).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'PARAMETERS_INVALID', field: 'parameters' },
    });
  });

  it('another committee opens neither a later year of a series nor the same one again', async () => {
    const later = await open({ committeeId: CITY, year: 2022, stages: stagesOf(2022) as never });
    expect(later.handled).toEqual({
      kind: 'refused',
      refusal: { reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' },
    });
    const same = await open({ committeeId: CITY });
    expect(same.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    const own = await open({ year: 2022, stages: stagesOf(2022) as never });
    expect(own.handled).toMatchObject({ kind: 'accepted' });
  });

  it('of two committees that begin a series at once, one gets it', async () => {
    const seriesId = randomUUID();
    const answers = await Promise.all(
      [COMMITTEE, CITY].map((committeeId, index) =>
        open({ committeeId, seriesId, year: year + index, stages: stagesOf(year + index) as never }),
      ),
    );
    expect(answers.map(({ handled }) => handled.kind).sort()).toEqual(['accepted', 'refused']);
    const [begun] = await campaign.store.readStream(seriesStream(seriesId));
    const opened = answers.find(({ handled }) => handled.kind === 'accepted');
    expect(begun?.data).toEqual({
      seriesId,
      committeeId: opened?.editionId === editionIdOf(seriesId, year) ? COMMITTEE : CITY,
    });
  });

  it('an edition that is refused claims nothing; a repeated order gets its first answer', async () => {
    const { call, store } = campaign;
    const seriesId = randomUUID();
    const wrong = await open({ titleZh: '', committeeId: CITY, seriesId });
    expect(wrong.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'TEXT_EMPTY' } });
    expect(await store.readStream(seriesStream(seriesId))).toEqual([]);
    const same = call('officer');
    const first = await open({ seriesId }, same);
    const again = await open({ seriesId }, same);
    expect(first.handled).toMatchObject({ kind: 'accepted', repeated: false });
    expect(again).toEqual({ ...first, handled: { ...first.handled, repeated: true } });
  });

  it('given up by two offices, the year is free for the next ordinal; the same one never again', async () => {
    const { useCases, call, caughtUp, ground } = campaign;
    const seriesId = randomUUID();
    const { editionId } = await open({ seriesId });
    const second = await open({ seriesId, ordinal: 2 });
    expect(second.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    const proposing = { editionId, act: 'AbandonEdition', stageId: '', closesOn: '', why: '停办。' };
    const { proposalId } = await useCases.editions.propose(proposing, call('officer'));
    await caughtUp();
    const proposals = async (roles: readonly string[] = []) =>
      proposalsOf(ground.rows, ground.privacy, {
        ...{ editionId, acts: [], roles, search: undefined, sort: { by: 'proposed', down: false }, place: PAGE },
      });
    expect(await proposals()).toMatchObject({
      found: [{ row: { proposalId, act: 'AbandonEdition', role: 'committee-officer', why: '停办。' } }],
      total: 1,
      facets: [
        { name: 'act', counts: [{ word: 'AbandonEdition', count: 1 }] },
        { name: 'role', counts: [{ word: 'committee-officer', count: 1 }] },
      ],
    });
    expect((await proposals(['committee-leader'])).found).toEqual([]);
    const alone = await useCases.editions.abandon({ editionId, proposalId, why: '停办。' }, call('officer'));
    expect(alone).toMatchObject({ kind: 'refused', refusal: { reason: 'SECOND_PERSON_NEEDED' } });
    const done = await useCases.editions.abandon({ editionId, proposalId, why: '停办。' }, call('leader'));
    expect(done).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    expect(await editionOf(ground.rows, ground.privacy, editionId)).toMatchObject({ state: 'abandoned' });
    expect((await proposals()).found).toEqual([]);
    expect((await open({ seriesId, ordinal: 1 })).handled).toMatchObject({ kind: 'refused' });
    expect((await open({ seriesId, ordinal: 2 })).handled).toMatchObject({ kind: 'accepted' });
  });

  it('a year of holidays is entered, then counted with; a shipped one is fixed', async () => {
    const { useCases, call, caughtUp, ground } = campaign;
    const seriesId = randomUUID();
    const in2027 = { seriesId, year: 2027, stages: stagesOf(2027) as never };
    expect((await open(in2027)).handled).toMatchObject({ kind: 'refused', refusal: { reason: 'YEAR_NOT_KNOWN' } });
    const given = {
      year: 2027,
      noticeNumber: '国办发明电〔2026〕1号',
      daysOff: [{ from: '2027-01-01', to: '2027-01-03' }],
      makeUpDays: [],
    };
    expect(await useCases.holidays.enter(given, call('officer'))).toMatchObject({ kind: 'accepted' });
    expect(await useCases.holidays.enter({ ...given, year: 2026, daysOff: [] }, call('officer'))).toMatchObject({
      refusal: { reason: 'HOLIDAYS_SHIPPED' },
    });
    await caughtUp();
    expect((await holidayYearsOf(ground.rows)).at(-1)).toMatchObject({ year: 2027, shipped: false });
    expect((await open(in2027)).handled).toMatchObject({ kind: 'accepted' });
    const { proposalId } = await useCases.holidays.propose(
      { ...given, makeUpDays: ['2027-02-06'], why: '漏录。' },
      call('officer'),
    );
    const waiting = async () => {
      await caughtUp();
      return holidayProposalsOf(ground.rows, ground.privacy);
    };
    expect(await waiting()).toMatchObject([
      {
        ...{
          proposalId,
          role: 'committee-officer',
          proposed: { year: 2027, makeUpDays: ['2027-02-06'], shipped: false },
        },
        why: expect.stringMatching(/./u),
      },
    ]);
    expect(await useCases.holidays.correct({ year: 2027, proposalId }, call('leader'))).toMatchObject({
      kind: 'accepted',
    });
    await caughtUp();
    expect((await holidayYearsOf(ground.rows)).at(-1)).toMatchObject({ makeUpDays: ['2027-02-06'] });
    expect(await waiting()).toEqual([]);
  });

  it('a missed decision is opened again by two offices, and the edition closes when all is over', async () => {
    const { useCases, call, editionId, moveTo, ground } = campaign;
    await moveTo(DAY.afterAll);
    const close = () => useCases.editions.close({ editionId }, call('officer'));
    expect(await close()).toMatchObject({ kind: 'accepted' });
    const stage = { editionId, stageId: 'decide', closesOn: '2022-02-20', why: '漏开会议。' };
    const { proposalId } = await useCases.editions.propose({ ...stage, act: 'ReopenStage' }, call('officer'));
    expect(await useCases.editions.reopen({ ...stage, proposalId }, call('inspector'))).toMatchObject({
      kind: 'accepted',
    });
    await campaign.caughtUp();
    const edition = await editionOf(ground.rows, ground.privacy, editionId);
    expect(edition?.state).toBe('open');
    expect(edition?.stages.find(({ stageId }) => stageId === 'decide')).toMatchObject({
      ...{ progress: 'open', closesOn: '2022-02-20', closings: 1 },
    });
    expect(await close()).toMatchObject({ kind: 'refused', refusal: { reason: 'EDITION_STAGES_LEFT' } });
    await moveTo('2022-02-21T01:00:00.000Z');
    expect(await close()).toMatchObject({ kind: 'accepted' });
  });

  it('every read model rebuilt from zero equals the live one', async () => {
    for (const reader of ['templates', 'holidays', 'editions', 'proposals'])
      expect(await campaign.readers.rebuildAndCompare(reader)).toMatchObject({ reader, equal: true });
    expect(await campaign.readers.parked()).toEqual([]);
    expect(await editionOf(campaign.ground.rows, campaign.ground.privacy, editionIdOf(SERIES, year))).toMatchObject({
      ordinal: 1,
    });
  });
});
