import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { reminderLedger } from '../src/adapters/postgres/reminder-projection.ts';
import { openInboxStage } from './inbox-stage.ts';

/** Databases are made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

describe('problems', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  const tell = async (problemId: string, type: string, more: object = {}): Promise<void> => {
    const ref = { problemId, editionId: 'e1', committeeId: 'c1', ownerId: 'u1' };
    await append(world.stage.store, `merit-projects.problem-${problemId}`, { type, data: { ...ref, ...more } });
    await world.settled();
  };
  const found = { organizationId: 'u1', title: '记录不全', source: 'inspection', kind: 'duty', severity: 'ordinary' };
  const templates = async (person: string): Promise<readonly string[]> =>
    (await world.templatesIn(person)).filter((one) => one.startsWith('problem-')).toSorted();

  beforeAll(async () => {
    world = await openInboxStage();
  });
  afterAll(async () => world?.close());

  it('are told to their owner, many of a day in one message, and to nobody of another unit', async () => {
    for (const id of ['a', 'b', 'c']) await tell(id, 'ProblemFound.v1', found);
    for (const id of ['a', 'b'])
      await tell(id, 'ProblemAssigned.v1', { ownerRole: 'unit-officer', dueOn: '2031-12-31' });
    expect(await templates('unit-1')).toEqual(['problem-assigned', 'problem-found']);
    expect(await templates('unit-2')).toEqual([]);
  });

  it('that come back are told one by one, by what they are called and until when', async () => {
    await tell('a', 'ProblemSentBack.v1', { dueOn: '2031-12-31' });
    const [message] = (await world.inbox('unit-1')).messages;
    expect(message).toMatchObject({
      ...{ template: 'problem-sent-back', subjectKind: 'problem', subjectId: 'a' },
      body: { zh: '问题“记录不全”的整改结果被退回，请于 2031-12-31 前重新整改并提交。' },
    });
  });

  it('wait for their owner until they are handed in: so long their last day is one to be reminded of', async () => {
    const windows = async () =>
      (await reminderLedger(world.ground.rows).openWindows('2021-06-01T00:00:00.000Z')).filter(
        ({ stage }) => stage === 'solve-problems',
      );
    expect(await windows()).toMatchObject([{ editionId: 'e1', closesAt: '2031-12-31T16:00:00.000Z' }]);
    for (const id of ['a', 'b']) await tell(id, 'ProblemHandedIn.v1', { late: false });
    expect(await windows()).toEqual([]);
    expect(await templates('officer')).toEqual(['problem-handed-in']);
  });
});
