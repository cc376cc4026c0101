import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { editionOf } from '../src/adapters/postgres/edition-questions.ts';
import { reasonsOn } from '../src/adapters/postgres/roll-reasons.ts';
import { stageScheduler } from '../src/adapters/scheduler/stage-scheduler.ts';
import { rolledSubjects } from '../src/application/rolled-subjects.ts';
import { entriesStream, rollStream } from '../src/application/streams.ts';
import { type Campaign, openCampaign } from './campaign-stage.ts';
import { COMMITTEE, UNIT } from './domain/edition-sample.ts';

/** Who is on the roll of 1 December: the unit of the stage, and of those below one that was there on that day. */
const [THERE, LATER, ENDED, BACKDATED, FORGOTTEN] = Array.from({ length: 5 }, () => randomUUID()) as [
  ...[string, string, string, string, string],
];
const NOON_BEFORE = '2021-11-30T04:00:00.000Z';
const ON_THE_DAY = '2021-12-01T01:00:00.000Z';
const TEMPLATE = readFileSync(join(import.meta.dirname, '../../../libs/programmes/templates/peer-abcd.yaml'), 'utf8')
  // A review stands between the roll and the scoring, so that there is something to put right.
  .replace('  - {id: score,', '  - {id: review, act: review, by: office, opens: 12-01, closes: 12-03}\n  - {id: score,')
  .replace('opens: 12-01, closes: 12-15', 'opens: 12-04, closes: 12-15')
  .replace('  units: {role', '  office: {role: committee-officer, scope: edition}\n  units: {role');

