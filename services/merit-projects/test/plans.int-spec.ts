import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { editionOf } from '../src/adapters/postgres/edition-questions.ts';
import { whyOf } from '../src/adapters/postgres/kept-prose.ts';
import { documentsNamed } from '../src/adapters/postgres/template-projection.ts';
import { editionHistory } from '../src/application/edition-history.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';

describe('plans of editions over PostgreSQL', () => {
  let campaign: Campaign;
  beforeAll(async () => {
    campaign = await openCampaign();
  }, 120_000);
  afterAll(async () => campaign.close());

  const stored = async () => (await campaign.store.head()) as number;

  it('what the preview shows is what opening then stores, and previewing stores nothing', async () => {
    const { useCases, call, asked, ground } = campaign;
    const request = { ...asked, seriesId: randomUUID() };
    const before = await stored();
    const plan = await useCases.editionPlans.preview(request, call('officer'));
    expect(await stored()).toBe(before);
    expect(plan.refusal).toBeNull();
    const { editionId, handled } = await useCases.editions.open(request, call('officer'));
    expect(handled).toMatchObject({ kind: 'accepted' });
    await campaign.caughtUp();
    const edition = await editionOf(ground.rows, ground.privacy, editionId);
    expect(plan.editionId).toBe(editionId);
    const shown = plan.made?.plan.stages.map(({ stageId, opensOn, closesOn, opensAt, closesAt }) => ({
      ...{ stageId, opensOn, closesOn, opensAt, closesAt },
    }));
    expect(edition?.stages).toMatchObject(shown ?? []);
    expect(edition?.stages).toHaveLength(shown?.length ?? 0);
    expect(plan.made?.sketch).toMatchObject({
      sources: [
        { sourceId: 'experts', kind: 'panel', partyId: 'experts', vote: 'person', own: 'skip' },
        { sourceId: 'units', kind: 'panel', partyId: 'units', vote: 'organization', own: 'skip' },
      ],
      phases: [{ phase: 'main', sourceIds: ['units', 'experts'] }],
    });
    expect(plan.made?.sketch.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ parameterId: 'quota', value: '2', given: true }),
        expect.objectContaining({ parameterId: 'expertsLeast', value: '5', given: false }),
      ]),
    );
  });

  it('is refused as the opening is, by the template, by the edition’s and by the series’ rule book', async () => {
    const { useCases, call, asked } = campaign;
    const refusalOf = async (change: Partial<Campaign['asked']>) =>
      (await useCases.editionPlans.preview({ ...asked, ...change }, call('officer'))).refusal;
    expect(await refusalOf({ templateHash: 'a'.repeat(64) })).toMatchObject({
      refusal: { reason: 'TEMPLATE_NOT_ADOPTED', field: 'templateHash' },
    });
    expect(await refusalOf({ titleZh: '', seriesId: randomUUID() })).toMatchObject({
      refusal: { reason: 'TEXT_EMPTY', field: 'titleZh' },
    });
    expect(await refusalOf({})).toMatchObject({ refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    expect(await refusalOf({ ordinal: 3 })).toMatchObject({ refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    expect(await refusalOf({ seriesId: randomUUID(), ordinal: 2 })).toMatchObject({
      refusal: { reason: 'ORDINAL_NOT_NEXT' },
      texts: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('the copy of an edition is a body that opens the next one as it is', async () => {
    const { useCases, call, editionId, caughtUp, ground } = campaign;
    const copy = await useCases.editionPlans.copy({ editionId, year: 0 }, call('officer'));
    expect(copy.opening).toMatchObject({ year: 2022, ordinal: 1, titleEn: 'Merit campaign 2022' });
    expect(copy.plan.refusal).toBeNull();
    const opened = await useCases.editions.open(copy.opening, call('officer'));
    expect(opened.handled).toMatchObject({ kind: 'accepted' });
    await caughtUp();
    const next = await editionOf(ground.rows, ground.privacy, opened.editionId);
    expect(next).toMatchObject({ year: 2022, parameters: { quota: '2' } });
    expect(next?.stages).toMatchObject(copy.plan.made?.plan.stages.map(({ opensOn }) => ({ opensOn })) ?? []);
    // Taken already, and said before anybody sends it.
    const again = await useCases.editionPlans.copy({ editionId, year: 2022 }, call('officer'));
    expect(again.plan.refusal).toMatchObject({ refusal: { reason: 'EDITION_ALREADY_OPEN' } });
    await expect(useCases.editionPlans.copy({ editionId, year: 2021 }, call('officer'))).rejects.toThrow(
      'YEAR_OUT_OF_RANGE',
    );
  });

  it('its history opens the reasons of its changes, page by page, and amendments are what people changed', async () => {
    const { useCases, call, editionId, ground } = campaign;
    const told = editionHistory(ground, whyOf(ground.privacy), documentsNamed(ground.rows));
    const asked = { editionId, pageSize: 0, pageToken: '' };
    expect(await told.amendments(asked)).toEqual({ items: [], nextPageToken: '' });
    const move = (closesOn: string, why: string) =>
      useCases.editions.reschedule(
        { editionId, stageId: 'plan', opensOn: '2021-01-04', closesOn, why },
        call('officer'),
      );
    expect(await move('2021-03-05', '春节延期。')).toMatchObject({ kind: 'accepted' });
    expect(await move('2021-03-04', '再调整。')).toMatchObject({ kind: 'accepted' });
    const { items } = await told.amendments(asked);
    expect(items).toMatchObject([
      { type: 'StageRescheduled', why: '春节延期。', changes: [{ before: '2021-02-28', after: '2021-03-05' }] },
      { type: 'StageRescheduled', why: '再调整。', changes: [{ before: '2021-03-05', after: '2021-03-04' }] },
    ]);
    const first = await told.amendments({ ...asked, pageSize: 1 });
    const second = await told.amendments({ ...asked, pageSize: 1, pageToken: first.nextPageToken });
    expect([...first.items, ...second.items]).toEqual(items);
    const all = await told.history(asked);
    expect(all.items[0]).toMatchObject({ type: 'EditionOpened', revision: 0, why: '' });
    expect(all.items.length).toBeGreaterThan(items.length);
  });
});
