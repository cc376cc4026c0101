import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOMES_JOINED_MAX } from '../../../src/domain/ballot/limits.ts';
import type { BallotRules } from '../../../src/domain/ballot/rules.ts';
import type { Electors } from '../../../src/domain/ballot/groups.ts';
import { after, asks, decided, issuing, voterOf } from './example-ballot.ts';
import { electors, groupRules, groupTables, LEADERS, MEMBERS, planned, settingOf } from './example-electorates.ts';

const both = groupRules(LEADERS, MEMBERS);
const said = (rules: BallotRules, known: Electors): readonly string[] =>
  planned(rules, known).map(
    ({ entryId, groups }) =>
      `${entryId} ${groups.map(({ electorate, withSuperior }) => `${electorate}${withSuperior ? '+superior' : ''}`).join(' & ')}`,
  );

describe('the groups of a ballot', () => {
  it('have a box each about each entry, where each is large enough', () =>
    expect(said(both, electors([5, 6], [7, 8]))).toEqual([
      'entry-a leaders',
      'entry-a members',
      'entry-b leaders',
      'entry-b members',
    ]));

  it('of fewer than the least are joined with the one that the template says: one box, entry by entry', () =>
    expect(said(both, electors([4, 6], [5, 8]))).toEqual([
      'entry-a leaders & members',
      'entry-b leaders',
      'entry-b members',
    ]));

  it('are joined with all that the superior has, where the template says that', () => {
    const [a, b] = planned(groupRules(MEMBERS), electors([0, 3], [0, 8]));
    expect(a?.groups).toEqual([
      {
        ...{ electorate: 'members', sourceId: 'poll--members', homes: ['unit-a', 'unit-b'], butHome: null },
        withSuperior: true,
      },
    ]);
    expect(b?.groups[0]).toMatchObject({ homes: ['unit-b'], withSuperior: false });
  });

  it('that are too small still go on to be joined', () =>
    expect(said(both, electors([1, 2], [6, 9]))[0]).toBe('entry-a leaders & members+superior'));

  it('are left as they are where nothing is said, or nothing is left to be joined with', () => {
    const alone = groupRules({ ...LEADERS, merge: null }, { ...MEMBERS, merge: null });
    expect(said(alone, electors([1, 1], [6, 6]))).toEqual(said(both, electors([5, 5], [6, 6])));
    expect(said(groupRules(MEMBERS), { voters: [], besides: {} })).toEqual(['entry-a members', 'entry-b members']);
  });

  it('are not joined with a superior of more homes than a fact may name', () => {
    const homes = Array.from({ length: HOMES_JOINED_MAX + 1 }, (_, at) => `unit-${at}`);
    const known = { ...electors([0, 3], [0, 8]), besides: { 'unit-a': homes } };
    expect(said(groupRules(MEMBERS), known)[0]).toBe('entry-a members');
  });

  it('of those who do not vote about their own leave them out of the box, and count without them', () => {
    const all = { ...groupRules({ ...MEMBERS, scope: 'round', merge: null }), ownApart: true as const };
    const known = electors([0, 6], [0, 6]);
    expect(planned(all, known).map(({ groups }) => groups[0])).toMatchObject([
      { homes: null, butHome: 'unit-a' },
      { homes: null, butHome: 'unit-b' },
    ]);
    const ballot = after(settingOf(all, known));
    const boxOf = (homeId: string, boxId: string) =>
      decided(
        ballot,
        issuing('x', { tables: groupTables, rules: all, voter: voterOf('x', homeId), requests: asks(boxId) }),
      );
    expect(boxOf('unit-a', 'entry-b members')).toMatchObject([{ data: { boxIds: ['entry-b members'] } }]);
    expect(boxOf('unit-a', 'entry-a members')).toMatchObject({ reason: 'TOKENS_MISCOUNTED' });
  });

  it('are each electorate’s once and only once, whatever the numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0]) => {
        for (const entryId of ['entry-a', 'entry-b']) {
          const about = planned(both, electors([a, b], [c, d])).filter((box) => box.entryId === entryId);
          expect(about.flatMap(({ groups }) => groups.map(({ electorate }) => electorate)).toSorted()).toEqual([
            'leaders',
            'members',
          ]);
        }
      }),
    ));
});

describe('a voter of several groups', () => {
  const leaderAndMember = {
    ...voterOf('both'),
    grants: [...voterOf('both', 'unit-a', 'unit-officer').grants, ...voterOf('both').grants],
  };
  const ask = (boxId: string, voter = leaderAndMember) =>
    decided(
      after(settingOf(both, electors([5, 6], [0, 6]))),
      issuing('both', { tables: groupTables, rules: both, voter, requests: asks(boxId) }),
    );

  it('has one vote about an entry: in the first that he is of', () => {
    expect(ask('entry-a leaders')).toMatchObject([{ data: { boxIds: ['entry-a leaders'] } }]);
    expect(ask('entry-a members')).toMatchObject({ reason: 'TOKENS_MISCOUNTED' });
  });

  it('is no voter of another home', () => {
    const elsewhere = { ...leaderAndMember, homeId: 'unit-c' };
    expect(ask('entry-a leaders', elsewhere)).toMatchObject({ reason: 'NOT_A_VOTER' });
  });

  it('of a group that was joined collects for the box of the whole', () => {
    const ballot = after(settingOf(both, electors([2, 6], [0, 6])));
    const box = 'entry-a leaders+members';
    for (const role of ['unit-officer', 'member']) {
      const voter = voterOf('one', 'unit-a', role);
      const issued = decided(ballot, issuing('one', { tables: groupTables, rules: both, voter, requests: asks(box) }));
      expect(issued).toMatchObject([{ data: { boxIds: [box], grantId: 'grant of one' } }]);
    }
  });
});
