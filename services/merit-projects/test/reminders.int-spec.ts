import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import type { RemindedAnswer } from '../src/application/remind-nominators.ts';
import { remindersStream } from '../src/application/streams.ts';
import { okIn } from './campaign-life.ts';
import { type Campaign, openCampaign, REPORT } from './campaign-stage.ts';
import { COMMITTEE, DAY, UNIT } from './domain/edition-sample.ts';
import { summary } from './domain/entry-sample.ts';

const OTHER_UNIT = '18181818-1818-4818-8818-181818181818';

describe('reminders to units that are late', () => {
  let campaign: Campaign;
  let ok: ReturnType<typeof okIn>;
  let entryId = '';

  beforeAll(async () => {
    campaign = await openCampaign();
    ok = okIn(campaign);
    const other = { organizationId: OTHER_UNIT, parentId: COMMITTEE, kind: 'unit', nameZh: '民政局', nameEn: '' };
    await append(campaign.store, `organizations.organization-${OTHER_UNIT}`, {
      type: 'OrganizationFounded.v1',
      data: { ...other, code: '' },
    });
    await campaign.caughtUp();
  }, 120_000);
  afterAll(async () => campaign.close());

  const remind = (act: string, more: object = {}): Promise<RemindedAnswer> =>
    campaign.useCases.reminders.remind(
      { editionId: campaign.editionId, act, nominatorIds: [], dryRun: false, ...more },
      campaign.call('officer'),
    );
  const words = ({ reminding }: RemindedAnswer): readonly string[] =>
    reminding.map(({ nominatorId, skipped }) => `${nominatorId === UNIT ? 'unit' : 'other'} ${skipped ?? 'reached'}`);
  const late = async (): Promise<readonly string[]> => {
    await campaign.caughtUp();
    const rows = await campaign.useCases.reminders.late(campaign.editionId, campaign.clock.now());
    return rows.map(
      ({ nominatorId, act, waiting, remindedTimes }) =>
        `${nominatorId === UNIT ? 'unit' : 'other'} ${act} ${waiting} reminded ${remindedTimes}`,
    );
  };

  it('of a plan: rehearsed first, on record, once a day, and shown beside who is late', async () => {
    expect(await late()).toEqual(['other plan 0 reminded 0', 'unit plan 0 reminded 0']);
    const before = await campaign.store.head();
    expect(words(await remind('plan', { dryRun: true }))).toEqual(['other reached', 'unit reached']);
    expect(await campaign.store.head()).toBe(before);
    expect(words(await remind('plan', { nominatorIds: [UNIT] }))).toEqual(['unit reached']);
    expect(words(await remind('plan'))).toEqual(['other reached', 'unit reminded-lately']);
    expect(words(await remind('plan'))).toEqual(['other reminded-lately', 'unit reminded-lately']);
    const stored = await campaign.store.readStream(remindersStream(campaign.editionId));
    expect(stored.map(({ type, data }) => [type, data])).toMatchObject([
      ['NominatorReminded.v1', { nominatorId: UNIT, act: 'plan', dueAt: '2021-02-28T16:00:00.000Z' }],
      ['NominatorReminded.v1', { nominatorId: OTHER_UNIT, act: 'plan' }],
    ]);
    expect(await late()).toEqual(['other plan 0 reminded 1', 'unit plan 0 reminded 1']);
    entryId = await campaign.planEntry();
    expect(await late()).toEqual(['other plan 0 reminded 1', 'unit plan 1 reminded 1']);
    await ok(campaign.useCases.plans.confirm({ entryId, opinion: '同意。' }, campaign.call()));
    expect(await late()).toEqual(['other plan 0 reminded 1']);
  });

  it('of declaring: who has something to declare and has not; who acts is reminded no more', async () => {
    await campaign.moveTo(DAY.declaration);
    expect(await late()).toEqual(['unit declare 1 reminded 0']);
    expect(words(await remind('declare', { nominatorIds: [UNIT, OTHER_UNIT] }))).toEqual([
      ...['unit reached', 'other not-awaited'],
    ]);
    await ok(campaign.useCases.declarations.declare({ entryId, summary, ...REPORT }, campaign.call()));
    expect(words(await remind('declare'))).toEqual([]);
    expect(await late()).toEqual([]);
  });

  it('of answering a return, until its day is over', async () => {
    await campaign.moveTo(DAY.review);
    const back = { entryId, reasons: ['补充材料'], redeclareBy: '2021-11-17' };
    await ok(campaign.useCases.review.returnIt(back, campaign.call('officer')));
    expect(await late()).toEqual(['unit answer-return 1 reminded 0']);
    expect(words(await remind('answer-return'))).toEqual(['unit reached']);
    await campaign.moveTo('2021-11-17T16:00:00.000Z');
    expect(await late()).toEqual([]);
    expect(words(await remind('answer-return'))).toEqual([]);
  });

  it('is refused with a reason while nobody can do what it reminds of, and changes nothing', async () => {
    const reasonOf = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'accepted',
        ({ refusal }: { refusal?: { reason: string } }) => refusal?.reason ?? 'an error',
      );
    const head = await campaign.store.head();
    expect(await reasonOf(remind('plan'))).toBe('STAGE_NOT_OPEN');
    expect(await reasonOf(remind('score'))).toBe('WORD_UNKNOWN');
    expect(await reasonOf(remind('answer-return', { nominatorIds: ['nobody'] }))).toBe('NOMINATOR_NOT_FOUND');
    expect(await reasonOf(remind('declare', { editionId: 'none' }))).toBe('EDITION_NOT_FOUND');
    expect(await campaign.store.head()).toBe(head);
  });
});
