import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { Award, Terms } from '../../../src/domain/decision/award.ts';
import { awardsOf } from '../../../src/domain/decision/awards.ts';
import type { Decidable } from '../../../src/domain/decision/decidable.ts';
import { decisionDecider } from '../../../src/domain/decision/decider.ts';
import { decidingBody } from '../../../src/domain/decision/meeting.ts';
import type { RecordMinutes } from '../../../src/domain/decision/orders.ts';
import { unitParts } from '../../../src/domain/decision/unit-division.ts';
import { decidablePart } from '../../../src/domain/decision/unit-part.ts';
import {
  bodyOf,
  COMMITTEE,
  decidable,
  entryOf,
  facts,
  ranked,
  recordMinutes,
  RESULT,
  rule,
} from './example-decidable.ts';

const NOTHING: Terms = { departures: [], choices: [], exceeding: [] };
/** Three members of one branch and one of another, the first two of equal rank: the best one of each branch is named, and the meeting says who of equal ones. */
const PARTS = unitParts(
  COMMITTEE,
  [
    ...['a', 'b', 'c'].map((name) => ({ entryId: `entry-${name}`, path: ['unit-1', 'branch-1', `entry-${name}`] })),
    { entryId: 'entry-d', path: ['unit-1', 'branch-2', 'entry-d'] },
    { entryId: 'entry-e', path: ['unit-1', 'entry-e'] },
  ],
  new Set(['branch-1', 'branch-2']),
);
const personEntry = (name: string, branchId: string) => ({
  ...entryOf(name),
  subject: { kind: 'person', id: `person-${name}` } as const,
  answerable: [],
  ...{ homeId: 'unit-1', branchId },
});
const NAMED = rule({ id: 'named', pick: { by: 'first', count: 1 }, edge: 'body', within: 'home' });
const OF_ALL = rule({ id: 'of-all', pick: { by: 'first', count: 1 }, edge: 'out' });

const meeting = (committeeId: string, over: Partial<Decidable> = {}): Decidable => {
  const part = PARTS.find((one) => one.committeeId === committeeId);
  if (part === undefined) throw new Error('no such part');
  const round = decidable({
    entries: [...['a', 'b', 'c'].map((name) => personEntry(name, 'branch-1')), personEntry('d', 'branch-2')],
    outcome: [NAMED],
    byBranches: true,
    result: {
      ...{ resultHash: RESULT, computedAt: '2021-12-08T09:00:00.000Z' },
      ranking: [ranked('a', 1), ranked('b', 1), ranked('c', 3), ranked('d', 4)],
    },
    party: { recuse: 'self', least: 2, attest: null, departures: true },
    ...over,
  });
  return { ...decidablePart(round, part), meets: 'members' };
};
const holders = (of: Decidable, terms: Partial<Terms> = {}): readonly string[] => {
  const found = awardsOf(of, { ...NOTHING, ...terms });
  if ('reason' in found) throw new Error(found.reason);
  return (found as readonly Award[]).map(({ holder }) => holder.id);
};
const refused = (of: Decidable, terms: Partial<Terms> = {}) => awardsOf(of, { ...NOTHING, ...terms });
const members = (...names: readonly string[]) => bodyOf('branch-1', ...names.map((name) => `person-${name}`));

const order = (over: Partial<RecordMinutes> = {}): RecordMinutes =>
  recordMinutes({
    decidable: meeting('branch-1'),
    own: members('a', 'b', 'c'),
    present: ['person-a', 'person-b', 'person-c'],
    terms: { ...NOTHING, choices: [{ rule: 'named', entryIds: ['entry-b'] }] },
    reasons: { departures: [], choices: ['表决确定。'], exceeding: [] },
    ...over,
  });

