import type { SetBallot } from '../../../src/domain/ballot/orders.ts';
import type { BallotRules, Electorate } from '../../../src/domain/ballot/rules.ts';
import { boxesAbout, type Electors } from '../../../src/domain/ballot/groups.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { entries, setting, voterOf, voters } from './example-ballot.ts';

const partyOf = (id: string, role: string) => ({
  ...{ id, role, scope: 'edition', least: null, recuse: 'self', attest: null },
});
export const groupTables = {
  parties: [partyOf('leaders', 'unit-officer'), partyOf('voters', 'member')],
} as unknown as RoundTables;

export const LEADERS: Electorate = {
  ...{ id: 'leaders', table: 'poll--leaders', who: 'leaders', scope: 'entry', merge: 'members' },
  name: ['领导班子', 'Leaders'],
};
export const MEMBERS: Electorate = {
  ...{ id: 'members', table: 'poll--members', who: 'voters', scope: 'entry', merge: 'superior', name: null },
};
export const groupRules = (...electorates: readonly Electorate[]): BallotRules => ({
  ...{ sourceId: 'poll', who: 'leaders', scope: 'entry', tokens: 5_000, names: {}, electorates },
});

const leader = (personId: string, homeId: string): Candidate => voterOf(personId, homeId, 'unit-officer');
const people = (count: number, of: (personId: string) => Candidate, name: string): readonly Candidate[] =>
  voters(count).map((one) => of(`${name} ${one}`));

/** So many leaders and members of unit a and of unit b. */
export const electors = (a: readonly [number, number], b: readonly [number, number]): Electors => ({
  voters: [
    ...people(a[0], (one) => leader(one, 'unit-a'), 'leader a'),
    ...people(a[1], (one) => voterOf(one, 'unit-a'), 'member a'),
    ...people(b[0], (one) => leader(one, 'unit-b'), 'leader b'),
    ...people(b[1], (one) => voterOf(one, 'unit-b'), 'member b'),
  ],
  besides: { 'unit-a': ['unit-a', 'unit-b'], 'unit-b': ['unit-a', 'unit-b'] },
});

export const planned = (rules: BallotRules, known: Electors) =>
  entries.flatMap((entry) => boxesAbout(entry, { tables: groupTables, rules, least: 5 }, known));

/** The ballot as it is set with what is known of its electors. */
export const settingOf = (rules: BallotRules, known: Electors): SetBallot => ({
  ...setting,
  rules,
  keys: planned(rules, known).map(({ entryId, groups }) => {
    const name = `${entryId} ${groups.map(({ electorate }) => electorate).join('+')}`;
    return { entryId, groups, boxId: name, publicKey: `public ${name}`, privateKey: `private ${name}` };
  }),
});
