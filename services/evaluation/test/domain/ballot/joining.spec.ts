import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import type { BallotOrder, SetBallot } from '../../../src/domain/ballot/orders.ts';
import type { BallotRules } from '../../../src/domain/ballot/rules.ts';
import type { Ballot } from '../../../src/domain/ballot/state.ts';
import { isSet } from '../../../src/domain/ballot/state.ts';
import type { RoundTables } from '../../../src/domain/round/tables.ts';
import { after, asks, BOX_A, bytes, CLOSES, decided, issuing, opening, setting, voterOf } from './example-ballot.ts';
import { codeSetting, making, using } from './example-codes.ts';
import { electors, groupRules, groupTables, LEADERS, MEMBERS, settingOf } from './example-electorates.ts';

const VOTERS = 8;
const ELECTIONS = 1_500;

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, by: randomBytes(8).toString('hex') }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ item }) => item);

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** `id`: of a known voter, or the fingerprint of a code; `isFew`: of the small group, or of the first batch of slips. */
type Voting = Readonly<{ id: string; role: string; boxId: string; token: string; isFew: boolean }>;
/** What was ordered before the closing, and the order in which ballots come. */
type Held = Readonly<{ orders: readonly BallotOrder[]; coming: readonly Voting[] }>;
/** Who votes in which box of a ballot, and how he comes by his token. */
type Kind = Readonly<{
  hold: (voting: readonly Voting[]) => Held;
  boxes: readonly Readonly<{ boxId: string; voters: number; roleOf: (at: number) => string }>[];
}>;

const both = groupRules(LEADERS, MEMBERS);
const asking = { tables: groupTables, rules: both };
const member = (): string => 'member';
const leader = (): string => 'unit-officer';
/** Of a joined group the first are of the small one. */
const FEW = 2;
const JOINED = 'entry-a leaders+members';

/** Known voters collect first and vote later: who asks when and who votes when is all chance. */
const known =
  (set: SetBallot, asked: Readonly<{ tables?: RoundTables; rules?: BallotRules }> = {}): Kind['hold'] =>
  (voting) => {
    const requests = shuffled(voting).map(({ id, role, boxId }) =>
      issuing(id, {
        ...asked,
        ...{ voter: voterOf(id, 'unit-a', role), asked: randomBytes(32).toString('base64url') },
        requests: asks(boxId).map((one) => ({ ...one, blinded: randomBytes(256).toString('base64url') })),
      }),
    );
    return { orders: [set, ...requests, opening], coming: shuffled(voting) };
  };

/** Whoever has a code uses it and votes in one visit: ballots come in the very order in which codes were used. */
const byCode: Kind['hold'] = (voting) => {
  const codes = (few: boolean): readonly string[] => voting.filter(({ isFew }) => isFew === few).map(({ id }) => id);
  const coming = shuffled(voting);
  const uses = coming.map(({ id }) =>
    using(id, { asked: hashed(id), blinded: randomBytes(256).toString('base64url') }),
  );
  const printed = [making(codes(true), { batchId: 'first' }), making(codes(false), { batchId: 'second' })];
  return { orders: [codeSetting, ...printed, opening, ...uses], coming };
};

const KINDS: Readonly<Record<string, Kind>> = {
  'of one group': { hold: known(setting), boxes: [{ boxId: BOX_A, voters: VOTERS, roleOf: member }] },
  'of two groups': {
    hold: known(settingOf(both, electors([VOTERS, VOTERS], [VOTERS, VOTERS])), asking),
    boxes: [
      { boxId: 'entry-a leaders', voters: VOTERS, roleOf: leader },
      { boxId: 'entry-a members', voters: VOTERS, roleOf: member },
    ],
  },
  'of a small group joined with another': {
    hold: known(settingOf(both, electors([FEW, VOTERS - FEW], [VOTERS, VOTERS])), asking),
    boxes: [{ boxId: JOINED, voters: VOTERS, roleOf: (at) => (at < FEW ? leader() : member()) }],
  },
  'by codes of two batches': { hold: byCode, boxes: [{ boxId: BOX_A, voters: VOTERS, roleOf: member }] },
};

/** `issued`: whose tokens are issued, in the order of the log; `printed`: codes as batches hold them, else the same. */
type Stored = Readonly<{ issued: readonly string[]; printed: readonly string[]; tokens: readonly string[] }>;
/** What is stored of one box, and what only its voters know. */
type Box = Stored & Readonly<{ tokenOf: ReadonlyMap<string, string>; few: readonly string[] }>;

