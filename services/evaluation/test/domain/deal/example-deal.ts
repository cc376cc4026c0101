import type { FormerHome, DealGround } from '../../../src/domain/deal/orders.ts';
import type { DealRules } from '../../../src/domain/deal/rules.ts';
import { commitmentOf } from '../../../src/domain/round/decide-tally.ts';
import type { RoundOrder } from '../../../src/domain/round/decider.ts';
import type { Candidate } from '../../../src/domain/round/holders.ts';
import type { Round } from '../../../src/domain/round/state.ts';
import { contestTables } from '../contest/example-contest.ts';
import { admit, assign, candidate, draw, NOW, prepare, setWindow } from '../round/example-round.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';

export const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const ENTRIES = NAMES.map((name) => `entry-${name}`);
export const JURY = ['expert-1', 'expert-2', 'expert-3', 'expert-4'] as const;
export const LOT = '20211205';

const secretOf = (secret: string) => ({ secret, commitment: commitmentOf(secret) });
export const FIRST = secretOf('what entries are dealt out from');
export const SECOND = secretOf('what they would be dealt out from again');
export const THIRD = secretOf('and once more');

/** One panel of experts, each entry judged by two of them; at least two sheets. */
export const dealTables = (rules: Partial<DealRules> = {}): RoundTables => {
  const { contests: _contests, ...tables } = contestTables();
  return { ...tables, deals: [{ sourceId: 'experts', each: 2, formerYears: 3, ...rules }] };
};

/** The second expert comes from unit b, the others from none. */
export const PEOPLE: readonly Candidate[] = JURY.map((personId) =>
  candidate(personId, 'expert', personId === 'expert-2' ? 'unit-b' : null),
);

export const openWith = (rules: Partial<DealRules> = {}): readonly RoundOrder[] => [
  prepare(dealTables(rules)),
  ...NAMES.map(admit),
  assign(...PEOPLE),
  setWindow(NAMES.length),
  { type: 'OpenRound', now: NOW, draw, order: FIRST },
];
export const opened = openWith();

export const groundOf = (
  over: Partial<DealGround> = {},
  former: Readonly<Record<string, readonly FormerHome[]>> = {},
): DealGround => ({
  people: PEOPLE.map((person) => ({ ...person, former: former[person.personId] ?? [] })),
  begun: [],
  handedIn: [],
  everHandedIn: [],
  ...over,
});

type Dealing = Partial<Extract<RoundOrder, { type: 'DealEntries' }>>;
export const dealing = (over: Dealing = {}): RoundOrder => ({
  type: 'DealEntries',
  now: NOW,
  lot: LOT,
  loads: [],
  secrets: { secret: FIRST.secret, next: SECOND },
  ground: groundOf(),
  ...over,
});
/** What was missing after the first deal. */
export const dealingOn = (over: Dealing = {}): RoundOrder =>
  dealing({ secrets: { secret: SECOND.secret, next: THIRD }, ...over });

export const dealtIn = (round: Round): Readonly<Record<string, readonly string[]>> => {
  if (!('dealing' in round)) throw new Error('the round does not run');
  return Object.fromEntries((round.dealing.shares ?? []).map(({ seatId, entryIds }) => [seatId, entryIds]));
};
