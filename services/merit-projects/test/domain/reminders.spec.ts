import { describe, expect, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import type { EditionFact } from '../../src/domain/edition/facts.ts';
import type { OpenEditionState } from '../../src/domain/edition/state.ts';
import { REMIND_AGAIN_DAYS, REMINDED_PER_ORDER_MAX, REMINDERS_PER_ACT_MAX } from '../../src/domain/limits.ts';
import { awaitedFrom, type NominatorsPart, type RemindedAct } from '../../src/domain/reminders/awaited.ts';
import {
  type NominatorReminded,
  type RemindNominators,
  remindersDecider,
  remindingOf,
} from '../../src/domain/reminders/reminders.ts';
import { DAY, EDITION, editionAfter, editionFacts, openedBy, openEdition, tables } from './edition-sample.ts';

const { given } = deciderSpec(remindersDecider);
const openOf = (facts: readonly EditionFact[]): OpenEditionState => {
  const edition = editionAfter(facts);
  if (edition.kind === 'absent') throw new Error('an edition begins with its opening');
  return edition;
};
const edition = openOf(editionFacts);
const PLAN_ENDS = '2021-02-28T16:00:00.000Z';
const DECLARE_ENDS = '2021-11-10T16:00:00.000Z';
const NOW = DAY.declaration;
const later = (hours: number): string => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();
/** In Shanghai it is ten in the morning at `NOW`. */
const NEXT_DAY = later(24 * (REMIND_AGAIN_DAYS - 1) + 14);

const part = (nominatorId: string, more: Partial<NominatorsPart> = {}): NominatorsPart => ({
  ...{ nominatorId, entries: 0, planned: 0, underway: 0, unbrought: 0, placed: 0, returned: 0, redeclareUntil: '' },
  ...more,
});
/** Two that could declare and have not, and one that has. */
const parts = [
  ...[part('a', { entries: 1, underway: 1 }), part('b', { entries: 3, underway: 3 })],
  ...[part('done', { entries: 2, underway: 1, placed: 1 })],
];
const remind = (more: Partial<RemindNominators> = {}): RemindNominators => ({
  ...{ type: 'RemindNominators', edition, act: 'declare', parts, nominatorIds: [], now: NOW },
  ...more,
});
const reminded = (nominatorId: string, remindedAt: string = NOW, act: RemindedAct = 'declare'): NominatorReminded => ({
  type: 'NominatorReminded.v1',
  data: { editionId: EDITION, nominatorId, act, dueAt: DECLARE_ENDS, remindedAt },
});
const awaited = (one: Partial<NominatorsPart>, now: string, facts: readonly EditionFact[] = editionFacts) =>
  awaitedFrom(openOf(facts), part('a', one), now).map(({ act, waiting, dueAt }) => `${act} ${waiting} ${dueAt}`);

describe('what is awaited from a nominator', () => {
  it('is a plan while planning is open: to make one, or to confirm what its branches planned', () => {
    expect(awaited({}, DAY.planning)).toEqual([`plan 0 ${PLAN_ENDS}`]);
    expect(awaited({ entries: 3, planned: 2, underway: 1 }, DAY.planning)).toEqual([`plan 2 ${PLAN_ENDS}`]);
    expect(awaited({ entries: 1, underway: 1 }, DAY.planning)).toEqual([]);
  });
  it('is a declaration while declaring is open, of whoever has declared nothing and could', () => {
    expect(awaited({ entries: 2, underway: 2 }, DAY.declaration)).toEqual([`declare 2 ${DECLARE_ENDS}`]);
    expect(awaited({ entries: 2, underway: 1, placed: 1 }, DAY.declaration)).toEqual([]);
    expect(awaited({}, DAY.declaration)).toEqual([]);
  });
  it('is an answer to a return until its day is over, whatever stage is open', () => {
    const redeclareUntil = '2021-11-18T16:00:00.000Z';
    expect(awaited({ entries: 1, placed: 1, returned: 1, redeclareUntil }, DAY.review)).toEqual([
      `answer-return 1 ${redeclareUntil}`,
    ]);
  });
  it('is nothing that is no longer possible, and what the office allowed late', () => {
    expect(awaited({ entries: 2, underway: 2 }, '2021-11-11T02:00:00.000Z')).toEqual([]);
    const late = (nominatorId: string): EditionFact => ({
      type: 'LateEntryAllowed.v1',
      data: {
        ...{ editionId: EDITION, nominatorId, stageId: 'declare', act: 'declare', from: DECLARE_ENDS },
        ...{ until: '2021-11-12', untilAt: '2021-11-12T16:00:00.000Z', prose: { why: '网络故障' } },
      },
    });
    const at = '2021-11-11T02:00:00.000Z';
    expect(awaited({ entries: 2, underway: 2 }, at, [...editionFacts, late('a')])).toEqual([
      'declare 2 2021-11-12T16:00:00.000Z',
    ]);
    expect(awaited({ entries: 2, underway: 2 }, at, [...editionFacts, late('b')])).toEqual([]);
  });
  it('is a nomination of everybody where nothing is planned first, and nothing where no unit nominates', () => {
    const nominate = openedBy({ ...openEdition, tables: { ...tables, intake: 'nominate' } });
    expect(awaited({}, DAY.declaration, nominate)).toEqual([`declare 0 ${DECLARE_ENDS}`]);
    expect(awaited({}, DAY.planning, nominate)).toEqual([]);
    const nobody = openedBy({ ...openEdition, tables: { ...tables, nominator: null } });
    expect(awaited({}, DAY.planning, nobody)).toEqual([]);
  });
});

describe('a reminder to nominators', () => {
  it('reaches everybody from whom the act is awaited, and nobody who has done it', () => {
    given().when(remind()).then(reminded('a'), reminded('b'));
  });
  it('reaches chosen ones alone', () => {
    given()
      .when(remind({ nominatorIds: ['b', 'done'] }))
      .then(reminded('b'));
  });
  it('is about those who may nominate, each named once', () => {
    given()
      .when(remind({ nominatorIds: ['a', 'z'] }))
      .thenRefused({ reason: 'NOMINATOR_NOT_FOUND', field: 'nominatorIds[1]' });
    given()
      .when(remind({ nominatorIds: ['a', 'a'] }))
      .thenRefused({ reason: 'NOMINATOR_TWICE', field: 'nominatorIds[1]' });
  });
  it('does not reach the same one twice on one day for the same act, and does on the next', () => {
    given(reminded('a'))
      .when(remind({ now: later(13) }))
      .then(reminded('b', later(13)));
    given(reminded('a'), reminded('b'))
      .when(remind({ now: NEXT_DAY }))
      .then(reminded('a', NEXT_DAY), reminded('b', NEXT_DAY));
    given(reminded('a', NOW, 'answer-return'))
      .when(remind({ nominatorIds: ['a'] }))
      .then(reminded('a'));
  });
  it('does not reach anybody more often than a named number of times for one act', () => {
    const often = Array.from({ length: REMINDERS_PER_ACT_MAX }, () => reminded('a', DAY.planning));
    given(...often)
      .when(remind())
      .then(reminded('b'));
  });
  it('is bounded: who is beyond the bound is left for the next order', () => {
    const many = Array.from({ length: REMINDED_PER_ORDER_MAX + 1 }, (_, at) =>
      part(`u${at}`, { entries: 1, underway: 1 }),
    );
    const told = remindingOf(new Map(), remind({ parts: many }));
    expect(told.filter(({ skipped }) => skipped === null)).toHaveLength(REMINDED_PER_ORDER_MAX);
    expect(told.at(-1)?.skipped).toBe('left-for-next');
  });
  it('tells why each of the others is left out', () => {
    const before = [reminded('a'), ...Array.from({ length: REMINDERS_PER_ACT_MAX }, () => reminded('b', DAY.planning))];
    const state = before.reduce(remindersDecider.evolve, remindersDecider.initial);
    const told = remindingOf(state, remind({ nominatorIds: ['a', 'b', 'done'] }));
    expect(told.map(({ skipped }) => skipped)).toEqual(['reminded-lately', 'reminded-often', 'not-awaited']);
  });
  it('is refused while nobody can do what it reminds of', () => {
    given()
      .when(remind({ act: 'plan' }))
      .thenRefused({ reason: 'STAGE_NOT_OPEN', field: 'act' });
    const nobody = openOf(openedBy({ ...openEdition, tables: { ...tables, nominator: null } }));
    given()
      .when(remind({ edition: nobody }))
      .thenRefused({ reason: 'NOBODY_TO_REMIND', field: 'act' });
    for (const [kind, reason] of [
      ['closed', 'EDITION_CLOSED'],
      ['abandoned', 'EDITION_ABANDONED'],
    ] as const)
      given()
        .when(remind({ edition: { ...edition, kind } }))
        .thenRefused({ reason });
  });
});
