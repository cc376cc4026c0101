import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { Award, Terms } from '../../../src/domain/decision/award.ts';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import { decidingBody } from '../../../src/domain/decision/meeting.ts';
import { unitParts } from '../../../src/domain/decision/unit-division.ts';
import { decidablePart } from '../../../src/domain/decision/unit-part.ts';
import {
  attest,
  bodyOf,
  COMMITTEE,
  decidable,
  entryOf,
  FIRST,
  issueCircular,
  member,
  minutesOf,
  ORGANIZER,
  PHASE,
  ranked,
  recordMinutes,
  rule,
  takeDecision,
  taken,
} from './example-decidable.ts';

const NOTHING: Terms = { departures: [], choices: [], exceeding: [] };
const COMMITTEES = new Set(['unit-1', 'unit-2']);
const at = (name: string, ...path: readonly string[]) => ({ entryId: `entry-${name}`, path });

/** Branches a and c of one unit, b of another, in this order: the best two of all are named. */
const NAMED = rule({ id: 'named', pick: { by: 'first', count: 2 }, edge: 'out' });
const PARTS = unitParts(
  COMMITTEE,
  [at('a', 'unit-1', 'branch-a'), at('b', 'unit-2', 'branch-b'), at('c', 'unit-1', 'branch-c')],
  COMMITTEES,
);
const whole = (over: Partial<Decidable> = {}): Decidable => {
  const entries = ['a', 'b', 'c'].map((name) => ({ ...entryOf(name), homeId: name === 'b' ? 'unit-2' : 'unit-1' }));
  return decidable({ entries, outcome: [NAMED], ...over });
};
const partOf = (committeeId: string, round: Decidable = whole()): Decidable => {
  const part = PARTS.find((one) => one.committeeId === committeeId);
  if (part === undefined) throw new Error('no such part');
  return decidablePart(round, part);
};
const awards = (of: Decidable, terms: Partial<Terms> = {}): readonly Award[] => {
  const found = awardsOf(of, { ...NOTHING, ...terms });
  if ('reason' in found) throw new Error(found.reason);
  return found;
};
const holders = (of: Decidable, terms: Partial<Terms> = {}): readonly string[] =>
  awards(of, terms).map(({ holder }) => holder.id);
const refused = (of: Decidable, terms: Partial<Terms>) => awardsOf(of, { ...NOTHING, ...terms });

