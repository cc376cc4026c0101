import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_OFFICER } from '../demo/world/people.ts';
import { SmallCampaign, UNIT_A, YEAR } from '../bad-input/small-campaign.ts';

const START_MS = 180_000;
const NEXT = 2027;

type Plan = Readonly<{
  refusal: Readonly<{ reason: string; zh: string }> | null;
  stages: readonly Readonly<{ stageId: string; opensAt: string; closesAt: string; workingDays: number | null }>[];
  yearsMissing: readonly number[];
}>;
type Opening = Readonly<{ committeeId: string; seriesId: string; templateHash: string } & Record<string, unknown>>;
type Copy = Readonly<{ opening: Opening; plan: Plan }>;
type Item = Readonly<{
  type: string;
  actorName: Readonly<{ zh: string }> | null;
  actorRole: string | null;
  zh: string;
  en: string;
  why: string | null;
  changes: readonly object[];
}>;
type Page = Readonly<{ items: readonly Item[]; nextPageToken: string | null }>;
type Year = Readonly<{
  completeness: string;
  source: string;
  days: readonly Readonly<{ date: string; kind: string }>[];
}>;

let campaign: SmallCampaign;
const officer = () => campaign.play.as(FIRST_OFFICER);
const editionId = (): string => campaign.play.edition(YEAR);
const order = <T>(path: string, body: unknown): Promise<T> =>
  officer().order<T>({ path, body, method: 'POST', key: campaign.play.key(`next year ${path}`) });

beforeAll(async () => {
  campaign = await SmallCampaign.start();
  await campaign.reach('planned');
}, START_MS);
afterAll(() => campaign?.stop(), START_MS);

const copy = (year: number): Promise<Copy> => officer().get<Copy>(`/v1/editions/${editionId()}/next?year=${year}`);

describe('the next year, over the public API', () => {
  it('is not planned over holidays that nobody knows', async () => {
    expect(await officer().get<Year>(`/v1/calendar/${NEXT}`)).toMatchObject({ completeness: 'unknown', days: [] });
    const { plan } = await copy(NEXT);
    expect(plan.refusal).toMatchObject({ reason: 'YEAR_NOT_KNOWN' });
    expect(plan.yearsMissing).toContain(NEXT);
  });

  it('opens over holidays that an officer entered, without a release: the copy as it is, as its preview showed', async () => {
    await order('/v1/holidays', {
      year: NEXT,
      noticeNumber: '国办发明电〔2026〕1号',
      daysOff: [{ from: `${NEXT}-01-01`, to: `${NEXT}-01-03` }],
      makeUpDays: [],
    });
    await campaign.head();
    const year = await officer().get<Year>(`/v1/calendar/${NEXT}`);
    expect(year).toMatchObject({ completeness: 'open', source: 'entered' });
    expect(year.days[0]).toEqual({ date: `${NEXT}-01-01`, kind: 'holiday' });
    const { opening, plan } = await copy(NEXT);
    expect(plan.refusal).toBeNull();
    const { editionId: opened } = await order<{ editionId: string }>('/v1/editions', opening);
    await campaign.head();
    const edition = await officer().get<Plan>(`/v1/editions/${opened}`);
    expect(edition.stages.map(({ stageId, opensAt, closesAt }) => [stageId, opensAt, closesAt])).toEqual(
      plan.stages.map(({ stageId, opensAt, closesAt }) => [stageId, opensAt, closesAt]),
    );
  });

  it('is previewed by its own fields, and refused as an opening would be', async () => {
    const { opening } = await copy(NEXT);
    const { committeeId, seriesId, templateHash } = opening;
    const asked = new URLSearchParams({
      committeeId,
      seriesId,
      templateHash,
      year: '2025',
      titleZh: '预览',
      titleEn: 'P',
    });
    const free = await officer().get<Plan>(`/v1/edition-preview?${asked.toString()}&parameters=quota:2`);
    expect(free).toMatchObject({ refusal: null });
    expect(free.stages[0]).toMatchObject({ stageId: 'plan', workingDays: expect.any(Number) });
    asked.set('stages', 'score:2025-12-10:2025-12-01');
    const wrong = await officer().get<Plan>(`/v1/edition-preview?${asked.toString()}`);
    expect(wrong.refusal).toMatchObject({ reason: 'STAGE_CLOSES_BEFORE_IT_OPENS' });
  });
});

describe('what happened, for whoever may read the thing', () => {
  const history = (path: string, as = FIRST_OFFICER): Promise<Page> =>
    campaign.play.as(as).get<Page>(`${path}/history`);

  it('an edition’s amendments say who changed what, from what to what, and why', async () => {
    const stage = { opensOn: `${YEAR}-12-01`, closesOn: `${YEAR}-12-09`, why: '场地冲突。' };
    await order(`/v1/editions/${editionId()}/stages/score/reschedule`, stage);
    const { items } = await officer().get<Page>(`/v1/editions/${editionId()}/amendments`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ type: 'StageRescheduled', actorRole: 'committee-officer', why: '场地冲突。' },
      actorName: { zh: expect.stringContaining('虚构') },
      changes: [{ field: 'closesOn', stageId: 'score', before: `${YEAR}-12-10`, after: `${YEAR}-12-09` }],
    });
    const all = await history(`/v1/editions/${editionId()}`);
    expect(all.items[0]).toMatchObject({ type: 'EditionOpened' });
    expect(all.items.map(({ type }) => type)).toContain('StageRescheduled');
  });

  it('an organization, a person and a round have one, and a round a name', async () => {
    const unit = await history(`/v1/organizations/${campaign.play.organization(UNIT_A)}`);
    expect(unit.items[0]).toMatchObject({ type: 'OrganizationFounded' });
    const person = await history(`/v1/people/${campaign.play.person(`${UNIT_A}-officer`)}`);
    expect(person.items.map(({ type }) => type)).toEqual(expect.arrayContaining(['PersonRegistered', 'RoleGranted']));
    const { items } = await officer().get<{ items: readonly { roundId: string; roundName: { zh: string } }[] }>(
      `/v1/rounds?editionId=${editionId()}`,
    );
    expect(items[0]?.roundName.zh).toMatch(/·评分$/u);
    const round = await history(`/v1/rounds/${items[0]?.roundId ?? ''}`);
    expect(round.items[0]).toMatchObject({ type: 'RoundPrepared' });
  });

  it('nobody reads the history of a person whose record he may not read', async () => {
    const path = `/v1/people/${campaign.play.person(`${UNIT_A}-officer`)}/history`;
    const cookie = campaign.cookieOf('expert-6', path);
    const answer = await campaign.client.send({ method: 'GET', path, headers: { cookie } });
    expect(answer.status).toBe(403);
  });
});
