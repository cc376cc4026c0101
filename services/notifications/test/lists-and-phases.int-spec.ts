import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { openInboxStage } from './inbox-stage.ts';

/** A database is made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const PEOPLE = ['officer', 'leader', 'inspector', 'unit-1', 'unit-2', 'branch-1', 'veteran-1', 'veteran-2'] as const;

/** An edition of a list: two people of one unit, one of them looked at. */
const listed = (entryId: string, subjectId: string) => ({
  ...{ editionId: 'e1', entryId, nominatorId: 'u1', homeId: 'u1', subjectKind: 'person', subjectId, title: '党员' },
});

describe('what is told of lists of people, and of phases', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  const tell = async (type: string, data: object, service = 'merit-projects.entries-7'): Promise<void> => {
    await append(world.stage.store, service, { type: `${type}.v1`, data });
    await world.settled();
  };
  /** Who was told by this template, and how often. */
  const told = async (template: string): Promise<Readonly<Record<string, number>>> => {
    const counted: Record<string, number> = {};
    for (const person of PEOPLE) {
      const times = (await world.templatesIn(person)).filter((one) => one === template).length;
      if (times > 0) counted[person] = times;
    }
    return counted;
  };

  describe('a list', () => {
    beforeAll(async () => {
      world = await openInboxStage();
      await tell('EntryListed', listed('l1', 'veteran-1'));
      await tell('EntryListed', listed('l2', 'veteran-2'));
    });
    afterAll(async () => world?.close());

    it('tells the unit of whoever stands on it once, however many they are, and no other', async () =>
      expect(await told('entries-listed')).toEqual({ 'unit-1': 1 }));

    it('of organizations has nothing to be looked at', async () => {
      const data = { editionId: 'e9', entryId: 'l9', nominatorId: 'u2', homeId: 'u2', title: '乙单位' };
      await tell('EntryListed', { ...data, subjectKind: 'organization', subjectId: 'u2' });
      expect(await told('entries-listed')).toEqual({ 'unit-1': 1 });
    });

    it('is looked at by the unit: it is told when that begins, and reminded while somebody is left', async () => {
      await tell('StageOpened', { editionId: 'e1', stageId: 'confirm', act: 'review' }, 'merit-projects.edition-1');
      expect(await told('stage-opened')).toEqual({ officer: 1, 'unit-1': 1 });
      const due = { editionId: 'e1', stageId: 'confirm', stage: 'review', closesAt: '2021-12-31T16:00:00.000Z' };
      await tell('ReminderDue', { ...due, daysLeft: 7 }, 'notifications.reminders-e1');
      expect(await told('stage-closes-soon')).toEqual({ officer: 1, 'unit-1': 1 });
      for (const entryId of ['l1', 'l2'])
        await tell('EntryReviewed', { editionId: 'e1', entryId, nominatorId: 'u1', outcome: 'passed' });
      await tell('ReminderDue', { ...due, daysLeft: 3 }, 'notifications.reminders-e1');
      expect(await told('stage-closes-soon')).toEqual({ officer: 1, 'unit-1': 1 });
    });

    it('that was looked at is told to the office once, and to nobody as the review of a project', async () => {
      expect(await told('listed-reviewed')).toEqual({ officer: 1 });
      expect(await told('entry-reviewed')).toEqual({});
    });

    it('leaves out whom nobody looked at: the unit and the office hear so once, not as of a project', async () => {
      for (const entryId of ['l1', 'l2'])
        await tell('EntryMissed', { editionId: 'e1', entryId, nominatorId: 'u1', reason: 'not-reviewed' });
      expect(await told('listed-missed')).toEqual({ officer: 1, 'unit-1': 1 });
      expect(await told('entry-missed')).toEqual({});
    });

    it('from which somebody is taken off tells his unit, and a project that is removed is told as ever', async () => {
      await tell('EntryRemoved', { editionId: 'e1', entryId: 'l1', nominatorId: 'u1' });
      expect([await told('listed-removed'), await told('entry-removed')]).toEqual([{ 'unit-1': 1 }, {}]);
      await tell('EntryRemoved', { editionId: 'e1', entryId: 'p1', nominatorId: 'u1' });
      expect(await told('entry-removed')).toEqual({ 'unit-1': 1 });
    });
  });

  describe('a result', () => {
    beforeEach(async () => {
      world = await openInboxStage();
    });
    afterEach(async () => world?.close());
    const computed = (more: object) =>
      tell('ResultComputed', { roundId: 'r1', editionId: 'e1', resultHash: 'a', ...more }, 'evaluation.round-1');
    const all = async () => [
      await told('result-computed'),
      await told('result-goes-on'),
      await told('going-on-awaited'),
    ];

    it('that a body decides over awaits the body', async () => {
      await computed({});
      expect(await all()).toEqual([{ leader: 1 }, {}, {}]);
    });

    it('whose ranks lead on is told to the office, and asks nobody for a decision', async () => {
      await computed({ goesOnTo: 'final' });
      expect(await all()).toEqual([{}, { officer: 1 }, {}]);
    });

    it('with equal ones across the edge asks the office and the body to choose', async () => {
      await computed({ goesOnTo: 'final', edges: 1 });
      expect(await all()).toEqual([{}, { officer: 1 }, { officer: 1, leader: 1 }]);
    });
  });

  describe('the end of a round', () => {
    beforeEach(async () => {
      world = await openInboxStage();
    });
    afterEach(async () => world?.close());

    it.each([
      ['votes', '投票结束', '“2021 年度”的投票已经结束，请汇总。'],
      ['choice', '推选结束', '“2021 年度”的推选已经结束，请汇总。'],
      ['marks', '评分结束', '“2021 年度”的评分已经结束，请汇总。'],
    ])('that is filled by %s is called so', async (filledBy, title, body) => {
      const ids = { roundId: 'r1', editionId: 'e1' };
      await tell('RoundPrepared', { ...ids, phase: 'main', ordinal: 1, filledBy }, 'evaluation.round-1');
      await tell('RoundClosed', { ...ids, closing: 1 }, 'evaluation.round-1');
      const { messages } = await world.inbox('officer');
      const [said] = messages.filter(({ template }) => template === 'round-closed');
      expect([said?.title?.zh, said?.body?.zh]).toEqual([title, body]);
    });
  });
});
