import { describe, expect, it } from '@jest/globals';
import { checksOf } from '../../../src/domain/checklist/checks-of.ts';
import { checklistDecider } from '../../../src/domain/checklist/decider.ts';
import { groundOf } from '../../../src/domain/checklist/ground.ts';
import { mayRead, rightsIn } from '../../../src/domain/checklist/shown.ts';
import type { Checklist } from '../../../src/domain/checklist/state.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { ScoringOrder } from '../../../src/domain/round/orders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { after, answer, close, open, prepare, setWindow } from '../round/example-round.ts';
import { admitBranch, ids, NOW, prepared, record, review, tables } from './example-checklist.ts';

const office = (id: string) =>
  ({
    id,
    role: 'appraisal-office',
    scope: 'edition',
    least: null,
    recuse: 'home',
    attest: null,
    office: true,
  }) as const;

/** Three offices within a party own the items; each marks its own, and the others the own entries of each. */
const made: RoundTables = {
  ...tables(
    { owners: { meetings: 'general', plan: 'general', press: 'personnel', team: 'personnel' } },
    { reviews: ['general', 'personnel', 'discipline'], own: { by: 'others-mean' }, self: false },
  ),
  parties: [office('general'), office('personnel'), office('discipline')],
};
const UNITS = { general: 'unit-b', personnel: 'unit-a', discipline: 'unit-c' } as const;

const assign = (name: string, organizationId: string, belongs = true): ScoringOrder => ({
  ...{ type: 'AssignOffice', now: NOW, office: name, organizationId },
  belongs,
});
const assigned = Object.entries(UNITS).map(([name, organizationId]) => assign(name, organizationId));
const filled = [admitBranch('a'), admitBranch('b'), setWindow(2)];
const round = after(prepare(made), ...assigned, ...filled, open);

const of = (homeId: string | null): Candidate => ({
  ...{ personId: `person-of-${homeId}`, homeId },
  grants: [{ grantId: `grant-${homeId}`, role: 'appraisal-office', organizationId: 'committee', stands: 'within' }],
});
type Bare = ReturnType<typeof record>;
const order = (homeId: string | null, bare: Bare, entryId = 'entry-a', at: Round = round) =>
  ({ ...ids, entryId, ground: groundOf(at, entryId, of(homeId), NOW), now: NOW, ...bare }) as Parameters<
    typeof checklistDecider.decide
  >[1];
const decided = (given: ReturnType<typeof order>, list: Checklist = checklistDecider.initial) => {
  const facts = checklistDecider.decide(list, given);
  return 'reason' in facts ? facts.reason : facts.map(({ type }) => type).join(' ');
};
const after_ = (...orders: readonly ReturnType<typeof order>[]): Checklist =>
  orders.reduce((list, one) => {
    const facts = checklistDecider.decide(list, one);
    if ('reason' in facts) throw new Error(facts.reason);
    return facts.reduce(checklistDecider.evolve, list);
  }, checklistDecider.initial);
const TEAM = [250, 150] as const;

describe('which unit an office is', () => {
  it('is said as often as one likes until the round is open, and changes nothing where it is said twice', () => {
    const once = after(prepare(made), assign('general', 'unit-b'));
    expect(answer(once, assign('general', 'unit-b'))).toBe('');
    expect(answer(once, assign('general', 'unit-c'))).toBe('OfficeAssigned');
    expect(answer(after(prepare(made), assign('general', 'unit-b'), prepare(made)), assign('general', 'unit-b'))).toBe(
      '',
    );
  });

  it('is not changed once the round is open, but said late of an office that is none yet', () => {
    const late = after(prepare(made), assign('general', 'unit-b'), ...filled, open);
    expect(answer(late, assign('general', 'unit-c'))).toBe('OFFICE_ASSIGNED_ALREADY office');
    expect(answer(late, assign('personnel', 'unit-a'))).toBe('OfficeAssigned');
    expect(answer(after(prepare(made), ...filled, open, close), assign('personnel', 'unit-a'))).toBe(
      'SCORING_OVER roundId',
    );
  });

  it('is a unit below the committee, and an office that the template names', () => {
    expect(answer(round, assign('general', 'unit-z', false))).toBe('OFFICE_OUTSIDE_COMMITTEE organizationId');
    expect(answer(round, assign('union', 'unit-b'))).toBe('OFFICE_UNKNOWN office');
    expect(answer({ kind: 'absent' }, assign('general', 'unit-b'))).toBe('ROUND_NOT_FOUND roundId');
  });
});