describe('the roll of an edition over PostgreSQL', () => {
  let campaign: Campaign;
  let editionId = '';
  const tell = (organizationId: string, type: string, data: object): Promise<unknown> =>
    append(campaign.store, `organizations.organization-${organizationId}`, {
      type,
      data: { organizationId, ...data },
    });
  const found = (organizationId: string, foundedOn: string): Promise<unknown> =>
    tell(organizationId, 'OrganizationFounded.v1', {
      ...{ parentId: COMMITTEE, kind: 'unit', nameZh: `单位${organizationId}`, nameEn: '', code: '', foundedOn },
    });
  const shown = async () => {
    const of = await campaign.useCases.rolls.show(editionId);
    if (of === undefined) throw new Error('the edition has a roll');
    return Object.fromEntries(
      rolledSubjects(of).map(({ subjectId, standing, cause }) => [subjectId, `${standing} ${cause}`]),
    );
  };
  const correct = (how: 'exclude' | 'include', subjectId: string, requestId: string = randomUUID(), track = 'unit') =>
    campaign.useCases.rolls[how](
      { editionId, track, subjectId, why: '经核对更正。' },
      campaign.call('officer', { requestId }),
    );
  const standings = async (): Promise<Readonly<Record<string, string>>> => {
    await campaign.caughtUp();
    const rows = await campaign.ground.rows.query<{ subject_id: string; standing: string }>(
      'select subject_id, standing from entry where edition_id = $1',
      [editionId],
    );
    return Object.fromEntries(rows.map(({ subject_id: id, standing }) => [id, standing]));
  };

  beforeAll(async () => {
    campaign = await openCampaign();
    await found(THERE, '2001-05-01');
    await found(LATER, '2021-12-02');
    await found(ENDED, '1999-01-01');
    await tell(ENDED, 'OrganizationDissolved.v1', { kind: 'dissolved', effectiveOn: '2021-12-01' });
    await campaign.caughtUp();
    const { useCases, call, asked } = campaign;
    const { templateHash } = await useCases.templates.adopt(
      { committeeId: COMMITTEE, template: TEMPLATE },
      call('officer'),
    );
    const opened = await useCases.editions.open(
      { ...asked, seriesId: randomUUID(), templateHash, parameters: {}, stages: [] },
      call('officer'),
    );
    if (opened.handled.kind === 'refused') throw new Error(JSON.stringify(opened.handled.refusal));
    ({ editionId } = opened);
    await campaign.caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  it('is shown from the opening on as it would be by what is known, with its day at the edition', async () => {
    const edition = await editionOf(campaign.ground.rows, campaign.ground.privacy, editionId);
    expect(edition?.rollAsOf).toBe('2021-12-01');
    expect(await shown()).toEqual({
      ...{ [UNIT]: 'on roll', [THERE]: 'on roll' },
      ...{ [LATER]: 'off founded-later', [ENDED]: 'off ended-before' },
    });
  });

  it('is put right ahead of its day, with a reason that is told, and who is no organization of it is refused', async () => {
    expect(await correct('exclude', UNIT)).toMatchObject({ kind: 'accepted' });
    expect((await shown())[UNIT]).toBe('off excluded');
    expect([...(await reasonsOn(campaign.ground, editionId))]).toEqual([[`unit/${UNIT}`, '经核对更正。']]);
    expect(await correct('exclude', randomUUID())).toMatchObject({ refusal: { reason: 'SUBJECT_NOT_FOUND' } });
    expect(await correct('exclude', COMMITTEE)).toMatchObject({ refusal: { reason: 'SUBJECT_NOT_FOUND' } });
    expect(await correct('exclude', THERE, randomUUID(), 'works')).toMatchObject({
      refusal: { reason: 'TRACK_UNKNOWN' },
    });
    expect(await standings()).toEqual({});
  });

  it('is listed once when its day has come, whoever asks how often, and who stands on it has an entry by nobody’s order', async () => {
    await campaign.moveTo(NOON_BEFORE);
    expect(await standings()).toEqual({});
    campaign.clock.move(ON_THE_DAY);
    const schedulers = [stageScheduler(campaign.ground), stageScheduler(campaign.ground)];
    await Promise.all(
      schedulers.map(async (scheduler) => {
        for (const moment of await scheduler.due(ON_THE_DAY)) await moment.run();
      }),
    );
    await campaign.moveTo(ON_THE_DAY);
    expect(await standings()).toEqual({ [THERE]: 'declared' });
    const listed = (await campaign.store.readStream(rollStream(editionId))).filter(
      ({ type }) => type === 'RollListed.v1',
    );
    expect(listed).toHaveLength(1);
    expect(listed[0]?.data).toMatchObject({ asOf: '2021-12-01', counts: [{ trackId: 'unit', count: 1 }] });
    const entries = await campaign.store.readStream(entriesStream(editionId, THERE));
    expect(entries.map(({ type, entry }) => [type, entry.actor.kind])).toEqual([['EntryListed.v1', 'system']]);
  });

  it('is changed by nothing that comes to be known later; it is shown, and somebody puts it right', async () => {
    await found(BACKDATED, '2010-03-01');
    await found(FORGOTTEN, '2021-12-02');
    await tell(THERE, 'OrganizationDissolved.v1', { kind: 'dissolved', effectiveOn: '2021-11-30' });
    await campaign.caughtUp();
    const now = await shown();
    expect([now[BACKDATED], now[THERE], now[FORGOTTEN]]).toEqual([
      ...['off known-later', 'on ended-by-now', 'off founded-later'],
    ]);
    expect(await correct('include', BACKDATED)).toMatchObject({ kind: 'accepted' });
    expect(await correct('include', UNIT)).toMatchObject({ kind: 'accepted' });
    expect(await standings()).toEqual({ [THERE]: 'declared', [BACKDATED]: 'declared', [UNIT]: 'declared' });
  });

  it('a correction that is sent twice is made once; its opposite puts the entry back to where it stood', async () => {
    const key = randomUUID();
    const first = await correct('exclude', THERE, key);
    expect(await correct('exclude', THERE, key)).toMatchObject({
      ...(first.kind === 'accepted' ? { revision: first.revision } : {}),
    });
    expect((await standings())[THERE]).toBe('removed');
    await correct('include', THERE);
    expect((await standings())[THERE]).toBe('declared');
    await correct('exclude', THERE);
    const types = (await campaign.store.readStream(entriesStream(editionId, THERE))).map(({ type }) => type);
    expect(types).toEqual(['EntryListed.v1', 'EntryDelisted.v1', 'EntryRelisted.v1', 'EntryDelisted.v1']);
  });

  it('what an order left undone when the platform stopped is done before entries enter', async () => {
    // As if it had stopped between the roll's own fact and the entry's.
    const stored = { editionId, trackId: 'unit', subjectId: BACKDATED, counts: null, prose: null };
    const { store } = campaign;
    await append(store, rollStream(editionId), { type: 'SubjectExcluded.v1', data: stored });
    await campaign.moveTo('2021-12-04T01:00:00.000Z');
    const after = await standings();
    expect(after[BACKDATED]).toBe('removed');
    expect(after[UNIT]).toBe('missed');
    expect(await correct('include', BACKDATED)).toMatchObject({ refusal: { reason: 'ROLL_CLOSED' } });
  });
});
