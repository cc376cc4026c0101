import { isRefusal } from '@jiangong/event-store';
import { ballotDecider } from '../../../src/domain/ballot/decider.ts';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import type { BallotOrder, BlindedRequest, IssueTokens, SetBallot } from '../../../src/domain/ballot/orders.ts';
import type { BallotRules } from '../../../src/domain/ballot/rules.ts';
import type { Ballot } from '../../../src/domain/ballot/state.ts';
import type { Entry } from '../../../src/domain/round/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';

export const OPENS = '2026-10-16T00:00:00.000Z';
export const ISSUE_UNTIL = '2026-10-21T00:00:00.000Z';
export const CLOSES = '2026-10-26T00:00:00.000Z';

export const rules: BallotRules = { sourceId: 'poll', who: 'voters', scope: 'entry', tokens: 5_000, names: {} };
export const source = {
  id: 'poll',
  kind: 'ballot',
  levels: [
    { id: 'good', points: 10_000 },
    { id: 'poor', points: 0 },
  ],
  turnout: 6_000,
  least: 5,
} as const;

const tables = {
  parties: [{ id: 'voters', role: 'member', scope: 'edition', least: null, recuse: 'self', attest: null }],
} as unknown as RoundTables;
const of = { ballotId: 'ballot', roundId: 'round', editionId: 'edition', sourceId: 'poll' };
const entryOf = (entryId: string, homeId: string): Entry => ({ entryId, homeId, out: null }) as unknown as Entry;
export const entries = [entryOf('entry-a', 'unit-a'), entryOf('entry-b', 'unit-b')];

/** Base64url of so many bytes that are all the same. */
export const bytes = (count: number, of_: number): string => Buffer.alloc(count, of_).toString('base64url');

export const setting: SetBallot = {
  ...{ type: 'SetBallot', now: OPENS, ...of, rules, source, closesAt: CLOSES },
  keys: entries.map(({ entryId }) => ({
    ...{ entryId, boxId: `box of ${entryId}`, publicKey: `public ${entryId}`, privateKey: `private ${entryId}` },
  })),
};
export const BOX_A = 'box of entry-a';
export const BOX_B = 'box of entry-b';

export const voterOf = (personId: string, homeId = 'unit-a', role = 'member') => ({
  ...{ personId, homeId },
  grants: [{ grantId: `grant of ${personId}`, role, organizationId: homeId, stands: 'within' as const }],
});
export const asks = (boxId = BOX_A, with_ = 7): readonly BlindedRequest[] => [{ boxId, blinded: bytes(256, with_) }];

export const issuing = (personId: string, changed: Partial<IssueTokens> = {}): IssueTokens => ({
  ...{ type: 'IssueTokens', now: '2026-10-17T00:00:00.000Z', tables, rules, entries },
  ...{ voter: voterOf(personId), requests: asks(), asked: `asked by ${personId}` },
  ...changed,
});

export const decided = (ballot: Ballot, order: BallotOrder) => ballotDecider.decide(ballot, order);
const factsOf = (ballot: Ballot, order: BallotOrder): readonly BallotFact[] => {
  const answer = decided(ballot, order);
  if (isRefusal(answer)) throw new Error(`${order.type}: ${answer.reason}`);
  return answer;
};
export const after = (...orders: readonly BallotOrder[]): Ballot =>
  orders.reduce(
    (ballot, order) => factsOf(ballot, order).reduce(ballotDecider.evolve, ballot),
    ballotDecider.initial as Ballot,
  );

export const voters = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, at) => `voter-${at + from}`);
export const opening = { type: 'OpenBoxes', now: ISSUE_UNTIL } as const;
/** Six voters of unit a have their tokens, four of unit b. */
export const issued: readonly BallotOrder[] = [
  setting,
  ...voters(6).map((one) => issuing(one)),
  ...voters(4, 10).map((one) => issuing(one, { voter: voterOf(one, 'unit-b'), requests: asks(BOX_B) })),
];
export const cast = (token: number, level: number, boxId = BOX_A) => ({
  ...{ boxId, token: bytes(32, token), signature: bytes(256, token), level },
});
