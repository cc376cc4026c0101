import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('what an office says by hand', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;

  beforeAll(async () => {
    world = await openInboxStage();
  });
  afterAll(async () => world?.close());

  it('a reminder reaches the officers of the unit that is reminded, in both languages, and nobody else', async () => {
    await append(world.stage.store, 'merit-projects.reminders-1', {
      type: 'NominatorReminded.v1',
      data: { editionId: 'e1', nominatorId: 'u1', act: 'declare', dueAt: '2021-11-30T16:00:00.000Z' },
    });
    await world.settled();
    const [message] = (await world.inbox('unit-1')).messages;
    expect(message).toMatchObject({
      ...{ template: 'nominator-reminded', subjectKind: 'edition', subjectId: 'e1', read: false },
      title: { zh: '请尽快办理申报', en: 'Awaited from your unit: declaring entries' },
      body: {
        zh: '工作人员提醒：“2021 年度”中贵单位的申报尚未办理，最后一天是 2021-11-30。',
        en: 'The office reminds your unit of “Edition 2021”: declaring entries is awaited; the last day is 2021-11-30.',
      },
    });
    for (const other of ['unit-2', 'branch-1', 'former', 'officer'])
      expect(await world.templatesIn(other)).not.toContain('nominator-reminded');
  });

  it('whose claim of a review was taken over hears of it, and nobody else', async () => {
    await append(world.stage.store, 'merit-projects.review-claims-1', {
      type: 'ReviewClaimTakenOver.v1',
      data: { entryId: 'p1', editionId: 'e1', personId: 'officer' },
    });
    await world.settled();
    const [message] = (await world.inbox('officer')).messages;
    expect(message).toMatchObject({
      ...{ template: 'review-claim-taken-over', subjectKind: 'entry', subjectId: 'p1' },
      body: { zh: '您认领审核的《“一网通办”提速》已由同事接手。' },
    });
    for (const other of ['unit-1', 'leader', 'lead-1'])
      expect(await world.templatesIn(other)).not.toContain('review-claim-taken-over');
  });
});