describe('the meeting of a branch', () => {
  it('decides over the branch’s own members, and over the branch itself; what is in none is the round’s own', () =>
    expect(
      new Map(PARTS.map(({ committeeId, entries }) => [committeeId, entries.map(({ entryId }) => entryId)])),
    ).toEqual(
      new Map([
        ['branch-1', ['entry-a', 'entry-b', 'entry-c']],
        ['branch-2', ['entry-d']],
        [COMMITTEE, ['entry-e']],
      ]),
    ));

  it('chooses among equal ones of its own where a rule counts within each home', () => {
    expect(refused(meeting('branch-1'))).toMatchObject({ reason: 'CHOICE_NEEDED' });
    expect(holders(meeting('branch-1'), { choices: [{ rule: 'named', entryIds: ['entry-b'] }] })).toEqual(['person-b']);
  });

  it('chooses nobody of another branch, and is asked nothing about another’s edge', () => {
    expect(refused(meeting('branch-1'), { choices: [{ rule: 'named', entryIds: ['entry-d'] }] })).toMatchObject({
      reason: 'CHOICE_NOT_OPEN',
    });
    expect(holders(meeting('branch-2'))).toEqual(['person-d']);
  });

  it('goes beyond its number with a reason where the number is its own, and never where it is that of all', () => {
    const departures = [{ entryId: 'entry-c', rule: 'named' }];
    const choices = [{ rule: 'named', entryIds: ['entry-a'] }];
    expect(refused(meeting('branch-1'), { departures, choices })).toMatchObject({ reason: 'AWARDS_EXCEED_PLAN' });
    expect(holders(meeting('branch-1'), { departures, choices, exceeding: ['named'] })).toEqual([
      'person-a',
      'person-c',
    ]);
    const ofAll = meeting('branch-2', { outcome: [OF_ALL] });
    const more = { departures: [{ entryId: 'entry-d', rule: 'of-all' }], exceeding: ['of-all'] };
    expect(refused(ofAll, more)).toMatchObject({ reason: 'QUOTA_OF_ALL_UNITS', field: 'exceeding[0]' });
  });

  it('recuses each member from himself, and counts the quorum of each without him', () => {
    const [recorded] = facts(decisionDecider.decide(decisionDecider.initial, order()));
    expect(recorded?.data).toMatchObject({
      committeeId: 'branch-1',
      body: ['a', 'b', 'c'].map((name) => ({ recused: [{ entryId: `entry-${name}`, cause: 'self' }] })),
    });
    expect(decisionDecider.decide(decisionDecider.initial, order({ present: ['person-a', 'person-b'] }))).toMatchObject(
      { reason: 'QUORUM_NOT_REACHED' },
    );
  });

  it('is held by the committee of the unit where the branch is too small, which says why', () => {
    const small = { own: members('a'), superior: bodyOf('unit-1', 'o1', 'o2'), present: ['o1', 'o2'] };
    expect(decidingBody(order({ ...small, superior: null }))).toMatchObject({ reason: 'QUORUM_IMPOSSIBLE' });
    expect(decidingBody(order(small))).toMatchObject({ field: 'superiorReason' });
    const reasons = { departures: [], choices: ['表决确定。'], exceeding: [], superior: '党员人数不足。' };
    expect(decidingBody(order({ ...small, reasons }))).toEqual(small.superior);
    expect(isRefusal(decisionDecider.decide(decisionDecider.initial, order({ ...small, reasons })))).toBe(false);
  });

  it('is held by the committee of the unit where the branch is too large to be minuted by name', () => {
    const many = members(...Array.from({ length: 101 }, (_, at) => `m${at}`));
    const superior = bodyOf('unit-1', 'o1', 'o2');
    const reasons = { departures: [], choices: ['表决确定。'], exceeding: [], superior: '党员人数过多。' };
    expect(decidingBody(order({ own: many }))).toMatchObject({ reason: 'BODY_TOO_LARGE' });
    expect(decidingBody(order({ own: many, superior, reasons }))).toEqual(superior);
  });

  it('is not passed over while its stage lasts', () =>
    expect(
      decidingBody(order({ superior: bodyOf('unit-1', 'o1', 'o2'), decideBy: '2999-01-01T00:00:00.000Z' })),
    ).toMatchObject({ reason: 'SUPERIOR_NOT_NEEDED' }));
});
