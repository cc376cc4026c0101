import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { append } from '@jiangong/messaging/testing';
import { openInboxStage } from './inbox-stage.ts';

/** A database is made and dropped here, on a machine that may be busy. */
jest.setTimeout(60_000);

const ROUND = { roundId: 'r1', editionId: 'e1' };
const OF_P1 = { ...ROUND, entryId: 'p1' };

describe('what notifications says of check-lists', () => {
  let world: Awaited<ReturnType<typeof openInboxStage>>;
  const tell = async (type: string, data: object, occurredAt?: string): Promise<void> => {
    const fact = { type: `${type}.v1`, data };
    await append(world.stage.store, `evaluation.${type}-${occurredAt ?? ''}`, fact);
    await world.settled();
  };
  const isTold = async (template: string): Promise<readonly string[]> => {
    const people = ['officer', 'leader', 'inspector', 'operator', 'unit-1', 'unit-2', 'former', 'branch-1', 'branch-2'];
    const told: string[] = [];
    for (const person of [...people, 'lead-1'])
      if ((await world.templatesIn(person)).includes(template)) told.push(person);
    return told;
  };
  const timesTold = async (person: string, template: string): Promise<number> =>
    (await world.templatesIn(person)).filter((one) => one === template).length;

  beforeAll(async () => {
    world = await openInboxStage();
    await append(world.stage.store, 'merit-projects.entries-9', {
      type: 'IntakeClosed.v1',
      data: { editionId: 'e1', entered: [{ entryId: 'p1' }], missed: [] },
    });
    await tell('ChecklistsPrepared', {
      ...ROUND,
      checkers: [
        { role: 'committee-officer', scope: 'edition' },
        { role: 'unit-officer', scope: 'superior' },
      ],
      selfScores: true,
    });
    await tell('RoundOpened', { ...ROUND, closesAt: '2021-12-31T16:00:00.000Z' });
  });
  afterAll(async () => world?.close());

  it('a round that opens tells whoever records and marks, where the template seeks him, and nobody else', async () =>
    expect(await isTold('checklist-opened')).toEqual(['officer']));

  it('and whoever marks himself: who answers for an entry, and who holds office where it stands today', async () =>
    expect(await isTold('checklist-self-opened')).toEqual(['unit-1', 'lead-1']));

  it('a list that was redrawn is told to whoever fills it and to whoever is judged by it, once each', async () => {
    await tell('ListRedrawn', { ...ROUND, sourceId: 'checks' });
    expect(await isTold('checklist-redrawn')).toEqual(['officer', 'unit-1', 'lead-1']);
    expect(await timesTold('lead-1', 'checklist-redrawn')).toBe(1);
  });

  it('where nobody marks himself, only the offices are told', async () => {
    await tell('ChecklistsPrepared', {
      ...{ roundId: 'r2', editionId: 'e2', selfScores: false },
      checkers: [{ role: 'committee-officer', scope: 'edition' }],
    });
    const before = await timesTold('unit-1', 'checklist-self-opened');
    await tell('RoundOpened', { roundId: 'r2', editionId: 'e2', closesAt: '2021-12-31T16:00:00.000Z' });
    expect(await timesTold('unit-1', 'checklist-self-opened')).toBe(before);
  });

  it('a check about to end reminds both', async () => {
    await append(world.stage.store, 'notifications.reminders-e1', {
      type: 'ReminderDue.v1',
      data: {
        ...{ editionId: 'e1', stageId: 'check', stage: 'check', daysLeft: 7, closesAt: '2021-12-31T16:00:00.000Z' },
      },
    });
    await world.settled();
    expect(await isTold('stage-closes-soon')).toEqual(['officer', 'unit-1', 'lead-1']);
  });

  it('a finding, and its withdrawal, are told to whoever is judged, without what was found', async () => {
    await tell('OccurrenceRecorded', { ...OF_P1, occurrenceId: 'o1' });
    await tell('OccurrenceWithdrawn', { ...OF_P1, occurrenceId: 'o1' });
    for (const template of ['checklist-finding-recorded', 'checklist-finding-withdrawn'])
      expect(await isTold(template)).toEqual(['unit-1', 'lead-1']);
    const [message] = (await world.inbox('lead-1')).messages.filter(
      ({ template }) => template === 'checklist-finding-recorded',
    );
    expect(message).toMatchObject({ subjectKind: 'round', subjectId: 'r1', read: false });
    expect(message?.body?.zh).toContain('“一网通办”提速');
  });

  it('marks are told once a day, however many', async () => {
    for (const times of ['1', '2', '3']) await tell('ItemReviewed', OF_P1, times);
    expect(await isTold('checklist-item-reviewed')).toEqual(['unit-1', 'lead-1']);
    expect(await timesTold('unit-1', 'checklist-item-reviewed')).toBe(1);
  });

  it('two hundred findings of one day are one message, and the next day another', async () => {
    const before = await timesTold('unit-1', 'checklist-finding-recorded');
    for (let times = 0; times < 200; times += 1)
      await append(world.stage.store, `evaluation.many-${times}`, {
        type: 'OccurrenceRecorded.v1',
        data: { ...OF_P1, occurrenceId: `many-${times}` },
      });
    await world.settled();
    expect(await timesTold('unit-1', 'checklist-finding-recorded')).toBeLessThanOrEqual(before + 1);
  });

  /** Each fact told three times on one day: who hears of it, and how often. */
  it.each([
    ['ClaimDecided', { ...OF_P1, claimId: 'c1' }, 'bonus-claim-decided', ['unit-1', 'lead-1']],
    ['ClaimReconsidered', { ...OF_P1, claimId: 'c1' }, 'bonus-claim-reconsidered', ['unit-1', 'lead-1']],
    [
      'MeasuresRecorded',
      { ...ROUND, measureId: 'm1', entryIds: ['p1', 'p9'] },
      'measure-recorded',
      ['unit-1', 'lead-1'],
    ],
    ['MeasureChanged', { ...OF_P1, measureId: 'm1' }, 'measure-changed', ['unit-1', 'lead-1']],
    ['FindingAnswered', { ...OF_P1, occurrenceId: 'o1' }, 'checklist-finding-answered', ['officer']],
  ] as const)('%s is told once a day to whom it concerns, without what it is', async (type, data, template, people) => {
    for (const times of ['1', '2', '3']) await tell(type, data, `${type}-${times}`);
    expect(await isTold(template)).toEqual(people);
    for (const person of people) expect(await timesTold(person, template)).toBe(1);
    const [message] = (await world.inbox(people[0])).messages.filter((one) => one.template === template);
    expect(message).toMatchObject({ subjectKind: 'round', subjectId: 'r1' });
    expect(`${message?.body?.zh} ${message?.body?.en}`).not.toMatch(/c1|m1|o1|\d ?分/u);
  });

  it('answers about many entries of a round are one message a day to whoever fills its lists', async () => {
    await tell('FindingAnswered', { ...ROUND, entryId: 'p2', occurrenceId: 'o2' }, 'of-another');
    expect(await timesTold('officer', 'checklist-finding-answered')).toBe(1);
  });

  it('of an entry that is not known nobody is told', async () => {
    const before = await timesTold('unit-1', 'checklist-finding-recorded');
    await tell('OccurrenceRecorded', { ...ROUND, entryId: 'p9', occurrenceId: 'o9' }, 'p9');
    expect(await timesTold('unit-1', 'checklist-finding-recorded')).toBe(before);
  });
});