describe('an office within a party', () => {
  it('finds and marks its own items, and no other’s', () => {
    expect(decided(order('unit-b', record()))).toBe('OccurrenceRecorded.v1');
    expect(decided(order('unit-c', record()))).toBe('ITEM_NOT_YOURS');
    expect(decided(order('unit-a', review(TEAM), 'entry-b'))).toBe('ItemReviewed.v1');
    expect(decided(order('unit-c', review(TEAM), 'entry-b'))).toBe('ITEM_NOT_YOURS');
  });

  it('is nobody’s before the round is told which unit it is, nor of a unit that is none', () => {
    const untold = after(prepare(made), ...filled, open);
    expect(decided(order('unit-b', record(), 'entry-a', untold))).toBe('ITEM_NOT_YOURS');
    expect(decided(order('unit-z', record()))).toBe('ITEM_NOT_YOURS');
    expect(decided(order(null, review(TEAM)))).toBe('NOT_A_REVIEWER');
  });

  it('is shown its own items alone', () => {
    const reads = (homeId: string, entryId: string): readonly string[] => {
      const ground = groundOf(round, entryId, of(homeId), NOW);
      return ground.lists.flatMap((one) =>
        Object.keys(one.rules.owners).filter((id) => mayRead(one, id, { ground, overseer: false })),
      );
    };
    expect(reads('unit-a', 'entry-b')).toEqual(['meetings', 'plan', 'press', 'team']);
    expect(reads('unit-b', 'entry-a')).toEqual(['meetings', 'plan', 'press', 'team']);
    // Of an entry that is no office’s own, and with what it owns nothing.
    expect(reads('unit-c', 'entry-b')).toEqual(['meetings', 'plan']);
    expect(reads('unit-z', 'entry-a')).toEqual([]);
  });
});

describe('an office’s own entry', () => {
  it('is marked by the others, and not by the office', () => {
    expect(decided(order('unit-a', review(TEAM)))).toBe('OWN_ORGANIZATION');
    expect(decided(order('unit-b', review(TEAM)))).toBe('ItemReviewed.v1');
    expect(decided(order('unit-c', review(TEAM)))).toBe('ItemReviewed.v1');
    expect(decided(order('unit-a', record({ itemId: 'press', occurrenceId: 'o2' })))).toBe('OWN_ORGANIZATION');
  });

  it('says so of each item', () => {
    const rights = (homeId: string, itemId: string) => {
      const ground = groundOf(round, 'entry-a', of(homeId), NOW);
      const [open_] = ground.lists;
      const item = open_?.source.areas.flatMap(({ lists }) => lists[0]?.items ?? []).find(({ id }) => id === itemId);
      return open_ === undefined || item === undefined ? undefined : rightsIn(open_, item, { ground, now: NOW });
    };
    expect(rights('unit-a', 'team')).toEqual({ recordable: false, reviewable: false });
    expect(rights('unit-c', 'team')).toEqual({ recordable: false, reviewable: true });
    expect(rights('unit-b', 'meetings')).toEqual({ recordable: true, reviewable: true });
  });

  it('counts the marks of the others, each by its office, and of any other entry the owner’s', () => {
    const list = after_(order('unit-b', review(TEAM)), order('unit-c', review([200, 100])));
    const { marks, own } = checksOf(new Map([['entry-a', list]]), prepared(round));
    expect(marks.map(({ by, officeId, marks: given }) => [by, officeId, ...given])).toEqual([
      ['others', 'general', 250, 150],
      ['others', 'discipline', 200, 100],
    ]);
    expect(own.map(({ itemId }) => itemId)).toEqual(['press', 'team']);
    const other = after_(order('unit-a', review(TEAM), 'entry-b'));
    const given = checksOf(new Map([['entry-b', other]]), prepared(round));
    expect(given.marks.map(({ by, officeId }) => [by, officeId])).toEqual([['personnel', undefined]]);
    expect(given.own.map(({ itemId }) => itemId)).toEqual(['meetings', 'plan']);
  });

  it('that moved to another home counts what its owner marks from then on, and no more what others did', () => {
    const before = after_(order('unit-b', review(TEAM)));
    const move: ScoringOrder = {
      ...{ type: 'MoveEntry', now: NOW, entryId: 'entry-a', homeId: 'unit-z', answerable: ['secretary-a'] },
      effectiveOn: '2021-12-06',
    };
    const moved = after(prepare(made), ...assigned, ...filled, open, move);
    const { marks, own } = checksOf(new Map([['entry-a', before]]), prepared(moved));
    expect([marks, own]).toEqual([[], []]);
  });
});
