import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '@jiangong/event-store';
import type { BallotFact } from '../../../src/domain/ballot/facts.ts';
import { after, asks, BOX_A, bytes, CLOSES, decided, issuing, opening, setting } from './example-ballot.ts';

const VOTERS = 8;
const ELECTIONS = 1_500;

const shuffled = <T>(items: readonly T[]): readonly T[] =>
  items
    .map((item) => ({ item, by: randomBytes(8).toString('hex') }))
    .toSorted((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ item }) => item);

const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url');

type Stored = Readonly<{ issued: readonly string[]; tokens: readonly string[] }>;
type Election = Stored & Readonly<{ tokenOf: ReadonlyMap<string, string> }>;

/** One election: who asks when, which token is whose, and who votes when is all chance; what is stored is what the rule book makes. */
const hold = (): Election => {
  const people = shuffled(Array.from({ length: VOTERS }, () => hashed(randomBytes(8).toString('hex'))));
  const tokenOf = new Map(people.map((person) => [person, randomBytes(32).toString('base64url')]));
  const requests = people.map((person) =>
    issuing(person, {
      requests: asks(BOX_A).map(({ boxId }) => ({ boxId, blinded: randomBytes(256).toString('base64url') })),
      asked: randomBytes(32).toString('base64url'),
    }),
  );
  const open = after(setting, ...requests, opening);
  const ballots = shuffled(people).map((person) => ({
    ...{ boxId: BOX_A, token: tokenOf.get(person) ?? '', signature: bytes(256, 1), level: 0 },
  }));
  const facts = decided(open, { type: 'CloseBallot', now: CLOSES, ballots });
  if (isRefusal(facts)) throw new Error(facts.reason);
  const tokens = (facts as readonly BallotFact[]).flatMap((fact) =>
    fact.type === 'BallotsOpened.v1' ? fact.data.ballots.map(({ token }) => token) : [],
  );
  return { issued: people, tokens, tokenOf };
};

type Guess = (stored: Stored) => readonly string[];
/** Who joins by what is stored: each voter, in the order of issuing, with a token. */
const guesses: Readonly<Record<string, Guess>> = {
  'the order of issuing': ({ tokens }) => tokens,
  'the order of issuing, turned': ({ tokens }) => tokens.toReversed(),
  'the order of ids': ({ issued, tokens }) => {
    const sorted = [...issued].sort();
    return issued.map((person) => tokens[sorted.indexOf(person)] ?? '');
  },
  'the order of hashes': ({ issued, tokens }) => {
    const [people, votes] = [issued, tokens].map((all) => all.toSorted((a, b) => (hashed(a) < hashed(b) ? -1 : 1)));
    return issued.map((person) => votes?.[people?.indexOf(person) ?? 0] ?? '');
  },
};

describe('voter and vote', () => {
  const elections = Array.from({ length: ELECTIONS }, hold);
  const hitsOf = (guess: Guess): number =>
    elections.reduce((sum, { tokenOf, ...stored }) => {
      const guessed = guess(stored);
      return sum + stored.issued.filter((person, at) => tokenOf.get(person) === guessed[at]).length;
    }, 0) / ELECTIONS;

  // Chance joins one of them in an election, whatever their number; its mean over so many has a deviation of 0.026.
  it.each(Object.entries(guesses))('are joined by %s no more often than by chance', (_, guess) => {
    expect(hitsOf(guess)).toBeGreaterThan(0.85);
    expect(hitsOf(guess)).toBeLessThan(1.15);
  });

  it('would be joined by whoever has what a voter keeps to himself: the measure can fail', () => {
    const known = elections.map(({ tokenOf, ...stored }) => stored.issued.filter((one) => tokenOf.has(one)).length);
    expect(known.reduce((sum, one) => sum + one, 0) / ELECTIONS).toBe(VOTERS);
  });
});