const storedIn = (ballot: Ballot, orders: readonly BallotOrder[]): Pick<Stored, 'issued' | 'printed'> => {
  const used = isSet(ballot) ? Object.keys(ballot.codes.used) : [];
  const people = orders.flatMap((order) => (order.type === 'IssueTokens' ? [order.voter.personId] : []));
  const batches = isSet(ballot) ? Object.values(ballot.codes.batches) : [];
  const issued = [...people, ...used];
  return { issued, printed: batches.length > 0 ? batches.flatMap(({ codes }) => codes) : issued };
};

/** One election: whose token is whose, and who comes when is all chance; what is stored is what the rule book makes. */
const hold = ({ hold: held, boxes }: Kind): readonly Box[] => {
  const voting = boxes.flatMap(({ boxId, voters, roleOf }) =>
    Array.from({ length: voters }, (_, at): Voting => {
      const id = hashed(randomBytes(8).toString('hex'));
      return { id, role: roleOf(at), boxId, token: randomBytes(32).toString('base64url'), isFew: at < FEW };
    }),
  );
  const { orders, coming } = held(voting);
  const open = after(...orders);
  const ballots = coming.map(({ boxId, token }) => ({ boxId, token, signature: bytes(256, 1), level: 0 }));
  const facts = decided(open, { type: 'CloseBallot', now: CLOSES, ballots });
  if (isRefusal(facts)) throw new Error(facts.reason);
  const opened = (facts as readonly BallotFact[]).flatMap((fact) =>
    fact.type === 'BallotsOpened.v1' ? fact.data.ballots : [],
  );
  const { issued, printed } = storedIn(open, orders);
  return boxes.map(({ boxId }) => {
    const mine = voting.filter((one) => one.boxId === boxId);
    const ids = new Set(mine.map(({ id }) => id));
    return {
      issued: issued.filter((one) => ids.has(one)),
      printed: printed.filter((one) => ids.has(one)),
      tokens: opened.filter((one) => one.boxId === boxId).map(({ token }) => token),
      tokenOf: new Map(mine.map(({ id, token }) => [id, token])),
      few: mine.filter(({ isFew }) => isFew).map(({ token }) => token),
    };
  });
};

type Guess = (stored: Stored) => readonly string[];
/** Who joins by what is stored: each voter or code, in the order of issuing, with a token. */
const guesses: Readonly<Record<string, Guess>> = {
  'the order of issuing': ({ tokens }) => tokens,
  'the order of issuing, turned': ({ tokens }) => tokens.toReversed(),
  'the order of ids': ({ issued, tokens }) => {
    const sorted = [...issued].sort();
    return issued.map((person) => tokens[sorted.indexOf(person)] ?? '');
  },
  'the order of printing': ({ issued, printed, tokens }) => issued.map((one) => tokens[printed.indexOf(one)] ?? ''),
  'the order of hashes': ({ issued, tokens }) => {
    const [people, votes] = [issued, tokens].map((all) => all.toSorted((a, b) => (hashed(a) < hashed(b) ? -1 : 1)));
    return issued.map((person) => votes?.[people?.indexOf(person) ?? 0] ?? '');
  },
};

describe.each(Object.entries(KINDS))('voter and vote %s', (_, kind) => {
  const elections = Array.from({ length: ELECTIONS }, () => hold(kind));
  const boxes = elections.flat();
  const hitsOf = (guess: Guess): number =>
    boxes.reduce((sum, { tokenOf, ...stored }) => {
      const guessed = guess(stored);
      const { issued } = stored;
      return sum + issued.filter((person, at) => tokenOf.get(person) === guessed[at]).length;
    }, 0) / boxes.length;

  // Chance joins one of them in a box, whatever their number; its mean over so many has a deviation of 0.026.
  it.each(Object.entries(guesses))('are joined by %s no more often than by chance', (_name, guess) => {
    expect(hitsOf(guess)).toBeGreaterThan(0.85);
    expect(hitsOf(guess)).toBeLessThan(1.15);
  });

  // Of eight the first two are of the small group, or of the first batch, as often as any two: half a hit in a box.
  it.each(['first', 'last'] as const)('of the few are no more among the %s than by chance', (end) => {
    const hits = boxes.reduce((sum, { tokens, few }) => {
      const picked = end === 'first' ? tokens.slice(0, FEW) : tokens.slice(-FEW);
      return sum + picked.filter((one) => few.includes(one)).length;
    }, 0);
    expect(Math.abs(hits / boxes.length - (FEW * FEW) / VOTERS)).toBeLessThan(0.08);
  });

  it('would be joined by whoever has what a voter keeps to himself: the measure can fail', () => {
    const known = boxes.map(({ tokenOf, issued }) => issued.filter((one) => tokenOf.has(one)).length);
    expect(known.reduce((sum, one) => sum + one, 0) / boxes.length).toBe(VOTERS);
  });
});
