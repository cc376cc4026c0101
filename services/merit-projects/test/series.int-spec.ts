import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { editionIdOf, seriesStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { COMMITTEE, openEdition, SERIES, STAGE_DAYS } from './domain/edition-sample.ts';

const CITY = 'f8f8f8f8-f8f8-48f8-88f8-f8f8f8f8f8f8';

describe('series over PostgreSQL', () => {
  let campaign: Campaign;
  const { year, titleZh, titleEn, quota, noticeWorkingDays, objectionWorkingDays } = openEdition;
  const asked = { titleZh, titleEn, quota, noticeWorkingDays, objectionWorkingDays, stages: STAGE_DAYS };
  const stagesOf = (to: number) =>
    STAGE_DAYS.map(({ stage, opensOn, closesOn }) => ({
      stage,
      opensOn: opensOn.replace(`${year}`, `${to}`),
      closesOn: closesOn.replace(`${year}`, `${to}`),
    }));

  beforeAll(async () => {
    campaign = await openCampaign();
    const city = {
      organizationId: CITY,
      parentId: COMMITTEE,
      kind: 'working-committee',
      nameZh: '市',
      nameEn: '',
      code: '',
    };
    await append(campaign.store, `organizations.organization-${CITY}`, { type: 'OrganizationFounded.v1', data: city });
    await campaign.caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('another committee opens neither a later year of a series nor the same one again', async () => {
    const { useCases, call } = campaign;
    const later = await useCases.editions.open(
      { ...asked, committeeId: CITY, seriesId: SERIES, year: 2022, stages: stagesOf(2022) },
      call(),
    );
    expect(later.handled).toEqual({
      kind: 'refused',
      refusal: { reason: 'SERIES_OF_ANOTHER_COMMITTEE', field: 'seriesId' },
    });
    const same = await useCases.editions.open({ ...asked, committeeId: CITY, seriesId: SERIES, year }, call());
    expect(same.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    const own = await useCases.editions.open(
      { ...asked, committeeId: COMMITTEE, seriesId: SERIES, year: 2022, stages: stagesOf(2022) },
      call(),
    );
    expect(own.handled).toMatchObject({ kind: 'accepted' });
  });

  it('of two committees that begin a series at once, one gets it', async () => {
    const { useCases, call, store } = campaign;
    const seriesId = randomUUID();
    const answers = await Promise.all(
      [COMMITTEE, CITY].map((committeeId, index) =>
        useCases.editions.open(
          { ...asked, committeeId, seriesId, year: year + index, stages: stagesOf(year + index) },
          call(),
        ),
      ),
    );
    expect(answers.map(({ handled }) => handled.kind).sort()).toEqual(['accepted', 'refused']);
    const [begun] = await store.readStream(seriesStream(seriesId));
    const opened = answers.find(({ handled }) => handled.kind === 'accepted');
    expect(begun?.data).toEqual({
      seriesId,
      committeeId: opened?.editionId === editionIdOf(seriesId, year) ? COMMITTEE : CITY,
    });
  });

  it('an edition that is refused claims nothing; a repeated order gets its first answer', async () => {
    const { useCases, call, store } = campaign;
    const seriesId = randomUUID();
    const wrong = await useCases.editions.open({ ...asked, quota: 0, committeeId: CITY, seriesId, year }, call());
    expect(wrong.handled).toMatchObject({ kind: 'refused', refusal: { reason: 'QUOTA_OUT_OF_RANGE' } });
    expect(await store.readStream(seriesStream(seriesId))).toEqual([]);
    const same = call();
    const order = { ...asked, committeeId: COMMITTEE, seriesId, year };
    const first = await useCases.editions.open(order, same);
    const again = await useCases.editions.open(order, same);
    expect(first.handled).toMatchObject({ kind: 'accepted', repeated: false });
    expect(again).toEqual({ ...first, handled: { ...first.handled, repeated: true } });
  });
});
