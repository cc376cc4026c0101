import { describe, expect, it } from '@jest/globals';
import { startOfDay } from '@jiangong/calendar';
import { isRefusal } from '@jiangong/event-store';
import { foundPeople, latestSince, placingOf } from '../../src/application/found-people.ts';
import { editionDecider } from '../../src/domain/edition/decider.ts';
import { enrolsPeople, isOfPeople, listsPeople } from '../../src/domain/programme.ts';
import { type ListRoll, rollDecider, type RollOrder } from '../../src/domain/roll/decider.ts';
import type { RollFact } from '../../src/domain/roll/facts.ts';
import { noRoll, standingOn } from '../../src/domain/roll/state.ts';
import { COMMITTEE, termsOf, UNIT } from './edition-sample.ts';
import { AS_OF, fullNeed, openList, roll, tables } from './people-sample.ts';

const enrolled = { ...tables, intake: 'whole-roll' } as const;
const needs = [{ trackId: 'member', asOf: AS_OF, needs: [fullNeed] }];
const day = '2021-10-31';
const opened = editionDecider.decide(editionDecider.initial, {
  ...{ ...openList, needs, tables: enrolled },
  roll: { ...roll, asOf: day },
});
if (isRefusal(opened)) throw new Error(opened.reason);
const terms = termsOf(opened);
const NOW = startOfDay('2021-11-02');

const on = (subjectId: string) => ({ trackId: 'member', subjectId, nominatorId: UNIT, homeId: UNIT });
const known = (subjectId: string, stage: string) => ({
  ...{ trackId: 'member', subjectId, asOf: day, needs: [{ needId: fullNeed.needId, values: [stage] }] },
});
const list: ListRoll = {
  ...{ type: 'ListRoll', now: NOW, terms },
  found: {
    on: [on('a'), on('b'), on('c')],
    off: [],
    knownTo: 900,
    known: ['a', 'b', 'c'].map((id) => known(id, 'full')),
  },
};

const factsOf = (given: readonly RollFact[], order: RollOrder): readonly RollFact[] => {
  const decision = rollDecider.decide(given.reduce(rollDecider.evolve, noRoll), order);
  if (isRefusal(decision)) throw new Error(decision.reason);
  return [...given, ...decision];
};
const standing = (facts: readonly RollFact[]): readonly string[] =>
  [...standingOn(facts.reduce(rollDecider.evolve, noRoll)).values()].map(({ subjectId }) => subjectId).toSorted();

describe('a roll of members', () => {
  it('is one of people, and no list that two persons put right', () => {
    expect([isOfPeople(enrolled), enrolsPeople(enrolled), listsPeople(enrolled)]).toEqual([true, true, false]);
    const mixed = { ...enrolled, tracks: [...tables.tracks, { ...tables.tracks[0], kind: 'organization' }] } as never;
    expect(isOfPeople(mixed)).toBe(false);
  });

  it('is listed on its day, as every roll, and counted by people', () => {
    expect(opened.find(({ type }) => type === 'RollAsked.v1')?.data).toMatchObject({ listsAt: startOfDay(day) });
    const [, listed] = factsOf([], list);
    expect(listed?.data).toMatchObject({ counts: [{ trackId: 'member', count: 3 }] });
  });

  it('has everybody on it who had been a full member by its day', () => {
    const asked = { ...roll, asOf: day };
    expect(latestSince(asked, needs)).toBe(day);
    const person = (personId: string, exitedOn: string) => ({
      ...{ personId, stage: 'full', fullSince: '2010-01-01', exitedOn, path: `/${COMMITTEE}/${UNIT}/`, unitId: UNIT },
    });
    const found = foundPeople([person('there', ''), person('left', '2021-10-31')], asked, { path: `/${COMMITTEE}/` });
    expect(found.on.map(({ subjectId }) => subjectId)).toEqual(['there']);
    expect(found.off).toEqual([{ trackId: 'member', subjectId: 'left', reason: 'exited-before' }]);
  });

  it('keeps each under the branch that he belongs to, and as his unit’s; a computed list keeps him under the unit', () => {
    const asked = { ...roll, asOf: day };
    const path = `/${COMMITTEE}/${UNIT}/branch-1/`;
    const member = { personId: 'there', stage: 'full', fullSince: '2010-01-01', exitedOn: '', path, unitId: UNIT };
    const placed = (of: Parameters<typeof placingOf>[0]) =>
      foundPeople([member], asked, { path: `/${COMMITTEE}/` }, placingOf(of)).on.map((one) => [
        one.nominatorId,
        one.homeId,
      ]);
    expect(placed(enrolled)).toEqual([['branch-1', UNIT]]);
    expect(placed(tables)).toEqual([[UNIT, UNIT]]);
  });

  it('keeps of nobody since when he is a member', () =>
    expect(JSON.stringify(factsOf([], list))).not.toMatch(/"full"|2010/));

  it('is put right by one office with a reason, until entries enter; each correction is the other’s opposite', () => {
    const order = { now: NOW, terms, trackId: 'member', why: '组织关系已转出。' } as const;
    const listed = factsOf([], list);
    const without = factsOf(listed, { type: 'ExcludeSubject', ...order, subjectId: 'a' });
    expect(standing(without)).toEqual(['b', 'c']);
    expect(standing(factsOf(without, { type: 'IncludeSubject', ...order, ...on('a') }))).toEqual(['a', 'b', 'c']);
  });
});