describe('a result that units’ committees decide', () => {
  it('is divided so that each entry stands in one part', () =>
    expect(PARTS).toEqual([
      {
        committeeId: 'unit-1',
        entries: [
          { entryId: 'entry-a', belowId: 'branch-a' },
          { entryId: 'entry-c', belowId: 'branch-c' },
        ],
      },
      { committeeId: 'unit-2', entries: [{ entryId: 'entry-b', belowId: 'branch-b' }] },
    ]));
  it('leaves a committee that is judged itself, and whatever has none above it, to the round’s own', () =>
    expect(unitParts(COMMITTEE, [at('a', 'unit-1'), at('b', 'office', 'branch-b')], COMMITTEES)).toEqual([
      {
        committeeId: COMMITTEE,
        entries: [
          { entryId: 'entry-a', belowId: 'unit-1' },
          { entryId: 'entry-b', belowId: 'office' },
        ],
      },
    ]));
  it('is decided by the nearest of several committees above', () =>
    expect(unitParts(COMMITTEE, [at('a', 'unit-1', 'unit-2', 'branch-a')], COMMITTEES)).toEqual([
      { committeeId: 'unit-2', entries: [{ entryId: 'entry-a', belowId: 'branch-a' }] },
    ]));
  it('gives together what it gives as a whole: numbers and shares count over all units', () => {
    const together = PARTS.flatMap(({ committeeId }) => awards(partOf(committeeId)));
    expect(together).toEqual(awards(whole()));
    expect(holders(partOf('unit-1'))).toEqual(['project-a']);
  });
  it('moves nobody of another unit, whatever one of them departs', () => {
    const departed = { departures: [{ entryId: 'entry-a', rule: 'none' }] };
    expect(holders(partOf('unit-1'), departed)).toEqual([]);
    expect(holders(partOf('unit-2'))).toEqual(['project-b']);
  });
  it('lets a unit name another of its own instead', () => {
    const departures = [
      { entryId: 'entry-a', rule: 'none' },
      { entryId: 'entry-c', rule: 'named' },
    ];
    expect(holders(partOf('unit-1'), { departures })).toEqual(['project-c']);
  });
  it('lets no unit decide over another’s entry', () =>
    expect(refused(partOf('unit-2'), { departures: [{ entryId: 'entry-a', rule: 'none' }] })).toEqual({
      reason: 'ENTRY_OF_ANOTHER_UNIT',
      field: 'departures[0].entryId',
    }));
  it('lets no unit go beyond what all have together, not with a reason either', () => {
    const departures = [{ entryId: 'entry-c', rule: 'named' }];
    expect(refused(partOf('unit-1'), { departures })).toMatchObject({ reason: 'AWARDS_EXCEED_PLAN' });
    expect(refused(partOf('unit-1'), { departures, exceeding: ['named'] })).toMatchObject({
      reason: 'QUOTA_OF_ALL_UNITS',
    });
  });
  it('leaves a free place to nobody: another unit would find the same one free', () => {
    const capped = whole({ outcome: [{ ...NAMED, pick: { by: 'at-least', score: 9_850 }, cap: { count: 2 } }] });
    const departures = [{ entryId: 'entry-b', rule: 'named' }];
    expect(holders(capped, { departures })).toEqual(['project-a', 'project-b']);
    expect(refused(partOf('unit-2', capped), { departures })).toMatchObject({
      reason: 'QUOTA_OF_ALL_UNITS',
      details: { rule: 'named', planned: 0, given: 1 },
    });
  });
  it('counts a place in its class: one of another category is no exchange', () => {
    const byCategory: Decidable = whole({
      phase: { ...PHASE, within: 'category' },
      outcome: [{ ...NAMED, within: 'category', pick: { by: 'at-least', score: 9_850 }, cap: { count: 2 } }],
    });
    const entries = byCategory.entries.map((entry) => ({
      ...entry,
      track: entry.entryId === 'entry-c' ? 'other' : '',
    }));
    const departures = [
      { entryId: 'entry-a', rule: 'none' },
      { entryId: 'entry-c', rule: 'named' },
    ];
    expect(refused(partOf('unit-1', { ...byCategory, entries }), { departures })).toMatchObject({
      reason: 'QUOTA_OF_ALL_UNITS',
    });
  });
  it('lets a unit give a level that has no number', () => {
    const level = whole({ outcome: [{ ...NAMED, pick: { by: 'at-least', score: 9_850 } }] });
    const departures = [{ entryId: 'entry-b', rule: 'named' }];
    expect(holders(partOf('unit-2', level), { departures })).toEqual(['project-b']);
  });
  it('lets no unit choose at an edge where others’ entries stand, too', () => {
    const { result } = whole();
    if (result === null) throw new Error('no result');
    const ranking = [ranked('a', 1), ranked('b', 1), ranked('c', 3)];
    const open = whole({ outcome: [{ ...FIRST, edge: 'body' }], result: { ...result, ranking } });
    expect(refused(partOf('unit-1', open), { choices: [{ rule: 'first', entryIds: ['entry-a'] }] })).toMatchObject({
      reason: 'QUOTA_OF_ALL_UNITS',
      field: 'choices[0]',
    });
  });
  it('gives nothing by a rule whose award is no single entry’s', () =>
    expect(refused(partOf('unit-1', whole({ outcome: [NAMED, ORGANIZER] })), {})).toMatchObject({
      reason: 'OUTCOME_IMPOSSIBLE',
      details: { at: 'organizer' },
    }));
});

describe('the body of a unit’s committee', () => {
  const minutes = (...members: Parameters<typeof bodyOf> extends [string, ...infer M] ? M : never) =>
    recordMinutes({ decidable: partOf('unit-1'), own: bodyOf('unit-1', ...members) });
  it('is recused from what comes from where a member belongs below it, not from the whole unit', () => {
    const order = minutes(member('o1', 'branch-a'), 'o2', 'o3');
    const { body } = minutesOf({ ...order, present: ['o1', 'o2', 'o3'] });
    expect(body.map(({ personId, recused }) => [personId, recused.map(({ entryId }) => entryId)])).toEqual([
      ['o1', ['entry-a']],
      ['o2', []],
      ['o3', []],
    ]);
  });
  it('is asked for no quorum over another unit’s entries', () => {
    const order = minutes(member('o1', 'branch-b'), 'o2');
    expect(minutesOf({ ...order, present: ['o1', 'o2'] }).body).toHaveLength(2);
  });
  it('of a single officer decides nothing: the body above does', () => {
    const order = minutes('o1');
    expect(decidingBody(order)).toMatchObject({ reason: 'QUORUM_IMPOSSIBLE' });
    const above = bodyOf(COMMITTEE, 'l1', 'l2');
    expect(decidingBody({ ...order, superior: above })).toEqual(above);
  });
  it('decides and commends its own entries alone', () => {
    const part = partOf('unit-1');
    const order = { ...minutes('o1', 'o2'), present: ['o1', 'o2'] };
    const decided = taken(part, takeDecision(minutesOf(order)), issueCircular(1));
    expect(decided.taken).toMatchObject({
      kind: 'commended',
      circular: { honours: [{ entryId: 'entry-a', grantedBy: 'unit-1' }] },
    });
  });
  it('attests as every body does: nobody alone', () => {
    const order = { ...minutes('o1', 'o2'), present: ['o1', 'o2'] };
    const recorded = { kind: 'recorded', minutes: minutesOf(order), attestedBy: [] } as const;
    const once = decisionDecider.decide(recorded, attest('o1', { decidable: order.decidable }));
    expect(isRefusal(once) ? once : once.map(({ data }) => data)).toMatchObject([{ completing: false }]);
  });
});
